import { type Random, randomFrom } from './random.ts';
import { type Author, author, institution, type Journal, journal } from './things.ts';
import { familyName, initial, phrase, sentences } from './words.ts';

// Records with the form, the sizes and the gaps of those that Crossref gives: the shares are those counted over 1 590
// works of public test fixtures. Their DOIs bear the prefix 10.5555, which Crossref keeps for tests.

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
type Fields = { readonly [key: string]: Json | undefined };
type Day = readonly [number, number, number];

const seed = 20_240_607;

// biome-ignore format: a table
const types = [
  ['journal-article', 80.1], ['book-chapter', 7], ['proceedings-article', 5], ['posted-content', 2.4], ['book', 1.4],
  ['report', 0.9], ['dissertation', 0.8], ['component', 0.8], ['monograph', 0.6], ['dataset', 0.5], ['peer-review', 0.5],
] as const;

/** Up to how many authors, in what share of the records that have any: median 3, mean 4, one in ten above 8. */
// biome-ignore format: a table
const authorCounts = [
  [1, 25], [2, 20], [3, 13], [4, 12], [5, 9], [6, 6], [7, 4], [8, 3], [10, 3], [14, 2.5], [20, 1.5], [40, 0.8], [71, 0.2],
] as const;

/** Crossref records as JSON Lines, each without its line end; the first ones are the same whatever the count. */
export function* records(count: number): Generator<string, void, undefined> {
  for (let number = 0; number < count; number++) yield JSON.stringify(record(number));
}

function record(number: number): Fields {
  const random = randomFrom(seed + number * 2_654_435);
  const type = random.weighted(types);
  const periodical = journal(random);
  const { language } = periodical;
  const doi = `10.5555/${random.pick(['mois', 'champ', 'epi', 'gerbe'])}.${String(number).padStart(8, '0')}`;
  const day: Day = [
    1975 + Math.floor(50 * Math.sqrt(random.next())),
    random.below(12) + 1,
    random.below(28) + 1,
  ];
  const created = stamp([day[0], day[1], day[2]]);
  const issued = issuedOf(random, day);
  const references = referencesOf(random, doi);
  const isPart = type === 'journal-article' || type === 'proceedings-article' || type === 'book-chapter';
  return {
    indexed: stamp([2024, random.below(6) + 1, random.below(28) + 1]),
    'reference-count': references.length,
    publisher: periodical.publisher,
    ...(isPart && placeIn(random, periodical, issued)),
    ...(random.chance(0.58) && { license: licencesOf(random, issued) }),
    'content-domain': { domain: random.chance(0.3) ? ['example.org'] : [], 'crossmark-restriction': false },
    ...(random.chance(0.21) && { funder: fundersOf(random) }),
    DOI: doi,
    type,
    created,
    source: 'Crossref',
    'is-referenced-by-count': random.below(40),
    title: random.chance(0.009) ? [] : [titleOf(random, language)],
    prefix: '10.5555',
    ...(!random.chance(0.158) && { author: authorsOf(random) }),
    member: periodical.member,
    ...(references.length > 0 && { reference: references }),
    ...(random.chance(0.7) && { language }),
    ...(random.chance(0.264) && { abstract: abstractOf(random, language) }),
    ...(random.chance(0.7) && { link: linksOf(random, doi) }),
    ...(random.chance(0.25) && { assertion: assertionsOf(created['date-time']) }),
    deposited: stamp([Math.max(day[0], 2010), random.below(12) + 1, random.below(28) + 1]),
    score: 1,
    resource: { primary: { URL: `https://example.org/article/${number}` } },
    subtitle: random.chance(0.05) ? [phrase(random, language, 5)] : [],
    issued: { 'date-parts': issued.length > 0 ? [issued] : [[null]] },
    'references-count': references.length,
    'alternative-id': random.chance(0.4) ? [`S${number}${random.below(1_000)}`] : [],
    URL: `https://doi.org/${doi}`,
    relation: {},
    ...(random.chance(0.85) && issnsOf(random, periodical)),
    subject: random.chance(0.5) ? [phrase(random, 'en', 2), phrase(random, 'en', 3)] : [],
    ...(issued.length > 0 && { published: { 'date-parts': [issued] } }),
  };
}

/** Day, month or year, as precise as the source was; or nothing. */
function issuedOf(random: Random, day: Day): readonly number[] {
  const length = random.weighted([
    [3, 52],
    [2, 25],
    [1, 19],
    [0, 4],
  ]);
  return day.slice(0, length);
}

function placeIn(random: Random, { title, short }: Journal, issued: readonly number[]): Fields {
  const from = random.below(900) + 1;
  const issue = random.chance(0.62) ? String(random.below(12) + 1) : undefined;
  const when = issued.length > 0 ? { 'date-parts': [issued] } : undefined;
  return {
    issue,
    'short-container-title': random.chance(0.7) ? [short] : [],
    ...(random.chance(0.6) && { 'published-print': when }),
    ...(random.chance(0.6) && { 'published-online': when }),
    ...(random.chance(0.83) && {
      page: random.chance(0.9) ? `${from}-${from + random.below(30) + 1}` : `e${from}`,
    }),
    ...(random.chance(0.82) && { volume: String(random.below(150) + 1) }),
    'container-title': [title],
    ...(issue !== undefined && { 'journal-issue': { issue, 'published-print': when } }),
  };
}

function titleOf(random: Random, language: 'en' | 'fr'): string {
  const words = phrase(random, language, random.below(12) + 4);
  if (random.chance(0.033)) return `${words} <i>${phrase(random, language, 2)}</i> CO<sub>2</sub>`;
  if (random.chance(0.009)) return `${words} &amp; ${phrase(random, language, 2)}`;
  return random.chance(0.3) ? `${words}: ${phrase(random, language, 4)}` : words;
}

function abstractOf(random: Random, language: 'en' | 'fr'): string {
  const size = 500 + random.below(1_500);
  const text = sentences(random, language, size);
  if (random.chance(0.12)) return text;
  const formula = random.chance(0.09)
    ? ' <jats:inline-formula><mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>x</mml:mi><mml:mo>=</mml:mo><mml:mn>2</mml:mn></mml:math></jats:inline-formula>'
    : '';
  const heading = language === 'fr' ? 'Résumé' : 'Abstract';
  const head = random.chance(0.4) ? `<jats:title>${heading}</jats:title>` : '';
  return `${head}<jats:p>${text}${formula}</jats:p>`;
}

function authorsOf(random: Random): Fields[] {
  const most = random.weighted(authorCounts);
  const count = most > 8 ? Math.ceil(most * (0.7 + 0.3 * random.next())) : most;
  // Affiliations and ORCID iDs come from publishers that ask all authors for them, or none.
  const hasAffiliations = random.chance(0.42);
  const hasOrcid = random.chance(0.3);
  return Array.from({ length: count }, (_, index) =>
    authorOf(random, author(random), { index, hasAffiliations, hasOrcid }),
  );
}

interface Habits {
  readonly index: number;
  readonly hasAffiliations: boolean;
  readonly hasOrcid: boolean;
}

function authorOf(random: Random, { family, given, orcid, affiliation }: Author, habits: Habits): Fields {
  const names = random.chance(0.229) ? `${given.charAt(0)}. ${initial(random)}` : given;
  const others = random.chance(0.15) ? [{ name: institution(random) }] : [];
  return {
    ...(habits.hasOrcid &&
      random.chance(0.41) && {
        ORCID: `http://orcid.org/${orcid}`,
        'authenticated-orcid': random.chance(0.5),
      }),
    given: names,
    family,
    sequence: habits.index === 0 ? 'first' : 'additional',
    affiliation: habits.hasAffiliations && random.chance(0.81) ? [{ name: affiliation }, ...others] : [],
  };
}

function fundersOf(random: Random): Fields[] {
  return Array.from({ length: random.below(2) + 1 }, () => ({
    name: `${random.pick(['Fonds', 'Council', 'Foundation', 'Agence'])} ${institution(random).split(', ')[1] ?? ''}`,
    award: random.chance(0.6) ? [`${random.below(90_000) + 10_000}`] : [],
  }));
}

function licencesOf(random: Random, issued: readonly number[]): Fields[] {
  const [year = 2000, month = 1, day = 1] = issued;
  const start = stamp([year, month, day]);
  const open = 'https://creativecommons.org/licenses/by/4.0/';
  const URL = random.chance(0.45) ? open : 'https://example.org/terms';
  const versions = random.chance(0.5) ? (['vor', 'tdm'] as const) : (['unspecified'] as const);
  return versions.map((version) => ({
    start,
    'content-version': version,
    'delay-in-days': random.below(30),
    URL,
  }));
}

function linksOf(random: Random, doi: string): Fields[] {
  const kinds = random.chance(0.5) ? (['application/pdf', 'text/xml'] as const) : (['unspecified'] as const);
  return kinds.map((type) => ({
    URL: `https://example.org/content/${doi}${type === 'text/xml' ? '.xml' : '.pdf'}`,
    'content-type': type,
    'content-version': 'vor',
    'intended-application': random.chance(0.5) ? 'text-mining' : 'similarity-checking',
  }));
}

/** What publishers add about the review. */
function assertionsOf(when: Json | undefined): Fields[] {
  const group = { name: 'ArticleHistory', label: 'Article History' };
  return ['received', 'accepted', 'first_online'].map((name, index) => ({
    value: when,
    order: index + 1,
    name,
    label: name.replace('_', ' '),
    group,
  }));
}

/** Few and short: the shares were counted without them. */
function referencesOf(random: Random, doi: string): Fields[] {
  if (random.chance(0.5)) return [];
  return Array.from({ length: random.below(3) + 1 }, (_, index) => ({
    key: `${doi}-B${index + 1}`,
    author: familyName(random),
    year: String(1950 + random.below(70)),
    ...(random.chance(0.4) && {
      'doi-asserted-by': 'publisher',
      DOI: `10.5555/mois.${random.below(99_999)}`,
    }),
  }));
}

function issnsOf(random: Random, { print, electronic }: Journal): Fields {
  const both = random.chance(0.7);
  return {
    ISSN: both ? [print, electronic] : [electronic],
    'issn-type': [
      ...(both ? [{ value: print, type: 'print' }] : []),
      { value: electronic, type: 'electronic' },
    ],
  };
}

function stamp(parts: Day): Fields {
  const timestamp = Date.UTC(parts[0], parts[1] - 1, parts[2], 4, 20, 12);
  return {
    'date-parts': [parts],
    'date-time': new Date(timestamp).toISOString().replace('.000', ''),
    timestamp,
  };
}
