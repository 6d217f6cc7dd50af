import type { Entry, Sink } from '../../pipeline/base/sink.ts';
import {
  bibo,
  dcterms,
  foaf,
  owl,
  prov,
  rdf,
  rdfs,
  schema,
  skos,
  type Term,
  xsd,
} from '../../pipeline/base/terms.ts';
import type { IdentifiedWork } from '../../pipeline/base/work.ts';

/** A statement as a row: subject, property, and the value as the sink takes it. */
export type Statement =
  | readonly [subject: string, predicate: Term, kind: 'iri' | 'literal', value: string]
  | readonly [subject: string, predicate: Term, kind: 'typed', value: string, datatype: Term]
  | readonly [subject: string, predicate: Term, kind: 'language', value: string, tag: string];

export const dataset = {
  base: 'https://data.example.org/lab/',
  graph: 'https://data.example.org/lab/dataset',
};

const work = `${dataset.base}work/repondre`;
const mazet = `${dataset.base}person/pierre-mazet`;
const sorin = `${dataset.base}person/francois-sorin`;
const type = rdf('type');

/** Statements of a work and of the nodes below it, with what writers get wrong. */
// biome-ignore format: a table
export const awkward: readonly Statement[] = [
  [work, type, 'iri', schema('ScholarlyArticle').iri],
  [work, type, 'iri', bibo('AcademicArticle').iri],
  [work, type, 'iri', 'https://vocabulary.example.org/types/42'],
  [work, dcterms('title'), 'language', 'Répondre aux demandes d’aide numérique : « troubles »', 'FR'],
  [work, dcterms('title'), 'language', 'CO₂ & <i>x</i> ]]> "quoted" \\ back\\slash \'', 'pt-BR'],
  [work, dcterms('abstract'), 'language', 'une ligne\nune autre\r\net une troisième\ravec\ttabulation', 'fr-CA'],
  [work, dcterms('abstract'), 'language', 'السياسات الاجتماعية‏ – מדיניות', 'ar'],
  [work, dcterms('description'), 'literal', '👩‍🔬 𝒳 \u{10FFFD} e\u0301 \u00a0\u2009\u2028\u0085 \u007f'],
  [work, dcterms('description'), 'literal', ''],
  [work, dcterms('description'), 'literal', '  des espaces autour  '],
  [work, dcterms('description'), 'literal', '"""\n\'\'\''],
  [work, dcterms('description'), 'literal', '&amp; &#xD; \\u00e9 \\n %41 </rdf:RDF> <!-- --> <![CDATA[ ]]>'],
  [work, dcterms('issued'), 'typed', '2023', xsd('gYear')],
  [work, dcterms('issued'), 'typed', '2023-06', xsd('gYearMonth')],
  [work, dcterms('issued'), 'typed', '2023-03-03', xsd('date')],
  [work, prov('generatedAtTime'), 'typed', '2026-01-11T09:00:00Z', xsd('dateTime')],
  [work, schema('isAccessibleForFree'), 'typed', 'true', xsd('boolean')],
  [work, schema('isAccessibleForFree'), 'typed', '0', xsd('boolean')],
  [work, schema('position'), 'typed', '1', xsd('integer')],
  [work, schema('position'), 'typed', '01', xsd('integer')],
  [work, schema('position'), 'typed', '-0', xsd('integer')],
  [work, schema('position'), 'typed', '90071992547409930', xsd('integer')],
  [work, schema('size'), 'typed', '1.50', xsd('decimal')],
  [work, schema('size'), 'typed', '1.5E3', xsd('double')],
  [work, schema('size'), 'typed', '12', xsd('nonNegativeInteger')],
  [work, schema('contentUrl'), 'typed', 'https://hal.science/hal-00000001/document', xsd('anyURI')],
  [work, schema('name'), 'typed', 'une chaîne', xsd('string')],
  [work, schema('issueNumber'), 'literal', '1-2'],
  [work, schema('issueNumber'), 'literal', '1'],
  [work, schema('publisher'), 'literal', 'https://publisher.example.org/as-text'],
  [work, schema('license'), 'typed', 'cc-by', xsd('string')],
  [work, dcterms('publisher'), 'literal', 'Érès'],
  [work, schema('sameAs'), 'iri', 'https://doi.org/10.1002/(SICI)1099-1174(199706)6:2%3C107::AID%3E3.0.CO;2-3'],
  [work, schema('sameAs'), 'iri', 'https://example.org/a*b!c;d,e\'f(g)~h?x=1&y=2#frag@z$+=/:'],
  [work, schema('sameAs'), 'iri', 'https://example.org/%C3%A9t%C3%A9/(x).'],
  [work, schema('sameAs'), 'iri', 'https://example.org/été/社会/𝒳'],
  [work, schema('sameAs'), 'iri', 'urn:ISSN:1234-5679'],
  [work, dcterms('relation'), 'iri', 'dc:42'],
  [work, dcterms('relation'), 'iri', 'schema://host/a'],
  [work, rdfs('member'), 'iri', 'dc:43'],
  [work, skos('exactMatch'), 'iri', 'http://schema.org/a/b'],
  [work, skos('exactMatch'), 'iri', 'http://purl.org/dc/terms/title.'],
  [work, skos('exactMatch'), 'iri', 'http://purl.org/coar/resource_type/c_6501'],
  [work, skos('exactMatch'), 'iri', 'http://schema.org/'],
  [work, rdfs('seeAlso'), 'iri', 'http://purl.org/dc/terms/42'],
  [work, foaf('interest'), 'iri', 'http://www.w3.org/2001/XMLSchema#'],
  [work, schema('author'), 'iri', mazet],
  [work, schema('author'), 'iri', sorin],
  [work, schema('author'), 'iri', mazet],
  [work, bibo('authorList'), 'iri', `${work}#authors-1`],
  [`${work}#authors-1`, type, 'iri', rdf('List').iri],
  [`${work}#authors-1`, rdf('first'), 'iri', mazet],
  [`${work}#authors-1`, rdf('rest'), 'iri', `${work}#authors-2`],
  [`${work}#authors-2`, type, 'iri', rdf('List').iri],
  [`${work}#authors-2`, rdf('first'), 'iri', sorin],
  [`${work}#authors-2`, rdf('rest'), 'iri', rdf('nil').iri],
  [`${work}#type-42`, type, 'iri', 'https://vocabulary.example.org/types/42'],
  [work, schema('author'), 'iri', mazet],
];

const person: readonly Statement[] = [
  [mazet, type, 'iri', foaf('Person').iri],
  [mazet, foaf('name'), 'literal', 'Pierre Mazet'],
  [mazet, owl('sameAs'), 'iri', 'https://www.idref.fr/060702494'],
];
const untyped: readonly Statement[] = [[sorin, foaf('name'), 'literal', 'François Sorin']];

/** An entry that says the statements. */
export function entryOf(statements: readonly Statement[], about?: IdentifiedWork): Entry {
  return {
    iri: statements[0]?.[0] ?? `${dataset.base}work/nothing`,
    work: about,
    describe(sink) {
      let last = '';
      for (const statement of statements) {
        if (statement[0] !== last) sink.subject(statement[0]);
        last = statement[0];
        say(sink, statement);
      }
    },
  };
}

function say(sink: Sink, statement: Statement): void {
  const [, predicate, kind, value] = statement;
  if (kind === 'iri') sink.iri(predicate, value);
  if (kind === 'literal') sink.literal(predicate, value);
  if (kind === 'typed') sink.typed(predicate, value, statement[4]);
  if (kind === 'language') sink.language(predicate, value, statement[4]);
}

const bare = {
  type: 'article',
  abstracts: [],
  contributions: [],
  dates: [],
  identifiers: [],
  links: [],
  languages: ['fr'],
  subjects: [],
  licences: [],
  funding: [],
  relations: [],
  references: [],
  notes: [],
  provenance: [],
  unmapped: [{ source: 'page', path: 'x', value: { tags: [], words: 'a\nb\u2028c "d" \\ é 👩‍🔬' } }],
  status: 'published',
  titles: [{ role: 'main', text: { value: 'Répondre aux demandes d’aide numérique', lang: 'fr' } }],
} as const satisfies Omit<IdentifiedWork, 'id'>;

/** Lists of statements, one for each entry: a work with awkward values, a person, someone without a class, a thing without a word. */
export const statementsOfEntries: readonly (readonly Statement[])[] = [awkward, person, untyped, []];

export const entries: readonly Entry[] = statementsOfEntries.map((statements, index) =>
  entryOf(statements, { ...bare, id: `work/${index + 1}` }),
);
