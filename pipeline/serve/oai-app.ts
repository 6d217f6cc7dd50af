import { gzipSync } from 'node:zlib';
import { localId, type OaiRecord, oaiIdentifier } from '../base/oai.ts';
import type { RecordStore } from '../base/record-store.ts';
import {
  type OaiFormat,
  type OaiSurroundings,
  oaiError,
  oaiFormats,
  oaiGetRecord,
  oaiIdentify,
  oaiItem,
  oaiList,
  oaiListMetadataFormats,
  oaiListSets,
  oaiReply,
} from '../write/index.ts';
import { said } from './answer.ts';
import { takesGzip } from './negotiate.ts';
import { echoOf, OaiFault, type OaiListRequest, type OaiRequest, requestOf } from './oai-request.ts';
import { type ListState, tokenOf } from './oai-token.ts';

/** A repository: its records, and what it says of itself. */
export interface Repository extends OaiSurroundings {
  readonly store: RecordStore;
  readonly name: string;
  readonly email: string;
  /** Its base URL; that of the request when absent. */
  readonly url?: string | undefined;
  /** UTC, ISO 8601 to the second. */
  now(): string;
}

/** As OpenAIRE recommends between 100 and 500. */
const pageLength = 200;
/** Bytes of a posted form: arguments are short. */
const longestForm = 65_536;
/** Requests at a time; more are asked to come back. */
const mostAtOnce = 32;
const retryAfter = '10';

/** The repository as OAI-PMH 2.0 has it answer: each verb by GET and POST, faults in the reply with HTTP status 200. */
export function oaiApp(repository: Repository): (request: Request) => Promise<Response> {
  let underWay = 0;
  return async (request) => {
    if (underWay >= mostAtOnce) return said(503, '503\n', { 'Retry-After': retryAfter });
    underWay += 1;
    try {
      // Others get their turn between two requests.
      await new Promise(setImmediate);
      return await answered(repository, request);
    } finally {
      underWay -= 1;
    }
  };
}

async function answered(repository: Repository, request: Request): Promise<Response> {
  const { method, headers, url } = request;
  if (!['GET', 'HEAD', 'POST'].includes(method))
    return said(405, 'GET, POST\n', { Allow: 'GET, HEAD, POST' });
  const given = method === 'POST' ? await formOf(request) : new URL(url).searchParams;
  if (given === undefined) return said(413, '413\n');
  const xml = Buffer.from(replyTo(repository, given, repository.url ?? addressOf(url)));
  const isGzip = takesGzip(headers.get('accept-encoding') ?? undefined);
  return new Response(isGzip ? gzipSync(xml) : xml, {
    headers: {
      'Content-Type': 'text/xml; charset=UTF-8',
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'no-cache',
      Vary: 'Accept-Encoding',
      ...(isGzip && { 'Content-Encoding': 'gzip' }),
    },
  });
}

/** The reply to a request with these arguments, as XML. */
export function replyTo(repository: Repository, given: URLSearchParams, baseUrl: string): string {
  const envelope = { responseDate: repository.now(), baseUrl };
  try {
    const request = requestOf(given);
    return oaiReply({ ...envelope, request: echoOf(given) }, answer(repository, request, baseUrl));
  } catch (error) {
    if (!(error instanceof OaiFault)) throw error;
    const { code, message } = error;
    const isWrong = code === 'badVerb' || code === 'badArgument';
    const request = isWrong ? {} : echoOf(given);
    return oaiReply({ ...envelope, request }, oaiError(code, message));
  }
}

function answer(repository: Repository, request: OaiRequest, baseUrl: string): string {
  const { store, name, domain, email } = repository;
  switch (request.verb) {
    case 'Identify': {
      // Without a record any date is early enough.
      const earliest = store.earliest ?? '1970-01-01T00:00:00Z';
      const sample = oaiIdentifier(domain, store.page({ prefix: 'oai_dc' }, undefined, 1)[0]?.id ?? 'work/x');
      const form = { granularity: 'YYYY-MM-DDThh:mm:ssZ', compression: 'gzip' };
      return oaiIdentify({ name, baseUrl, email, earliest, domain, sample, ...form });
    }
    case 'ListMetadataFormats': {
      if (request.identifier === undefined) return oaiListMetadataFormats(oaiFormats);
      const { lacks } = recordOf(repository, request.identifier);
      return oaiListMetadataFormats(oaiFormats.filter(({ prefix }) => !lacks.includes(prefix)));
    }
    case 'ListSets':
      if (store.sets.length === 0) throw new OaiFault('noSetHierarchy', 'this repository has no sets');
      return oaiListSets(store.sets);
    case 'GetRecord': {
      const format = formatOf(request.prefix);
      const record = recordOf(repository, request.identifier);
      if (record.lacks.includes(format.prefix))
        throw new OaiFault('cannotDisseminateFormat', 'this record cannot be said in this format');
      return oaiGetRecord(oaiItem(record, format, repository));
    }
    default:
      return list(repository, request);
  }
}

function list(repository: Repository, request: OaiListRequest): string {
  const { store } = repository;
  const { verb, prefix, set, from, until, after, given = 0 } = request;
  const format = formatOf(prefix);
  const selection = { prefix, set, from, until };
  // One more than is given, to know whether it is the last page.
  const found = store.page(selection, after, pageLength + 1);
  const page = found.slice(0, pageLength);
  const last = page.at(-1);
  if (last === undefined && after === undefined)
    throw new OaiFault('noRecordsMatch', 'no record has these dates, this set and this format');
  const isWhole = found.length === page.length;
  // Counted for the first page; later ones have it in their token.
  const counted = after === undefined ? store.size(selection) : request.size;
  const size = after === undefined && isWhole ? page.length : counted;
  const next: ListState | undefined =
    isWhole || last === undefined
      ? undefined
      : {
          ...selection,
          verb,
          after: { datestamp: last.datestamp, id: last.id },
          given: given + page.length,
          size,
        };
  const items = page.map((record) =>
    oaiItem(record, verb === 'ListRecords' ? format : undefined, repository),
  );
  const resumption =
    next === undefined && after === undefined
      ? undefined
      : { token: next ? tokenOf(next) : '', cursor: given, size };
  return oaiList(verb, items, resumption);
}

function formatOf(prefix: string): OaiFormat {
  const format = oaiFormats.find((each) => each.prefix === prefix);
  if (format) return format;
  const known = oaiFormats.map((each) => each.prefix).join(', ');
  throw new OaiFault('cannotDisseminateFormat', `no format of this prefix; known: ${known}`);
}

function recordOf({ store, domain }: Repository, identifier: string): OaiRecord {
  const id = localId(domain, identifier);
  const record = id === undefined ? undefined : store.record(id);
  if (record === undefined) throw new OaiFault('idDoesNotExist', 'no record has this identifier');
  return record;
}

/** A request's own address, without what it asks. */
function addressOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** The arguments of a posted form; undefined when it is too long to be one. */
async function formOf(request: Request): Promise<URLSearchParams | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > longestForm) return undefined;
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of request.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > longestForm) return undefined;
  }
  return new URLSearchParams(text);
}
