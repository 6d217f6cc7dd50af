import { codeList } from '../base/code-list.ts';
import type { ContainerType } from '../base/work.ts';
import { keyOf } from './rdf-terms.ts';

const types = codeList('types');
const containers = codeList('containers');

/** A type in the words of a vocabulary, as a draft has it. */
interface Type {
  readonly list: string;
  readonly code: string;
}

const vocabularies: ReadonlySet<string> = new Set(['coar', 'fabio', 'schema', 'bibo']);

/** The vocabulary and the code of a class; HAL names the types that FaBiO lacks after its own codes. */
function typeOf(iri: string): Type | undefined {
  const key = keyOf(iri);
  const [prefix = '', name = ''] = key.split(':');
  if (vocabularies.has(prefix)) return { list: prefix, code: name };
  if (prefix === 'hal') return { list: 'hal', code: name.toUpperCase() };
  return key === 'persee:Article' ? { list: 'work', code: 'article' } : undefined;
}

/** Our word for a class of works. */
function workTypeOf(iri: string): string | undefined {
  const type = typeOf(iri);
  return type && types.read(type.list, type.code);
}

/** Whether a class is one of works. */
export const isWorkClass = (iri: string) => generic.has(keyOf(iri)) || workTypeOf(iri) !== undefined;

/** Classes of anything that is published; they say no more. */
const generic: ReadonlySet<string> = new Set([
  ...['dcterms:BibliographicResource', 'http://purl.org/dc/dcmitype/Text'],
  ...['rdac:Manifestation', 'rdac:C10007', 'rdac:Expression', 'rdac:C10006'],
]);
const silent: ReadonlySet<string> = new Set([...generic, 'prov:Entity', 'foaf:Document', 'schema:Thing']);

/** Whether a class says no more than that something is published, or is a thing. */
export const isSilent = (iri: string) => silent.has(keyOf(iri));

/** The classes of a work and its type, in the classes' own words; `spare` are the classes that say something else. */
export function typeIn(classes: readonly string[]): {
  readonly type?: Type | undefined;
  readonly spare: readonly string[];
} {
  const words = classes.map(workTypeOf);
  const exact = writtenAs(classes);
  const said = words.filter((word) => word !== undefined && word !== 'other');
  const finest = said.find((word) => !said.some((other) => isFiner(other, word))) ?? said[0];
  const word = exact ?? finest ?? words.find((each) => each !== undefined);
  const chosen = classes[words.indexOf(word)];
  const spare = classes.filter((iri, index) => {
    if (isSilent(iri) || words[index] === word || words[index] === 'other') return false;
    return word === undefined || !isSharedBy(iri, word);
  });
  if (exact !== undefined) return { type: { list: 'work', code: exact }, spare };
  return { type: chosen === undefined ? undefined : typeOf(chosen), spare };
}

/** The classes that our mapping gives to each type; where a work has all three, that type is meant. */
const written: ReadonlyMap<string, string> = new Map(
  types.terms.map((term) => [
    ['bibo', 'coar', 'schema'].map((column) => `${column}:${types.write(column, term)}`).join(' '),
    term,
  ]),
);

function writtenAs(classes: readonly string[]): string | undefined {
  const keys = classes.map(keyOf).filter((key) => /^(?:bibo|coar|schema):/.test(key));
  return written.get(keys.sort().join(' '));
}

/** Of two types said of one work, the one that is a kind of the other. */
function isFiner(other: string | undefined, word: string | undefined): boolean {
  if (other === undefined || other === word) return false;
  if (word === 'article') return true;
  return word === 'book' && other !== 'article' && other !== 'chapter';
}

/** A class that several types share, `bibo:Article`, says nothing against any of them. */
function isSharedBy(iri: string, word: string): boolean {
  const type = typeOf(iri);
  return type !== undefined && types.write(type.list, word) === type.code;
}

/** What a work may be a part of: a whole of its own, a volume or an issue of one. */
export type PartKind = ContainerType | 'volume' | 'issue';

const parts: ReadonlyMap<string, PartKind> = new Map([
  ...['schema:PublicationIssue', 'bibo:Issue', 'fabio:JournalIssue', 'fabio:PeriodicalIssue'].map(
    (key): [string, PartKind] => [key, 'issue'],
  ),
  ...['schema:PublicationVolume', 'fabio:JournalVolume', 'fabio:PeriodicalVolume'].map(
    (key): [string, PartKind] => [key, 'volume'],
  ),
]);

/** What the classes make of a thing that contains works. */
export function partKindIn(classes: readonly string[]): PartKind | undefined {
  const keys = classes.map(keyOf);
  const part = keys.map((key) => parts.get(key)).find((kind) => kind !== undefined);
  if (part !== undefined) return part;
  const exact = containers.terms.find((term) =>
    ['schema', 'bibo'].every((column) => keys.includes(`${column}:${containers.write(column, term) ?? ''}`)),
  );
  const word = exact ?? keys.map(containerOf).find((kind) => kind !== undefined);
  return isContainer(word) ? word : undefined;
}

function containerOf(key: string): string | undefined {
  const [prefix = '', name = ''] = key.split(':');
  return containers.columns.includes(prefix) ? containers.read(prefix, name) : undefined;
}

const isContainer = (word: string | undefined): word is ContainerType =>
  word !== undefined && containers.terms.includes(word);

/** Classes of what is no work whatever else it is; of a dataset's own description nothing is said of any work. */
const others: ReadonlySet<string> = new Set([
  ...[
    'skos:Concept',
    'skos:ConceptScheme',
    'schema:DefinedTerm',
    'schema:PropertyValue',
    'schema:MediaObject',
  ],
  ...['foaf:Person', 'foaf:Organization', 'foaf:Group', 'foaf:Agent', 'schema:Person', 'schema:Organization'],
  ...['prov:Attribution', 'prov:Activity', 'schema:Grant', 'schema:Event', 'owl:Ontology', 'owl:Class'],
  ...['rdf:Statement', 'rdfs:Class', 'rdf:Property', 'biro:BibliographicRecord'],
]);
const description: ReadonlySet<string> = new Set(['void:Dataset', 'dcat:Distribution', 'dcat:Catalog']);

/** Whether something of these classes is no work. */
export const isOther = (classes: readonly string[]) => classes.some((iri) => others.has(keyOf(iri)));

/** Whether something of these classes describes the file, and says nothing of a work: VoID and DCAT. */
export const isOfDataset = (classes: readonly string[]) => classes.some((iri) => description.has(keyOf(iri)));

/** Whether something of these classes only ever holds works. */
export function isOnlyContainer(classes: readonly string[]): boolean {
  const kind = partKindIn(classes);
  return kind !== undefined && kind !== 'book' && kind !== 'proceedings';
}
