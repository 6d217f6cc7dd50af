import { namesAt } from './people.ts';
import type { RuleName } from './rules.ts';
import type { Field, Tape } from './tape.ts';
import { matchAt, matches, monthDate, opensQuote, quoteEnd, year } from './words.ts';

interface Remark {
  readonly field: Field;
  readonly rule: RuleName;
  readonly pattern: RegExp;
  /** Without it in a notice the pattern finds nothing: one with all forms of dates is dear to compile, at its first use. */
  readonly sign?: RegExp | undefined;
}

const at = (field: Field, rule: RuleName, source: string, sign?: RegExp): Remark => ({
  field,
  rule,
  pattern: new RegExp(source, 'giu'),
  sign,
});
const published = new RegExp(
  `((?:publication date|date de publication|data di pubblicazione|fecha de publicación)\\s?:?\\s?)(?:${monthDate}|${year}|\\p{L}+\\s${year})`,
  'giu',
);
const accessed = /en ligne|consult|accessed|published online|retrieved/iu;
const datedByLabel = /publication|pubblicazione|publicación/iu;
const day = `(?:${monthDate}|${year})`;

/** Words that belong to no field of the work, and would be taken for one. */
// biome-ignore format: a table
const remarks: readonly Remark[] = [
  at('access', 'access-words', `(?:mis(?:e)? en ligne|publi(?:é|ée) en ligne|consult(?:é|ée)|accessed|published online|retrieved|retrieved)(?:\\s(?:le|on|in|:))?\\s?:?\\s?${day}(?:\\s?,?\\s?(?:from|sur|at|à)(?=\\s|$))?`, accessed),
  at('access', 'access-words', '[\\[(]?\\s?(?:(?:lire|disponible|consultable|accessible|available|read|texte intégral|article|version)\\s)?(?:en ligne|on-?line|(?:sur )?internet)(?:\\s(?:sur|à l[\'’]adresse|at|sur le site|ici))?\\s?[\\])]?(?=\\s*(?:[:.,;)\\]\\u0001]|$))'),
  at('access', 'access-words', '(?<![\\p{L}])(?:disponible sur|available (?:at|on|from)|lien(?: vers [^,.;()]{3,30})?|voir|url|doi|handle|texte intégral|full text|open access|preprint here|and summary in|retrieved from|à télécharger)\\s?:?\\s?(?=\\s*(?:[.,;)\\]\\u0001]|$))'),
  at('access', 'access-words', '[([]\\s?(?:pre-?print|post-?print|pré-?publication|version [^()]{3,30}|manuscript|manuscrit)\\s?(?:here|ici|:)?\\s?\\u0001+\\s?[)\\]]'),
  at('note', 'form-in-brackets', '\\[(?:numéro (?:spécial|thématique)|special issue|dossier(?: thématique)?|billet (?:de|d[\'’])[^\\]]{3,20}|vidéo|video|podcast|audio|web ?log post)\\]'),
  at('note', 'edition-words', `[([]?\\s?(?:(?:1re|1ère|première)\\séd(?:ition)?|rééd(?:ition|ité)?|réimpr(?:ession)?|reed|repr(?:int(?:ed)?)?)\\.?(?![\\p{L}])[^()\\[\\],;]{0,30}${year}\\s?[)\\]]?`),
  at('note', 'edition-words', '(?<=[,.;(\\u0001]\\s?)(?:\\d{1,2}(?:e|è|ème|nd|rd|th|st)?\\s(?:vol(?:s|umes)?(?![\\p{L}])|éd(?:ition|\\.)?|ed(?:ition|n|\\.)?)(?:\\s(?:revue|augmentée|corrigée|mise à jour|rev\\.))?|(?:nouvelle|première|deuxième|seconde|revised|new|second|third)\\s(?:édition|edition)|(?:éd|ed)\\.\\s(?:rev|augm)\\S*)(?![\\p{L}])\\.?'),
  at('language', 'language-words', '(?<=[.;,([\\u0001]\\s?)(?:(?:langue|language|lang\\.)\\s?:\\s?|en\\s|in\\s)?(?:français|anglais|espagnol|allemand|italien|portugais|english|french|spanish|german|italian|portuguese|español|inglés|deutsch)(?=\\s*(?:[.;)\\]⟨\\u0001]|$))'),
  at('note', 'peer-review-words', '[\\[(]\\s?(?:ACL|ACTI|ACTN|ACLN|ASCL|OS|DO|COM|INV|AFF|RICL|RNCL|CNRS \\d|HCERES|rang [A-C]|Q[1-4]|IF\\s?[:=]?\\s?\\d+[.,]\\d+|peer[- ]reviewed|article|chapitre|ouvrage|communication)\\s?[\\])]'),
];

/** Claims words about access, and long remarks in brackets, from an offset on. */
export function claimNotes(tape: Tape, from: number): void {
  claimBracketed(tape, from);
  claimOther(tape, from);
  for (const { field, rule, pattern, sign } of remarks) {
    if (sign && !sign.test(tape.text)) continue;
    for (const { 0: words, index } of matches(pattern, tape.free(from)))
      tape.claim(field, from + index, from + index + words.length, rule);
  }
  const labelled = datedByLabel.test(tape.text) ? matches(published, tape.free(from)) : [];
  for (const { 0: words, 1: label = '', index } of labelled) {
    tape.taken.fill(1, from + index, from + index + label.length);
    tape.claim('date', from + index + label.length, from + index + words.length, 'date-labelled');
  }
  for (const { 0: words, 1: label = '', 2: theme = '', index } of matches(themed, tape.free(from))) {
    const start = from + index;
    tape.claim('issueTitle', start + label.length, start + label.length + theme.length, 'issue-title-quoted');
    tape.taken.fill(1, start, start + words.length);
  }
  for (const [field, pattern] of people) claimPeople(tape, from, field, pattern);
}

/** `dossier « Les crues »`: the theme of an issue. */
const themed =
  /(?<=[,.;(\u0001]\s?)((?:dossier|numéro spécial|numéro thématique|n°\s?spécial|special issue)\s?[:,]?\s?[«“"]\s?)([^«»“”"\u0001]{3,150}?)\s?[»”"]/giu;

type Named = 'supervisors' | 'translators' | 'with' | 'note';

const people: readonly (readonly [Named, RegExp])[] = [
  [
    'supervisors',
    /(?:(?:sous la )?(?:co-?)?direct(?:ion|eurs?|rices?)\s(?:de\s(?:la\s)?thèse)?\s?:|(?:co-?)?direct(?:eurs?|rices?)(?: de (?:la )?thèse)?\s?:|codirection\s:?|garante?\s?:|dir\.\s?:|dirigée? par|supervised by|supervisors?\s?:|thesis advisors?\s?:|encadre(?:ment|ants?)\s?:|co-?direct(?:eurs?|rices?|ion)\s)\s*/giu,
  ],
  [
    'translators',
    /(?:traduit(?:e)?(?: d[eu] [\p{L}’' ]{3,30})? par|trad(?:uction)?\.?(?: d[eu] [\p{L}’']{3,20})?(?: par)?|translated by|tr\.)\s+(?=\p{Lu})/giu,
  ],
  [
    'with',
    /(?<=^[\s,;.]*|[,(;.\u0001]\s?)(?:en collab\S*\s)?(?:avec|in collaboration with|with)\s+(?=\p{Lu})/giu,
  ],
  [
    'note',
    /(?:propos recueillis par|entretien (?:réalisé par|avec)|interview by|préface de|postface de|foreword by)\s+/giu,
  ],
];

function claimPeople(tape: Tape, from: number, field: Named, pattern: RegExp): void {
  for (const { 0: words, index } of matches(pattern, tape.free(from))) {
    const start = from + index + words.length;
    const list = namesAt(tape.text, start);
    // `Travailler avec Max Weber` is a title.
    const isTitle = tape.styles.some(
      ({ kind, start: begins, end }) => kind !== 'small' && begins <= from + index && end >= start,
    );
    if (isTitle || !list || !tape.isFree(start, list.end)) continue;
    tape.claim(field, start, list.end, field === 'note' ? 'interview-words' : `${field}-by-words`);
    tape.taken.fill(1, from + index, start);
    // `(LRGP)`: where a supervisor works.
    const place = matchAt(/\s*\([^()]{2,80}\)(?:,\s*(?=\p{Lu}))?/uy, tape.text, list.end);
    if (!place || field !== 'supervisors') continue;
    const after = list.end + place[0].length;
    tape.taken.fill(1, list.end, after);
    const more = namesAt(tape.text, after);
    if (more && tape.isFree(after, more.end)) tape.claim(field, after, more.end, 'supervisors-by-words');
  }
}

/** `(traduction anglaise de « … », Réseaux, 2001)`: what a long bracket says is of another work. */
function claimBracketed(tape: Tape, from: number): void {
  const { text } = tape;
  for (let start = text.indexOf('(', from); start >= 0; start = text.indexOf('(', start + 1)) {
    const end = closing(text, start);
    if (end === undefined) return;
    const inside = text.slice(start + 1, end - 1);
    const words = inside.trim().split(/\s+/);
    const isRemark =
      words.length > 4 &&
      /\p{Ll}{3}/u.test(inside) &&
      !/^\s*(?:sous la|dirs?|éds?|eds?|coord|en collab|avec\s\p{Lu}|with\s\p{Lu}|in collab)/iu.test(inside);
    if (isRemark && tape.isFree(start, end)) tape.claim('note', start, end, 'bracketed-remark');
    if (isRemark) start = end - 1;
  }
}

const other =
  /(?<=^|[\s,;.(\u0001])(?:trad(?:\.|uction|uit)[^«“"\u0001]{0,40}|(?:à propos (?:de|d['’]|du|des)|compte[- ]rendu (?:de|d['’]|du)|recension (?:de|d['’]|du)|review of|book review)\s?:?\s)/iu;

/** What is said of another work, up to the italics or the link of the container: the original, the reviewed book. */
function claimOther(tape: Tape, from: number): void {
  const free = tape.free(from);
  const found = other.exec(free);
  if (!found) return;
  const start = from + found.index;
  const after = start + found[0].length;
  const isQuoted = opensQuote(tape.text[after]);
  if (/^trad/i.test(found[0]) && !isQuoted) return;
  const quoted = isQuoted ? quoteEnd(tape.text, after) : undefined;
  const style = tape.styles.find(
    ({ kind, start: at }) =>
      (kind === 'italic' || kind === 'link') && at > (quoted ?? after) && tape.isFree(at, at + 1),
  );
  const end = style?.start ?? (quoted === undefined ? undefined : quoted + 1);
  if (end === undefined) return;
  for (let index = start; index < end; index += 1) if (tape.taken[index]) return;
  tape.claim('note', start, end, 'other-work');
}

function closing(text: string, start: number): number | undefined {
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1;
    if (text[index] === ')') depth -= 1;
    if (depth === 0) return index + 1;
  }
  return undefined;
}
