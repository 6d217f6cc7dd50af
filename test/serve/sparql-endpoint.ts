import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Words } from '../../pipeline/base/words.ts';
import { listen, type SparqlApp, sparqlApp } from '../../pipeline/serve/index.ts';
import type { SparqlLimits } from '../../pipeline/serve/sparql-limits.ts';

/** An endpoint that listens. */
export interface Asked {
  readonly address: string;
  readonly dump: string;
  readonly app: SparqlApp;
  /** What was said of a graph that cannot be had. */
  readonly told: readonly Words[];
  /** Asks, as `fetch` does, with a query for the address. */
  ask(query: string, init?: RequestInit): Promise<Response>;
  /** Rows of a SELECT, each as its values. */
  rows(query: string): Promise<readonly (readonly string[])[]>;
  stop(): Promise<void>;
}

/** A server with nothing but an endpoint over these N-Quads. */
export async function endpointOf(
  quads: string,
  { limits = {}, isGzip = false }: { limits?: Partial<SparqlLimits>; isGzip?: boolean } = {},
): Promise<Asked> {
  const folder = mkdtempSync(join(tmpdir(), 'moisson-sparql-'));
  const dump = join(folder, isGzip ? 'lab.nq.gz' : 'lab.nq');
  writeFileSync(dump, isGzip ? gzipSync(quads) : quads);
  const told: Words[] = [];
  const app = sparqlApp({
    graph: { dumps: [dump] },
    base: 'https://data.example.org/id/',
    own: 'en',
    limits,
    onUnfit: (words) => told.push(words),
  });
  const server = await listen(app.answer, { host: '127.0.0.1', port: 0 });
  const address = `${server.address}sparql`;
  const ask = (query: string, init: RequestInit = {}) =>
    fetch(`${address}?query=${encodeURIComponent(query)}`, init);

  return {
    address,
    dump,
    app,
    told,
    ask,
    async rows(query) {
      const answer = await ask(query);
      const { results } = (await answer.json()) as Results;
      return results.bindings.map((row) => Object.values(row).map(({ value }) => value));
    },
    async stop() {
      await Promise.all([server.close(), app.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Results {
  readonly results: { readonly bindings: readonly Record<string, { readonly value: string }>[] };
}

/** So many quads about nothing, in one graph. */
export function manyQuads(count: number): string {
  const one = (at: number) =>
    `<https://data.example.org/id/${at}> <http://purl.org/dc/terms/title> "n° ${at}"@fr <https://data.example.org/id/dataset> .\n`;
  return Array.from({ length: count }, (_, at) => one(at)).join('');
}
