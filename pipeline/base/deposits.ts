import { byCodePoint } from './order.ts';
import { exitCode, UserError } from './user-error.ts';

/** What a server of HAL said of a work that was sent to it. */
export interface Deposit {
  /** Local id of the work. */
  readonly work: string;
  /** `production`, `preprod` or an address. */
  readonly server: string;
  /** HAL's identifier, without a version; empty when it refused. */
  readonly id: string;
  readonly version: string;
  /** `online`, `verify` (waits for a moderator), `update` (its depositor is asked to mend it), `deleted` or `refused`. */
  readonly status: DepositStatus;
  /** UTC, ISO 8601 to the second. */
  readonly sent: string;
  /** Of what was sent. */
  readonly digest: string;
  /** With it HAL lets a co-author claim the work. */
  readonly password: string;
  /** What HAL said, in one line. */
  readonly said: string;
}

const statuses = ['online', 'verify', 'update', 'deleted', 'refused'] as const;
export type DepositStatus = (typeof statuses)[number];

const columns = ['work', 'server', 'id', 'version', 'status', 'sent', 'digest', 'password', 'said'] as const;

/** Whether HAL took a work and has it still, as far as is known here. */
export function isHeld({ id, status }: Deposit): boolean {
  return id !== '' && status !== 'deleted';
}

/** Reads `deposits.tsv`; an empty text is no deposit. A damaged line stops the run: a work must not be sent twice. */
export function parseDeposits(text: string, file: string): readonly Deposit[] {
  return text.split(/\r?\n/).flatMap((line, index): readonly Deposit[] => {
    if (line === '' || (index === 0 && line === columns.join('\t'))) return [];
    const [
      work = '',
      server = '',
      id = '',
      version = '',
      status,
      sent = '',
      digest = '',
      password = '',
      said = '',
    ] = line.split('\t');
    const known = statuses.find((each) => each === status);
    if (!known || !work.startsWith('work/') || server === '' || (id === '') !== (known === 'refused'))
      throw damaged(file, index + 1, line);
    return [{ work, server, id, version, status: known, sent, digest, password, said }];
  });
}

/** Writes the deposits, sorted by work and server, one a line. */
export function formatDeposits(deposits: readonly Deposit[]): string {
  const lines = [...deposits]
    .sort((a, b) => byCodePoint(a.work, b.work) || byCodePoint(a.server, b.server))
    .map((deposit) => columns.map((column) => deposit[column].replace(/\s+/g, ' ').trim()).join('\t'));
  return `${[columns.join('\t'), ...lines].join('\n')}\n`;
}

function damaged(file: string, line: number, found: string): UserError {
  return new UserError(
    {
      fr: `${file}:${line} : ligne de dépôt abîmée : « ${found.slice(0, 120)} » ; reprendre une copie d’avant`,
      en: `${file}:${line}: damaged line of a deposit: “${found.slice(0, 120)}”; restore an earlier copy`,
    },
    exitCode.input,
  );
}
