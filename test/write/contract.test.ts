import { describe, expect, test } from 'vitest';
import { writerNamed, writers } from '../../pipeline/write/index.ts';
import { contract } from './contract.ts';

for (const writer of writers) {
  contract(writer);
  const { direct } = writer;
  if (direct) contract({ ...writer, name: `${writer.name}, direct`, open: async (to) => direct(to) });
}

describe('the list of writers', () => {
  test.each([
    ['nt', 'ntriples'],
    ['nq', 'nquads'],
    ['TTL', 'turtle'],
    ['turtle', 'turtle'],
    ['trig', 'trig'],
    ['jsonld', 'jsonld'],
    ['ndjsonld', 'jsonld-lines'],
    ['rdf', 'rdfxml'],
    ['works', 'ndjson'],
    ['jsonl', 'ndjson'],
  ])('knows %s as %s', (name, expected) => expect(writerNamed(name)?.name).toBe(expected));

  test('knows no writer of another name', () => expect(writerNamed('docx')).toBeUndefined());

  test('has no name, alias or extension twice', () => {
    const names = writers.flatMap(({ name, aliases }) => [name, ...aliases]);
    const extensions = writers.map(({ extension }) => extension);
    expect([new Set(names).size, new Set(extensions).size]).toEqual([names.length, extensions.length]);
  });
});
