import type { Draft, DraftContainer, DraftLicence, DraftPosition, Origin } from '../base/draft.ts';
import { type Complaint, checkedBy } from '../base/json-schema.ts';
import { type Located, parseLocated } from '../base/located.ts';
import type { Words } from '../base/words.ts';
import type { Container, Funding, Licence, Pages, Position, Unmapped, Work } from '../base/work.ts';
import { workTypes } from '../base/work.ts';
import { type Piece, type Reader, Unreadable } from './reader.ts';
import { cutWorks, isLines } from './work-cut.ts';

/** A record as `ontology/work.schema.json` lets it be written: what is not said is left out. */
type Written = Pick<Work, 'type' | 'titles'> & Partial<Work>;

// `title` and a type alone are also CSL-JSON and many others; `titles` with a main one is ours.
const marks: readonly RegExp[] = [
  /(?:^|[{,-])\s*["']?titles["']?\s*:/m,
  /(?:^|[{,-])\s*["']?role["']?\s*:\s*["']?main\b/m,
  new RegExp(
    `(?:^|[{,-])\\s*["']?type["']?\\s*:\\s*["']?(?:${workTypes.join('|')})["']?\\s*(?:[,}#]|$)`,
    'm',
  ),
];

/** Our own records, in YAML, JSON, or JSON on lines. */
export const work: Reader = {
  name: 'work',
  title: { fr: 'Notices de Moisson (YAML, JSON)', en: 'Moisson records (YAML, JSON)' },
  mediaType: 'application/yaml',
  extensions: ['.yaml', '.yml', '.json', '.ndjson', '.jsonl'],
  // A correction holds parts of a record, and names its work.
  sniff: (head) => marks.every((mark) => mark.test(head)) && !/^[\s-]*["']?work["']?\s*:/m.test(head),
  lines: isLines,
  cut: cutWorks,
  parse: (piece, origin) => draftOf(written(piece, origin), origin),
};

function written(piece: Piece, origin: Origin): Written {
  const check = checkedBy('work');
  const quick = check(plainJson(piece.text));
  if (quick.complaints.length === 0) return quick.value as Written;

  const located = parseLocated(piece.text, origin.file);
  const [error] = located.errors;
  if (error) {
    const words = joined(located.errors.map((each) => each.words));
    throw new Unreadable(words, piece.line + error.line - 1, error.column);
  }
  const { value, complaints } = check(located.value);
  if (complaints.length > 0) throw unreadable(complaints, located, piece);
  return value as Written;
}

/**
 * The value of a JSON text by the engine's own parser, some thirty times faster than ours, which is asked again when
 * the schema complains: it knows places, and keeps numbers as written. Undefined when JSON.parse would lose something.
 */
function plainJson(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    // Of a key given twice JSON.parse keeps the last in silence; then there are more colons than keys.
    const colons = text.replace(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1;
    return keys(value) === colons ? value : undefined;
  } catch {
    // Our own parser says what is wrong, and where.
    return undefined;
  }
}

function keys(value: unknown): number {
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) return Number.NaN;
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, inner) => sum + keys(inner), own);
}

function unreadable(complaints: readonly Complaint[], located: Located, piece: Piece): Unreadable {
  const placed = complaints
    .map((complaint) => ({ ...complaint, place: located.placeOf(complaint.pointer, complaint.part) }))
    .sort(({ place: a }, { place: b }) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  const words = placed.map(({ pointer, words: { fr, en } }) => {
    const path = pointer.slice(1).replaceAll('/', '.');
    return path === '' ? { fr, en } : { fr: `${path} : ${fr}`, en: `${path}: ${en}` };
  });
  const { line = 1, column } = placed[0]?.place ?? {};
  return new Unreadable(joined(words), piece.line + line - 1, column);
}

/** Several sentences as one; what two checks say alike is said once. */
function joined(words: readonly Words[]): Words {
  const once = (sentences: readonly string[]) => [...new Set(sentences)];
  return { fr: once(words.map(({ fr }) => fr)).join(' ; '), en: once(words.map(({ en }) => en)).join('; ') };
}

/** Our record as a draft: its values go through `tidy` like those of any source. */
export function draftOf(record: Partial<Work>, origin: Origin): Draft {
  const { type, dates, container, position, licences, funding, unmapped, ...same } = record;
  const leftovers = [...(unmapped ?? []), ...leftOver(record, origin)];
  return {
    ...same,
    origin,
    type: type && { list: 'work', code: type },
    dates: dates?.map(({ event, value }) => ({ event, words: value })),
    container: container && draftContainer(container),
    position: position && draftPosition(position),
    licences: licences?.map(draftLicence),
    funding: funding?.map(draftFunding),
    unmapped: leftovers.length > 0 ? leftovers : undefined,
  };
}

/** Without its id, which only `reconcile` gives. */
function draftContainer({ id: _id, ...container }: Container): DraftContainer {
  return container;
}

function draftPosition({ pages, ...position }: Position): DraftPosition {
  return { ...position, pages: pages?.raw };
}

function draftLicence({ iri, text, ...licence }: Licence): DraftLicence {
  return iri === undefined
    ? { ...licence, words: text?.value ?? '', lang: text?.lang }
    : { ...licence, words: iri };
}

/** The schema lets the identifiers of a funder out. */
function draftFunding({ funder, ...funding }: Funding): Funding {
  return { ...funding, funder: funder && { ...funder, ids: funder.ids ?? [] } };
}

/** What a draft has no place for and `tidy` cannot find again in the words that it gets. */
function leftOver(
  { dates, position, licences, provenance }: Partial<Work>,
  origin: Origin,
): readonly Unmapped[] {
  const left = (path: string, value: unknown): Unmapped => ({ source: origin.source.name, path, value });
  const isAsserted = (event: string, source: string) =>
    provenance?.some((said) => said.path === `dates.${event}` && said.source.name === source) === true;

  return [
    ...(dates ?? []).flatMap(({ event, source }) =>
      source === undefined || isAsserted(event, source) ? [] : [left(`dates.${event}.source`, source)],
    ),
    ...(position?.pages
      ? unsaid(position.pages).map(([part, value]) => left(`position.pages.${part}`, value))
      : []),
    ...(licences ?? []).flatMap(({ iri, text }, index) =>
      iri !== undefined && text !== undefined ? [left(`licences.${index}.text`, text)] : [],
    ),
  ];
}

/** The parts of a page range that its printed form does not say; of `137-44` it says both 137 and 144. */
function unsaid({ raw, ...parts }: Pages): readonly (readonly [part: string, value: string | number])[] {
  const last = /\w+(?=\W*$)/.exec(raw)?.[0] ?? raw;
  return Object.entries(parts).flatMap(([part, value]) =>
    value === undefined || raw.includes(String(value)) || String(value).endsWith(last) ? [] : [[part, value]],
  );
}
