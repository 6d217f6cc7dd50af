import type { Position, Selection } from '../base/record-store.ts';

/** All that the next page of a list depends on; nothing of it is kept by the server. */
export interface ListState extends Selection {
  readonly verb: 'ListIdentifiers' | 'ListRecords';
  readonly after: Position;
  /** Records given so far. */
  readonly given: number;
  /** Of the whole list, as counted for its first page. */
  readonly size?: number | undefined;
}

/**
 * A resumption token (OAI-PMH 2.0, section 3.5): base64url without padding, since others are damaged on their way (oai-pmh
 * section 1). It never expires, and gives the same page each time as long as the records after it are the same.
 */
export function tokenOf({ verb, prefix, set, from, until, after, given, size }: ListState): string {
  const { datestamp, id } = after;
  const fields = [verb, prefix, set ?? '', from ?? '', until ?? '', datestamp, id, given, size ?? -1];
  return Buffer.from(JSON.stringify(fields)).toString('base64url');
}

/** What a token says; undefined when it is none of ours. */
export function stateOf(token: string): ListState | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(token)) return undefined;
  const fields = parsed(Buffer.from(token, 'base64url').toString());
  if (!Array.isArray(fields) || fields.length !== 9) return undefined;
  const [verb, prefix, set, from, until, datestamp, id, given, size] = fields as readonly unknown[];
  if (verb !== 'ListIdentifiers' && verb !== 'ListRecords') return undefined;
  const isText = [prefix, set, from, until, datestamp, id].every((each) => typeof each === 'string');
  if (!isText || !isCount(given) || !Number.isInteger(size)) return undefined;
  return {
    verb,
    prefix: String(prefix),
    set: String(set) || undefined,
    from: String(from) || undefined,
    until: String(until) || undefined,
    after: { datestamp: String(datestamp), id: String(id) },
    given,
    size: isCount(size) ? size : undefined,
  };
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
