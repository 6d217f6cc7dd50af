import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Lab } from '../base/lab.ts';
import { openRecords } from '../base/record-store.ts';
import { exitCode, UserError } from '../base/user-error.ts';
import type { Words } from '../base/words.ts';
import { addressOf, languageOfPages } from '../publish/index.ts';
import { readLabFolder } from '../run.ts';
import { type Handler, listen, moved, oaiApp, type SparqlApp, siteApp, sparqlApp } from '../serve/index.ts';
import { workEntry } from '../stages.ts';
import { build } from './build.ts';
import { bug, type Context, complain, tell } from './context.ts';
import { dumpsIn } from './dump-files.ts';
import { endpointAddress } from './query-endpoint.ts';
import { whenChanged } from './watch.ts';

export interface ServeOptions {
  readonly port?: string | undefined;
  readonly host?: string | undefined;
  readonly watch: boolean;
  /** The endpoint of a store that answers SPARQL in the place of the engine here. */
  readonly store?: string | undefined;
}

/** `moisson serve`: the site of a lab's `out/`, until somebody ends it. Gives the exit code. */
export async function serve(folder: string, options: ServeOptions, context: Context): Promise<number> {
  const { host = '127.0.0.1' } = options;
  const port = portOf(options.port);
  const store = options.store === undefined ? undefined : endpointAddress(options.store);
  if (options.watch) await rebuild(folder, context);
  const { mount, answer, end } = await liveSite(folder, store, context);
  const server = await listen(answer, { host, port });
  const ended = new Promise<void>((resolve) => context.onInterrupt(resolve));
  const again = () => rebuild(folder, context);
  const forget = options.watch ? whenChanged(join(folder, 'data'), again) : undefined;
  const address = new URL(mount, server.address).href;
  tell(context, { fr: `${address} ; Ctrl-C pour arrêter`, en: `${address} – Ctrl-C to stop` });
  await ended;
  await forget?.();
  await server.close();
  await end();
  return exitCode.fine;
}

function portOf(text = '8080'): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new UserError({
    fr: `--port ${text} : attendu un nombre de 0 à 65535`,
    en: `--port ${text}: expected a number from 0 to 65535`,
  });
}

interface Served {
  readonly answer: Handler;
  /** The path that the site lies at. */
  readonly mount: string;
  /** Another answers what comes from now on: queries under way are answered, then their memory is given back. */
  retire(): void;
  /** Lets go of the files that it answers from. */
  close(): void;
  /** Ends queries under way too. */
  end(): Promise<void>;
}

/**
 * The site as the last build left it, by whichever program: each build writes the register, and then it is looked at again.
 * What cannot be read is told once, and what was known before is served.
 */
async function liveSite(
  folder: string,
  store: URL | undefined,
  context: Context,
): Promise<Pick<Served, 'answer' | 'mount' | 'end'>> {
  let known = stateOf(folder);
  let site = await siteOf(folder, store, context);
  // Requests under way are still answered from it.
  let previous: Served | undefined;
  const root = join(folder, 'out', 'site');
  if (!existsSync(join(root, 'index.html'))) throw noSite(root, folder);
  let told = '';

  async function look(): Promise<void> {
    const state = stateOf(folder);
    if (state === known) return;
    try {
      const next = await siteOf(folder, store, context);
      previous?.close();
      previous = site;
      previous.retire();
      site = next;
      known = state;
      told = '';
    } catch (error) {
      const words = wordsOf(error);
      if (told !== words.en) complain(context, words);
      told = words.en;
    }
  }

  // Of requests at the same time one looks: else the site that the others are answered from would be closed.
  let looking: Promise<void> | undefined;
  const answer: Handler = async (request) => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    await looking;
    return site.answer(request);
  };
  const end = async () => {
    previous?.close();
    await site.end();
  };
  return { answer, mount: site.mount, end };
}

/** What tells one register from another: a build puts a new file in the place of the old. */
function stateOf(folder: string): string {
  const stat = statSync(join(folder, 'data', 'register.tsv'), { throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.mtimeMs} ${stat.size}` : 'none';
}

async function siteOf(folder: string, store: URL | undefined, context: Context): Promise<Served> {
  const { lab, register } = await readLabFolder(folder);
  const root = join(folder, 'out', 'site');
  const repository = repositoryOf(lab, join(folder, 'out'), context);
  const stones = register.flatMap(({ id, state, into }) =>
    state === 'live' ? [] : [[id, { id, state, into }] as const],
  );
  const app = siteApp({ root, base: lab.base, own: languageOfPages(lab), tombstones: new Map(stones) });
  const sparql = endpointOf(lab, store ?? join(folder, 'out'), context);
  const mount = new URL(lab.base).pathname;
  const isAt = (path: string, ...names: readonly string[]) =>
    names.some((name) => path === `/${name}` || path === mount + name);
  return {
    answer: (request) => {
      const { pathname } = new URL(request.url);
      if (repository && isAt(pathname, 'oai')) return repository.answer(request);
      if (sparql && isAt(pathname, 'sparql', 'query')) return sparql.answer(request);
      // Where VoID has programs look (section 7.2).
      if (pathname === '/.well-known/void' && /^(?:GET|HEAD)$/.test(request.method))
        return moved(303, `${mount}void.ttl`);
      return app.fetch(request);
    },
    mount,
    retire: () => void sparql?.retire(),
    close: () => repository?.close(),
    end: async () => {
      repository?.close();
      await sparql?.close();
    },
  };
}

/** The endpoint over a store, or over the dump that the last build left in a folder; none where it left no dump. */
function endpointOf(lab: Lab, from: URL | string, context: Context): SparqlApp | undefined {
  const graph = typeof from === 'string' ? { dumps: dumpsIn(from) } : { store: from };
  if ('dumps' in graph && graph.dumps.length === 0) return undefined;
  const onUnfit = (words: Words) => complain(context, words);
  return sparqlApp({ graph, base: lab.base, own: languageOfPages(lab), onUnfit });
}

/** What harvesters are answered from; nothing where the lab is no repository, or its build had no records for them yet. */
function repositoryOf(lab: Lab, out: string, context: Context) {
  const { oai, name, base } = lab;
  const own = languageOfPages(lab);
  const path = join(out, 'oai.sqlite');
  if (oai === undefined || !existsSync(path)) return undefined;
  const store = openRecords(path);
  const answer = oaiApp({
    store,
    name,
    ...oai,
    pageOf: (id) => addressOf(base, id, own, own),
    entryOf: (work) => workEntry(work, base),
    now: context.time,
  });
  return { answer, close: store.close };
}

function noSite(root: string, folder: string): UserError {
  const command = folder === '.' ? 'moisson build' : `moisson build ${folder}`;
  return new UserError(
    {
      fr: `${root} : pas encore de site ; « ${command} » le construit`,
      en: `${root}: no site yet; “${command}” makes it`,
    },
    exitCode.input,
  );
}

/** Builds, and says what `build` says; when it cannot, says why: the last good site stays. */
async function rebuild(folder: string, context: Context): Promise<void> {
  try {
    await build(folder, {}, { ...context, now: context.time() });
  } catch (error) {
    complain(context, wordsOf(error));
  }
}

function wordsOf(error: unknown): Words {
  if (error instanceof UserError) return error.words;
  const told = error instanceof Error ? error.stack : String(error);
  return { fr: `${bug.fr}\n${told}`, en: `${bug.en}\n${told}` };
}
