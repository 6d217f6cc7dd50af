import { fold } from '../../base/fold.ts';
import { isPeriodical } from './publishers.ts';
import type { RuleName } from './rules.ts';
import type { Tape } from './tape.ts';

/** What kind of work a notice is of, in the words of `ontology/types.csv`, and the words or signs that say so. */
export interface Kind {
  readonly type: string;
  readonly rule: RuleName;
  readonly words?: string | undefined;
  readonly inferred?: boolean | undefined;
  readonly container?: 'journal' | 'book' | 'proceedings' | 'series' | 'website' | undefined;
}

interface Sign {
  readonly type: string;
  readonly pattern: RegExp;
}

// At the start of a part of the notice, for `Les Enjeux de la communication` is a journal.
const sign = (type: string, source: string): Sign => ({
  type,
  pattern: new RegExp(`(?<=^[\\s,.;:]*|[,.;:()\\u0001\\n»”"–-]\\s*)${source}`, 'iu'),
});

/** Words that name the kind of a work, where they stand after its title. */
// biome-ignore format: a table
const signs: readonly Sign[] = [
  sign('thesis',           '(?<![\\p{L}])(?:thèses?\\s(?:de\\s|d[\'’]|pour\\s|en\\s|soutenue|nouveau)[^,.;()]*|co-?tutelle(?![\\p{L}])[^,.;()]*|thèse(?=\\s*[,.;(]|$)|(?:sujet|titre) de (?:la )?thèse|(?:ph\\.?\\s?d\\.?|doctoral|master[\'’]?s?)\\s?(?:thesis|dissertation)?[^,.;()]{0,40}|habilitation[^,.;()]*|(?:manuscrit inédit d[\'’])?\\bhdr\\b|mémoire (?:de|d[\'’])[^,.;()]*|unpublished (?:thesis|dissertation))'),
  sign('workingPaper',     '(?<![\\p{L}])(?:working papers?|documents? de travail|discussion papers?|cahiers? de recherche|texte de discussion|research papers?|\\bDP\\b|\\bWP\\b)(?![\\p{L}])'),
  sign('preprint',         '(?<![\\p{L}])(?:arxiv|preprint|pré-?publication|biorxiv|socarxiv)(?![\\p{L}])'),
  sign('report',           '(?<![\\p{L}])(?:rapports?(?![\\p{L}])[^,.;()]{0,80}|technical report[^,.;()]{0,40}|final report|(?:\\p{L}+ )?report(?![\\p{L}])|policy briefs?|notes? d[\'’]analyse|notes? de (?:recherche|synthèse|travail)(?![\\p{L}])[^,.;()]{0,80}|étude pour[^,.;()]{0,60}|livre blanc)'),
  sign('poster',           '(?<![\\p{L}])(?:poster|affiche)(?![\\p{L}])'),
  sign('talk',             '(?<![\\p{L}])(?:communication(?:\\s(?:orale|invitée|au|à|aux|présentée|dans|lors|pour)[^,.;()]*)?|conférence (?:invitée|plénière|donnée|au|à)[^,.;()]*|intervention (?:au|à|aux|lors)[^,.;()]*|(?:paper )?presented at[^,.;()]*|talk(?: at)?|séminaire[^,.;()]*|keynote[^,.;()]*|invited (?:talk|lecture)[^,.;()]*)(?![\\p{L}])'),
  sign('chapter',          '(?:(?:partie|part) \\d+, )?(?:chapitre|chapter|chap\\.) \\d+(?![\\p{L}\\d])'),
  sign('newspaperArticle', '(?<![\\p{L}])(?:tribune(?: dans| parue)?)(?![\\p{L}])'),
];

const conferences =
  /(?<![\p{L}])(?:(?:\p{L}+ )?colloque|congrès|journées? d['’]études?|journées?|rencontres|workshop|symposium|conference|conférence|congress|annual meeting|convention)(?![\p{L}])/iu;
const meetings =
  /^(?:\d+\S*\s|(?:\p{L}+\s){1,2})?(?:colloque|congrès|journées? d['’]études?|workshop|symposium|conference|conférence|congress|annual meeting|convention)(?![\p{L}])/iu;
const proceedings = /(?<![\p{L}])(?:actes|proceedings|proc\.)(?![\p{L}])/iu;
const reviews =
  /^(?:compte[- ]rendu|comptes[- ]rendus|recension|note (?:de lecture|critique|bibliographique)|c\.?\s?r\.?\s(?:de|d['’])|review (?:of|essay)|book review|à propos (?:de|d['’]|du|des)(?![\p{L}]).*\(\d{4}\)|lecture de)/iu;
const reviewsAfter =
  /(?<![\p{L}])(?:compte[- ]rendu|recension|note de lecture|book review|review of|à propos (?:de|d['’]|du)\s?:?)(?![\p{L}])/iu;

// biome-ignore format: a table
const headings: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['thesis',           /\b(?:theses?|these|thesis|doctorat|hdr|habilitation|memoires?|dissertations?)\b/],
  ['review',           /\b(?:comptes? rendus?|recensions?|notes? de lecture|book reviews?)\b/],
  ['chapter',          /\b(?:chapitres?|chapters?|contributions?|parties? d ouvrages?|participations? a des ouvrages)\b/],
  ['editedBook',       /\b(?:direction d ouvrages?|ouvrages? collectifs?|directions?|edited (?:books?|volumes?)|coordination|numeros? (?:speciaux|de revues?)|dossiers)\b/],
  ['proceedingsPaper', /\b(?:actes|proceedings)\b/],
  ['talk',             /\b(?:communications?|conferences?|talks?|presentations?|colloques?|congres|seminaires?)\b/],
  ['workingPaper',     /\b(?:documents? de travail|working papers?)\b/],
  ['preprint',         /\b(?:preprints?|prepublications?)\b/],
  ['report',           /\b(?:rapports?|reports?|expertises?)\b/],
  ['popularArticle',   /\b(?:vulgarisation|grand public|diffusion|valorisation|popular|outreach)\b/],
  ['newspaperArticle', /\b(?:presse|tribunes?|medias?|press)\b/],
  ['book',             /\b(?:ouvrages?|livres?|books?|monographies?|monographs?)\b/],
  ['article',          /\b(?:articles?|revues?|journals?)\b/],
];

/** The kind that a heading gives to the notices below it; one that names several gives none. */
export function kindOfHeading(heading: string): string | undefined {
  const words = fold(heading);
  const found = headings.filter(([, pattern]) => pattern.test(words)).map(([type]) => type);
  const [first, second] = found;
  const narrower = second === 'book' || second === 'article' ? first : undefined;
  return second === undefined ? first : narrower;
}

/** Dailies and weeklies, which bear no numbers in a notice. */
const newspapers =
  /^(?:le monde|libération|le figaro|la croix|l['’]humanité|ouest[- ]france|sud[- ]ouest|les échos|mediapart|the conversation(?: france)?|slate(?:\.fr)?|télérama|l['’]obs|le nouvel observateur|l['’]express|le point|la tribune|le parisien|la voix du nord|the guardian|(?:the )?new york times|(?:the )?washington post|el país|la repubblica|le temps|le soir|le devoir|la presse|the times)$/iu;

/** Whether a title says that the work is about another one. */
export const isReview = (title: string) => reviews.test(title);

/** Where the words that name the kind begin, in a stretch whose title is not marked. */
export function kindWordsAt(text: string): { readonly type: string; readonly at: number } | undefined {
  for (const { type, pattern } of signs) {
    const found = pattern.exec(text);
    if (found && found.index > 3) return { type, at: found.index };
  }
  return undefined;
}

/** Claims the words that name the kind, before numbers and names are looked for. */
export function claimKindWords(tape: Tape, from: number): Sign['type'] | undefined {
  const free = tape.free(from);
  for (const { type, pattern } of signs) {
    const found = pattern.exec(free);
    if (!found) continue;
    // Italics that hold more are the container: `Banque de France Working Paper`.
    const start = from + found.index;
    const isStyled = tape.styles.some(
      (style) => style.kind === 'italic' && style.start <= start && style.end >= start + found[0].length,
    );
    if (
      !isStyled &&
      type !== 'preprint' &&
      type !== 'workingPaper' &&
      !(type === 'report' && isPartOfName(free, found))
    )
      tape.claim('kind', start, start + found[0].length, 'kind-words');
    return type;
  }
  return undefined;
}

/** `Focus CAE`, `Rapports de l'ONPV`: the words are the name of a series. */
const isPartOfName = (free: string, { index, 0: words }: RegExpExecArray) =>
  /\p{L}\s*$/u.test(free.slice(0, index)) || /^(?:rapports|notes? d['’]analyse|policy brief)/iu.test(words);

/** Series of papers and reports bear what they are in their name. */
const seriesKinds: readonly (readonly [type: string, pattern: RegExp])[] = [
  [
    'workingPaper',
    /(?<![\p{L}])(?:working papers?|documents? de travail|discussion papers?|cahiers? de recherche|DP|WP)(?![\p{L}])/u,
  ],
  ['workingPaper', /working paper|document de travail|discussion paper/iu],
  [
    'report',
    /(?<![\p{L}])(?:policy briefs?|reports?|rapports?|notes? d['’]analyse|notes? de synthèse)(?![\p{L}])/iu,
  ],
  ['preprint', /(?<![\p{L}])(?:arxiv|preprints?)(?![\p{L}])/iu],
];

export interface Signs {
  readonly said: string | undefined;
  readonly heading: string | undefined;
  readonly isInside: boolean;
  readonly title: string;
}

/** `tel-01234567`, `NNT : 2017REN20001`: only theses bear these. */
export const isThesisDeposit = (tape: Tape) =>
  tape.first('nnt') !== undefined || tape.all('hal').some(({ value }) => /^tel-/i.test(value));

/** The kind of work, by its words first, then by what holds it, then by the heading. */
export function kindOf(tape: Tape, { said, heading, isInside, title }: Signs): Kind {
  const has = (field: Parameters<Tape['first']>[0]) => tape.first(field) !== undefined;
  const container = tape.first('container')?.value ?? '';
  const numbered = has('volume') || has('issue');
  const tail = tape.text.slice(Math.max(0, tape.text.indexOf(title) + title.length));
  const edits = tape.first('editors')?.rule === 'editors-first';
  const words = tape.first('kind')?.value;

  if (said === 'thesis' || has('supervisors')) return { type: 'thesis', rule: 'kind-words', words };
  if (isThesisDeposit(tape))
    return { type: 'thesis', rule: 'kind-identifier', words: tape.first('hal')?.value };
  const other = tape.claims.find(({ rule }) => rule === 'other-work')?.value ?? '';
  if (reviews.test(title) || reviewsAfter.test(other))
    return { type: 'review', rule: 'kind-review', container: 'journal' };
  if (proceedings.test(container) || (isInside && conferences.test(container)))
    return edits
      ? { type: 'proceedings', rule: 'kind-container' }
      : { type: 'proceedingsPaper', rule: 'kind-container', words: container, container: 'proceedings' };
  // `Journées d’études X, Lyon, mai 2011`: where it was said, not printed.
  if (meetings.test(container) && !edits && !numbered && !has('publisher'))
    return has('pages')
      ? { type: 'proceedingsPaper', rule: 'kind-container', words: container, container: 'proceedings' }
      : { type: 'talk', rule: 'kind-container', words: container, inferred: true, container: 'proceedings' };
  const series = seriesKinds.find(([, pattern]) => pattern.test(container))?.[0];
  if (series && !isInside && !edits)
    return { type: series, rule: 'kind-container', words: container, container: 'series' };
  if (said === 'workingPaper' || said === 'report' || said === 'preprint')
    return {
      type: said,
      rule: 'kind-words',
      words: words ?? container,
      container: said === 'preprint' ? undefined : 'series',
    };
  if (
    said === 'talk' ||
    said === 'poster' ||
    (conferences.test(tail) && !numbered && !container && !isInside)
  ) {
    return { type: said ?? 'talk', rule: 'kind-words', words };
  }
  if (
    said === 'chapter' ||
    /(?<![\p{L}])(?:chapitre|chapter) \d+$|^(?:chapitre|chapter) \d+\s?[.:]/iu.test(
      tape.first('title') ? tape.text.slice(tape.first('title')?.start, tape.first('title')?.end).trim() : '',
    )
  )
    return { type: 'chapter', rule: 'kind-words', words, container: 'book' };
  if (edits && !isInside)
    return numbered && container
      ? { type: 'editedBook', rule: 'kind-edited', container: 'journal' }
      : { type: 'editedBook', rule: 'kind-edited', container: 'series' };
  if (isInside) {
    const isJournal = numbered && !has('publisher') && !has('editors') && !has('place');
    const isPart = has('editors') || has('publisher') || has('place') || has('isbn');
    if (isJournal && heading !== 'chapter')
      return {
        type: heading === 'popularArticle' ? heading : 'article',
        rule: 'kind-container',
        words: container,
        inferred: true,
        container: 'journal',
      };
    if (isPart || has('pages') || heading === 'chapter')
      return { type: 'chapter', rule: 'kind-in', words: container, container: 'book' };
    return {
      type: heading ?? 'article',
      rule: 'kind-container',
      words: container,
      inferred: true,
      container: 'journal',
    };
  }
  if (container) {
    // A publisher, pages and no number: a part of a book, though no `in` says so.
    if (!numbered && has('pages') && has('publisher') && !isPeriodical(container))
      return { type: 'chapter', rule: 'kind-publisher', words: container, inferred: true, container: 'book' };
    if (heading === 'chapter' && !numbered)
      return { type: 'chapter', rule: 'kind-heading', container: 'book' };
    if (newspapers.test(container) && !numbered && heading !== 'popularArticle')
      return {
        type: 'newspaperArticle',
        rule: 'kind-newspaper',
        words: container,
        inferred: true,
        container: 'journal',
      };
    const byHeading =
      heading &&
      ['popularArticle', 'newspaperArticle', 'review', 'talk', 'proceedingsPaper'].includes(heading)
        ? heading
        : // A whole issue has no pages.
          heading === 'editedBook' && !has('pages')
          ? heading
          : undefined;
    return {
      type: byHeading ?? 'article',
      rule: byHeading ? 'kind-heading' : 'kind-container',
      words: container,
      inferred: true,
      container: byHeading === 'proceedingsPaper' || byHeading === 'talk' ? 'proceedings' : 'journal',
    };
  }
  if (has('volume') && has('pages')) return { type: 'article', rule: 'kind-numbers', inferred: true };
  if (said) return { type: said, rule: 'kind-words', words };
  if (has('publisher') || has('isbn') || has('series') || has('place')) {
    const type = heading === 'editedBook' || heading === 'thesis' || heading === 'report' ? heading : 'book';
    return { type, rule: 'kind-publisher', words: tape.first('publisher')?.value, inferred: true };
  }
  return heading
    ? { type: heading, rule: 'kind-heading', inferred: true }
    : { type: 'other', rule: 'kind-open' };
}
