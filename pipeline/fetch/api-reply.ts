import { type Api, isObject, type Json, type Page } from './api.ts';
import type { Gatherer } from './harvest-folder.ts';

/** A reply as far as it could be understood. */
export interface ApiReply {
  readonly page: Page | undefined;
  /** What is said in place of records. */
  readonly refusal: Refusal | undefined;
  readonly text: string;
}

interface Refusal {
  readonly words: string;
  /** A trouble of the server, which may be over the next time. */
  readonly isPassing: boolean;
}

export function apiReply(bytes: Buffer, api: Api): ApiReply {
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const json = parsed(text);
  const refusal = json === undefined ? undefined : refusalOf(json);
  return { page: json === undefined || refusal ? undefined : api.read(json), refusal, text };
}

/** The records of an API's replies, each on a line of one list. */
export function apiGatherer(api: Api): Gatherer {
  return {
    head: '[\n',
    between: ',',
    tail: ']\n',
    records: (reply) =>
      (apiReply(reply, api).page?.records ?? []).map(({ id, json }) => ({
        id,
        isDeleted: false,
        text: JSON.stringify(json),
      })),
  };
}

/** The object of a reply, whatever it says. */
export function replyObject(bytes: Buffer): Json | undefined {
  return parsed(bytes.toString('utf8').replace(/^\ufeff/, ''));
}

function parsed(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** HAL has `error` with a message and a code, OpenAlex two texts, DataCite a list, Crossref a status and a message. */
function refusalOf({ error, errors, status, message }: Json): Refusal | undefined {
  if (isObject(error)) return refused([error.code, error.msg ?? error.message]);
  if (typeof error === 'string') return refused([error, message]);
  if (Array.isArray(errors) && errors.length > 0)
    return refused(errors.flatMap((each) => (isObject(each) ? [each.status, each.title] : [each])));
  if (typeof status !== 'string' || status === 'ok') return undefined;
  const said = Array.isArray(message) ? message : [message];
  return refused([
    status,
    ...said.map((each) => (isObject(each) ? (each.message ?? each.description) : each)),
  ]);
}

function refused(said: readonly unknown[]): Refusal {
  const words = said.filter((each) => typeof each === 'string' || typeof each === 'number');
  return { words: words.join(' – ').slice(0, 300), isPassing: /^5\d\d$/.test(String(words[0])) };
}
