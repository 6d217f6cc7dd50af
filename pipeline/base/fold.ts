const ligatures: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
};

const ascii = /^[\u0000-\u007f]*$/;

/**
 * A text reduced to what typography does not change: lower case, no accents, letters and digits only, one space
 * between words. `Vers l’État plateforme` and `vers l'etat plateforme` fold to the same. For comparing only.
 */
export function fold(text: string): string {
  // Half of the texts of a record are ASCII, which has neither accents nor ligatures.
  if (ascii.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[œæßøđðłþ]/g, (letter) => ligatures[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** `fold` without spaces: the key of a title. */
export function foldTight(text: string): string {
  return fold(text).replaceAll(' ', '');
}

/** Readable ASCII for an IRI: `Les pratiques numériques` → `les-pratiques-numeriques`. Empty when nothing is left. */
export function slug(text: string): string {
  // Numbers of volumes and issues, which every record has.
  if (/^[a-z0-9]+$/.test(text)) return text;
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
