import { openSync, statSync } from 'node:fs';
import { Writable } from 'node:stream';
import { main } from '../pipeline/cli.ts';
import { openEngine } from '../pipeline/serve/sparql-engine.ts';
import { sparqlLimits } from '../pipeline/serve/sparql-limits.ts';
import { newClock, type Spent } from './clock.ts';
import { median } from './measure.ts';

// A graph in the engine of the endpoint: `sparql-child.js write <records> <dump>` makes it, `sparql-child.js ask <dump>` asks
// it; the answer goes to the parent as a message.

/** What loading a graph cost, and how fast it answers. */
export interface GraphAsked extends Spent {
  readonly quads: number;
  /** Bytes of the dump, and of the largest resident set of the process once it was loaded. */
  readonly size: number;
  readonly peak: number;
  /** By the kind of question: rows, and milliseconds, the median of five. */
  readonly questions: readonly { readonly what: string; readonly rows: number; readonly time: number }[];
}

const base = 'https://data.example.org/id/';
const times = 5;

const prefixes = `PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX bibo: <http://purl.org/ontology/bibo/>
PREFIX schema: <http://schema.org/>
`;

/** The kinds of performance-notes.md, and all that is said of one work. */
const questions: readonly (readonly [what: string, query: string])[] = [
  [
    'co-authors of who signed most',
    `SELECT ?name (COUNT(DISTINCT ?work) AS ?works) {
      { SELECT ?person { ?any dcterms:creator ?person } GROUP BY ?person ORDER BY DESC(COUNT(?any)) ?person LIMIT 1 }
      ?work dcterms:creator ?person, ?other . FILTER(?other != ?person) ?other foaf:name ?name
    } GROUP BY ?name ORDER BY DESC(?works) ?name LIMIT 20`,
  ],
  [
    'works by year',
    `SELECT ?year (COUNT(?work) AS ?works) {
      ?work dcterms:issued ?issued . BIND(SUBSTR(STR(?issued), 1, 4) AS ?year)
    } GROUP BY ?year ORDER BY ?year`,
  ],
  [
    'works of a journal, by a path from its ISSN',
    `SELECT ?work ?title {
      { SELECT ?issn { ?journal schema:issn ?issn } ORDER BY ?issn LIMIT 1 }
      ?work dcterms:isPartOf+/schema:issn ?issn ; dcterms:title ?title
    } ORDER BY ?title LIMIT 50`,
  ],
  [
    'a word in titles, CONTAINS',
    `SELECT ?work ?title { ?work a bibo:AcademicArticle ; dcterms:title ?title FILTER(CONTAINS(LCASE(?title), "model")) } LIMIT 1000`,
  ],
  [
    'all of one work',
    'CONSTRUCT { ?work ?p ?o } { { SELECT ?work { ?work a bibo:AcademicArticle } LIMIT 1 } ?work ?p ?o }',
  ],
];

const [, , task = '', first = '', second = ''] = process.argv;
process.send?.(task === 'write' ? await written(first, second) : await asked(first));
process.disconnect?.();

async function written(records: string, dump: string): Promise<number> {
  const quiet = new Writable({ write: (_chunk, _encoding, done) => done() });
  const argv = [
    'convert',
    records,
    '--from',
    'csl',
    '--to',
    'nquads',
    '--base',
    base,
    '--distinct',
    '-o',
    dump,
  ];
  const world = { out: quiet, err: quiet, environment: { LANG: 'C' }, clock: () => new Date(0) };
  const code = await main([...argv, '--shacl', 'none'], world);
  // Records that were rejected are no reason to measure nothing.
  if (code > 1) throw new Error(`the conversion ended with ${code}`);
  return statSync(dump).size;
}

async function asked(dump: string): Promise<GraphAsked> {
  const clock = newClock();
  const limits = { ...sparqlLimits, quads: 20_000_000, rows: 1_000_000 };
  const open = [{ path: dump, descriptor: openSync(dump, 'r') }];
  const engine = await clock.time(() => openEngine(open, limits, base));
  if (typeof engine !== 'function') throw new Error(engine.en);
  const { maxRSS } = process.resourceUsage();

  const answer = (query: string, accept: string) => {
    const outcome = engine({ query: prefixes + query, accept });
    if (outcome.kind === 'refused') throw new Error(outcome.refusal.words.en);
    return Buffer.from(outcome.bytes).toString('utf8');
  };
  const count = answer('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', 'text/csv');
  const results = questions.map(([what, query]) => {
    const isGraph = query.startsWith('CONSTRUCT');
    const all = Array.from({ length: times }, () => {
      const start = performance.now();
      const text = answer(query, isGraph ? 'application/n-triples' : 'text/csv');
      return { time: performance.now() - start, rows: text.trimEnd().split('\n').length - (isGraph ? 0 : 1) };
    });
    return { what, rows: all[0]?.rows ?? 0, time: median(all.map(({ time }) => time)) };
  });
  return {
    ...clock.read(),
    quads: Number(count.split('\r\n')[1]),
    size: statSync(dump).size,
    peak: maxRSS * 1024,
    questions: results,
  };
}
