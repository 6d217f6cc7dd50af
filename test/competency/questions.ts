import { readdirSync, readFileSync } from 'node:fs';
import type { Expected } from './answer.ts';

/** A competency question: what a user asks of the graph, as SPARQL, and what the graph should answer. */
export interface Question {
  /** `q01` to `q15`. */
  readonly name: string;
  /** The question in words. */
  readonly words: string;
  readonly query: string;
  readonly expected: Expected;
}

const folder = new URL('questions/', import.meta.url);

/** All questions, in order: `questions/*.rq` with the answers of the `.json` beside them. */
export function questions(): readonly Question[] {
  const names = readdirSync(folder).filter((file) => file.endsWith('.rq'));
  return names.toSorted().map((file) => question(file.slice(0, -'.rq'.length)));
}

/** The sample graph, Turtle: a target of the mapping, written by hand. */
export function sampleGraph(): string {
  return readFileSync(new URL('sample.ttl', import.meta.url), 'utf8');
}

function question(name: string): Question {
  const query = readFileSync(new URL(`${name}.rq`, folder), 'utf8');
  const expected = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Expected;
  return { name, words: query.slice(2, query.indexOf('\n')), query, expected };
}
