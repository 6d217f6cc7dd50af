import { join } from 'node:path';
import { slug } from '../base/fold.ts';
import { exitCode, UserError } from '../base/user-error.ts';
import { HarvestFolder, harvest as harvested, type Step } from '../fetch/index.ts';
import { type Context, tell, version } from './context.ts';
import { pause } from './pause.ts';

export interface HarvestCommand {
  readonly prefix?: string | undefined;
  readonly set?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** The folder to harvest into. */
  readonly output?: string | undefined;
  /** An address for whoever looks after the repository. */
  readonly contact?: string | undefined;
  readonly isFull: boolean;
}

/** Milliseconds without a byte. */
const silence = 120_000;
const tries = 8;

/** `moisson harvest`: the records of an OAI-PMH repository, into a folder. Gives the exit code. */
export async function harvest(url: string, command: HarvestCommand, context: Context): Promise<number> {
  const { prefix, set, from, until, contact, isFull } = command;
  const baseUrl = baseUrlOf(url);
  for (const [name, date] of Object.entries({ from, until })) refuseNoDate(name, date);
  const folder = new HarvestFolder(
    command.output ?? join('harvest', slug(`${new URL(baseUrl).hostname} ${set ?? ''}`)),
  );
  const stop = new AbortController();
  const forget = context.onInterrupt(() => stop.abort());
  const line = stepLine(context);
  try {
    const { records, deleted, replies, faults } = await harvested(
      { baseUrl, prefix, set, from, until },
      folder,
      {
        userAgent: userAgent(contact),
        signal: stop.signal,
        tries,
        silence,
        wait: (milliseconds) => pause(milliseconds, stop.signal),
        told: (words) => {
          line.clear();
          tell(context, words);
        },
        isFull,
        step: line.update,
      },
    );
    line.clear();
    for (const { reply, line: at, reason } of faults)
      tell(context, {
        fr: `réponse ${reply}, ligne ${at} : notice illisible (${reason})`,
        en: `reply ${reply}, line ${at}: unreadable record (${reason})`,
      });
    tell(context, {
      fr: `${records} notices, ${deleted} retirées ; ${replies} réponses demandées → ${folder.records}`,
      en: `${records} records, ${deleted} withdrawn; ${replies} replies asked for → ${folder.records}`,
    });
    return faults.length > 0 ? exitCode.findings : exitCode.fine;
  } catch (error) {
    line.clear();
    if (!stop.signal.aborted) throw error;
    tell(context, {
      fr: 'interrompu ; la même commande reprendra où elle s’est arrêtée',
      en: 'interrupted; the same command goes on from here',
    });
    return exitCode.input;
  } finally {
    forget();
  }
}

function baseUrlOf(url: string): string {
  try {
    const { protocol, href } = new URL(url);
    if (protocol === 'http:' || protocol === 'https:') return href.replace(/[?#].*$/, '');
  } catch {
    // Said below.
  }
  throw new UserError({
    fr: `« ${url} » n’est pas une adresse du web ; attendu l’adresse de base d’un dépôt, comme https://www.example.org/oai`,
    en: `“${url}” is no address of the web; expected the base URL of a repository, such as https://www.example.org/oai`,
  });
}

function refuseNoDate(name: string, date: string | undefined): void {
  if (date === undefined || /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?$/.test(date)) return;
  throw new UserError({
    fr: `--${name} ${date} : attendu AAAA-MM-JJ ou AAAA-MM-JJThh:mm:ssZ`,
    en: `--${name} ${date}: expected YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ`,
  });
}

function userAgent(contact: string | undefined): string {
  const name = `Moisson/${version()}`;
  return contact === undefined ? name : `${name} (mailto:${contact})`;
}

/** How far it is, on a terminal. */
function stepLine({ err, language }: Context) {
  const isTerminal = 'isTTY' in err && err.isTTY === true;
  const number = new Intl.NumberFormat(language);
  const of = { fr: 'sur', en: 'of' }[language];
  const noun = { fr: 'notices', en: 'records' }[language];
  return {
    update({ given, size }: Step): void {
      const all = size === undefined ? '' : ` ${of} ${number.format(size)}`;
      if (isTerminal) err.write(`\r\u001b[K${number.format(given)}${all} ${noun}`);
    },
    clear(): void {
      if (isTerminal) err.write('\r\u001b[K');
    },
  };
}
