import { codeList } from '../base/code-list.ts';
import type { Agent, Concept, Journal, JournalPart, SourceEntity, Tombstone } from '../base/entity.ts';
import { isWebAddress } from '../base/iri.ts';
import { bibo, dcterms, foaf, owl, prov, rdf, schema, skos, type Term } from '../base/terms.ts';
import { classes, compile, dateTime, iri, local, type Row, row, string, term, text, wide } from './row.ts';

const containers = codeList('containers');
const organisation = schema('Organization');
const classesByType: ReadonlyMap<string, readonly Term[]> = new Map(
  containers.terms.map((type) => [
    type,
    [
      schema(containers.write('schema', type) ?? 'CreativeWork'),
      bibo(containers.write('bibo', type) ?? 'Collection'),
    ],
  ]),
);

// biome-ignore format: a table
export const personRows: readonly Row<Agent>[] = [
  classes('kind', foaf('Person'), schema('Person')),
  row('name', (agent) => agent.name, text, [foaf('name'), schema('name')]),
  row('given', (agent) => agent.given, string, [foaf('givenName'), schema('givenName')]),
  row('family', (agent) => agent.family, string, [foaf('familyName'), schema('familyName')]),
  row('alias', (agent) => agent.alias, string, [schema('alternateName')]),
  row('identifiers', (agent) => sameThing(agent), iri, [owl('sameAs'), schema('sameAs')]),
  row('homepage', (agent) => agent.homepage, iri, [foaf('homepage'), schema('url')]),
  row('affiliations', (agent) => agent.affiliations, local, [schema('affiliation')]),
];

// biome-ignore format: a table
export const organisationRows: readonly Row<Agent>[] = [
  classes('kind', foaf('Organization')),
  wide('kind', (agent) => agent.organisationType ? schema(agent.organisationType) : organisation, term, [rdf('type')]),
  row('name', (agent) => agent.name, text, [foaf('name'), schema('name')]),
  row('alias', (agent) => agent.alias, string, [schema('alternateName')]),
  row('identifiers', (agent) => sameThing(agent), iri, [owl('sameAs'), schema('sameAs')]),
  row('homepage', (agent) => agent.homepage, iri, [foaf('homepage'), schema('url')]),
];

// A name that nobody said is a person's or an organisation's: the two FOAF classes are disjoint, so neither is given.
// biome-ignore format: a table
export const unknownAgentRows: readonly Row<Agent>[] = [
  classes('kind', foaf('Agent'), schema('Thing')),
  row('name', (agent) => agent.name, text, [foaf('name'), schema('name')]),
  row('alias', (agent) => agent.alias, string, [schema('alternateName')]),
];

// biome-ignore format: a table
export const journalRows: readonly Row<Journal>[] = [
  row('type', (journal) => classesByType.get(journal.type), term, [rdf('type')]),
  row('titles', (journal) => journal.titles, text, [dcterms('title'), schema('name')]),
  row('shortTitles', (journal) => journal.shortTitles, string, [bibo('shortTitle')]),
  row('issn', (journal) => journal.issn.map(({ value }) => value), string, [schema('issn')]),
  row('issn', (journal) => journal.issn.map(({ value }) => `urn:ISSN:${value}`), string, [dcterms('identifier')]),
  row('issn', (journal) => issnOf(journal, 'print'), string, [bibo('issn')]),
  row('issn', (journal) => issnOf(journal, 'electronic'), string, [bibo('eissn')]),
  row('isbn', (journal) => journal.isbn, string, [schema('isbn'), bibo('isbn')]),
  row('identifiers', (journal) => journal.identifiers.flatMap((each) => each.iri ?? []), iri, [schema('sameAs')]),
  row('issn', (journal) => journal.issn.map(({ value }) => `https://portal.issn.org/resource/ISSN/${value}`), iri, [schema('sameAs')]),
  row('url', (journal) => journal.url, iri, [schema('url')]),
];

// No dcterms:isPartOf here: a query that counts the works of a journal by it would count its issues too.
// biome-ignore format: a table
export const volumeRows: readonly Row<JournalPart>[] = [
  classes('kind', schema('PublicationVolume')),
  row('number', (part) => part.number, string, [schema('volumeNumber')]),
  row('partOf', (part) => part.partOf, local, [schema('isPartOf')]),
];

// biome-ignore format: a table
export const issueRows: readonly Row<JournalPart>[] = [
  classes('kind', schema('PublicationIssue'), bibo('Issue')),
  row('number', (part) => part.number, string, [schema('issueNumber'), bibo('issue')]),
  row('title', (part) => part.title, text, [schema('name'), dcterms('title')]),
  row('partOf', (part) => part.partOf, local, [schema('isPartOf')]),
];

// biome-ignore format: a table
export const conceptRows: readonly Row<Concept>[] = [
  classes('id', skos('Concept'), schema('DefinedTerm')),
  row('labels', (concept) => concept.labels, text, [skos('prefLabel'), schema('name')]),
  row('alias', (concept) => concept.alias, text, [skos('altLabel'), schema('alternateName')]),
  row('exactMatch', (concept) => concept.exactMatch, iri, [skos('exactMatch')]),
];

// biome-ignore format: a table
export const sourceRows: readonly Row<SourceEntity>[] = [
  classes('name', prov('Entity')),
  wide('title', (source) => source.title ?? source.name, string, [dcterms('title')]),
  row('format', (source) => source.format, string, [dcterms('format')]),
  row('url', (source) => source.url, iri, [dcterms('source')]),
  row('retrieved', (source) => source.retrieved, dateTime, [prov('generatedAtTime')]),
];

// biome-ignore format: a table
export const tombstoneRows: readonly Row<Tombstone>[] = [
  row('state', () => 'Deleted', string, [schema('creativeWorkStatus')]),
  row('into', (tombstone) => tombstone.into, local, [dcterms('isReplacedBy')]),
];

const describePerson = compile(personRows);
const describeOrganisation = compile(organisationRows);
const describeUnknown = compile(unknownAgentRows);
const describeVolume = compile(volumeRows);
const describeIssue = compile(issueRows);

/** Says all of an agent, by its kind. */
export const describeAgent: typeof describePerson = (agent, place, sink) =>
  ({ person: describePerson, organisation: describeOrganisation, unknown: describeUnknown })[agent.kind](
    agent,
    place,
    sink,
  );

/** Says all of a volume or an issue. */
export const describeJournalPart: typeof describeVolume = (part, place, sink) =>
  (part.kind === 'volume' ? describeVolume : describeIssue)(part, place, sink);

export const describeJournal = compile(journalRows);
export const describeConcept = compile(conceptRows);
export const describeSource = compile(sourceRows);
export const describeTombstone = compile(tombstoneRows);

// Authorities speak of the same person or body, so owl:sameAs is right here (design.md section 7).
function sameThing(agent: Pick<Agent, 'identifiers'>): readonly string[] {
  return agent.identifiers.flatMap(({ iri: address }) => (address && isWebAddress(address) ? [address] : []));
}

function issnOf(journal: Pick<Journal, 'issn'>, medium: 'print' | 'electronic'): readonly string[] {
  return journal.issn.filter((issn) => issn.medium === medium).map(({ value }) => value);
}
