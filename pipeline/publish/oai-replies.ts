import { createHash } from 'node:crypto';
import { type OaiRecord, type OaiSet, oaiIdentifier } from '../base/oai.ts';
import { byCodePoint } from '../base/order.ts';
import type { Entry } from '../base/sink.ts';
import type { IdentifiedWork } from '../base/work.ts';
import {
  type OaiErrorCode,
  type OaiFormat,
  type OaiItem,
  oaiError,
  oaiFormats,
  oaiGetRecord,
  oaiIdentify,
  oaiList,
  oaiListMetadataFormats,
  oaiListSets,
  oaiReply,
} from '../write/index.ts';
import type { OutFile } from './file.ts';
import { replyFolder } from './servers/oai-rules.ts';

/** A repository whose replies are files. */
export interface StaticRepository {
  readonly records: readonly OaiRecord[];
  readonly sets: readonly OaiSet[];
  readonly name: string;
  readonly domain: string;
  readonly email: string;
  readonly baseUrl: string;
  /** What the graph says of a work, by its local id. */
  entryOf(id: string): Entry;
  /** The page about a work. */
  pageOf(id: string): string;
}

/** As OpenAIRE recommends between 100 and 500. */
const pageLength = 200;
/** Months before that of the last change from which what changed is to be had alone; from earlier on all is given. */
const mostMonths = 12;

type Verb = 'ListRecords' | 'ListIdentifiers';

const verbs: readonly Verb[] = ['ListRecords', 'ListIdentifiers'];

/**
 * The replies of a repository as files of its site: those to each verb, every page of every list, each record by itself, and
 * the faults. Which file answers which request, `servers/oai-rules.ts` says. Datestamps are days; the time of a reply is
 * that of the last change, since a harvester takes it for the beginning of its next harvest.
 */
export function* oaiReplies(repository: StaticRepository): Iterable<OutFile> {
  const records = repository.records.toSorted(
    (a, b) => byCodePoint(a.datestamp, b.datestamp) || byCodePoint(a.id, b.id),
  );
  const replies = new Replies(repository, records.at(-1)?.datestamp ?? '1970-01-01T00:00:00Z');
  yield* replies.ofRepository(records);
  for (const record of records) yield* replies.ofRecord(record);
  for (const verb of verbs)
    for (const format of oaiFormats) {
      const told = records.filter(({ lacks }) => !lacks.includes(format.prefix));
      const place = `${verb}/${format.prefix}`;
      yield* replies.ofList(verb, format, told, `${place}/all`, {});
      yield* replies.sinceMonths(verb, format, told, place);
      for (const { spec } of repository.sets) {
        const members = told.filter(({ sets }) => sets.includes(spec));
        yield* replies.ofList(verb, format, members, `${place}/set/${spec.replaceAll(':', '/')}`, {
          set: spec,
        });
      }
    }
}

/** What the protocol calls faults, and what they say on a host that cannot look closer. */
const faults: Readonly<Partial<Record<OaiErrorCode, string>>> = {
  badVerb: 'the argument verb is missing, there twice or not known',
  badArgument: 'an argument is missing or not well formed; dates are YYYY-MM-DD',
  badResumptionToken: 'this list has changed since, or the resumptionToken is not one of ours: begin again',
  cannotDisseminateFormat: `no format of this prefix; known: ${oaiFormats.map(({ prefix }) => prefix).join(', ')}`,
  idDoesNotExist: 'no record has this identifier',
  noRecordsMatch: 'no record has this set and this format',
};

class Replies {
  readonly #repository: StaticRepository;
  readonly #responseDate: string;

  constructor(repository: StaticRepository, responseDate: string) {
    this.#repository = repository;
    this.#responseDate = responseDate;
  }

  *ofRepository(records: readonly OaiRecord[]): Iterable<OutFile> {
    const { name, baseUrl, email, domain, sets } = this.#repository;
    const earliest = records[0]?.datestamp.slice(0, 10) ?? '1970-01-01';
    const sample = oaiIdentifier(domain, records[0]?.id ?? 'work/x');
    const identity = { name, baseUrl, email, earliest, domain, sample, granularity: 'YYYY-MM-DD' };
    yield this.#file('Identify', { verb: 'Identify' }, oaiIdentify(identity));
    yield this.#file(
      'ListMetadataFormats',
      { verb: 'ListMetadataFormats' },
      oaiListMetadataFormats(oaiFormats),
    );
    const ofSets =
      sets.length > 0 ? oaiListSets(sets) : oaiError('noSetHierarchy', 'this repository has no sets');
    yield this.#file('ListSets', { verb: 'ListSets' }, ofSets);
    for (const [code, words] of Object.entries(faults))
      yield this.#file(`error/${code}`, {}, oaiError(code as OaiErrorCode, words));
  }

  *ofRecord(record: OaiRecord): Iterable<OutFile> {
    const identifier = oaiIdentifier(this.#repository.domain, record.id);
    const told = oaiFormats.filter(({ prefix }) => !record.lacks.includes(prefix));
    const asked = { verb: 'ListMetadataFormats', identifier };
    yield this.#file(`ListMetadataFormats/${record.id}`, asked, oaiListMetadataFormats(told));
    for (const format of oaiFormats) {
      const request = { verb: 'GetRecord', identifier, metadataPrefix: format.prefix };
      const answer = told.includes(format)
        ? oaiGetRecord(this.#item(record, format))
        : oaiError('cannotDisseminateFormat', 'this record cannot be said in this format');
      yield this.#file(`GetRecord/${format.prefix}/${record.id}`, request, answer);
    }
  }

  /** The pages of a list. A token names where its page begins: once the list has changed there, nothing answers it. */
  *ofList(
    verb: Verb,
    { prefix, ...format }: OaiFormat,
    records: readonly OaiRecord[],
    path: string,
    asked: Readonly<Record<string, string>>,
  ): Iterable<OutFile> {
    const request = { verb, metadataPrefix: prefix, ...asked };
    if (records.length === 0)
      yield this.#file(path, request, oaiError('noRecordsMatch', 'no record has this set and this format'));
    for (let at = 0; at < records.length; at += pageLength) {
      const page = records.slice(at, at + pageLength);
      const isLast = at + pageLength >= records.length;
      const own = at === 0 ? undefined : tokenOf(request, records[at - 1]);
      const token = isLast ? '' : tokenOf(request, page.at(-1));
      const items = page.map((record) =>
        this.#item(record, verb === 'ListRecords' ? { prefix, ...format } : undefined),
      );
      const resumption = isLast && at === 0 ? undefined : { token, cursor: at, size: records.length };
      yield this.#file(
        own === undefined ? path : `${verb}/page/${own}`,
        own === undefined ? request : { verb, resumptionToken: own },
        oaiList(verb, items, resumption),
      );
    }
  }

  /** For each month in which something may have changed, the list from its first day on. */
  *sinceMonths(
    verb: Verb,
    format: OaiFormat,
    records: readonly OaiRecord[],
    place: string,
  ): Iterable<OutFile> {
    const [first, last] = [records[0]?.datestamp.slice(0, 7), records.at(-1)?.datestamp.slice(0, 7)];
    if (first === undefined || last === undefined) return;
    for (
      let month = last, left = mostMonths;
      month > first && left > 0;
      month = monthBefore(month), left -= 1
    ) {
      const since = records.filter(({ datestamp }) => datestamp >= month);
      yield* this.ofList(verb, format, since, `${place}/from/${month}`, { from: `${month}-01` });
    }
  }

  #item(record: OaiRecord, format: OaiFormat | undefined): OaiItem {
    const { id, datestamp, isDeleted, sets, work: json } = record;
    const identifier = oaiIdentifier(this.#repository.domain, id);
    const header = { identifier, datestamp: datestamp.slice(0, 10), isDeleted, sets };
    if (format === undefined || json === undefined) return { header };
    const work = JSON.parse(json) as IdentifiedWork;
    const content = { work, entry: this.#repository.entryOf(id), page: this.#repository.pageOf(id) };
    return { header, metadata: format.element(content) };
  }

  #file(path: string, request: Readonly<Record<string, string>>, answer: string): OutFile {
    const envelope = { responseDate: this.#responseDate, baseUrl: this.#repository.baseUrl, request };
    return { path: `${replyFolder}/${path}.xml`, content: oaiReply(envelope, answer) };
  }
}

function tokenOf(request: Readonly<Record<string, string>>, last: OaiRecord | undefined): string {
  const words = JSON.stringify([request, last?.datestamp, last?.id]);
  return createHash('sha256').update(words).digest('hex').slice(0, 20);
}

function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
