import { byCodePoint } from '../base/order.ts';
import { exitCode, UserError } from '../base/user-error.ts';

/** One IRI ever given: never removed, never given to another thing (design.md section 6). */
export interface RegisterEntry {
  /** Local id: the IRI is the lab's base followed by it. */
  readonly id: string;
  readonly state: 'live' | 'merged' | 'deleted';
  /** Date of the last change of content, UTC, ISO 8601 to the second. */
  readonly datestamp: string;
  /** Digest of the content; changes when and only when the datestamp does. */
  readonly digest: string;
  /** For `merged`: the local id that took its place. */
  readonly into?: string | undefined;
  /** The OAI-PMH sets that a work is in, or was in when it was last there. */
  readonly sets: readonly string[];
  readonly keys: readonly string[];
}

const columns = ['id', 'state', 'datestamp', 'digest', 'into', 'sets', 'keys'];
// As it was before there were sets.
const oldColumns = columns.filter((each) => each !== 'sets');
const states = ['live', 'merged', 'deleted'] as const;

/** Reads `register.tsv`; an empty text is an empty register. A damaged line stops the run: its IRIs must not be lost. */
export function parseRegister(text: string, file: string): readonly RegisterEntry[] {
  const lines = text.split(/\r?\n/);
  const seen = new Set<string>();
  const isOld = lines[0] === oldColumns.join('\t');
  return lines.flatMap((line, index): readonly RegisterEntry[] => {
    if (line === '' || (index === 0 && (isOld || line === columns.join('\t')))) return [];
    const cells = line.split('\t');
    const [id = '', state = '', datestamp = '', digest = '', into = ''] = cells;
    const [sets = '', keys = ''] = isOld ? ['', cells[5]] : cells.slice(5);
    const known = states.find((each) => each === state);
    if (
      !known ||
      id === '' ||
      !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(datestamp) ||
      (known === 'merged') !== (into !== '')
    ) {
      throw damaged(file, index + 1, line);
    }
    if (seen.has(id)) throw damaged(file, index + 1, `${id} twice`);
    seen.add(id);
    return [
      {
        id,
        state: known,
        datestamp,
        digest,
        into: into || undefined,
        sets: sets.split(' ').filter(Boolean),
        keys: keys.split(' | ').filter(Boolean),
      },
    ];
  });
}

/** Writes the register, sorted by id, one entry a line: a change is one line of a diff. */
export function formatRegister(entries: readonly RegisterEntry[]): string {
  const lines = [...entries]
    .sort((a, b) => byCodePoint(a.id, b.id))
    .map(({ id, state, datestamp, digest, into, sets, keys }) =>
      [id, state, datestamp, digest, into ?? '', sets.join(' '), keys.join(' | ')].join('\t'),
    );
  return `${[columns.join('\t'), ...lines].join('\n')}\n`;
}

function damaged(file: string, line: number, found: string): UserError {
  return new UserError(
    {
      fr: `${file}:${line} : ligne de registre abîmée : « ${found.slice(0, 120)} » ; reprendre la version de git`,
      en: `${file}:${line}: damaged register line: “${found.slice(0, 120)}”; restore the version in git`,
    },
    exitCode.input,
  );
}
