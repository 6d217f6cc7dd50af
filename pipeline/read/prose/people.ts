import { isGivenName } from './given-names.ts';
import { isPeriodical, isPlace, isPublisher } from './publishers.ts';
import { bodyWords } from './words.ts';

/** A name as printed; parts only where the order of the words is known against the habit of given names first. */
export interface Name {
  readonly printed: string;
  readonly family?: string | undefined;
  readonly given?: string | undefined;
}

/** Names that follow each other, and where they end. */
export interface NameList {
  readonly names: readonly Name[];
  /** Offset of what follows the last name. */
  readonly end: number;
  /** Whether initials, capitals or known given names show that each is a person's. */
  readonly isSure: boolean;
  /** `et al.`, when some are not named. */
  readonly incomplete?: string | undefined;
}

const dash = '[-‐‑]';
const particle =
  "(?:d[eu]s?|del?|della|de la|de las|de los|de l['’]|di|da|dos|das|do|van|von|der|den|van der|van den|von der|ter|ten|zu|el|al|ben|bin|le|la|y)";
const capital = `(?:[dlDLO]['’]|Mc|Mac)?\\p{Lu}\\p{M}*(?:[\\p{L}\\p{M}'’]|\\.(?=\\p{L}))*(?:${dash}\\p{L}[\\p{L}\\p{M}'’]*)*`;
// A whole word, not an initial.
const word = `(?:(?!(?:Eds?|Éds?|Dirs?|Coords?|Hrsg)(?![\\p{L}]))(?=(?:[dlDLO]['’])?\\p{Lu}\\p{M}*[\\p{L}'’])${capital})`;
const initial = `(?:\\p{Lu}\\p{M}*(?:h|hr|Th|Ch|Ph)?\\.|\\p{Lu}\\p{M}*(?![\\p{L}\\p{M}'’]))`;
const initials = `${initial}(?:\\s?${dash}?\\s?${initial}){0,4}`;
// `JP`, `A-M`: several first letters without stops.
const letters = `(?:${initials}|\\p{Lu}{1,3}(?![\\p{L}\\p{M}'’]))\\.?`;
const family = `(?:${particle}\\s+){0,2}${word}(?:\\s+(?:${particle}\\s+){0,2}${word}){0,2}`;
const suffixWords = '(?:,?\\s(?:Jr|Sr|III?)\\.?(?!\\p{L}))?';

// biome-ignore format: a table
const forms: readonly (readonly [form: string, source: string])[] = [
  ['initials first', `(?:${initials}|\\p{Lu}{1,2}\\p{Ll}?\\.)\\s*${family}${suffixWords}`],
  ['initials last',  `${family},?\\s+${letters}${suffixWords}`],
  ['whole',          `${word}(?:\\s+(?:${initial}|(?:${particle}\\s+){0,2}${word})){1,5}${suffixWords}`],
];
const patterns = forms.map(([form, source]) => ({ form, pattern: new RegExp(source, 'uy') }));

// `Vincenzo A. Piccione` is one name; `Boly V. Evaluation` a name and a title.
const middleInitial = new RegExp(
  `${word}\\s(?:\\p{Lu}\\.\\s?){1,2}\\s?(?:${particle}\\s+){0,2}${word}`,
  'uy',
);

/** `Perrin (Camille)`: the given name in brackets. */
const bracketed = new RegExp(`(${family})\\s\\((${word}(?:[\\s-]${word})?|${initials})\\)`, 'uy');
const bracketedWhole = new RegExp(`^(${family})\\s\\((.+)\\)$`, 'u');

const conjunction = '(?:et|and|&|avec|with|und|y|e)';
const separator = new RegExp(
  `\\s*(?:[,;]\\s?\\.?\\s*(?:${conjunction}\\s+)?|\\s${conjunction}\\s+|\\s?&\\s?|\\n|\\s[-–/]\\s)\\s*`,
  'uy',
);
const others = /\s*[,;]?\s*(?:(?:et|and|&)\s+)?(?:al|alii|autres|collègues|others|coll)\.?(?![\p{L}])/uy;
const body = new RegExp(`(?<![\\p{L}])(?:${bodyWords})s?(?![\\p{L}])`, 'iu');
const meeting =
  /(?<![\p{L}])(?:congrès|colloque|journées?|séminaire|workshop|conference|conférence|symposium|rencontres|forum|biennale|assises|universit[éy]|école|département|musée|bibliothèque)(?![\p{L}])/iu;
const notAName =
  /(?:tions?|sions?|ités?|ities|ity|ics|ismes?|isms?|ness|logies?|logy|graphies?|graphy|ements)$/iu;
const notFirst: ReadonlySet<string> = new Set(
  'Le La Les Un Une Des The An In Dans Sur Pour Entre Vers Quand Comment Pourquoi Que Qui Quel Quelle Et On Of And À De Du Au Aux Ce Cette Ces Son Sa Ses Revue Journal Presses Éditions Editions Université University Paris Lyon London New Article Thèse Rapport Chapitre Chapter Actes Collection Coll Introduction Conclusion Postface Préface Préfaces Compte Recension Working Policy Note Notes Cahiers Annales Bulletin Études Etudes Travaux Open Big Social Special Hors Numéro Volume Vol'.split(
    ' ',
  ),
);

/** Longest list of names that begins at an offset; undefined when none does. */
export function namesAt(
  text: string,
  from: number,
  order?: 'family',
  isGivenFirst = false,
): NameList | undefined {
  const shoutedFirst = /^(?:\p{Lu}[\p{Lu}'’-]+\s){0,2}\p{Lu}[\p{Lu}'’-]{2,},\s\p{Lu}\p{Ll}/u.test(
    text.slice(from, from + 80),
  )
    ? mlaAt(text, from)
    : undefined;
  if (shoutedFirst) return shoutedFirst;
  const found: { printed: string; form: string }[] = [];
  let at = from;
  let end = from;
  let incomplete: string | undefined;
  for (;;) {
    const name = nameAt(text, at, isGivenFirst) ?? (found.length >= 3 ? singleAt(text, at) : undefined);
    if (!name) break;
    found.push(name);
    end = at + name.printed.length;
    const more = sticky(others, text, end);
    if (more) {
      incomplete = more.trim().replace(/^[,;\s]+/, '');
      end += more.length;
      break;
    }
    const parted = sticky(separator, text, end);
    if (parted === undefined || parted === '') break;
    at = end + parted.length;
  }
  if (found.length === 0) return mlaAt(text, from);
  if (unstopped(found)) end -= 1;
  return { names: ordered(found, order), end, incomplete, isSure: found.every(isSurely) };
}

/** `Perrin C, Leroy MA.`: where initials bear no stops, the last one ends the list. */
function unstopped(found: { printed: string; form: string }[]): boolean {
  const last = found.at(-1);
  const others = found.slice(0, -1).filter(({ form }) => form === 'initials last');
  if (last?.form !== 'initials last' || !last.printed.endsWith('.')) return false;
  if (others.length === 0 || !others.every(({ printed }) => /\p{Lu}$/u.test(printed))) return false;
  last.printed = last.printed.slice(0, -1);
  return true;
}

/** The names that a stretch of text is made of, and of nothing else. */
export function namesIn(text: string): NameList | undefined {
  const lead = /^[\s,;:.]*/.exec(text)?.[0].length ?? 0;
  const list = namesAt(text, lead);
  return list && /^[\s,;:.\n]*$/.test(text.slice(list.end)) ? list : undefined;
}

function nameAt(
  text: string,
  at: number,
  isGivenFirst: boolean,
): { printed: string; form: string } | undefined {
  if (!/[\p{Lu}dlv]/u.test(text[at] ?? '')) return undefined;
  const inBrackets = match(bracketed, text, at);
  if (inBrackets) return { printed: inBrackets[0], form: 'bracketed' };
  const middle = sticky(middleInitial, text, at);
  if (
    middle &&
    (isGivenFirst || isGivenName(middle.split(' ')[0] ?? '')) &&
    isName(middle, 'whole', text, at + middle.length)
  )
    return { printed: middle, form: 'whole' };
  for (const { form, pattern } of patterns) {
    const printed = sticky(pattern, text, at);
    if (printed === undefined) continue;
    if (isName(printed, form, text, at + printed.length))
      return { printed: form === 'whole' ? withoutLab(printed) : printed, form };
    // A line of names, and more words below it.
    const line = printed.includes('\n')
      ? sticky(pattern, text.slice(0, at + printed.indexOf('\n')), at)
      : undefined;
    if (line !== undefined && isName(line, form, text, at + line.length)) return { printed: line, form };
  }
  return undefined;
}

/** In a long list a slip: a given name without its family name. */
function singleAt(text: string, at: number): { printed: string; form: string } | undefined {
  const printed = sticky(single, text, at);
  const last = sticky(beforeQuote, text, at);
  if (last) return { printed: last, form: 'single' };
  return printed && isGivenName(printed) ? { printed, form: 'single' } : undefined;
}

const single = /\p{Lu}\p{Ll}+(?:[-‐‑]\p{Lu}\p{Ll}+)?(?=,)/uy;
const beforeQuote = /\p{Lu}\p{Ll}+(?=,\s*[«“"])/uy;

function isSurely({ printed, form }: { printed: string; form: string }): boolean {
  return (
    form !== 'whole' ||
    hasCapitals(printed) ||
    printed.split(/\s+/).some((word) => isGivenName(word) || /^\p{Lu}\.$/u.test(word))
  );
}

/** `Laurent Falk LRGP`: the capitals after a whole name are those of a lab. */
function withoutLab(printed: string): string {
  const words = printed.split(' ');
  const [first = '', second = ''] = words;
  const isLab =
    words.length === 3 &&
    /^\p{Lu}{3,8}$/u.test(words[2] ?? '') &&
    isGivenName(first) &&
    !isGivenName(second) &&
    /\p{Ll}/u.test(second);
  return isLab ? `${first} ${second}` : printed;
}

function isName(printed: string, form: string, text: string, end: number): boolean {
  const words = printed.split(/[\s,]+/);
  if (words.length > 8 || words.some((each) => notAName.test(each) && each.length > 7)) return false;
  const [first = ''] = words;
  const isParticle = /^(?:De|Du|Le|La)$/.test(first) && isGivenName(words.at(-1) ?? '');
  if (form === 'whole' && notFirst.has(first.replace(/\.$/, '')) && !isParticle) return false;
  if (form === 'whole' && (body.test(printed) || meeting.test(printed) || isPeriodical(printed)))
    return false;
  if ((form === 'whole' && isPublisher(printed)) || isPlace(printed.split(',')[0] ?? '')) return false;
  // After the stop of an initial anything may begin; after initials without stops, only a year.
  if (
    form === 'initials last' &&
    /\.$/.test(printed) &&
    /^\s+(?!\p{Lu}{3,}(?!\p{L}))\S/u.test(text.slice(end, end + 12))
  )
    return true;
  if (form === 'initials last' && /^\s+\(?\d{4}/.test(text.slice(end, end + 8))) return true;
  // What follows closes the name: a separator, a stop, a bracket, a quotation mark, an emphasised title, the end.
  return /^(?:\s*(?:[,;.:()[\]«“"„&\n]|$)|\s+(?:et|and|avec|with|und|y|e|dans|in|by|par|al)\s|\s+(?:[Ee]ds?|[Éé]ds?|[Dd]irs?|[Cc]oords?|[Hh]rsg)(?![\p{L}])|\s*[–—-]\s)/u.test(
    text.slice(end, end + 16),
  );
}

const mla = new RegExp(
  `(${family}),\\s(${word}(?:[ -]${word})?(?:\\s\\p{Lu}\\.)?)(?=\\s*(?:[,.;(:]|(?:et|and|y|e|und)\\s|&|(?:19|20)\\d\\d[.,:]))`,
  'uy',
);

/** `Goffman, Erving. `: a family name alone, then a given name, as the first of a list. */
function mlaAt(text: string, from: number): NameList | undefined {
  const found = match(mla, text, from);
  if (!found) return undefined;
  const [printed, familyName = '', given = ''] = found;
  const isShouted = familyName === familyName.toUpperCase();
  const isClosed = /^\s*(?:\.|\(|(?:19|20)\d\d[.,:])/.test(text.slice(from + printed.length));
  const isKnown = isGivenName(given.split(' ')[0] ?? '');
  if (notFirst.has(familyName)) return undefined;
  const first: Name = { printed, family: familyName, given };
  let end = from + printed.length;
  const parted = sticky(separator, text, end);
  // `DELMAS, Philippe. CLOUTIER, Lyne. Titre`: a stop between names in capitals.
  const stopped =
    parted === undefined &&
    isShouted &&
    /^\.\s\p{Lu}[\p{Lu}'’ -]{2,},\s\p{Lu}\p{Ll}/u.test(text.slice(end, end + 60))
      ? '. '
      : undefined;
  const between = parted ?? stopped;
  // After `Perrin, Camille` the given names of the others come first: `and Melvin M. Leroy`.
  const listed = between ? namesAt(text, end + between.length, undefined, true) : undefined;
  // `Perrin, Camille, Uneasy Rivers: The Flood`: words before a colon are a title unless they surely are a name.
  const rest = listed && (listed.isSure || !/^\s?:/.test(text.slice(listed.end))) ? listed : undefined;
  if (rest) end = rest.end;
  const isDated = rest !== undefined && /^[\s.,]*\(?(?:19|20)\d\d/.test(text.slice(end, end + 12));
  // `Perrin, Rüdiger and Angus Leroy`: nothing else is written so.
  const isJoined = rest !== undefined && /^\s*(?:and|et|&|und)\s/.test(between ?? '');
  if (!(isKnown || isShouted || isDated || isJoined || (isClosed && !given.includes(' ')))) return undefined;
  if (!rest) {
    const more = sticky(others, text, end);
    if (more)
      return {
        names: [first],
        end: end + more.length,
        isSure: true,
        incomplete: more.trim().replace(/^[,;\s]+/, ''),
      };
  }
  return { names: [first, ...(rest?.names ?? [])], end, isSure: true, incomplete: rest?.incomplete };
}

/** Family names first, when the given names that are known stand last in the list and never first. */
function ordered(
  found: readonly { printed: string; form: string }[],
  order: 'family' | undefined,
): readonly Name[] {
  const whole = found.filter(({ form, printed }) => form === 'whole' && !hasCapitals(printed));
  const ends = whole.map(({ printed }) => {
    const words = printed.split(/\s+/);
    return { first: isGivenName(words[0] ?? ''), last: isGivenName(words.at(-1) ?? '') };
  });
  const lastOnly = ends.filter(({ first, last }) => last && !first).length;
  const firstKnown = ends.filter(({ first, last }) => first && !last).length;
  const isReversed =
    firstKnown === 0 && (order === 'family' || (lastOnly > 0 && lastOnly * 2 >= ends.length));
  return found.map(({ printed, form }) => {
    const [, first, last] =
      (form === 'initials first' && initialsFirst.exec(printed)) ||
      (form !== 'single' && shortCapitals.exec(printed)) ||
      [];
    const [, outer, inner] = (form === 'bracketed' && bracketedWhole.exec(printed)) || [];
    if (outer !== undefined && inner !== undefined) return { printed, family: outer, given: inner };
    if (first !== undefined && last !== undefined && (form === 'initials first' || isGivenName(first)))
      return { printed, family: last, given: first };
    if (form !== 'whole' || !isReversed || hasCapitals(printed)) return { printed };
    const words = printed.split(/\s+/);
    let start = words.length - 1;
    while (start > 1 && isGivenName(words[start - 1] ?? '')) start -= 1;
    return { printed, family: words.slice(0, start).join(' '), given: words.slice(start).join(' ') };
  });
}

const initialsFirst = new RegExp(`^(${initials}|\\p{Lu}{1,2}\\p{Ll}?\\.)\\s*(${family})$`, 'u');
/** `Ludovic BOT`: three capitals after a known given name are no initials. */
const shortCapitals = /^(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?) (\p{Lu}{2,3})$/u;

/** Capitals mark the family name by themselves. */
const hasCapitals = (printed: string) => /(?:^|\s)\p{Lu}[\p{Lu}'’-]{2,}(?=\s|$)/u.test(printed);

function sticky(pattern: RegExp, text: string, at: number): string | undefined {
  return match(pattern, text, at)?.[0];
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
