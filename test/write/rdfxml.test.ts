import { graph, literal, namedNode, Serializer, st } from 'rdflib';
import { describe, expect, test, vi } from 'vitest';
import { bibo, dcterms, foaf, rdf, schema, type Term } from '../../pipeline/base/terms.ts';
import { rdfxml } from '../../pipeline/write/rdfxml.ts';
import { parsersOf } from './parsers.ts';
import { dataset, entries, entryOf, type Statement } from './sample.ts';

const work = `${dataset.base}work/repondre`;
const written = async (...statements: Statement[]) => (await rdfxml.open(dataset)).one(entryOf(statements));

test('a subject is one element, named after its first class, with one property on each line', async () => {
  const text = await written(
    [work, rdf('type'), 'iri', schema('ScholarlyArticle').iri],
    [work, rdf('type'), 'iri', bibo('AcademicArticle').iri],
    [work, dcterms('title'), 'language', 'Répondre aux demandes d’aide numérique', 'FR'],
  );
  expect(text).toBe(`  <bibo:AcademicArticle rdf:about="${work}">
    <rdf:type rdf:resource="http://schema.org/ScholarlyArticle"/>
    <dcterms:title xml:lang="fr">Répondre aux demandes d’aide numérique</dcterms:title>
  </bibo:AcademicArticle>
`);
});

test('a subject whose class has no prefix is a description', async () => {
  const text = await written([work, rdf('type'), 'iri', 'https://vocabulary.example.org/types/42']);
  expect(text).toBe(`  <rdf:Description rdf:about="${work}">
    <rdf:type rdf:resource="https://vocabulary.example.org/types/42"/>
  </rdf:Description>
`);
});

test('the cells of a list keep their members', async () => {
  const text = await written(
    [`${work}#authors-1`, rdf('first'), 'iri', `${dataset.base}person/pierre-mazet`],
    [`${work}#authors-1`, rdf('rest'), 'iri', rdf('nil').iri],
  );
  expect(text).toContain(`<rdf:first rdf:resource="${dataset.base}person/pierre-mazet"/>`);
  expect(text).toContain(`<rdf:rest rdf:resource="${rdf('nil').iri}"/>`);
});

test.each([['\u0000'], ['\u0007'], ['\u001f'], ['\ufffe'], ['\uffff'], ['\ud800'], ['\udc00a']])(
  'a text with %j is refused, since XML cannot hold it',
  async (value) => {
    await expect(written([work, dcterms('title'), 'literal', value])).rejects.toThrow(
      'XML cannot hold the character U+',
    );
  },
);

describe('the direct form', () => {
  const direct = rdfxml.direct?.(dataset);
  if (!direct) throw new Error('unreachable');
  const body = (one: (typeof direct)['one']) => entries.map(one).join('');

  test('writes the bytes that rdflib’s way writes', async () => {
    const opened = await rdfxml.open(dataset);
    expect([direct.head, direct.between, direct.tail]).toEqual([opened.head, opened.between, opened.tail]);
    expect(body(direct.one)).toBe(body(opened.one));
  });

  test('says a statement once, the kinds of one text apart, whatever the order in which it was told', async () => {
    const statements: Statement[] = [
      [work, dcterms('title'), 'language', 'Un', 'FR'],
      [`${work}#b`, dcterms('title'), 'literal', 'Un'],
      [work, dcterms('title'), 'literal', 'Un'],
      [work, rdf('type'), 'iri', schema('ScholarlyArticle').iri],
      [work, dcterms('title'), 'language', 'Un', 'fr'],
      [work, rdf('type'), 'iri', bibo('AcademicArticle').iri],
      [work, rdf('type'), 'iri', schema('ScholarlyArticle').iri],
      [work, schema('sameAs'), 'iri', 'https://example.org/?a=1&b=2'],
    ];
    for (const some of [statements, statements.toReversed()])
      expect(direct.one(entryOf(some))).toBe(await written(...some));
  });

  test('is the same graph to an independent reader', async () => {
    for (const parse of Object.values(parsersOf['application/rdf+xml'] ?? {})) {
      const opened = await rdfxml.open(dataset);
      const file = (one: (typeof direct)['one']) => opened.head + body(one) + opened.tail;
      expect(await parse(file(direct.one))).toEqual(await parse(file(opened.one)));
    }
  });

  test.each([['\u0000'], ['\uffff'], ['\ud800']])('refuses %j as well', (value) => {
    expect(() => direct.one(entryOf([[work, dcterms('title'), 'literal', value]]))).toThrow(
      'XML cannot hold the character U+',
    );
  });
});

describe('what rdflib does when left alone, and why this writer does not', () => {
  const subject = namedNode(work);
  const name = namedNode(foaf('name').iri);
  const xmlOf = (...statements: unknown[]): string => Serializer(graph()).statementsToXML(statements);

  test('it writes a carriage return raw, which an XML reader turns into a line feed', async () => {
    expect(xmlOf(st(subject, name, literal('a\rb')))).toContain('a\rb');
    expect(await written([work, foaf('name'), 'literal', 'a\r\nb'])).toContain('>a&#xD;\nb<');
  });

  test('it writes ]]> raw, which is not well-formed', async () => {
    expect(xmlOf(st(subject, name, literal('a]]>b')))).toContain('a]]>b');
    expect(await written([work, foaf('name'), 'literal', 'a]]>b'])).toContain('a]]&gt;b');
  });

  test('it sorts properties as the language of the machine sorts', async () => {
    // Lithuanian sorts y with i, so that `type` comes before `title`.
    const lithuanian = new Intl.Collator('lt').compare;
    const spy = vi.spyOn(String.prototype, 'localeCompare').mockImplementation(function (
      this: string,
      other,
    ) {
      return lithuanian(String(this), other);
    });
    const of = (term: Term) => st(subject, namedNode(term.iri), literal('x'));
    const theirs = xmlOf(of(dcterms('title')), of(dcterms('type')));
    const ours = await written(
      [work, dcterms('title'), 'literal', 'x'],
      [work, dcterms('type'), 'literal', 'x'],
    );
    spy.mockRestore();
    expect(theirs.match(/title|type/)?.[0]).toBe('type');
    expect(ours.match(/title|type/)?.[0]).toBe('title');
  });

  test('it makes up a prefix for a class of another vocabulary, which no head declares', () => {
    const type = namedNode(rdf('type').iri);
    expect(xmlOf(st(subject, type, namedNode('https://vocabulary.example.org/types/Text')))).toContain(
      '<types:Text',
    );
  });
});
