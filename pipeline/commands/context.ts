import { readFileSync } from 'node:fs';
import type { Language, Words } from '../base/words.ts';

/** What a command has of the world outside: streams, clock, language. Tests give their own. */
export interface Context {
  readonly language: Language;
  /** Data. */
  readonly out: NodeJS.WritableStream;
  /** Talk. */
  readonly err: NodeJS.WritableStream;
  /** UTC, ISO 8601 to the second. */
  readonly now: string;
  /** The time of `now` later on, for a command that lasts. */
  readonly time: () => string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Calls back when a person presses Ctrl-C, or when the system asks to end (SIGTERM); gives what ends that. */
  readonly onInterrupt: (stop: () => void) => () => void;
}

/** One sentence to the person, on a line of its own. */
export function tell({ err, language }: Context, words: Words): void {
  err.write(`${words[language]}\n`);
}

/** Says what went wrong, after the name of the program. */
export function complain(context: Context, { fr, en }: Words): void {
  tell(context, { fr: `moisson : ${fr}`, en: `moisson: ${en}` });
}

/** What is said before an error that nobody foresaw. */
export const bug: Words = {
  fr: 'erreur du programme, pas de vos données ; merci de la signaler avec ce qui suit',
  en: 'a bug in the program, not in your data; please report it with what follows',
};

/** The language of the environment, in the order that POSIX gives its variables: French, or English for any other. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

/** The time of this run; `SOURCE_DATE_EPOCH` (seconds) fixes it, as reproducible-builds.org asks. */
export function nowOf(environment: Readonly<Record<string, string | undefined>>, clock: () => Date): string {
  const epoch = environment.SOURCE_DATE_EPOCH;
  const date = epoch && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : clock();
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** The version of the program, as its package says. */
export function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
