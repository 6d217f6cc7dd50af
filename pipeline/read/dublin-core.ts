import type { Draft, Origin } from '../base/draft.ts';
import { readDates } from './dublin-core-dates.ts';
import { readIdentifiers } from './dublin-core-identifiers.ts';
import { readPeople } from './dublin-core-people.ts';
import { readRelations } from './dublin-core-relations.ts';
import { readRights } from './dublin-core-rights.ts';
import { readCitations, readSources, settleCitations } from './dublin-core-sources.ts';
import { readLanguages, readPublishers, readSubjects, readTexts, readTitles } from './dublin-core-texts.ts';
import { readTypes } from './dublin-core-types.ts';
import { isDublinCore, type OaiRecord, recordOf } from './oai-record.ts';
import type { Piece } from './reader.ts';
import { keepElement, keepOn, laidOut, newSheet, type Sheet } from './sheet.ts';
import { type Statement, statementOf } from './statement.ts';
import { attribute, type Element, elementsOf, textOf } from './xml-tree.ts';

type Field = readonly [names: readonly string[], read: (on: Sheet, said: readonly Statement[]) => void];

/**
 * The elements of Dublin Core and their refinements, and what reads them, in this order: the type tells whose an ISBN
 * is, the identifiers tell which address is only said again.
 */
// biome-ignore format: a table
const fields: readonly Field[] = [
  [['type'], readTypes],
  [['language'], readLanguages],
  [['title', 'alternative'], readTitles],
  [['abstract', 'description', 'tableOfContents'], readTexts],
  [['creator', 'contributor'], readPeople],
  [['rights', 'accessRights', 'license', 'licence'], readRights],
  [['date', 'issued', 'created', 'available', 'dateAccepted', 'dateSubmitted', 'dateCopyrighted', 'modified'], readDates],
  [['identifier', 'hasFormat', 'format'], readIdentifiers],
  [['bibliographicCitation', 'extent', ...parts('bibliographicCitation'), ...parts('bibliographicalCitation')], readCitations],
  [['source', 'coverage'], readSources],
  [['relation', 'isPartOf', 'hasPart', 'isVersionOf', 'hasVersion', 'isFormatOf', 'replaces', 'isReplacedBy',
    'references', 'isReferencedBy', 'requires', 'isRequiredBy'], readRelations],
  [['subject'], readSubjects],
  [['publisher'], readPublishers],
];

/** The parts of a citation as OpenEdition and Persée say them: `bibliographicCitation.volume`. */
function parts(name: string): readonly string[] {
  return ['jtitle', 'stitle', 'volume', 'issue', 'spage', 'epage', 'pages'].map((part) => `${name}.${part}`);
}

const fieldOf: ReadonlyMap<string, Field> = new Map(
  fields.flatMap((field) => field[0].map((name) => [name, field] as const)),
);

/** Reads a record of simple or qualified Dublin Core. */
export function dublinCore(piece: Piece, origin: Origin): Draft {
  const record = recordOf(piece, isDublinCore);
  const on = sheetOf(record, origin);
  const { payload } = record;
  const said: Statement[] = [];
  for (const element of elementsOf(payload)) {
    if (!isKnown(element.name)) keepElement(on, element.name, element);
    const statement = isKnown(element.name) ? statementOf(on, element, payload) : undefined;
    if (statement) said.push(statement);
  }
  readStatements(on, said);
  return laidOut(on);
}

/** Whether a name is one of the elements and refinements that are read. */
export function isKnown(name: string): boolean {
  return fieldOf.has(name);
}

/** Reads statements in the order of the table. */
export function readStatements(on: Sheet, statements: readonly Statement[]): void {
  const said = new Map<Field, Statement[]>();
  for (const statement of statements) {
    const field = fieldOf.get(statement.name);
    const list = field && said.get(field);
    if (list) list.push(statement);
    else if (field) said.set(field, [statement]);
  }
  for (const field of fields) {
    const list = said.get(field);
    if (list) field[1](on, list);
  }
  settleCitations(on);
}

/** Says of the record and not of the work: when it was changed. */
export const ignored: ReadonlySet<string> = new Set(['header.datestamp']);

/** A sheet that holds what the header says, and what stands around the metadata. */
export function sheetOf({ header, payload, others, controls }: OaiRecord, origin: Origin): Sheet {
  const id = header && textOf(elementsOf(header, 'identifier')[0]);
  const on = newSheet(origin, houseOf(id, payload));
  if (controls > 0) {
    on.remarks.push({ rule: 'control-characters', values: { count: controls }, line: origin.line });
  }
  if (id !== undefined) on.identifiers.push({ scheme: 'oai', value: id });
  const more = header ? elementsOf(header).filter(({ name }) => name !== 'identifier') : [];
  for (const each of more) {
    const path = `header.${each.name}`;
    if (!ignored.has(path)) keepElement(on, path, each);
  }
  for (const each of others) keepElement(on, each.name, each);
  const status = attribute(header, 'status');
  if (status !== undefined) keepOn(on, 'header.status', status);
  // Words between the elements belong to none of them.
  for (const child of payload.children) {
    if (typeof child === 'string' && child.trim() !== '') keepOn(on, payload.name, child.trim());
  }
  return on;
}

const halRecord = /^oai:HAL:/i;
const halPublisher = /^(?:HAL )?CCSD$/;
const openEditionRecord =
  /^(?:oai:(?:revues\.org|hypotheses\.org|calenda\.org|books\.openedition\.org):|20\.500\.13089\/)/;
const openEditionPage = /^https?:\/\/(?:journals|books)\.openedition\.org\//;

function houseOf(id: string | undefined, payload: Element): Sheet['house'] {
  if (id !== undefined) {
    if (halRecord.test(id)) return 'hal';
    if (openEditionRecord.test(id)) return 'openedition';
    return undefined;
  }
  // Neither says its types with the addresses of COAR, as repositories do that link to their pages.
  if (elementsOf(payload, 'type').some((type) => textOf(type)?.includes('purl.org/coar/'))) return undefined;
  const values = elementsOf(payload, 'identifier', 'publisher').map(textOf);
  if (values.some((value) => value !== undefined && halPublisher.test(value))) return 'hal';
  return values.some((value) => value !== undefined && openEditionPage.test(value))
    ? 'openedition'
    : undefined;
}
