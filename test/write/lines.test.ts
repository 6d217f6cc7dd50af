import { describe, expect, test } from 'vitest';
import { dcterms, schema, xsd } from '../../pipeline/base/terms.ts';
import { nquads } from '../../pipeline/write/nquads.ts';
import { ntriples } from '../../pipeline/write/ntriples.ts';
import { dataset, entryOf } from './sample.ts';

const work = 'https://data.example.org/lab/work/deplier';

describe('the escapes of canonical N-Triples', () => {
  test.each([
    ['« savoir-faire »', '« savoir-faire »'],
    ['"', '\\"'],
    ['\\', '\\\\'],
    ['\\n', '\\\\n'],
    ['\b\t\n\f\r', '\\b\\t\\n\\f\\r'],
    ['\u0000\u0007\u000b\u001f', '\\u0000\\u0007\\u000B\\u001F'],
    ['\u007f', '\\u007F'],
    ['\ufffe\uffff', '\\uFFFE\\uFFFF'],
    ['\u0080 \u00a0 \u2028 👩‍🔬', '\u0080 \u00a0 \u2028 👩‍🔬'],
  ])('writes %j as %s', async (value, written) => {
    const { one } = await ntriples.open(dataset);
    expect(one(entryOf([[work, dcterms('title'), 'literal', value]]))).toBe(
      `<${work}> <http://purl.org/dc/terms/title> "${written}" .\n`,
    );
  });
});

describe('a line', () => {
  test('has its language tag in lower case', async () => {
    const { one } = await ntriples.open(dataset);
    expect(one(entryOf([[work, dcterms('title'), 'language', 'a', 'pt-BR']]))).toContain(' "a"@pt-br .\n');
  });

  test('has no datatype for a string', async () => {
    const { one } = await ntriples.open(dataset);
    expect(one(entryOf([[work, schema('name'), 'typed', 'a', xsd('string')]]))).toContain(' "a" .\n');
  });

  test('ends with the graph in N-Quads', async () => {
    const { one } = await nquads.open(dataset);
    expect(one(entryOf([[work, dcterms('issued'), 'typed', '2023', xsd('gYear')]]))).toBe(
      `<${work}> <http://purl.org/dc/terms/issued> "2023"^^<http://www.w3.org/2001/XMLSchema#gYear> <${dataset.graph}> .\n`,
    );
  });

  test('is about the thing itself until another subject is named', async () => {
    const { one } = await ntriples.open(dataset);
    one(entryOf([['https://data.example.org/lab/work/other', schema('name'), 'literal', 'a']]));
    const silent = {
      iri: work,
      describe: (sink: { literal: (...said: never[]) => void }) => sink.literal(...said),
    };
    const said = [schema('name'), 'b'] as never[];
    expect(one(silent)).toBe(`<${work}> <http://schema.org/name> "b" .\n`);
  });
});
