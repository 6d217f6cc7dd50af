/** The catalogues that print titles and places in the areas of ISBD, each with the whole of its area. */
const catalogues = /^https?:\/\/(?:www\.)?(?:sudoc|idref|theses)\.fr\/|^https?:\/\/data\.persee\.fr\//;

/** Whether a thing is described by a catalogue that punctuates as ISBD does. */
export const isCatalogued = (id: string) => catalogues.test(id);

/** The title of `Title / who is responsible / edition / Place : publisher , year` (ISBD, areas 1 to 4). */
export function isbdTitle(words: string): string {
  const end = words.search(/\s\/\s/);
  return (end < 0 ? words : words.slice(0, end)).trim();
}

/** `Paris : Editions ESKA , 2016` → place and name (ISBD, area 4); undefined when no publisher is named. */
export function isbdPublisher(
  words: string,
): { readonly name: string; readonly place?: string | undefined } | undefined {
  const parts = words.split(' : ');
  const [place, name] = parts.length === 2 ? parts : [undefined, words];
  const bare = (name ?? '')
    .replace(/\s,\s.*$/s, '')
    .replace(/^,\s.*$/s, '')
    .trim();
  return bare === '' ? undefined : { name: bare, place: place?.trim() || undefined };
}

/** `Mesclier, Évelyne (1964-....)` → the name without the years that tell namesakes apart. */
export function withoutYears(heading: string): string {
  return heading.replace(/\s*\((?=[^()]*(?:\d{2}|\.\.))[\d.\-–? ;]*(?:[\p{L} ,]*)\)\s*$/u, '').trim();
}
