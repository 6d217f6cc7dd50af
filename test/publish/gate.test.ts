import { describe, expect, test } from 'vitest';
import type { Entry } from '../../pipeline/base/sink.ts';
import { bibo, dcterms, foaf, prov, rdf, schema } from '../../pipeline/base/terms.ts';
import { refusal, violationsOf } from '../../pipeline/publish/gate.ts';

const work: Entry = {
  iri: 'https://data.example.org/id/work/x',
  describe(sink) {
    sink.subject(this.iri);
    sink.iri(rdf('type'), schema('ScholarlyArticle').iri);
    sink.iri(prov('wasDerivedFrom'), 'https://data.example.org/id/source/s');
  },
};

describe('the gate', () => {
  test('says which thing breaks which shape, in both languages', async () => {
    const violations = await violationsOf([work]);
    const title = violations.find(({ path }) => path === dcterms('title').iri);
    expect(title?.focus).toBe(work.iri);
    expect(title?.message.fr).toMatch(/titre/);
    expect(title?.message.en).toMatch(/title/);
    const { words, exit } = refusal(violations);
    expect(exit).toBe(1);
    expect(words.fr).toContain('rien n’a été publié');
    expect(words.en).toContain(work.iri);
  });

  test('a message of our own stands even where the engine has one', async () => {
    const shapes = `@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix schema: <http://schema.org/> . @prefix dcterms: <http://purl.org/dc/terms/> .
      <urn:s> a sh:NodeShape ; sh:targetClass schema:ScholarlyArticle ;
        sh:property [ sh:path dcterms:title ; sh:uniqueLang true ; sh:message "un titre par langue"@fr, "one title a language"@en ] .`;
    const twice: Entry = {
      iri: work.iri,
      describe(sink) {
        work.describe(sink);
        sink.language(dcterms('title'), 'a', 'fr');
        sink.language(dcterms('title'), 'b', 'fr');
      },
    };
    expect((await violationsOf([twice], shapes)).map(({ message }) => message)).toEqual([
      { fr: 'un titre par langue', en: 'one title a language' },
    ]);
  });

  test('shapes that cannot be read are the maintainer’s to mend, with the line', async () => {
    await expect(
      violationsOf([work], '@prefix sh: <http://www.w3.org/ns/shacl#> .\nnonsense nonsense'),
    ).rejects.toThrow(/shapes\.ttl cannot be read: .*line 2/);
  });

  test('a graph without a fault passes', async () => {
    const person = personOf('https://data.example.org/id/person/ada', 'Ada Exemple');
    expect(await violationsOf([person])).toEqual([]);
  });

  test('a large graph is looked at in parts, and each thing still knows its neighbours', async () => {
    const base = 'https://data.example.org/id/';
    const person = personOf(`${base}person/ada`, 'Ada Exemple');
    const works = Array.from(
      { length: 1500 },
      (_, index): Entry => ({
        iri: `${base}work/${index}`,
        describe(sink) {
          sink.subject(this.iri);
          sink.iri(rdf('type'), schema('ScholarlyArticle').iri);
          for (const title of [dcterms('title'), schema('name')]) sink.literal(title, 'Un titre');
          sink.iri(dcterms('contributor'), index === 1200 ? `${base}person/nobody` : person.iri);
          sink.iri(prov('wasDerivedFrom'), `${base}source/s`);
        },
      }),
    );
    const found = await violationsOf([...works, person]);
    expect([...new Set(found.map(({ focus }) => focus))].sort()).toEqual([
      `${base}source/s`,
      `${base}work/1200`,
    ]);
    const said = found.map(({ focus, message }) => `${focus} ${message.en}`);
    expect(said).toEqual([...new Set(said)]);
  });

  test('what a work refers to is looked at even where only the reference says what it is', async () => {
    const source: Entry = {
      iri: 'https://data.example.org/id/source/s',
      describe(sink) {
        sink.subject(this.iri);
        sink.iri(rdf('type'), prov('Entity').iri);
      },
    };
    const works = Array.from(
      { length: 100 },
      (_, index): Entry => ({
        iri: `https://data.example.org/id/work/${index}`,
        describe(sink) {
          sink.subject(this.iri);
          sink.iri(rdf('type'), schema('ScholarlyArticle').iri);
          for (const title of [dcterms('title'), schema('name')]) sink.literal(title, 'Un titre');
          sink.iri(prov('wasDerivedFrom'), source.iri);
        },
      }),
    );
    // The source comes long after the works, as in the graph of a lab.
    const people = works.map((_, index) => personOf(`https://data.example.org/id/person/${index}`, 'Ada'));
    const violations = await violationsOf([...works, ...people, source]);
    expect(violations.map(({ focus, message }) => `${focus} ${message.en}`)).toEqual([
      `${source.iri} a source has a title`,
    ]);
  });

  // What is wrong with a list of three thousand authors, if anything.
  test.each([
    ['a list that is whole', {}, []],
    [
      'one that leaves a name out',
      { left: 1500 },
      ['the ordered list names the same authors as dcterms:creator'],
    ],
    ['one that comes round again', { isRing: true }, ['a list ends with rdf:nil']],
  ] as const)('three thousand authors: %s', { timeout: 120_000 }, async (_, fault, messages) => {
    const violations = await violationsOf(manyAuthors(fault));
    expect(violations.map(({ message }) => message.en)).toEqual(messages);
  });
});

function manyAuthors({ left, isRing = false }: { left?: number; isRing?: boolean }): readonly Entry[] {
  const base = 'https://data.example.org/id/';
  const people = Array.from({ length: 3000 }, (_, index) =>
    personOf(`${base}person/${index}`, `Personne ${index}`),
  );
  const cell = (index: number) => `${base}work/x#authors-${index + 1}`;
  const signed: Entry = {
    iri: `${base}work/x`,
    describe(sink) {
      sink.subject(this.iri);
      sink.iri(rdf('type'), schema('ScholarlyArticle').iri);
      for (const title of [dcterms('title'), schema('name')]) sink.literal(title, 'Un titre');
      sink.iri(prov('wasDerivedFrom'), `${base}source/s`);
      for (const { iri } of people) sink.iri(dcterms('creator'), iri);
      sink.iri(bibo('authorList'), cell(0));
      for (const [index] of people.entries()) {
        const { iri } = people[index === left ? index - 1 : index] ?? this;
        const isLast = index + 1 === people.length;
        sink.subject(cell(index));
        sink.iri(rdf('first'), iri);
        sink.iri(rdf('rest'), isLast ? (isRing ? cell(0) : rdf('nil').iri) : cell(index + 1));
      }
    },
  };
  const source: Entry = {
    iri: `${base}source/s`,
    describe(sink) {
      sink.subject(this.iri);
      sink.iri(rdf('type'), prov('Entity').iri);
      sink.literal(dcterms('title'), 'Notices');
    },
  };
  return [signed, source, ...people];
}

function personOf(iri: string, words: string): Entry {
  return {
    iri,
    describe(sink) {
      sink.subject(iri);
      for (const type of [foaf('Person'), schema('Person')]) sink.iri(rdf('type'), type.iri);
      for (const name of [foaf('name'), schema('name')]) sink.literal(name, words);
    },
  };
}
