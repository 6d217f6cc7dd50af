import { expect, test } from 'vitest';
import { inGraph } from '../../pipeline/write/index.ts';

const triples = [
  '<https://lab.example.org/id/work/été> <http://purl.org/dc/terms/title> "à côté"@fr .',
  '<https://lab.example.org/id/work/été> <http://purl.org/dc/terms/title> "ends with . \\n . too" .',
  '<https://lab.example.org/id/work/été> <http://xmlns.com/foaf/0.1/page> <https://lab.example.org/ .> .',
];

test.each([1, 2, 3, 7, 64, 1000])('triples in pieces of %i bytes are quads of their graph', (length) => {
  const bytes = Buffer.from(`${triples.join('\n')}\n`);
  const pieces = Array.from({ length: Math.ceil(bytes.length / length) }, (_, at) =>
    bytes.subarray(at * length, (at + 1) * length),
  );
  const quads = Buffer.concat([...inGraph(pieces, 'https://lab.example.org/id/données')]).toString();
  expect(quads).toBe(
    triples.map((line) => `${line.slice(0, -2)} <https://lab.example.org/id/données> .\n`).join(''),
  );
});
