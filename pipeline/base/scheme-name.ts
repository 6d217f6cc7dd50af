/**
 * The name of an identifier's scheme as records write it, lower case without spaces or accents: `Local accession number`
 * → `local-accession-number`; undefined when no letter of the Latin alphabet is left of it.
 */
export function schemeName(words: string | undefined): string | undefined {
  const name = words
    ?.slice(0, 100)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-\d]+|-$/g, '');
  return name === '' ? undefined : name;
}
