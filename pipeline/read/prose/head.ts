import { type NameList, namesAt } from './people.ts';
import type { Tape } from './tape.ts';
import { bodyWords, editorRole, inPress, matchAt, monthDate, year } from './words.ts';

/** What stands before the title, and where the title may begin. */
export interface Head {
  readonly names: NameList | undefined;
  readonly at: number;
  readonly isDated: boolean;
  /** Whether the names end in a full stop, so that the parts of this notice are sentences. */
  readonly isStopped: boolean;
}

const gap = /[\s,;:.–—-]*/uy;
const role = new RegExp(`[\\s,]*(${editorRole})`, 'iuy');
// One long expression and short ones around it: to compile the long one twice costs as much as to read a hundred notices.
const beforeDate = /[\s,.]*(\(\s?)?/uy;
const dateWords = new RegExp(`${monthDate}|${year}|${inPress}`, 'iuy');
const yearAlone = new RegExp(year, 'iuy');
const closesDate = /(?:,\s\p{L}+(?:[-–]\p{L}+)?(?:\s\d{1,2})?)?(?=\s?\))/uy;
const endsDate = /(?=\s*[.,:;\n]|\s[\p{Lu}«“"])/uy;
const by = /(?:par|by)\s+(?=\p{Lu})/iuy;
const yearFirst = new RegExp(`(${year})\\s*(?:[.:,–—-]|\\n|(?=[«“"]))\\s*(?=\\S)`, 'iuy');
const sameAuthors = /(?:[—–_―-]{3,}|—{2})[.,:]?\s+/uy;
const group = /\s*\((?:[^()]{0,80}\b(?:Collaboration|Group|Team|Consortium|collectif)\b[^()]{0,40})\)/iuy;

/** The names, their role and the date that stand before the title. */
export function claimHead(tape: Tape, from: number, order?: 'family'): Head {
  const { text } = tape;
  let at = from;
  let isDated = false;
  const early = matchAt(yearFirst, text, at);
  if (early) {
    tape.claim('date', at, at + (early[1] ?? '').length, 'date-first');
    at += early[0].length;
    isDated = true;
  }
  const before = matchAt(sameAuthors, text, at);
  if (before) {
    tape.claim('mark', at, at + before[0].trimEnd().length, 'names-as-before');
    at += before[0].length;
    const end = datedAt(tape, at, isDated) ?? at;
    return {
      names: undefined,
      at: end + (matchAt(gap, text, end)?.[0].length ?? 0),
      isDated: end > at,
      isStopped: true,
    };
  }
  at += matchAt(by, text, at)?.[0].length ?? 0;
  at = claimOthersFirst(tape, at);
  const names = namesAt(text, at, order);
  if (!names) {
    const body = matchAt(organisation, text, at);
    if (body) return claimBody(tape, at, body);
    const collective = matchAt(collectif, text, at);
    if (collective) return claimCollective(tape, at, collective);
    const dated = matchAt(wordsThenYear, text, at);
    if (dated && isTitled(text.slice(at + dated[0].length))) {
      const start = at + dated[0].lastIndexOf('(') + 1;
      tape.claim('date', start, start + (dated[1] ?? '').length, 'date-after-names');
      return { names: undefined, at: at + dated[0].length, isDated: true, isStopped: true };
    }
    return { names: undefined, at, isDated, isStopped: false };
  }
  const start = at;
  at = names.end;
  at += matchAt(group, text, at)?.[0].length ?? 0;
  at = claimBeside(tape, at);
  const roleFound = matchAt(role, text, at);
  let dated = datedAt(tape, at, isDated);
  if (dated) {
    at = dated;
    isDated = true;
  }
  const lateRole = roleFound ?? matchAt(role, text, at);
  if (lateRole) at = Math.max(at, lateRole.index + lateRole[0].length);
  tape.claim(lateRole ? 'editors' : 'authors', start, names.end, lateRole ? 'editors-first' : 'names-first');
  if (lateRole) tape.claim('mark', lateRole.index, lateRole.index + lateRole[0].length, 'editors-first');
  if (!isDated) {
    dated = datedAt(tape, at, isDated);
    if (dated) {
      at = dated;
      isDated = true;
    }
  }
  const gapWords = matchAt(gap, text, at)?.[0] ?? '';
  return {
    names,
    at: at + gapWords.length,
    isDated,
    isStopped:
      /^\s*\./.test(text.slice(names.end)) ||
      (isDated && /^\s*\./.test(gapWords)) ||
      isInitialled(text, names),
  };
}

const organisation = new RegExp(
  `((?:[^.(),;«“"]{0,80}(?<![\\p{L}]))?(?:${bodyWords})s?(?![\\p{L}])[^.()«“"]{0,120}?)[\\s.,]*\\(\\s?(${year})\\s?\\)`,
  'iuy',
);

/** `Ministère de la Culture (1996). Titre`: an organisation before its year. */
function claimBody(tape: Tape, at: number, found: RegExpExecArray): Head {
  const [whole, body = '', dated = ''] = found;
  tape.claim('authors', at, at + body.length, 'organisation-first');
  const start = at + whole.lastIndexOf(dated);
  tape.claim('date', start, start + dated.length, 'date-after-names');
  const end = at + whole.length;
  const after = end + (matchAt(gap, tape.text, end)?.[0].length ?? 0);
  return {
    names: { names: [{ printed: body }], end: at + body.length, isSure: true },
    at: after,
    isDated: true,
    isStopped: true,
  };
}

const collectif = /(collectif|anonyme)\s*[.,]\s+(?=[\p{Lu}«“"])/iuy;

/** `COLLECTIF. Titre`: an author that is not one person. */
function claimCollective(tape: Tape, at: number, { 0: whole, 1: printed = '' }: RegExpExecArray): Head {
  const end = at + printed.length;
  tape.claim('authors', at, end, 'organisation-first');
  return {
    names: { names: [{ printed }], end, isSure: true },
    at: at + whole.length,
    isDated: false,
    isStopped: whole.includes('.'),
  };
}

/** `Ressources naturelles (2003). `: words that nobody knows as a name, and the year in brackets after them. */
const wordsThenYear = new RegExp(
  `[^.(),;:«“"]{3,60}\\s\\(\\s?(${year})\\s?\\)\\s?[.,:]?\\s+(?=[\\p{Lu}«“"])`,
  'iuy',
);

/** Whether a title and more can follow: `Titre (2003). Revue, 12` has its title before the year. */
const isTitled = (rest: string) => /^[«“"]/.test(rest) || /^[^.]{25,}\.\s+\p{Lu}[^.]{3,}/u.test(rest);

const beside =
  /\s*\(\s?((?:en collab\S* )?avec(?: la collaboration de| la participation de)?|in collaboration with|with|trad(?:uction|\.|uit par)?(?: de)?)\s+(?=\p{Lu})/iuy;

/** `Camille Perrin (avec Marc Leroy)`, `(trad. Marc Leroy)`: others named beside the authors. */
function claimBeside(tape: Tape, at: number): number {
  const found = matchAt(beside, tape.text, at);
  if (!found) return at;
  const start = at + found[0].length;
  const list = namesAt(tape.text, start);
  if (!list || !/^\s?\)/.test(tape.text.slice(list.end))) return at;
  tape.claim(
    /^trad/i.test(found[1] ?? '') ? 'translators' : 'with',
    start,
    list.end,
    /^trad/i.test(found[1] ?? '') ? 'translators-by-words' : 'with-by-words',
  );
  const end = tape.text.indexOf(')', list.end) + 1;
  tape.taken.fill(1, at, end);
  return end;
}

/** `(avec Marc Leroy) « Titre »`: the others first, on the page of one who names himself nowhere. */
function claimOthersFirst(tape: Tape, at: number): number {
  const found = matchAt(othersFirst, tape.text, at);
  const start = at + (found?.[0].length ?? 0);
  const list = found && namesAt(tape.text, start);
  const closes = found && /^\(/.test(found[0]) ? /^\s?\)[\s,;:.–—-]*/ : /^[,:.;][\s–—-]*/;
  const close = list && closes.exec(tape.text.slice(list.end, list.end + 10))?.[0];
  if (!list || close === undefined) return at;
  tape.claim('with', start, list.end, 'with-by-words');
  const end = list.end + close.length;
  tape.taken.fill(1, at, end);
  return end;
}

const othersFirst = /\(?\s?(?:en collab\S* )?(?:avec|in collaboration with|with)\s+(?=\p{Lu})/iuy;

/** `Boly V. Le titre`: the stop of the initial is also that of the names. */
const isInitialled = (text: string, { end }: NameList) =>
  text[end - 1] === '.' && /^\s+[^\s(,;]/.test(text.slice(end, end + 5));

function datedAt(tape: Tape, at: number, isDated: boolean): number | undefined {
  if (isDated) return undefined;
  const { text } = tape;
  const lead = matchAt(beforeDate, text, at);
  const start = at + (lead?.[0].length ?? 0);
  const isBracketed = lead?.[1] !== undefined;
  for (const pattern of [dateWords, yearAlone]) {
    const words = matchAt(pattern, text, start);
    const end = start + (words?.[0].length ?? 0);
    const closing = words && matchAt(isBracketed ? closesDate : endsDate, text, end);
    if (!closing) continue;
    const after = end + closing[0].length;
    tape.claim('date', start, after, 'date-after-names');
    return isBracketed ? text.indexOf(')', after) + 1 : after;
  }
  return undefined;
}
