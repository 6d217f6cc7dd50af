import type { Draft, DraftLicence, Origin } from '../base/draft.ts';
import { isEdtf } from '../base/edtf.ts';
import { isIri } from '../base/iri.ts';
import type { Link } from '../base/work.ts';
import { isKnown, readStatements, sheetOf } from './dublin-core.ts';
import { isExtent } from './dublin-core-identifiers.ts';
import { relate, relationType } from './dublin-core-relations.ts';
import { accessOf } from './dublin-core-rights.ts';
import { titleRole } from './dublin-core-texts.ts';
import { versionOf } from './dublin-core-types.ts';
import { senseOf } from './identifier-sense.ts';
import { cutRecords, formatOf, isOpenaire, recordOf } from './oai-record.ts';
import { readFunding } from './openaire-funding.ts';
import { readPerson } from './openaire-people.ts';
import type { Piece, Reader } from './reader.ts';
import { isNew, keepElement, keepOn, keepRest, laidOut, type Sheet } from './sheet.ts';
import { languageOf, type Statement, statementOf, textIn, wordsIn } from './statement.ts';
import { attribute, type Element, elementsOf, textOf } from './xml-tree.ts';

/** Records of the OpenAIRE guidelines for literature repositories 4, in OAI-PMH replies or bare (oai-pmh section 4). */
export const openaire: Reader = {
  name: 'openaire',
  title: { fr: 'OpenAIRE 4 (OAI-PMH)', en: 'OpenAIRE 4 (OAI-PMH)' },
  mediaType: 'application/xml',
  extensions: ['.xml'],
  sniff: (head) => formatOf(head) === 'openaire',
  cut: cutRecords,
  parse: draftOf,
};

/** Elements that only hold others. */
const lists: ReadonlySet<string> = new Set([
  ...[
    'titles',
    'creators',
    'contributors',
    'alternateIdentifiers',
    'relatedIdentifiers',
    'dates',
    'subjects',
  ],
  'fundingReferences',
]);

function draftOf(piece: Piece, origin: Origin): Draft {
  const record = recordOf(piece, isOpenaire);
  const on = sheetOf(record, origin);
  const elements = elementsOf(record.payload).flatMap((each) =>
    lists.has(each.name) ? elementsOf(each) : [each],
  );
  readStatements(
    on,
    elements.flatMap((element) => dublinCoreOf(on, element)),
  );
  for (const element of elements) own.get(element.name)?.(on, element);
  forgetFormats(on);
  if (on.titles.length > 0 && !on.titles.some(({ role }) => role === 'main')) {
    const [first, ...rest] = on.titles;
    on.titles.splice(0, on.titles.length, ...(first ? [{ ...first, role: 'main' as const }] : []), ...rest);
  }
  return laidOut(on);
}

/** A format that a file has says nothing more. */
function forgetFormats({ links, unmapped }: Sheet): void {
  const types = new Set(links.map(({ mediaType }) => mediaType));
  const rest = unmapped.filter(
    ({ path, value }) => path !== 'format' || typeof value !== 'string' || !types.has(value),
  );
  unmapped.splice(0, unmapped.length, ...rest);
}

/** How the elements that say what Dublin Core says are called there. */
const sameAs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    citationTitle: 'bibliographicCitation.jtitle',
    citationVolume: 'bibliographicCitation.volume',
    citationIssue: 'bibliographicCitation.issue',
    citationStartPage: 'bibliographicCitation.spage',
    citationEndPage: 'bibliographicCitation.epage',
  }),
);

/** Dates by their type at DataCite, and the terms for them. */
const dateTypes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Issued: 'issued',
    Created: 'created',
    Available: 'available',
    Accepted: 'dateAccepted',
    Submitted: 'dateSubmitted',
    Copyrighted: 'dateCopyrighted',
    Updated: 'modified',
  }),
);

/** What an element says in the words of Dublin Core; nothing for what is read by itself. */
function dublinCoreOf(on: Sheet, element: Element): readonly Statement[] {
  const { name, line } = element;
  if (own.has(name)) return [];
  if (name === 'resourceType') return typesOf(on, element);
  const uri = attribute(element, 'rightsURI');
  const words = name === 'rights' && uri !== undefined ? uri : textOf(element);
  if (words === undefined) return [];
  if (elementsOf(element).length > 0) {
    keepElement(on, name, element);
    return [];
  }
  const said = { words, lang: languageOf(element), isTerm: false, line };
  if (name === 'rights') {
    keepRest(on, name, element, ['rightsURI', 'xml:lang']);
    return [{ ...said, name }];
  }
  if (name === 'identifier' || name === 'alternateIdentifier') {
    keepRest(on, name, element, ['identifierType', 'alternateIdentifierType', 'xml:lang']);
    const scheme = attribute(element, 'identifierType') ?? attribute(element, 'alternateIdentifierType');
    return [{ ...said, name: 'identifier', scheme }];
  }
  if (name === 'date') {
    const type = attribute(element, 'dateType');
    const term = type === undefined ? 'date' : dateTypes.get(type);
    if (term === undefined) keepElement(on, name, element);
    else keepRest(on, name, element, refinedDate(element) ? ['dateType', 'dateInformation'] : ['dateType']);
    return term === undefined ? [] : [{ ...said, name: term, words: refinedDate(element) ?? words }];
  }
  if (name === 'subject') return subjectOf(on, element, said);
  const term = sameAs.get(name) ?? name;
  if (!isKnown(term)) keepElement(on, name, element);
  const statement = isKnown(term) ? statementOf(on, element) : undefined;
  return statement ? [{ ...statement, name: term, isTerm: false }] : [];
}

/** A date in EDTF beside the year that says less: a season, an interval, an approximate date. */
function refinedDate(element: Element): string | undefined {
  const [year, more] = [textOf(element), attribute(element, 'dateInformation')];
  return year !== undefined && more?.startsWith(year) && isEdtf(more) ? more : undefined;
}

/** The COAR address of a type, and its label in case the address says nothing to us. */
function typesOf(on: Sheet, element: Element): readonly Statement[] {
  keepRest(on, 'resourceType', element, ['uri', 'resourceTypeGeneral', 'xml:lang']);
  const said = [attribute(element, 'uri'), textOf(element)];
  return said.flatMap((words) =>
    words === undefined ? [] : [{ name: 'type', words, isTerm: false, line: element.line }],
  );
}

function subjectOf(on: Sheet, element: Element, said: Omit<Statement, 'name'>): readonly Statement[] {
  keepRest(on, 'subject', element, ['subjectScheme', 'schemeURI', 'valueURI', 'xml:lang']);
  const [scheme, uri, value] = ['subjectScheme', 'schemeURI', 'valueURI'].map((name) =>
    attribute(element, name),
  );
  if (uri === undefined && value === undefined) return [{ ...said, name: 'subject', scheme }];
  const [schemeIri, concept] = [uri, value].map((each) =>
    each !== undefined && isIri(each) ? each : undefined,
  );
  if (scheme !== undefined || schemeIri !== uri || concept !== value) keepElement(on, 'subject', element);
  on.subjects.push({
    text: textIn(said),
    ...(schemeIri === undefined ? {} : { scheme: schemeIri }),
    ...(concept === undefined ? {} : { concept }),
  });
  return [];
}

/** Elements that say more than a statement can. */
const own: ReadonlyMap<string, (on: Sheet, element: Element) => void> = new Map([
  ['title', readTitle],
  ['creator', readPerson],
  ['contributor', readPerson],
  ['fundingReference', readFunding],
  ['relatedIdentifier', readRelated],
  ['licenseCondition', readLicence],
  ['file', readFile],
  ['version', readVersion],
  ['sizes', readSizes],
]);

function readTitle(on: Sheet, element: Element): void {
  const value = wordsIn(element);
  if (value === undefined) return;
  const text = textIn({ words: value, lang: languageOf(element) });
  const type = attribute(element, 'titleType');
  keepRest(on, 'title', element, ['titleType', 'xml:lang']);
  if (type === 'Subtitle') on.titles.push({ role: 'subtitle', text });
  else if (type === 'TranslatedTitle') on.titles.push({ role: 'translated', text });
  else if (type !== undefined) on.titles.push({ role: 'alternative', text });
  else
    on.titles.push({
      role: isNew(on, 'main title', '') ? 'main' : titleRole(on, text),
      text,
    });
}

function readRelated(on: Sheet, element: Element): void {
  const words = textOf(element);
  if (words === undefined) return;
  const kind = attribute(element, 'relationType') ?? '';
  const type = relationType(kind);
  keepRest(on, 'relatedIdentifier', element, ['relationType', 'relatedIdentifierType']);
  // The model has no word for the relation: that there is one is said, and its kind is kept.
  if (type === undefined) keepElement(on, 'relatedIdentifier', element);
  const statement = { name: 'relatedIdentifier', words, isTerm: false, line: element.line };
  relate(on, statement, type ?? 'isRelatedTo', senseOf(words, attribute(element, 'relatedIdentifierType')));
}

function readLicence(on: Sheet, element: Element): void {
  const uri = attribute(element, 'uri');
  const label = textOf(element);
  const words = uri ?? label;
  if (words === undefined) return;
  keepRest(on, 'licenseCondition', element, ['uri', 'startDate', 'xml:lang']);
  const from = attribute(element, 'startDate');
  const licence: DraftLicence = from === undefined ? { words } : { words, from };
  if (isNew(on, 'licence', `${words}\t${from ?? ''}`)) on.licences.push(licence);
}

const roles: ReadonlyMap<string, Link['role']> = new Map(
  Object.entries<Link['role']>({
    fulltext: 'fulltext',
    dataset: 'dataset',
    software: 'code',
    other: 'other',
  }),
);

function readFile(on: Sheet, element: Element): void {
  const url = textOf(element);
  if (url === undefined) return;
  keepRest(on, 'file', element, ['objectType', 'mimeType', 'accessRightsURI']);
  const object = attribute(element, 'objectType');
  const role = object === undefined ? 'fulltext' : roles.get(object);
  if (role === undefined) keepOn(on, 'file.@objectType', object);
  const mediaType = attribute(element, 'mimeType');
  const right = attribute(element, 'accessRightsURI');
  const access = right === undefined ? undefined : accessOf(right);
  if (right !== undefined && access === undefined) keepOn(on, 'file.@accessRightsURI', right);
  on.links.push({
    role: role ?? 'other',
    url,
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(access === undefined ? {} : { access }),
  });
}

function readVersion(on: Sheet, element: Element): void {
  const uri = attribute(element, 'uri');
  const version = uri === undefined ? undefined : versionOf(uri);
  if (version === undefined || on.version !== undefined) keepElement(on, 'version', element);
  else on.version = version;
}

/** A number of pages, when nothing says which they are. */
function readSizes(on: Sheet, element: Element): void {
  const [only, more] = elementsOf(element, 'size').map(textOf);
  if (only !== undefined && more === undefined && isExtent(only) && on.position.pages === undefined)
    on.position.pages = only;
  else keepElement(on, 'sizes', element);
}
