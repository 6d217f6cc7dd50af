import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Parser, Writer } from 'n3';
import type { Found, Peer } from './peer.ts';
import { answerOf, type SparqlJson } from './sparql-json.ts';

const execute = promisify(execFile);

/** Apache Jena ARQ, when the machine has Java and Jena: in `JENA_HOME`, or `arq` on the path. */
export const jena: Peer = {
  name: 'Jena ARQ',

  async available(): Promise<Found> {
    const java = await said('java', '-version');
    if (java === undefined) return { skipped: 'no java on the path' };
    const version = await said(arq(), '--version');
    if (version === undefined) return { skipped: 'no arq, neither in JENA_HOME nor on the path' };
    return { version: /\d+\.\d+\.\d+\S*/.exec(version)?.[0] ?? 'of unknown version' };
  },

  async open(nquads) {
    const folder = await mkdtemp(join(tmpdir(), 'moisson-jena-'));
    const [data, question] = [join(folder, 'data.nt'), join(folder, 'question.rq')];
    await writeFile(data, triples(nquads));

    return {
      async ask(query) {
        await writeFile(question, query);
        const { stdout } = await execute(arq(), ['--data', data, '--query', question, '--results', 'JSON']);
        return answerOf(JSON.parse(stdout) as SparqlJson);
      },
      close: () => rm(folder, { recursive: true }),
    };
  },
};

/** Every statement in one graph: ARQ has no option for the union of all. */
function triples(nquads: string): string {
  const writer = new Writer({ format: 'N-Triples' });
  const quads = new Parser({ format: 'application/n-quads' }).parse(nquads);
  return quads
    .map(({ subject, predicate, object }) => writer.quadToString(subject, predicate, object))
    .join('');
}

function arq(): string {
  const home = process.env.JENA_HOME;
  return home ? join(home, 'bin', 'arq') : 'arq';
}

/** What a command says of itself; undefined when it cannot be started. */
async function said(command: string, option: string): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await execute(command, [option]);
    return stdout + stderr;
  } catch {
    return undefined;
  }
}
