import { expect, test } from 'vitest';
import type { IdentifiedWork } from '../../pipeline/base/work.ts';
import { ndjson } from '../../pipeline/write/ndjson.ts';
import { dataset } from './sample.ts';

const work: IdentifiedWork = {
  unmapped: [{ source: 'page', path: 'tags', value: { words: [], value: '' } }],
  provenance: [],
  notes: [],
  status: 'published',
  references: [],
  relations: [],
  funding: [],
  licences: [],
  subjects: [],
  languages: ['fr'],
  links: [],
  identifiers: [],
  publisher: undefined,
  dates: [{ event: 'published', value: '2023-06' }],
  contributions: [
    {
      position: 1,
      role: 'author',
      kind: 'person',
      nameAsPrinted: 'François Sorin',
      family: 'Sorin',
      given: 'François',
      identifiers: [],
      affiliations: [],
    },
  ],
  abstracts: [],
  titles: [{ role: 'main', text: { value: 'Motifs,\nregistres et épreuves', lang: 'fr' } }],
  type: 'article',
  id: 'work/sorin-2023-motifs-registres-et-epreuves',
};

test('a work is one line, its fields in the order of the model, without empty lists', async () => {
  const { one } = await ndjson.open(dataset);
  expect(one({ iri: `${dataset.base}${work.id}`, work, describe: () => undefined })).toBe(
    '{"id":"work/sorin-2023-motifs-registres-et-epreuves","type":"article",' +
      '"titles":[{"role":"main","text":{"value":"Motifs,\\nregistres et épreuves","lang":"fr"}}],' +
      '"contributions":[{"position":1,"role":"author","kind":"person","nameAsPrinted":"François Sorin",' +
      '"family":"Sorin","given":"François"}],"dates":[{"event":"published","value":"2023-06"}],' +
      '"languages":["fr"],"status":"published",' +
      '"unmapped":[{"source":"page","path":"tags","value":{"words":[],"value":""}}]}\n',
  );
});
