import { readFileSync } from 'node:fs';
import { DataFactory, type Literal, type NamedNode, Parser, Store, type Term } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { describe, expect, test } from 'vitest';
import { ontologyFile } from '../pipeline/base/code-list.ts';

const sh = 'http://www.w3.org/ns/shacl#';
const shapes = new Store(new Parser().parse(readFileSync(ontologyFile('shapes.ttl'), 'utf8')));
const validator = new SHACLValidator(shapes);
const sample = readFileSync(new URL('competency/sample.ttl', import.meta.url), 'utf8');

/** What the shapes say against a graph, in English. */
async function against(graph: Store): Promise<readonly string[]> {
  const { results } = await validator.validate(graph);
  // Asked of the shape: for `sh:uniqueLang` the engine puts a sentence of its own in the result.
  return results.flatMap(({ sourceShape }) => (sourceShape ? inEnglish(messages(sourceShape.value)) : []));
}

function messages(shape: string): readonly Literal[] {
  const quads = shapes
    .getQuads(null, `${sh}message`, null, null)
    .filter(({ subject }) => subject.value === shape);
  return quads.flatMap(({ object }) => (object.termType === 'Literal' ? [object] : []));
}

function inEnglish(words: readonly Literal[]): readonly string[] {
  return words.filter(({ language }) => language === 'en').map(({ value }) => value);
}

function graph(turtle: string): Store {
  return new Store(new Parser().parse(turtle));
}

/** The graph with an IRI instead of each blank node, as design.md section 6 wants it. */
function named(turtle: string): Store {
  const quads = new Parser().parse(turtle);
  return new Store(
    quads.map(({ subject, predicate, object }) => DataFactory.quad(name(subject), predicate, name(object))),
  );
}

function name<T extends Term>(term: T): T | NamedNode {
  return term.termType === 'BlankNode' ? DataFactory.namedNode(`urn:x-test:${term.value}`) : term;
}

const good = `
@prefix bibo: <http://purl.org/ontology/bibo/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://data.example.org/lab/> .

:work a schema:Book, bibo:EditedBook ;
  dcterms:title "Enquête sur l’accès aux droits"@fr ; schema:name "Enquête sur l’accès aux droits"@fr ;
  dcterms:abstract "Résumé en français."@fr ;
  dcterms:issued "2021-05"^^xsd:gYearMonth ; schema:datePublished "2021-05"^^xsd:gYearMonth ;
  dcterms:creator :ada, :ministry ; dcterms:contributor :someone ; bibo:authorList :list-1 ;
  prov:qualifiedAttribution :signature ; prov:wasDerivedFrom :source ;
  bibo:doi "10.5555/enquete.2021" ; bibo:volume "12" ; bibo:issue "3" ;
  bibo:pages "5-22" ; bibo:pageStart "5" ; bibo:pageEnd "22" ;
  dcterms:identifier "https://doi.org/10.5555/enquete.2021" ; dcterms:isPartOf :journal ; dcterms:subject :concept ;
  dcterms:language <http://lexvo.org/id/iso639-3/fra> ; schema:inLanguage "fr" ;
  dcterms:license <https://creativecommons.org/licenses/by/4.0/> ; schema:isAccessibleForFree true ;
  schema:creativeWorkStatus "Corrected" ;
  schema:sameAs <https://doi.org/10.5555/enquete.2021> ; schema:url <https://journals.example.org/12> .
:signature a prov:Attribution ; prov:agent :ada ; schema:position 1 ; schema:affiliation :ministry .
:list-1 rdf:first :ada ; rdf:rest :list-2 .
:list-2 rdf:first :ministry ; rdf:rest rdf:nil .

:ada a foaf:Person, schema:Person ; foaf:name "Ada Exemple" ; schema:name "Ada Exemple" ;
  owl:sameAs <https://orcid.org/0000-0002-1825-0097> .
:ministry a foaf:Organization, schema:GovernmentOrganization ; foaf:name "Ministère" ; schema:name "Ministère" .
:someone a foaf:Agent, schema:Thing ; foaf:name "Collectif ou personne" ; schema:name "Collectif ou personne" .

:journal a schema:Periodical, bibo:Journal ; dcterms:title "Revue de test"@fr ; schema:name "Revue de test"@fr ;
  schema:issn "1234-5679", "9876-5434" ; bibo:issn "1234-5679" ; bibo:eissn "9876-5434" .
:volume a schema:PublicationVolume ; schema:volumeNumber "12" ; schema:isPartOf :journal .
:issue a schema:PublicationIssue ; schema:issueNumber "3" ; schema:isPartOf :volume .
:concept a skos:Concept ; skos:prefLabel "fracture numérique"@fr, "digital divide"@en .
:source a prov:Entity ; dcterms:title "HAL export" ; dcterms:format "application/tei+xml" ;
  prov:generatedAtTime "2026-01-11T08:00:00Z"^^xsd:dateTime .
`;

// What is wrong, a text of the good graph, the faulty text in its place, and what is said.
// biome-ignore format: a table
const faults: readonly (readonly [string, string, string, string])[] = [
  ['a blank node', ':signature a prov:Attribution', ':signature schema:encoding [ a schema:MediaObject ] ; a prov:Attribution', 'a node without an IRI'],
  ['a blank list cell', ':list-1 rdf:first', '[] rdf:rest rdf:nil ; rdf:first :ada . :list-1 rdf:first', 'a node without an IRI'],
  ['no type', ':work a schema:Book, bibo:EditedBook ;', ':work', 'a work without a type'],
  ['no title', 'dcterms:title "Enquête sur l’accès aux droits"@fr ;', '', 'one title a language, at least one, not empty'],
  ['an empty title', 'dcterms:title "Enquête sur l’accès aux droits"@fr', 'dcterms:title ""@fr', 'one title a language, at least one, not empty'],
  ['two titles in a language', 'dcterms:title "Enq', 'dcterms:title "Autre"@fr, "Enq', 'one title a language, at least one, not empty'],
  ['two names in a language', 'schema:name "Enq', 'schema:name "Autre"@fr, "Enq', 'one schema:name a language, at least one, not empty'],
  ['an empty abstract', '"Résumé en français."@fr', '""', 'an abstract is a text that is not empty'],
  ['two dates', 'dcterms:issued', 'dcterms:issued "2021"^^xsd:gYear ; dcterms:issued', 'at most one date of issue: gYear, gYearMonth or date'],
  ['a date as a string', 'dcterms:issued "2021-05"^^xsd:gYearMonth', 'dcterms:issued "2021-05"', 'at most one date of issue: gYear, gYearMonth or date'],
  ['a month that is none', 'dcterms:issued "2021-05"', 'dcterms:issued "2021-13"', 'at most one date of issue: gYear, gYearMonth or date'],
  ['a padded date', 'datePublished "2021-05"^^xsd:gYearMonth', 'datePublished "2021-05-01"^^xsd:date', 'schema:datePublished is the same date as dcterms:issued'],
  ['an author who is not described', 'dcterms:creator :ada,', 'dcterms:creator :nobody, :ada,', 'an author is an agent that is described, with an IRI'],
  ['an author as a string', 'dcterms:creator :ada,', 'dcterms:creator "Ada Exemple", :ada,', 'an author is an agent that is described, with an IRI'],
  ['a contributor as a string', 'dcterms:contributor :someone', 'dcterms:contributor "Someone"', 'a contributor is an agent that is described, with an IRI'],
  ['two author lists', 'bibo:authorList :list-1', 'bibo:authorList :list-1, :list-2', 'one list of authors, with an IRI'],
  ['an author missing in the list', ':list-1 rdf:first :ada ; rdf:rest :list-2', ':list-1 rdf:first :ada ; rdf:rest rdf:nil', 'the ordered list names the same authors as dcterms:creator'],
  ['a signature of another class', ':signature a prov:Attribution', ':signature a prov:Association', 'a signature is a prov:Attribution'],
  ['a DOI as an address', 'bibo:doi "10', 'bibo:doi "https://doi.org/10', 'a DOI without its address, in lower case'],
  ['a DOI in capitals', 'bibo:doi "10.5555/e', 'bibo:doi "10.5555/E', 'a DOI without its address, in lower case'],
  ['a volume as a number', 'bibo:volume "12"', 'bibo:volume 12', 'at most one volume, a string that is not empty'],
  ['an empty issue', 'bibo:issue "3"', 'bibo:issue ""', 'at most one issue, a string that is not empty'],
  ['pages twice', 'bibo:pages "5-22"', 'bibo:pages "5-22", "5–22"', 'pages at most once, a string that is not empty'],
  ['a first page as a number', 'bibo:pageStart "5"', 'bibo:pageStart 5', 'at most one first page, a string that is not empty'],
  ['two last pages', 'bibo:pageEnd "22"', 'bibo:pageEnd "22", "23"', 'at most one last page, a string that is not empty'],
  ['an identifier as a link', 'dcterms:identifier "https://doi.org/10.5555/enquete.2021"', 'dcterms:identifier <https://doi.org/10.5555/enquete.2021>', 'dcterms:identifier is a literal that is not empty'],
  ['a journal as a string', 'dcterms:isPartOf :journal', 'dcterms:isPartOf "Revue de test"', 'the journal or book has an IRI'],
  ['a subject as a string', 'dcterms:subject :concept', 'dcterms:subject "numérique"', 'dcterms:subject is the IRI of a concept'],
  ['a language as a string', 'dcterms:language <http://lexvo.org/id/iso639-3/fra>', 'dcterms:language "fr"', 'dcterms:language is the IRI of a language'],
  ['a language as an IRI', 'schema:inLanguage "fr"', 'schema:inLanguage <http://lexvo.org/id/iso639-3/fra>', 'schema:inLanguage is a tag such as “fr”'],
  ['a licence as a string', 'dcterms:license <https://creativecommons.org/licenses/by/4.0/>', 'dcterms:license "CC BY"', 'a licence is an IRI'],
  ['free access as a string', 'schema:isAccessibleForFree true', 'schema:isAccessibleForFree "true"', 'schema:isAccessibleForFree is a boolean, at most once'],
  ['an empty status', 'schema:creativeWorkStatus "Corrected"', 'schema:creativeWorkStatus ""', 'at most one status, a string that is not empty'],
  ['an equal work as a string', 'schema:sameAs <https://doi.org/10.5555/enquete.2021>', 'schema:sameAs "10.5555/enquete.2021"', 'schema:sameAs is an IRI'],
  ['an address as a string', 'schema:url <https://journals.example.org/12>', 'schema:url "journals.example.org"', 'schema:url is an IRI'],
  ['I5 a work that is its landing page', 'schema:sameAs <', 'owl:sameAs <', 'a work is not the page about it: schema:sameAs, not owl:sameAs'],
  ['no source', 'prov:wasDerivedFrom :source', 'schema:keywords "x"', 'every work says which source it comes from'],
  ['a signature of two agents', 'prov:agent :ada', 'prov:agent :ada, :ministry', 'a signature is that of one agent'],
  ['a signature without position', 'schema:position 1 ;', '', 'a signature has a position, from 1'],
  ['a position from 0', 'schema:position 1 ;', 'schema:position 0 ;', 'a signature has a position, from 1'],
  ['an affiliation as a string', 'schema:affiliation :ministry', 'schema:affiliation "Ministère"', 'an affiliation is the IRI of an organisation'],
  ['a list cell with two firsts', ':list-2 rdf:first :ministry', ':list-2 rdf:first :ministry, :ada', 'a list cell has one rdf:first, an IRI'],
  ['a list cell without a rest', ':list-2 rdf:first :ministry ; rdf:rest rdf:nil', ':list-2 rdf:first :ministry', 'a list cell has one rdf:rest, an IRI'],
  ['a list without an end', 'rdf:rest rdf:nil', 'rdf:rest :list-1', 'a list ends with rdf:nil'],
  ['a person in FOAF only', 'a foaf:Person, schema:Person', 'a foaf:Person', 'a foaf:Person is a schema:Person too'],
  ['a person who is an organisation', 'a foaf:Person, schema:Person', 'a foaf:Person, schema:Person, schema:Organization', 'a person is no organisation'],
  ['an organisation in FOAF only', 'a foaf:Organization, schema:GovernmentOrganization', 'a foaf:Organization', 'a foaf:Organization has a class of schema.org too'],
  ['an organisation that is a person', 'a foaf:Organization, schema:GovernmentOrganization', 'a foaf:Organization, schema:Person', 'an organisation is no person'],
  ['an unknown agent in FOAF only', 'a foaf:Agent, schema:Thing', 'a foaf:Agent', 'a foaf:Agent of unknown kind is a schema:Thing'],
  ['a person without a name', 'foaf:name "Ada Exemple" ; schema:name "Ada Exemple"', 'schema:givenName "Ada"', 'an agent has a name that is not empty, the same in FOAF and schema.org'],
  ['a name in FOAF only', 'foaf:name "Ministère" ; schema:name "Ministère"', 'foaf:name "Ministère"', 'an agent has a name that is not empty, the same in FOAF and schema.org'],
  ['the same person as a string', 'owl:sameAs <https://orcid.org/0000-0002-1825-0097>', 'owl:sameAs "0000-0002-1825-0097"', 'owl:sameAs is the IRI of the same agent'],
  ['a periodical outside BIBO', 'a schema:Periodical, bibo:Journal', 'a schema:Periodical', 'a periodical is a bibo:Journal, bibo:Magazine or bibo:Newspaper too'],
  ['a periodical without a title', 'dcterms:title "Revue de test"@fr ;', '', 'a periodical has a title'],
  ['a periodical without a name', 'schema:name "Revue de test"@fr ;', '', 'a periodical has a schema:name'],
  ['I3 an ISSN without its hyphen', 'schema:issn "1234-5679"', 'schema:issn "12345679"', 'an ISSN such as 1234-5679'],
  ['I3 a print ISSN with a small x', 'bibo:issn "1234-5679"', 'bibo:issn "1234-567x"', 'a print ISSN such as 1234-5679'],
  ['I3 an electronic ISSN as a URN', 'bibo:eissn "9876', 'bibo:eissn "urn:ISSN:9876', 'an electronic ISSN such as 1234-5679'],
  ['a volume without a number', 'schema:volumeNumber "12" ;', '', 'a volume has a number'],
  ['an issue without a number', 'schema:issueNumber "3" ;', '', 'an issue has a number'],
  ['an issue of nothing', 'schema:issueNumber "3" ; schema:isPartOf :volume', 'schema:issueNumber "3"', 'a volume or an issue is part of one thing'],
  ['an issue that counts as a work', 'schema:isPartOf :volume', 'schema:isPartOf :volume ; dcterms:isPartOf :journal', 'dcterms:isPartOf is for works only'],
  ['a concept without a label', ' ; skos:prefLabel "fracture numérique"@fr, "digital divide"@en', '', 'one preferred label a language, at least one, not empty'],
  ['two preferred labels in a language', '"digital divide"@en', '"fossé numérique"@fr', 'one preferred label a language, at least one, not empty'],
  ['a source of no class', ':source a prov:Entity ;', ':source', 'a source is a prov:Entity'],
  ['a source without a title', 'dcterms:title "HAL export" ;', '', 'a source has a title'],
  ['a source of two formats', '"application/tei+xml"', '"application/tei+xml", "text/plain"', 'at most one format, a string that is not empty'],
  ['a harvest on a day', '"2026-01-11T08:00:00Z"^^xsd:dateTime', '"2026-01-11"^^xsd:date', 'at most one time of harvest, an xsd:dateTime'],
];

describe('the shapes', () => {
  test('accept the sample graph once its blank nodes are named', async () => {
    expect(await against(named(sample))).toEqual([]);
  });

  test('see the blank nodes of the sample graph as it is printed', async () => {
    expect(await against(graph(sample))).toContain('a node without an IRI');
  });

  test('accept a graph with one thing of each kind', async () => {
    expect(await against(graph(good))).toEqual([]);
  });

  test.each(faults)('refuse %s', async (_, right, wrong, words) => {
    expect(good).toContain(right);
    expect(await against(graph(good.replace(right, wrong)))).toContain(words);
  });

  test('are each broken at least once above', () => {
    const said = shapes.getObjects(null, `${sh}message`, null).filter((term) => term.termType === 'Literal');
    expect(new Set(faults.map(([, , , words]) => words))).toEqual(new Set(inEnglish(said)));
  });

  test('have a French and an English sentence for each property', () => {
    for (const { value } of shapes.getSubjects(`${sh}path`, null, null)) {
      expect(
        messages(value)
          .map(({ language }) => language)
          .toSorted(),
      ).toEqual(['en', 'fr']);
    }
  });

  test('are SHACL core: no SPARQL', () => {
    expect(
      shapes.getPredicates(null, null, null).filter(({ value }) => /sparql|select/i.test(value)),
    ).toEqual([]);
  });
});
