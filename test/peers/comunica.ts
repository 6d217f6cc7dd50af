import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Parser, Store } from 'n3';
import { row, type Term } from '../competency/answer.ts';
import type { Found, Peer } from './peer.ts';

const packageName = '@comunica/query-sparql-rdfjs-lite';
const version = '5.2.3';
const folder = join(tmpdir(), 'moisson-peers', `comunica-${version}`);
// Left by an installation that came to its end.
const complete = join(folder, 'complete');

/** Comunica, installed beside the project: 474 packages are too many for a dependency. */
export const comunica: Peer = {
  name: 'Comunica',

  async available(): Promise<Found> {
    try {
      if (!existsSync(complete)) await install();
      return { version };
    } catch (error) {
      return { skipped: `npm could not install ${packageName} (${firstLine(error)})` };
    }
  },

  async open(nquads) {
    const { QueryEngine } = createRequire(join(folder, 'package.json'))(packageName) as Comunica;
    const engine = new QueryEngine();
    const store = new Store(new Parser({ format: 'application/n-quads' }).parse(nquads));
    const context = { sources: [store], unionDefaultGraph: true };

    return {
      async ask(query) {
        const result = await engine.query(query, context);
        if (result.resultType === 'boolean') return { ask: await result.execute() };
        if (result.resultType !== 'bindings') throw new Error('expected SELECT or ASK');
        const solutions = await (await result.execute()).toArray();
        return { rows: solutions.map((solution) => row(Array.from(solution, named))) };
      },
      async close() {},
    };
  },
};

/** The part of Comunica that we use; its own types are not installed when this file is checked. */
interface Comunica {
  readonly QueryEngine: new () => { query(query: string, context: object): Promise<Result> };
}

type Result =
  | { readonly resultType: 'boolean'; execute(): Promise<boolean> }
  | { readonly resultType: 'bindings'; execute(): Promise<{ toArray(): Promise<readonly Bindings[]> }> }
  | { readonly resultType: 'quads' | 'void' };

type Bindings = Iterable<readonly [Term, Term]>;

function named([variable, term]: readonly [Term, Term]): readonly [string, Term] {
  return [variable.value, term];
}

async function install(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  // On Windows npm is a script, which only a shell starts.
  await promisify(execFile)('npm', ['install', ...quiet, '--prefix', folder, `${packageName}@${version}`], {
    cwd: folder,
    shell: process.platform === 'win32',
    timeout: 300_000,
  });
  await writeFile(complete, '');
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n').find((each) => each.startsWith('npm error')) ?? text.split('\n')[0] ?? text;
}
