import type { Draft, DraftContainer, DraftIdentifier, DraftPosition } from '../base/draft.ts';
import type { Issn, WorkEvent } from '../base/work.ts';
import { ownNumber } from './hal-container.ts';
import { type Hosted, hosted } from './hal-host.ts';
import {
  keep,
  keepOthers,
  keepValue,
  kindOf,
  partAt,
  partsOf,
  type TeiPart,
  textsOf,
} from './hal-tei-part.ts';
import { finalDate, workScheme } from './hal-words.ts';
import { attribute, textOf } from './xml-tree.ts';

/** What `monogr` and `series` say of what holds the work. */
interface Monograph extends Hosted {
  readonly event: WorkEvent | undefined;
  readonly position: DraftPosition | undefined;
  readonly publisher: Draft['publisher'];
  readonly supervisors: readonly string[];
}

const ofMonogr = new Set([
  'idno',
  'title',
  'meeting',
  'editor',
  'imprint',
  'authority',
  'settlement',
  'country',
]);
const ofSeries = new Set(['editor', 'title']);

/** Reads `biblStruct/monogr` and `biblStruct/series`, for a work of this type (hal.md section 3). */
export function monographOf(struct: TeiPart | undefined, code: string): Monograph {
  const monogr = partAt(struct, 'monogr');
  const series = partAt(struct, 'series');
  const imprint = partAt(monogr, 'imprint');
  keepOthers(monogr, ofMonogr);
  keepOthers(series, ofSeries);
  const serie = scopes(imprint, 'serie');
  const names = [...serie, ...textsOf(series, 'title')];
  const numbers = numbersOf(monogr, code);
  const held = hosted({
    code,
    journal: journalOf(monogr, numbers),
    books: titlesAt(monogr, 'm'),
    serie: names[0],
    isbn: numbers.isbn,
    editors: textsOf(monogr, 'editor'),
    seriesEditors: textsOf(series, 'editor'),
  });
  const extra = [...held.left, ...names.slice(1).map((value) => ['serie', value] as const)];
  for (const [field, value] of extra) keepWords(struct, pathsOf[field], value);
  return {
    container: held.container,
    contributions: held.contributions,
    left: held.left,
    identifiers: [...held.identifiers, ...numbers.own],
    event: eventOf(monogr),
    position: positionOf(imprint, numbers.article),
    publisher: publisherOf(monogr, imprint),
    supervisors: supervisorsOf(monogr),
  };
}

const pathsOf = {
  books: "monogr/title[@level='m']",
  serie: "monogr/imprint/biblScope[@unit='serie']",
  seriesEditors: 'series/editor',
} as const;

function keepWords(parent: TeiPart | undefined, path: string, value: string): void {
  if (parent) keepValue(parent, path, value);
}

interface Numbers {
  readonly issn: readonly Issn[];
  readonly isbn: readonly string[];
  readonly journal: string | undefined;
  readonly article: string | undefined;
  readonly own: readonly DraftIdentifier[];
}

/** The numbers of `monogr`: of the journal, of the book, and those of the work that HAL puts there. */
function numbersOf(monogr: TeiPart | undefined, code: string): Numbers {
  const issn: Issn[] = [];
  const isbn: string[] = [];
  const own: DraftIdentifier[] = [];
  let journal: string | undefined;
  let article: string | undefined;
  for (const part of partsOf(monogr, 'idno')) {
    const [kind = '', value] = [kindOf(part), textOf(part.of)];
    if (value === undefined) continue;
    if (kind === 'issn') issn.push({ value, medium: 'print' });
    else if (kind === 'eissn') issn.push({ value, medium: 'electronic' });
    else if (kind === 'isbn' || kind === 'eisbn') isbn.push(value);
    else if (kind === 'halJournalId') journal = value;
    else if (!kind.endsWith('Number')) own.push({ scheme: workScheme(kind), value });
    else if (ownNumber(kind.slice(0, -6)) !== undefined || ownNumber(code) !== undefined) {
      own.push({ scheme: ownNumber(kind.slice(0, -6)) ?? ownNumber(code), value });
    } else article = value;
  }
  return { issn, isbn, journal, article, own };
}

function journalOf(monogr: TeiPart | undefined, { issn, journal }: Numbers): DraftContainer | undefined {
  const titles = titlesAt(monogr, 'j');
  if (titles.length + issn.length === 0) {
    if (journal !== undefined) keepWords(monogr, "idno[@type='halJournalId']", journal);
    return undefined;
  }
  return {
    type: 'journal',
    titles: titles.map((value) => ({ value })),
    shortTitles: [],
    issn,
    identifiers: journal === undefined ? [] : [{ scheme: 'hal-journal', value: journal }],
    url: undefined,
  };
}

function titlesAt(monogr: TeiPart | undefined, level: 'j' | 'm'): readonly string[] {
  return partsOf(monogr, 'title').flatMap((part) => {
    const kind = kindOf(part);
    if (kind !== 'j' && kind !== 'm' && level === 'm') keep(part);
    return kind === level ? (textOf(part.of) ?? []) : [];
  });
}

function scopes(imprint: TeiPart | undefined, unit: string): readonly string[] {
  return partsOf(imprint, 'biblScope').flatMap((part) =>
    kindOf(part) === unit ? (textOf(part.of) ?? []) : [],
  );
}

const ofImprint = new Set(['publisher', 'pubPlace', 'biblScope', 'date']);
const units = new Set(['serie', 'volume', 'issue', 'pp']);

/** Volume, issue and pages as printed; the first of each, and another is kept. */
function positionOf(
  imprint: TeiPart | undefined,
  articleNumber: string | undefined,
): DraftPosition | undefined {
  keepOthers(imprint, ofImprint);
  for (const part of partsOf(imprint, 'biblScope')) if (!units.has(kindOf(part) ?? '')) keep(part);
  const first = (unit: string) => {
    const [value, ...more] = scopes(imprint, unit);
    for (const each of more) keepWords(imprint, `biblScope[@unit='${unit}']`, each);
    return value;
  };
  const position = { volume: first('volume'), issue: first('issue'), pages: first('pp'), articleNumber };
  return Object.values(position).every((value) => value === undefined) ? undefined : position;
}

/** The publisher; of a thesis or report, the institution that it was made at. */
function publisherOf(monogr: TeiPart | undefined, imprint: TeiPart | undefined): Draft['publisher'] {
  const institutions = partsOf(monogr, 'authority').filter((part) => kindOf(part) === 'institution');
  const all = [...partsOf(imprint, 'publisher'), ...institutions].filter(
    ({ of }) => textOf(of) !== undefined,
  );
  const name = textOf(all[0]?.of);
  for (const part of all.slice(1)) if (textOf(part.of) !== name) keep(part);
  const [place, ...more] = partsOf(imprint, 'pubPlace');
  for (const part of [...(name === undefined && place ? [place] : []), ...more]) keep(part);
  return name === undefined ? undefined : { name, place: textOf(place?.of) };
}

/** Who directed a thesis; school and jury are kept, and the address of a director is not ours to publish. */
function supervisorsOf(monogr: TeiPart | undefined): readonly string[] {
  return partsOf(monogr, 'authority').flatMap((part) => {
    const kind = kindOf(part);
    if (kind === 'supervisor') return textOf(part.of) ?? [];
    if (kind !== 'institution' && kind !== 'supervisorEmail') keep(part);
    return [];
  });
}

const ofMeeting = new Set(['title', 'date', 'settlement', 'country']);

/** The conference; without its title, its parts are kept. */
function eventOf(monogr: TeiPart | undefined): WorkEvent | undefined {
  for (const name of ['settlement', 'country']) for (const part of partsOf(monogr, name)) keep(part);
  const meeting = partAt(monogr, 'meeting');
  const name = textsOf(meeting, 'title')[0];
  if (!meeting || name === undefined) {
    if (meeting) keep(meeting);
    return undefined;
  }
  keepOthers(meeting, ofMeeting);
  const country = partAt(meeting, 'country');
  return {
    name: { value: name },
    start: dateAt(meeting, 'start'),
    end: dateAt(meeting, 'end'),
    place: textsOf(meeting, 'settlement')[0],
    country: attribute(country?.of, 'key')?.toUpperCase() ?? textOf(country?.of),
  };
}

function dateAt(meeting: TeiPart, kind: string): string | undefined {
  const part = partsOf(meeting, 'date').find((each) => kindOf(each) === kind);
  const final = finalDate(textOf(part?.of));
  if (part && final === undefined) keep(part);
  return final;
}
