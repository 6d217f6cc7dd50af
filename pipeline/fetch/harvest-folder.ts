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
import { parseReply, replyText } from './oai-reply.ts';

/** What is asked of a repository. */
export interface HarvestRequest {
  readonly baseUrl: string;
  readonly prefix: string;
  readonly set?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** How far a harvest is: enough to go on from after whatever happened. */
export interface HarvestState {
  readonly request: HarvestRequest;
  /** `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ssZ`. */
  readonly granularity: string;
  /** Replies kept so far. */
  readonly replies: number;
  /** `from` of the harvest under way, which may be one for what changed since another. */
  readonly from?: string | undefined;
  /** Records given in it so far. */
  readonly given: number;
  /** When its first reply was given, by the repository's clock. */
  readonly begun?: string | undefined;
  /** Of the last reply; none when the harvest is complete. */
  readonly token?: string | undefined;
  readonly isComplete: boolean;
  /** `begun` of the last complete harvest. */
  readonly harvested?: string | undefined;
}

const stateFile = 'harvest.json';
const recordsFile = 'records.xml';

/** The folder of a harvest: its state, every reply as it came, and all records as they are now, each once. */
export class HarvestFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Where records are when a harvest is complete; a source of `lab.yaml` may name it. */
  get records(): string {
    return join(this.path, recordsFile);
  }

  state(): HarvestState | undefined {
    const file = join(this.path, stateFile);
    if (!existsSync(file)) return undefined;
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as HarvestState;
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

  /** Forgets the replies that the state does not know: of a harvest before it, or cut off. */
  forget({ replies }: HarvestState): void {
    const folder = join(this.path, 'replies');
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder))
      if (Number.parseInt(name, 10) > replies || name.endsWith('.tmp')) rmSync(join(folder, name));
  }

  /**
   * Writes all records into one file, a list as OAI-PMH gives it: of each the version that came last, in the order in
   * which they came; none that was deleted. Gives how many there are.
   */
  gather({ replies }: HarvestState): { readonly records: number; readonly deleted: number } {
    const newest = new Map<string, number>();
    let number = 0;
    for (const { identifier } of this.#all(replies)) {
      newest.set(identifier, number);
      number += 1;
    }
    const beside = `${this.records}.tmp`;
    const file = openSync(beside, 'w');
    const counts = { records: 0, deleted: 0 };
    try {
      writeSync(file, head);
      number = 0;
      for (const { identifier, isDeleted, xml } of this.#all(replies)) {
        if (newest.get(identifier) === number) {
          counts[isDeleted ? 'deleted' : 'records'] += 1;
          if (!isDeleted) writeSync(file, `${xml}\n`);
        }
        number += 1;
      }
      writeSync(file, tail);
    } finally {
      closeSync(file);
    }
    renameSync(beside, this.records);
    return counts;
  }

  *#all(replies: number) {
    for (let number = 1; number <= replies; number += 1) {
      const file = this.#reply(number);
      if (!existsSync(file)) continue;
      yield* parseReply(replyText({ bytes: readFileSync(file), charset: undefined }).text).records;
    }
  }

  #reply(number: number): string {
    return join(this.path, 'replies', `${String(number).padStart(6, '0')}.xml`);
  }
}

const head = `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
<ListRecords>
`;
const tail = '</ListRecords>\n</OAI-PMH>\n';

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
