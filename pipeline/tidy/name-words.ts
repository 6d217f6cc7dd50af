/** Words that only the name of an organisation holds, in the singular (N1). Each also matches with a final `s`. */
// `service` alone is also a family name.
// biome-ignore format: a table
export const organisationWords: readonly string[] = [
  'académie', 'academy', 'agence', 'agency', 'association', 'bibliothèque', 'centre', 'center', 'centro', 'chaire',
  'cnrs', 'collaboration', 'collectif', 'collective', 'collège', 'comité', 'commission', 'committee',
  'confédération', 'conseil', 'consortium', 'coopérative', 'council', 'département', 'department', 'direction',
  'école', 'équipe', 'faculté', 'faculty', 'fédération', 'federation', 'fondation', 'foundation', 'gmbh', 'group',
  'groupe', 'groupement', 'gouvernement', 'government', 'haute autorité', 'hôpital', 'hospital', 'inc', 'initiative',
  'inrae', 'inserm', 'insee', 'institut', 'institute', 'institution', 'instituto', 'lab', 'labo', 'laboratoire',
  'laboratory', 'ligue', 'ltd', 'mairie', 'ministère', 'ministry', 'musée', 'museum', 'network', 'observatoire',
  'observatory', 'ocde', 'oecd', 'office', 'organisation', 'organization', 'préfecture', 'programme', 'project',
  'projet', 'rédaction', 'région', 'research unit', 'réseau', 'revue', 'school', 'secrétariat', 'service de', 'service des', 'société',
  'society', 'study group', 'syndicat', 'task force', 'team', 'umr', 'unesco', 'unité', 'universidad', 'università',
  'universität', 'université', 'university', 'working group',
];

const organisationWord = new RegExp(
  `(?<!\\p{L})(?:${organisationWords.map(accentsOptional).join('|')})s?(?!\\p{L})`,
  'iu',
);
// Longer than any name that is one.
const longest = 1000;

/** Whether a word of the name is one that only organisations bear (N1). */
export function hasOrganisationWord(name: string): boolean {
  return name.length <= longest && organisationWord.test(name);
}

/** Particles that stay with the family name (CSL: non-dropping), when printed in lower case. */
export const keptParticles: ReadonlySet<string> = new Set(
  'van von der den het ter ten te zu zum zur und vom da das do dos di del dello della dei degli dal dalla ben bin ibn el al af av'.split(
    ' ',
  ),
);

/** Particles that no list is sorted on (CSL: dropping). */
export const droppedParticles: ReadonlySet<string> = new Set(['de', 'd’', "d'"]);

/** French articles, in any case part of the family name: `Le Goff`, `du Bos`. */
export const articles: ReadonlySet<string> = new Set([
  'le',
  'la',
  'les',
  'du',
  'des',
  'l’',
  "l'",
  'los',
  'las',
]);

/** First words of a family name of several, when printed with a capital. */
export const familyStarts: ReadonlySet<string> = new Set(
  'Le La Les Du Des De Da Das Do Dos Di Del Della Dello Van Von Der Den Ter Ten Zu Ben Bin Ibn El Al Ould Aït Saint Sainte San Mac Mc Abou Abu Abd'.split(
    ' ',
  ),
);

/** Words that no given name begins a line with: what follows is no person. */
export const titleStarts: ReadonlySet<string> = new Set("Le La Les L’ L' Un Une Des The A".split(' '));

export const suffix = /^(?:jr|sr|junior|senior|ii|iii|iv)\.?$/i;

function accentsOptional(word: string): string {
  return word.replace(/[^a-z ]/g, (letter) => `[${letter}${letter.normalize('NFD')[0]}]`);
}
