import { isIri } from '../base/iri.ts';
import { exitCode, UserError } from '../base/user-error.ts';
import type { Words } from '../base/words.ts';
import { Unanswered } from '../fetch/index.ts';
import {
  Authorization,
  type Graph,
  isPrivate,
  Loading,
  type Sizes,
  type Step,
  type StoreAccount,
  storeAddress,
  surveyOf,
} from '../load/index.ts';
import { type Context, tell, version } from './context.ts';
import { credentialLines } from './credentials-file.ts';
import { dumpFiles } from './dump-files.ts';
import { pause } from './pause.ts';
import { countLine } from './progress.ts';

export interface LoadCommand {
  /** An IRI, or `default`; the graphs that the dump names when absent. */
  readonly graph?: string | undefined;
  /** What was in the graph goes. */
  readonly isReplaced: boolean;
  /** Where the store takes SPARQL Update. */
  readonly update?: string | undefined;
  /** A file with login and password. */
  readonly credentials?: string | undefined;
}

/** Milliseconds without a byte; a store takes its time over an index. */
const silence = 300_000;
const tries = 5;
const mebibyte = 2 ** 20;
const usualSizes: Sizes = { piece: 8 * mebibyte, whole: 64 * mebibyte };

/** `moisson load`: the graph of a lab into a store, by the SPARQL 1.1 Graph Store Protocol. Gives the exit code. */
export async function load(
  given: string,
  paths: readonly string[],
  { graph, isReplaced, update, credentials }: LoadCommand,
  context: Context,
  sizes: Sizes = usualSizes,
): Promise<number> {
  const into = graph === undefined ? undefined : graphOf(graph);
  const address = storeAddress(given, 'load');
  const updateAddress = update === undefined ? undefined : storeAddress(update, '--update');
  const files = dumpFiles(paths).map(lines);
  const authorization = new Authorization(accountOf(credentials, [address, updateAddress], context));
  const survey = await surveyOf(files);
  if (survey.graphs.size === 0)
    throw new UserError(
      { fr: `${files.join(', ')} : aucune affirmation`, en: `${files.join(', ')}: no statement` },
      exitCode.input,
    );

  const stop = new AbortController();
  const { signal } = stop;
  const line = countLine(context, { fr: 'affirmations', en: 'statements' });
  const told = (words: Words) => {
    line.clear();
    tell(context, words);
  };
  const manner = {
    userAgent: `Moisson/${version()}`,
    signal,
    tries,
    silence,
    wait: (milliseconds: number) => pause(milliseconds, signal),
    told,
  };
  const loading = new Loading(
    { address, update: updateAddress, authorization, manner },
    {
      files,
      survey,
      into,
      isReplaced,
      sizes,
      onStep: ({ sent, total }: Step) => line.update(sent, total),
      told,
    },
  );
  const forget = context.onInterrupt(() => stop.abort());
  try {
    await loading.run();
  } catch (error) {
    if (loading.left) told(loading.left);
    if (!signal.aborted || error instanceof Unanswered) throw error;
    throw new UserError({ fr: 'interrompu', en: 'interrupted' }, exitCode.input);
  } finally {
    forget();
    line.clear();
  }
  for (const { graph: target, statements } of loading.targets) {
    const name =
      target === 'default'
        ? { fr: 'graphe par défaut', en: 'default graph' }
        : { fr: `<${target.iri}>`, en: `<${target.iri}>` };
    tell(context, {
      fr: `${statements} affirmations → ${name.fr}`,
      en: `${statements} statements → ${name.en}`,
    });
  }
  tell(context, { fr: `${loading.requests} requêtes`, en: `${loading.requests} requests` });
  return exitCode.fine;
}

function graphOf(text: string): Graph {
  if (text === 'default') return 'default';
  if (isIri(text)) return { iri: text };
  throw new UserError({
    fr: `--graph ${text} : attendu un IRI absolu, ou default`,
    en: `--graph ${text}: expected an absolute IRI, or default`,
  });
}

function lines(file: string): string {
  if (/\.(?:nt|nq)(?:\.gz)?$/i.test(file)) return file;
  throw new UserError({
    fr: `${file} : attendu .nt ou .nq, .gz ou non ; « moisson convert » en fait`,
    en: `${file}: expected .nt or .nq, .gz or not; “moisson convert” makes them`,
  });
}

/** Who writes, from the environment or a file that nobody else can read; nobody, where a store asks for nobody. */
function accountOf(
  file: string | undefined,
  addresses: readonly (URL | undefined)[],
  { environment: { STORE_LOGIN, STORE_PASSWORD, STORE_TOKEN } }: Context,
): StoreAccount {
  const [login = '', password = ''] =
    file === undefined ? [STORE_LOGIN, STORE_PASSWORD] : credentialLines(file);
  if (login !== '') return { login, password };
  if (file !== undefined)
    throw new UserError({
      fr: `${file} : attendu le compte sur une ligne, le mot de passe sur la suivante`,
      en: `${file}: expected the login on one line, the password on the next`,
    });
  if (!STORE_TOKEN) return undefined;
  if (addresses.every((address) => address === undefined || isPrivate(address)))
    return { token: STORE_TOKEN };
  throw new UserError({
    fr: 'STORE_TOKEN irait en clair sur le réseau ; prendre l’adresse https de l’entrepôt',
    en: 'STORE_TOKEN would cross the network in the clear; take the https address of the store',
  });
}
