import type { Contender, Job } from '../contender.ts';
import type { MoissonRun } from './moisson.ts';

const moisson = (run: MoissonRun) => async (): Promise<Job> => (await import('./moisson.ts')).moisson(run);

/** Everything that is measured. Each file is loaded only in the process that runs it. */
// biome-ignore format: a table
export const contenders: readonly Contender[] = [
  { name: 'parse', title: 'read the file and `JSON.parse` every line', kind: 'run', load: async () => (await import('./parse-only.ts')).parseOnly },
  { name: 'moisson-ntriples', title: 'Moisson to N-Triples', kind: 'run', syntax: 'turtle', load: moisson({ to: ['ntriples'] }) },
  { name: 'moisson-turtle', title: 'Moisson to Turtle', kind: 'run', syntax: 'turtle', load: moisson({ to: ['turtle'] }) },
  { name: 'moisson-jsonld', title: 'Moisson to JSON-LD lines', kind: 'run', syntax: 'jsonld', load: moisson({ to: ['jsonld-lines'] }) },
  { name: 'moisson-all', title: 'Moisson to all three, one run after the other', kind: 'run', load: moisson({ to: ['ntriples', 'turtle', 'jsonld-lines'] }) },
  { name: 'moisson-jobs-2', title: 'Moisson to N-Triples, `--jobs 2`', kind: 'run', syntax: 'turtle', load: moisson({ to: ['ntriples'], jobs: 2 }) },
  { name: 'moisson-n3', title: 'Moisson’s steps, N-Triples by n3 Writer', kind: 'run', package: 'n3', syntax: 'turtle', load: async () => (await import('./n3.ts')).wholeRun },
  { name: 'moisson-distinct', title: 'Moisson to N-Triples, `--distinct`', kind: 'memory', syntax: 'turtle', load: moisson({ to: ['ntriples'], distinct: true }) },
  { name: 'write-ntriples', title: 'Moisson’s N-Triples writer', kind: 'writing', syntax: 'turtle', share: 0.5, load: async () => (await import('./writers.ts')).writing('ntriples') },
  { name: 'write-turtle', title: 'Moisson’s Turtle writer', kind: 'writing', syntax: 'turtle', share: 0.5, load: async () => (await import('./writers.ts')).writing('turtle') },
  { name: 'n3-ntriples', title: 'n3 Writer, N-Triples', kind: 'writing', package: 'n3', syntax: 'turtle', share: 0.5, load: async () => (await import('./n3.ts')).ntriples },
  { name: 'n3-turtle', title: 'n3 Writer, Turtle', kind: 'writing', package: 'n3', syntax: 'turtle', share: 0.5, load: async () => (await import('./n3.ts')).turtle },
  { name: 'rdfjs-to-ntriples', title: '@rdfjs/to-ntriples', kind: 'writing', package: '@rdfjs/to-ntriples', syntax: 'turtle', share: 0.5, load: async () => (await import('./rdfjs.ts')).toNTriples },
  { name: 'rdfjs-ntriples', title: '@rdfjs/serializer-ntriples', kind: 'writing', package: '@rdfjs/serializer-ntriples', syntax: 'turtle', share: 0.5, load: async () => (await import('./rdfjs.ts')).serializerNTriples },
  { name: 'rdfjs-turtle', title: '@rdfjs/serializer-turtle', kind: 'writing', package: '@rdfjs/serializer-turtle', syntax: 'turtle', share: 0.1, load: async () => (await import('./rdfjs.ts')).serializerTurtle },
  { name: 'jsonld', title: '`jsonld.toRDF`, from JSON-LD to N-Quads', kind: 'writing', package: 'jsonld', syntax: 'turtle', share: 0.1, load: async () => (await import('./jsonld.ts')).toRdf },
  { name: 'rdflib', title: 'rdflib graph and serializer, N-Triples', kind: 'writing', package: 'rdflib', syntax: 'turtle', share: 0.1, load: async () => (await import('./rdflib.ts')).ntriples },
  { name: 'citation-js', title: 'citation-js, from the Crossref record to BibTeX', kind: 'writing', package: '@citation-js/plugin-bibtex', share: 0.1, load: async () => (await import('./citation.ts')).bibtex },
];
