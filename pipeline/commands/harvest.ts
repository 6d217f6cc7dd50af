import { join } from 'node:path';
import { slug } from '../base/fold.ts';
import { exitCode, UserError } from '../base/user-error.ts';
import {
  type Choice,
  choiceOf,
  type Harvested,
  HarvestFolder,
  type HarvestOptions,
  harvestApi,
  harvest as harvestOai,
  type Step,
} from '../fetch/index.ts';
import { type Context, tell, version } from './context.ts';
import { pause } from './pause.ts';

export interface HarvestCommand {
  /** Which API is asked, or `oai`, where the address could mean several. */
  readonly api?: string | undefined;
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

/** `moisson harvest`: the records of a repository or an API, into a folder. Gives the exit code. */
export async function harvest(address: string, command: HarvestCommand, context: Context): Promise<number> {
  const choice = choiceOf(address, command.api);
  const { folder, run } = choice ? ofApi(choice, address, command) : ofRepository(address, command);
  const stop = new AbortController();
  const forget = context.onInterrupt(() => stop.abort());
  const line = stepLine(context);
  try {
    const { records, deleted, replies, faults } = await run({
      userAgent: userAgent(command.contact),
      signal: stop.signal,
      tries,
      silence,
      wait: (milliseconds) => pause(milliseconds, stop.signal),
      told: (words) => {
        line.clear();
        tell(context, words);
      },
      isFull: command.isFull,
      step: line.update,
    });
    line.clear();
    for (const { reply, line: at, reason } of faults)
      tell(context, {
        fr: `réponse ${reply}, ligne ${at} : notice illisible (${reason})`,
        en: `reply ${reply}, line ${at}: unreadable record (${reason})`,
      });
    // Only OAI-PMH says what was withdrawn.
    const [retired, withdrawn] = choice ? ['', ''] : [`, ${deleted} retirées`, `, ${deleted} withdrawn`];
    tell(context, {
      fr: `${records} notices${retired} ; ${replies} réponses demandées → ${folder.records}`,
      en: `${records} records${withdrawn}; ${replies} replies asked for → ${folder.records}`,
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

/** A harvest that is ready to run. */
interface Ready {
  readonly folder: HarvestFolder;
  run(options: HarvestOptions): Promise<Harvested>;
}

function ofRepository(address: string, command: HarvestCommand): Ready {
  const { prefix, set, from, until, output } = command;
  const baseUrl = baseUrlOf(address);
  for (const [name, date] of Object.entries({ from, until })) refuseNoDate(name, date);
  const name = slug(`${new URL(baseUrl).hostname} ${set ?? ''}`);
  const folder = new HarvestFolder(output ?? join('harvest', name));
  return { folder, run: (options) => harvestOai({ baseUrl, prefix, set, from, until }, folder, options) };
}

/** The longest name that a folder is given: an address may be longer than a file system takes. */
const longestName = 100;

function ofApi(choice: Choice, address: string, command: HarvestCommand): Ready {
  const { prefix, set, from, until, output, contact } = command;
  for (const [name, value] of Object.entries({ prefix, set, from, until }))
    if (value !== undefined) throw onlyForOai(name, choice.api.name);
  const { api, query } = choice;
  const name = slug(`${api.name} ${withoutSecrets(address, query.secret)}`);
  const folder = new HarvestFolder(output ?? join('harvest', name.slice(0, longestName)), 'json');
  return { folder, run: (options) => harvestApi(choice, folder, { ...options, contact }) };
}

function withoutSecrets(address: string, secret: Choice['query']['secret']): string {
  const secrets = Object.values(secret ?? {});
  return secrets.reduce((text, each) => text.replaceAll(each, ''), address.replace(/^https?:\/\//, ''));
}

function onlyForOai(option: string, api: string): UserError {
  return new UserError({
    fr: `--${option} n’a de sens que pour un dépôt OAI-PMH, et l’adresse est celle d’une API (${api}) ; ce qui choisit les notices se dit dans l’adresse`,
    en: `--${option} only makes sense for a repository of OAI-PMH, and the address is that of an API (${api}); what chooses records is said in the address`,
  });
}

function baseUrlOf(url: string): string {
  try {
    const { protocol, href } = new URL(url);
    if (protocol === 'http:' || protocol === 'https:') return href.replace(/[?#].*$/, '');
  } catch {
    // Said below.
  }
  throw new UserError({
    fr: `« ${url} » n’est pas une adresse du web ; attendu l’adresse de base d’un dépôt, comme https://www.example.org/oai, une adresse de HAL, Crossref, OpenAlex ou DataCite, un DOI ou un ORCID`,
    en: `“${url}” is no address of the web; expected the base URL of a repository, such as https://www.example.org/oai, an address of HAL, Crossref, OpenAlex or DataCite, a DOI or an ORCID iD`,
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
