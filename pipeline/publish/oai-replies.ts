import { createHash } from 'node:crypto';
import { type OaiRecord, type OaiSet, oaiIdentifier } from '../base/oai.ts';
import { byCodePoint } from '../base/order.ts';
import {
  type OaiErrorCode,
  type OaiFormat,
  type OaiItem,
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
import type { OutFile } from './file.ts';
import { replyFolder } from './servers/oai-rules.ts';

/** A repository whose replies are files. */
export interface StaticRepository extends OaiSurroundings {
  readonly records: readonly OaiRecord[];
  readonly sets: readonly OaiSet[];
  readonly name: string;
  readonly email: string;
  readonly baseUrl: string;
}

/** As OpenAIRE recommends between 100 and 500. */
const pageLength = 200;
/** Months before that of the last change from which what changed is to be had alone; from earlier on all is given. */
const mostMonths = 12;

type Verb = 'ListRecords' | 'ListIdentifiers';

/** The arguments of a list. */
type Request = Readonly<Record<string, string>> & { readonly verb: Verb };

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
  for (const format of oaiFormats) {
    const told = records.filter(({ lacks }) => !lacks.includes(format.prefix));
    // Each record is put into words once, for all the lists that it is in.
    const shown = told.map((record): Shown => ({ record, item: replies.item(record, format) }));
    const headers = told.map((record): Shown => ({ record, item: replies.item(record, undefined) }));
    yield* replies.ofRecords(records, format, shown);
    yield* replies.ofLists('ListRecords', format, shown);
    yield* replies.ofLists('ListIdentifiers', format, headers);
  }
}

/** A record, and as a list shows it. */
interface Shown {
  readonly record: OaiRecord;
  readonly item: OaiItem;
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
    for (const record of records) {
      const told = oaiFormats.filter(({ prefix }) => !record.lacks.includes(prefix));
      const asked = { verb: 'ListMetadataFormats', identifier: this.#identifier(record) };
      yield this.#file(`ListMetadataFormats/${record.id}`, asked, oaiListMetadataFormats(told));
    }
  }

  /** Each record by itself, and a fault for those that the format cannot say. */
  *ofRecords(
    records: readonly OaiRecord[],
    { prefix }: OaiFormat,
    shown: readonly Shown[],
  ): Iterable<OutFile> {
    const items = new Map(shown.map(({ record, item }) => [record, item]));
    for (const record of records) {
      const request = { verb: 'GetRecord', identifier: this.#identifier(record), metadataPrefix: prefix };
      const item = items.get(record);
      const answer = item
        ? oaiGetRecord(item)
        : oaiError('cannotDisseminateFormat', 'this record cannot be said in this format');
      yield this.#file(`GetRecord/${prefix}/${record.id}`, request, answer);
    }
  }

  /** The list of all, those of the months, and those of the sets. */
  *ofLists(verb: Verb, { prefix }: OaiFormat, shown: readonly Shown[]): Iterable<OutFile> {
    const place = `${verb}/${prefix}`;
    const request = { verb, metadataPrefix: prefix };
    yield* this.#ofList(request, shown, `${place}/all`);
    yield* this.#sinceMonths(request, shown, place);
    for (const { spec } of this.#repository.sets) {
      const members = shown.filter(({ record }) => record.sets.includes(spec));
      yield* this.#ofList({ ...request, set: spec }, members, `${place}/set/${spec.replaceAll(':', '/')}`);
    }
  }

  /** The pages of a list. A token names where its page begins: once the list has changed there, nothing answers it. */
  *#ofList(request: Request, shown: readonly Shown[], path: string): Iterable<OutFile> {
    const { verb } = request;
    if (shown.length === 0)
      yield this.#file(path, request, oaiError('noRecordsMatch', 'no record has this set and this format'));
    for (let at = 0; at < shown.length; at += pageLength) {
      const page = shown.slice(at, at + pageLength);
      const isLast = at + pageLength >= shown.length;
      const own = at === 0 ? undefined : tokenOf(request, shown[at - 1]);
      const token = isLast ? '' : tokenOf(request, page.at(-1));
      const resumption = isLast && at === 0 ? undefined : { token, cursor: at, size: shown.length };
      yield this.#file(
        own === undefined ? path : `${verb}/page/${own}`,
        own === undefined ? request : { verb, resumptionToken: own },
        oaiList(
          verb,
          page.map(({ item }) => item),
          resumption,
        ),
      );
    }
  }

  /** For each month in which something may have changed, the list from its first day on. */
  *#sinceMonths(request: Request, shown: readonly Shown[], place: string): Iterable<OutFile> {
    const [first, last] = [shown[0], shown.at(-1)].map((each) => each?.record.datestamp.slice(0, 7));
    if (first === undefined || last === undefined) return;
    for (
      let month = last, left = mostMonths;
      month > first && left > 0;
      month = monthBefore(month), left -= 1
    ) {
      const since = shown.filter(({ record }) => record.datestamp >= month);
      yield* this.#ofList({ ...request, from: `${month}-01` }, since, `${place}/from/${month}`);
    }
  }

  item(record: OaiRecord, format: OaiFormat | undefined): OaiItem {
    return oaiItem({ ...record, datestamp: record.datestamp.slice(0, 10) }, format, this.#repository);
  }

  #identifier({ id }: OaiRecord): string {
    return oaiIdentifier(this.#repository.domain, id);
  }

  #file(path: string, request: Readonly<Record<string, string>>, answer: string): OutFile {
    const envelope = { responseDate: this.#responseDate, baseUrl: this.#repository.baseUrl, request };
    return { path: `${replyFolder}/${path}.xml`, content: oaiReply(envelope, answer) };
  }
}

function tokenOf(request: Request, last: Shown | undefined): string {
  const words = JSON.stringify([request, last?.record.datestamp, last?.record.id]);
  return createHash('sha256').update(words).digest('hex').slice(0, 20);
}

function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
