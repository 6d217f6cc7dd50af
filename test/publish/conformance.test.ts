import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Quad } from '@rdfjs/types';
import { Parser } from 'n3';
import Validator from 'rdf-validate-shacl';
import environment from 'rdf-validate-shacl/src/defaultEnv.js';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Entry, Sink } from '../../pipeline/base/sink.ts';
import { bibo, dcterms, foaf, rdf, schema, type Term, xsd } from '../../pipeline/base/terms.ts';
import { Conformance } from '../../pipeline/publish/conformance.ts';
import { runLab } from '../../pipeline/run.ts';
import { entriesOf } from '../../pipeline/stages.ts';
import { quadsOf } from '../../pipeline/write/index.ts';

const text = readFileSync(new URL('../../ontology/shapes.ttl', import.meta.url), 'utf8');
const shapes = new Parser().parse(text);
const engine = new Validator(environment.dataset([...shapes]), { factory: environment });

/** One statement of an entry, and how it is said to a sink. */
interface Statement {
  readonly subject: string;
  readonly property: Term;
  readonly value: string;
  readonly datatype?: Term;
  readonly tag?: string;
  readonly isIri?: boolean;
}

const changes: readonly (readonly [what: string, change: (one: Statement) => readonly Statement[]])[] = [
  ['is left out', () => []],
  ['is said twice', (one) => [one, one]],
  ['has another value beside it', (one) => [one, { ...one, value: `${one.value}9` }]],
  ['is an IRI', ({ subject, property }) => [{ subject, property, value: 'urn:x', isIri: true }]],
  [
    'is nobody’s type',
    (one) => [one, { ...one, property: rdf('type'), value: foaf('Person').iri, isIri: true }],
  ],
  ['is a string', ({ subject, property, value }) => [{ subject, property, value }]],
  ['is empty', ({ subject, property }) => [{ subject, property, value: '' }]],
  ['is no number', ({ subject, property }) => [{ subject, property, value: 'x', datatype: xsd('integer') }]],
  ['is a number', ({ subject, property }) => [{ subject, property, value: '0', datatype: xsd('integer') }]],
  [
    'is a day',
    ({ subject, property }) => [{ subject, property, value: '2020-02-03', datatype: xsd('date') }],
  ],
  [
    'is no day',
    ({ subject, property }) => [{ subject, property, value: '2020-13-03', datatype: xsd('date') }],
  ],
  ['is in a language', ({ subject, property }) => [{ subject, property, value: 'x', tag: 'fr' }]],
  [
    'is in one language twice',
    ({ subject, property }) => ['x', 'y'].map((value) => ({ subject, property, value, tag: 'fr-CA' })),
  ],
];

describe('the quick look at a graph', () => {
  let entries: readonly Entry[] = [];
  beforeAll(async () => {
    const folder = fileURLToPath(new URL('../competency/lab', import.meta.url));
    const { lab, collection } = await runLab(folder, '2026-01-15T08:00:00Z');
    entries = [...entriesOf(collection, lab.base), ...more];
  });

  test('every shape is about something here', () => {
    const quads = entries.flatMap((entry) => quadsOf(entry));
    const targets = shapes.filter(({ predicate }) => /#target/.test(predicate.value));
    const idle = targets.filter(
      ({ predicate, object }) =>
        !quads.some((quad) =>
          predicate.value.endsWith('#targetClass')
            ? quad.object.equals(object)
            : quad.predicate.equals(object),
        ),
    );
    expect(idle.map(({ object }) => object.value)).toEqual([]);
  });

  test('is sure of a lab without a fault', () => {
    const conformance = new Conformance(shapes, named(entries));
    expect(entries.flatMap((entry) => conformance.doubts(entry))).toEqual([]);
  });

  test.each(changes)(
    'says what the engine says where a statement %s',
    { timeout: 120_000 },
    async (what, change) => {
      let broken = 0;
      const differences: string[] = [];
      const isNew = newKinds();
      for (const entry of entries) {
        const statements = statementsOf(entry);
        for (const [at, one] of statements.entries()) {
          if (!isNew(one, statements)) continue;
          const changed = saying(entry.iri, statements.toSpliced(at, 1, ...change(one)));
          const graph = named([...entries, changed]);
          const doubted = new Conformance(shapes, graph).doubts(changed).includes(changed);
          const refused = await isRefused(changed, graph);
          if (refused) broken += 1;
          if (doubted !== refused) differences.push(`${one.subject} ${one.property.short} ${one.value}`);
        }
      }
      expect(differences).toEqual([]);
      expect(broken > 0).toBe(what !== 'is said twice');
    },
  );

  test('an unknown kind of target or constraint is left to the engine', () => {
    const sh = '@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .\n';
    const doubts = (shape: string) =>
      entries.flatMap((entry) =>
        new Conformance(new Parser().parse(sh + shape), named(entries)).doubts(entry),
      );
    const people = entries.filter((entry) =>
      statementsOf(entry).some(({ value }) => value === foaf('Person').iri),
    );
    expect(doubts('<urn:s> a sh:NodeShape ; sh:targetClass foaf:Person ; sh:closed true .')).toEqual(people);
    expect(
      doubts('<urn:s> a sh:NodeShape ; sh:targetClass foaf:Person ; sh:not [ sh:datatype foaf:x ] .'),
    ).toEqual(people);
    expect(
      doubts(
        '<urn:s> a sh:NodeShape ; sh:targetClass foaf:Person ; sh:property [ sh:path [ sh:inversePath foaf:maker ] ; sh:minCount 0 ] .',
      ),
    ).toEqual(people);
    expect(doubts('<urn:s> a sh:NodeShape ; sh:targetNode <urn:x> .')).toEqual(entries);
  });
});

/** What the lab does not have. */
const more: readonly Entry[] = [
  thing('urn:agent', [foaf('Agent'), schema('Thing')], [foaf('name'), schema('name')]),
  thing('urn:newspaper', [schema('Newspaper'), bibo('Newspaper')], [dcterms('title'), schema('name')]),
  saying('urn:editors', [
    { subject: 'urn:editors', property: bibo('editorList'), value: 'urn:editors#1', isIri: true },
    { subject: 'urn:editors#1', property: rdf('first'), value: 'urn:agent', isIri: true },
    { subject: 'urn:editors#1', property: rdf('rest'), value: rdf('nil').iri, isIri: true },
  ]),
];

function thing(subject: string, types: readonly Term[], names: readonly Term[]): Entry {
  return saying(subject, [
    ...types.map(({ iri }) => ({ subject, property: rdf('type'), value: iri, isIri: true })),
    ...names.map((property) => ({ subject, property, value: 'Gazette' })),
  ]);
}

const named = (entries: readonly Entry[]) => new Map(entries.map((entry) => [entry.iri, entry]));

/** Of all statements, those that say of a class what none before said. */
function newKinds(): (one: Statement, statements: readonly Statement[]) => boolean {
  const known = new Set<string>();
  return (one, statements) => {
    const types = statements.filter(
      ({ subject, property }) => subject === one.subject && property === rdf('type'),
    );
    const kind = [...types.map(({ value }) => value), one.property.iri, one.tag === undefined].join(' ');
    const isNew = !known.has(kind);
    known.add(kind);
    return isNew;
  };
}

async function isRefused(entry: Entry, graph: ReadonlyMap<string, Entry>): Promise<boolean> {
  const own = quadsOf(entry);
  const others = own.flatMap(({ object }) => graph.get(object.value) ?? []).filter((each) => each !== entry);
  const data = environment.dataset(
    [...own, ...new Set(others)].flatMap((each) => ('iri' in each ? [...quadsOf(each)] : [each])),
  );
  const { results } = await engine.validate(data);
  const subjects = new Set(own.map(({ subject }: Quad) => subject.value));
  return results.some(
    ({ focusNode }) => subjects.has(focusNode?.value ?? '') || !graph.has(focusNode?.value ?? ''),
  );
}

function statementsOf(entry: Entry): readonly Statement[] {
  const all: Statement[] = [];
  let subject = entry.iri;
  entry.describe({
    subject: (iri) => {
      subject = iri;
    },
    iri: (property, value) => all.push({ subject, property, value, isIri: true }),
    literal: (property, value) => all.push({ subject, property, value }),
    typed: (property, value, datatype) => all.push({ subject, property, value, datatype }),
    language: (property, value, tag) => all.push({ subject, property, value, tag }),
  });
  return all;
}

function saying(iri: string, statements: readonly Statement[]): Entry {
  const say = (sink: Sink, { subject, property, value, datatype, tag, isIri }: Statement) => {
    sink.subject(subject);
    if (isIri) sink.iri(property, value);
    else if (datatype) sink.typed(property, value, datatype);
    else if (tag !== undefined) sink.language(property, value, tag);
    else sink.literal(property, value);
  };
  return {
    iri,
    describe(sink) {
      for (const statement of statements) say(sink, statement);
    },
  };
}
