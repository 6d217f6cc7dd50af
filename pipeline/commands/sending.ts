import type { Deposit } from '../base/deposits.ts';
import { exitCode } from '../base/user-error.ts';
import type { Words } from '../base/words.ts';
import {
  type Accepted,
  type Account,
  create,
  likenesses,
  type Package,
  type Refusal,
  remove,
  replace,
  statusOf,
} from '../deposit/index.ts';
import type { Manner } from '../fetch/index.ts';
import { type Context, tell, version } from './context.ts';
import { type Step, say } from './deposit-step.ts';
import { accountOf, type HalServer } from './hal-account.ts';
import { pause } from './pause.ts';

interface Circumstances {
  readonly server: HalServer;
  readonly context: Context;
  readonly onBehalfOf: readonly string[];
  readonly credentials: string | undefined;
  /** Sends although HAL seems to have it. */
  readonly isNew: boolean;
  readonly deposits: readonly Deposit[];
  /** Keeps what HAL said. */
  save(deposits: readonly Deposit[]): void;
}

/** Milliseconds without a byte; HAL takes its time over a file. */
const silence = 300_000;
const tries = 5;

/** Talks with HAL on one work after the other, and keeps each answer before the next one is asked for. */
export class Sending {
  readonly #server: HalServer;
  readonly #isNew: boolean;
  readonly #context: Context;
  readonly #account: Account;
  readonly #manner: Manner;
  readonly #stop = new AbortController();
  readonly #save: Circumstances['save'];
  #deposits: readonly Deposit[];
  #refused = 0;

  constructor({ server, context, onBehalfOf, credentials, isNew, deposits, save }: Circumstances) {
    const { signal } = this.#stop;
    this.#server = server;
    this.#isNew = isNew;
    this.#context = context;
    this.#account = accountOf(server, onBehalfOf, credentials, context);
    this.#deposits = deposits;
    this.#save = save;
    this.#manner = {
      userAgent: `Moisson/${version()}`,
      signal,
      tries,
      silence,
      wait: (milliseconds) => pause(milliseconds, signal),
      told: (words) => tell(context, words),
    };
  }

  /** Sends what is ready, and gives the exit code. */
  async send(steps: readonly Step[]): Promise<number> {
    let sent = 0;
    const forget = this.#context.onInterrupt(() => this.#stop.abort());
    try {
      for (const step of steps) {
        if (step.kind === 'missing') this.#refuse(step.notice.work.id, step.needs);
        if (step.kind !== 'new' && step.kind !== 'update') continue;
        const outcome = await this.#sendOne(step);
        if (outcome === 'stop') break;
        if (outcome === 'sent') sent += 1;
      }
    } catch (error) {
      if (!this.#stop.signal.aborted) throw error;
      tell(this.#context, {
        fr: 'interrompu ; ce que HAL a dit est gardé, la même commande reprendra là',
        en: 'interrupted; what HAL said is kept, the same command goes on from there',
      });
      return exitCode.input;
    } finally {
      forget();
    }
    tell(this.#context, {
      fr: `${sent} envoyées, ${this.#refused} refusées ou incomplètes`,
      en: `${sent} sent, ${this.#refused} refused or incomplete`,
    });
    return this.#exit();
  }

  async #sendOne(step: Extract<Step, { kind: 'new' | 'update' }>): Promise<'sent' | 'refused' | 'stop'> {
    const { work } = step.notice;
    if (step.kind === 'new' && !this.#isNew) {
      const alike = await likenesses(this.#server.search, work, this.#manner);
      if (alike.length > 0) {
        this.#refuse(work.id, alike.map(alikeWords));
        return 'refused';
      }
    }
    const answer =
      step.kind === 'new'
        ? await create(this.#account, step.sent, this.#manner)
        : await replace(this.#account, step.deposit.id, step.sent, this.#manner);
    if ('words' in answer)
      return this.#answered(work.id, answer, step.kind === 'new' ? step.sent : undefined);
    this.#keep({ ...this.#entry(work.id, step.sent), ...answer, said: answer.comment ?? '' });
    say(this.#context, work.id, acceptedWords(answer, this.#server));
    return 'sent';
  }

  /** Takes deposits out of HAL. */
  async remove(deposits: readonly Deposit[]): Promise<number> {
    for (const deposit of deposits) {
      const answer = await remove(this.#account, deposit.id, this.#manner);
      if (answer === 'deleted') {
        this.#keep({ ...deposit, status: 'deleted', sent: this.#context.now, said: '' });
        say(this.#context, deposit.work, {
          fr: `retirée de HAL (${deposit.id})`,
          en: `taken out of HAL (${deposit.id})`,
        });
      } else if (this.#answered(deposit.work, answer, undefined) === 'stop') break;
    }
    return this.#exit();
  }

  /** Asks where the deposits of some works are. */
  async ask(works: ReadonlySet<string>): Promise<number> {
    for (const deposit of this.#deposits) {
      if (deposit.server !== this.#server.name || deposit.id === '' || !works.has(deposit.work)) continue;
      const answer = await statusOf(this.#account, deposit.id, this.#manner);
      if ('words' in answer) {
        if (this.#answered(deposit.work, answer, undefined) === 'stop') break;
        continue;
      }
      const { comment = '' } = answer;
      this.#keep({
        ...deposit,
        status: answer.status,
        version: answer.version || deposit.version,
        password: answer.password || deposit.password,
        said: comment,
      });
      say(this.#context, deposit.work, statusWords(answer));
    }
    return this.#exit();
  }

  #answered(work: string, refusal: Refusal, sent: Package | undefined): 'refused' | 'stop' {
    const { words, isFinal } = refusal;
    this.#refuse(work, words);
    // What was there before stays known; a first refusal is kept as it is.
    if (sent)
      this.#keep({
        ...this.#entry(work, sent),
        id: '',
        version: '',
        password: '',
        status: 'refused',
        said: words.map((each) => each[this.#context.language]).join(' ; '),
      });
    return isFinal ? 'stop' : 'refused';
  }

  #exit(): number {
    return this.#refused > 0 ? exitCode.findings : exitCode.fine;
  }

  #refuse(work: string, words: readonly Words[]): void {
    this.#refused += 1;
    say(this.#context, work, ...words);
  }

  #entry(work: string, { digest }: Package): Pick<Deposit, 'work' | 'server' | 'sent' | 'digest'> {
    return { work, server: this.#server.name, sent: this.#context.time(), digest };
  }

  #keep(deposit: Deposit): void {
    const others = this.#deposits.filter(
      ({ work, server }) => work !== deposit.work || server !== deposit.server,
    );
    this.#deposits = [...others, deposit];
    this.#save(this.#deposits);
  }
}

function alikeWords({ halId, title, by }: { halId: string; title: string; by: 'doi' | 'title' }): Words {
  const fr = by === 'doi' ? 'avec le même DOI' : 'sous le même titre';
  const en = by === 'doi' ? 'with the same DOI' : 'under the same title';
  return {
    fr: `HAL l’a sans doute déjà, ${fr} : ${halId} « ${title} » ; si c’est elle, le dire dans data/corrections.yaml (identifiers: hal), sinon --new`,
    en: `HAL probably has it already, ${en}: ${halId} “${title}”; if that is it, say so in data/corrections.yaml (identifiers: hal), else use --new`,
  };
}

function acceptedWords({ id, version: number, status }: Accepted, { name }: HalServer): Words {
  const where = name === 'production' ? `https://hal.science/${id}` : `${id} (${name})`;
  return status === 'verify'
    ? { fr: `envoyée, attend un modérateur : ${where}`, en: `sent, waits for a moderator: ${where}` }
    : {
        fr: `en ligne, version ${number || '1'} : ${where}`,
        en: `online, version ${number || '1'}: ${where}`,
      };
}

function statusWords({ id, status, comment }: Accepted): Words {
  const said = comment === undefined ? '' : ` – ${comment}`;
  const { fr, en } = statuses[status];
  return { fr: `${id} : ${fr}${said}`, en: `${id}: ${en}${said}` };
}

const statuses: Readonly<Record<Accepted['status'], Words>> = {
  online: { fr: 'en ligne', en: 'online' },
  verify: { fr: 'attend un modérateur', en: 'waits for a moderator' },
  update: { fr: 'le modérateur demande une correction', en: 'a moderator asks for a correction' },
  deleted: { fr: 'supprimée', en: 'deleted' },
  refused: { fr: 'refusée', en: 'refused' },
};
