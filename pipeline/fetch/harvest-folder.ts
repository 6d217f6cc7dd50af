import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../base/replace-file.ts';
import { exitCode, UserError } from '../base/user-error.ts';

/** What is asked for: an address, and what chooses among its records. */
export interface HarvestRequest {
  readonly baseUrl: string;
  readonly [option: string]: string | undefined;
}

/** How far a harvest is, whichever kind it is of. */
export interface HarvestState {
  readonly request: HarvestRequest;
  /** Replies kept so far. */
  readonly replies: number;
  readonly isComplete: boolean;
}

/** How the records of a kind of harvest are found in its replies, and what stands around them in one file. */
export interface Gatherer {
  readonly head: string;
  readonly between: string;
  readonly tail: string;
  records(reply: Buffer): Iterable<{
    readonly id: string;
    readonly isDeleted: boolean;
    readonly text: string;
  }>;
}

const stateFile = 'harvest.json';
const endings = ['xml', 'json'] as const;

/** The folder of a harvest: its state, every reply as it came, and all records as they are now, each once. */
export class HarvestFolder {
  readonly path: string;
  readonly #ending: (typeof endings)[number];

  /** `ending`: that of the replies and of the records. */
  constructor(path: string, ending: (typeof endings)[number] = 'xml') {
    this.path = path;
    this.#ending = ending;
  }

  /** Where records are when a harvest is complete; a source of `lab.yaml` may name it. */
  get records(): string {
    return join(this.path, `records.${this.#ending}`);
  }

  /** The state that was saved; whose request is another's is of another kind, perhaps. */
  state<State extends HarvestState>(): State | undefined {
    const file = join(this.path, stateFile);
    if (!existsSync(file)) return undefined;
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as State;
    } catch (error) {
      throw damaged(file, error);
    }
  }

  /** Keeps a reply, then how far the harvest is: what is cut off between the two is asked for again. */
  keep(state: HarvestState, reply: Buffer): void {
    mkdirSync(join(this.path, 'replies'), { recursive: true });
    replaceFile(this.#reply(state.replies), reply);
    this.save(state);
  }

  save(state: HarvestState): void {
    mkdirSync(this.path, { recursive: true });
    replaceFile(join(this.path, stateFile), `${JSON.stringify(state, undefined, 2)}\n`);
  }

  /** Forgets what the state does not know: replies of a harvest before it, or cut off, and all of another kind. */
  forget({ replies }: HarvestState): void {
    for (const ending of endings)
      if (ending !== this.#ending) rmSync(join(this.path, `records.${ending}`), { force: true });
    const folder = join(this.path, 'replies');
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder))
      if (Number.parseInt(name, 10) > replies || !name.endsWith(`.${this.#ending}`))
        rmSync(join(folder, name));
  }

  /** The replies that the state knows, as they came. */
  *replies({ replies }: HarvestState): Iterable<Buffer> {
    for (let number = 1; number <= replies; number += 1) {
      const file = this.#reply(number);
      if (existsSync(file)) yield readFileSync(file);
    }
  }

  /**
   * Writes all records into one file: of each the version that came last, in the order in which they came; none that
   * was deleted. Gives how many there are.
   */
  gather(state: HarvestState, gatherer: Gatherer): { readonly records: number; readonly deleted: number } {
    const newest = new Map<string, number>();
    let number = 0;
    for (const { id } of this.#all(state, gatherer)) {
      newest.set(id, number);
      number += 1;
    }
    mkdirSync(this.path, { recursive: true });
    const beside = `${this.records}.tmp`;
    const file = openSync(beside, 'w');
    const counts = { records: 0, deleted: 0 };
    try {
      writeSync(file, gatherer.head);
      number = 0;
      for (const { id, isDeleted, text } of this.#all(state, gatherer)) {
        if (newest.get(id) === number) {
          if (!isDeleted) writeSync(file, `${counts.records > 0 ? gatherer.between : ''}${text}\n`);
          counts[isDeleted ? 'deleted' : 'records'] += 1;
        }
        number += 1;
      }
      writeSync(file, gatherer.tail);
    } finally {
      closeSync(file);
    }
    renameSync(beside, this.records);
    return counts;
  }

  /** Why a harvest cannot go on here: another one is kept. */
  holds({ baseUrl, ...options }: HarvestRequest): UserError {
    const said = Object.entries(options).flatMap(([name, value]) => (value ? [`--${name} ${value}`] : []));
    const words = [baseUrl, ...said].join(' ');
    return new UserError({
      fr: `${this.path} garde une autre moisson (${words}) ; choisir un autre dossier avec -o, ou --full`,
      en: `${this.path} holds another harvest (${words}); choose another folder with -o, or --full`,
    });
  }

  *#all(state: HarvestState, gatherer: Gatherer) {
    for (const reply of this.replies(state)) yield* gatherer.records(reply);
  }

  #reply(number: number): string {
    return join(this.path, 'replies', `${String(number).padStart(6, '0')}.${this.#ending}`);
  }
}

function damaged(file: string, error: unknown): UserError {
  const found = error instanceof Error ? error.message : String(error);
  return new UserError(
    {
      fr: `${file} : état abîmé (${found}) ; supprimer le dossier pour moissonner à neuf`,
      en: `${file}: damaged state (${found}); remove the folder to harvest anew`,
    },
    exitCode.input,
  );
}
