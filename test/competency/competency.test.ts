import oxigraph from 'oxigraph';
import { describe, expect, test } from 'vitest';
import { answer, same } from './answer.ts';
import { labGraph } from './lab-graph.ts';
import { questions, sampleGraph } from './questions.ts';

const asked = questions().map((question) => [question.name, question.words, question] as const);

test('there are fifteen questions', () => expect(asked).toHaveLength(15));

describe('the sample graph answers', () => {
  const store = new oxigraph.Store();
  store.load(sampleGraph(), { format: 'text/turtle' });

  test.each(asked)('%s: %s', (_name, _words, { query, expected }) => {
    expect(same(answer(query, store), expected)).toBeUndefined();
  });
});

describe('the graph made of the same nine records answers', async () => {
  const store = new oxigraph.Store();
  store.load(await labGraph(), { format: 'application/n-quads' });

  test.each(asked)('%s: %s', (_name, _words, { query, expected }) => {
    expect(same(answer(query, store), expected)).toBeUndefined();
  });
});
