import type { DateEvent } from '../base/work.ts';
import type { Sheet } from './sheet.ts';
import { keepStatement, type Statement } from './statement.ts';

const prefixed = /^info:eu-?repo\/date\/(\w+)\/(.+)$/i;
/** A moment is when a machine did something: DSpace writes those of the deposit. */
const moment = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;
const isDate = (words: string) => /(?:^|\D)(?:1[5-9]|20)\d{2}(?:\D|$)|^\d{8}$/.test(words);

/** What each refinement of `date` dates, where it needs no thought. */
const events: ReadonlyMap<string, DateEvent> = new Map(
  Object.entries<DateEvent>({
    dateAccepted: 'accepted',
    dateSubmitted: 'submitted',
    dateCopyrighted: 'copyright',
    modified: 'modified',
  }),
);

/** Crosswalk section 2.3: the first `date` that is one says when the work was published; each event has one date. */
export function readDates(on: Sheet, said: readonly Statement[]): void {
  const rest: Statement[] = [];
  for (const statement of said) {
    const { name, words } = statement;
    const [, label = '', date] = prefixed.exec(words) ?? [];
    const event = events.get(name);
    if (date !== undefined && label.toLowerCase() === 'embargoend') embargo(on, statement, date);
    else if (event !== undefined) add(on, event, words, statement);
    else if (name === 'available' && on.access === 'embargoed') embargo(on, statement, words);
    else rest.push(statement);
  }
  published(on, rest);
}

/** The end of an embargo (crosswalk 2.3: the work is available from then on). */
function embargo(on: Sheet, statement: Statement, words: string): void {
  if (on.embargoUntil !== undefined && on.embargoUntil !== words) keepStatement(on, statement);
  on.embargoUntil ??= words;
  add(on, 'available', words, statement);
}

function published(on: Sheet, said: readonly Statement[]): void {
  const dates = said.filter(({ name }) => name === 'date' || name === 'issued');
  const plain = dates.filter(({ words }) => !prefixed.test(words));
  const openEdition = on.house === 'openedition' ? platformDates(said) : undefined;
  const issued = plain.find(({ name }) => name === 'issued');
  const chosen =
    openEdition ??
    // A season or an interval, which has no other place (crosswalk D2).
    plain.find(({ name, words }) => name === 'date' && issued && words.startsWith(`${issued.words}-`)) ??
    issued ??
    plain.find(({ words }) => isDate(words) && !moment.test(words)) ??
    plain.find(({ words }) => isDate(words)) ??
    plain[0];
  if (chosen) {
    add(on, isPutOnline(on, chosen) ? 'publishedOnline' : 'published', chosen.words, chosen);
    if (moment.test(chosen.words)) doubt(on, chosen);
  }
  for (const statement of said) if (statement !== chosen) other(on, statement, chosen);
}

/** OpenEdition: `created` is the year of first publication, `issued` the day of putting on line. */
function platformDates(said: readonly Statement[]): Statement | undefined {
  return said.find(({ name }) => name === 'created');
}

function other(on: Sheet, statement: Statement, chosen: Statement | undefined): void {
  const { name, words } = statement;
  const [, label = '', date] = prefixed.exec(words) ?? [];
  const isOnline = label.toLowerCase() === 'publication' || (on.house === 'openedition' && name === 'issued');
  if (isOnline) putOnline(on, date ?? words, statement, chosen);
  else if (name === 'created') add(on, 'written', words, statement);
  else if (name === 'available') add(on, 'available', words, statement);
  else if (moment.test(words) && words !== chosen?.words) add(on, 'deposited', words, statement);
  else if (words !== chosen?.words && !chosen?.words.startsWith(`${words}-`)) keepStatement(on, statement);
}

/** OpenEdition dates by the day what it puts on line, and by the year what was published. */
function isPutOnline({ house }: Sheet, { name, words }: Statement): boolean {
  return house === 'openedition' && name !== 'created' && /^\d{4}-\d{2}-\d{2}/.test(words);
}

/** A text put on line long after it was printed was not published then: it became available. */
function putOnline(on: Sheet, words: string, statement: Statement, chosen: Statement | undefined): void {
  const isFirst = chosen === undefined || words.startsWith(chosen.words);
  add(on, isFirst ? 'publishedOnline' : 'available', words, statement);
}

function add(on: Sheet, event: DateEvent, words: string, statement: Statement): void {
  const known = on.dates.find((date) => date.event === event);
  if (!known) on.dates.push({ event, words });
  else if (known.words !== words) keepStatement(on, statement);
}

function doubt({ evidence }: Sheet, { line }: Statement): void {
  evidence.push({ path: 'dates.published', rule: 'moment', confidence: 'doubtful', line, column: 1 });
}
