/** Words that only one of these languages has, as small words of titles. */
// biome-ignore format: a table
const small: Readonly<Record<string, string>> = {
  fr: 'à où en quel quelle quels quelles de le la les l des du d un une et dans sur pour par au aux est sont que qui quand comment pourquoi ou entre vers chez avec sans ses son sa leur leurs ce cette ces n ne pas plus sous depuis selon face jusqu qu s se',
  en: 'will can should the of and in on for to from with by as is are an at between through toward towards how what why when does do its their into under against beyond among whose this these that not or new',
  es: 'el los las del y una para con por su sus como en de la al entre desde hacia sobre lo',
  de: 'der die das und des dem den von im zu zur zum ein eine für mit auf als über nach bei aus eines einer ist wie am',
  it: 'il lo gli della delle degli dei del nel nella e ed per con una di da sul sulla che tra',
  pt: 'de o os do da dos das no na nos nas em e uma um para com por ao',
};
const words = Object.entries(small).map(([tag, list]) => [tag, new Set(list.split(' '))] as const);

/** How many of the languages have each word. */
const shared = new Map<string, number>();
for (const [, known] of words) for (const word of known) shared.set(word, (shared.get(word) ?? 0) + 1);

/** The language of a text, only when its small words leave no doubt. */
export function tongueOf(text: string): string | undefined {
  // With their accents: `thèse` is not `these`.
  const tokens = text
    .toLowerCase()
    .normalize('NFC')
    .split(/[^\p{L}]+/u);
  const scores = words
    .map(([tag, known]) => ({
      tag,
      score: tokens.reduce((sum, token) => sum + (known.has(token) ? 1 / (shared.get(token) ?? 1) : 0), 0),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scores;
  if (!best || !next || best.score === 0) return undefined;
  // Letters that Italian, Spanish and English have not.
  const isAccented =
    best.tag === 'fr' && /[çœêâîûô]|\p{L}é\p{Ll}*e(?![\p{L}])|(?<![\p{L}])[lLdD]['’]\p{L}/u.test(text);
  if (isAccented && best.score > next.score) return best.tag;
  return best.score >= 1 && best.score >= next.score * 2 ? best.tag : undefined;
}
