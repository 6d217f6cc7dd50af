import { yearOf } from '../../base/edtf.ts';
import type { Agent, Collection, Concept, Journal, JournalPart, Tombstone } from '../../base/entity.ts';
import { fold } from '../../base/fold.ts';
import type { Lab } from '../../base/lab.ts';
import { byCodePoint } from '../../base/order.ts';
import { plainText } from '../../base/plain-text.ts';
import type { Entry } from '../../base/sink.ts';
import type { Language } from '../../base/words.ts';
import { type IdentifiedWork, type LangText, mainTitle } from '../../base/work.ts';
import { referenceDate } from '../../write/index.ts';
import { documentOf } from './address.ts';
import { documentsOf } from './documents.ts';

/** A collection as its pages look at it: each list in the order in which people read it, each question answered once. */
export interface View {
  readonly lab: Lab;
  readonly collection: Collection;
  /** The main language of the pages. */
  readonly own: Language;
  readonly title: LangText;
  /** The newest first, those without a date last. */
  readonly works: readonly IdentifiedWork[];
  /** The works that a thing has to do with: an agent, a journal or a part of one, a concept, a source. */
  worksOf(id: string): readonly IdentifiedWork[];
  workNamed(id: string): IdentifiedWork | undefined;
  readonly agents: ReadonlyMap<string, Agent>;
  readonly journals: ReadonlyMap<string, Journal>;
  readonly parts: ReadonlyMap<string, JournalPart>;
  /** All volumes and issues of a journal. */
  partsOf(id: string): readonly JournalPart[];
  /** The agents that the lab says belong to an organisation. */
  membersOf(id: string): readonly Agent[];
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly tombstones: ReadonlyMap<string, Tombstone>;
  /** What the graph says of a thing that has files of its own, with what stands below it. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** When the content of a thing last changed, UTC, ISO 8601 to the second. */
  readonly datestamps: ReadonlyMap<string, string>;
}

/** What a view is made of. */
export interface Seen {
  readonly lab: Lab;
  readonly collection: Collection;
  readonly entries: readonly Entry[];
  readonly datestamps: ReadonlyMap<string, string>;
  readonly title: LangText;
}

/** Looks at a collection once for all its pages. */
export function viewOf({ lab, collection, entries, datestamps, title }: Seen): View {
  const works = newestFirst(collection.works);
  const about = listed(works, thingsOf);
  const named = byId(works);
  const below = listed(collection.parts, ({ id }) => [documentOf(id)]);
  const members = listed(collection.agents, ({ affiliations }) => affiliations);
  return {
    lab,
    collection,
    own: languageOfPages(lab),
    title,
    works,
    worksOf: (id) => about.get(id) ?? [],
    workNamed: (id) => named.get(id),
    agents: byId(collection.agents),
    journals: byId(collection.journals),
    parts: byId(collection.parts),
    partsOf: (id) => below.get(id) ?? [],
    membersOf: (id) => members.get(id) ?? [],
    concepts: byId(collection.concepts),
    tombstones: byId(collection.tombstones),
    entries: documentsOf(entries, lab.base),
    datestamps,
  };
}

/** The pages speak the lab's language when the program knows it. */
export function languageOfPages(lab: Lab): Language {
  return lab.language.startsWith('fr') ? 'fr' : 'en';
}

/** The language in which the pages are given as well. */
export function otherLanguage(language: Language): Language {
  return language === 'fr' ? 'en' : 'fr';
}

/** Both languages of the pages, the lab's own first. */
export function languagesOf({ own }: Pick<View, 'own'>): readonly Language[] {
  return [own, otherLanguage(own)];
}

/** The year under which a work is listed; undefined without a date, or with one that spans several years. */
export function listedYear(work: IdentifiedWork): string | undefined {
  const date = referenceDate(work);
  return date === undefined ? undefined : yearOf(date);
}

/** When the newest of some things last changed; of everything when none is named. Undefined when nobody knows. */
export function newestChange(
  { datestamps }: View,
  ids: Iterable<string> = datestamps.keys(),
): string | undefined {
  let newest: string | undefined;
  for (const id of ids) {
    const stamp = datestamps.get(id);
    if (stamp !== undefined && (newest === undefined || stamp > newest)) newest = stamp;
  }
  return newest;
}

/** The things of a list by the works that they have to do with, most first, then by name. */
export function mostFirst<T extends { readonly id: string }>(
  view: View,
  things: readonly T[],
  name: (thing: T) => string,
): readonly (readonly [T, number])[] {
  return things
    .map((thing) => [thing, view.worksOf(thing.id).length, fold(name(thing))] as const)
    .sort(
      ([a, some, one], [b, more, other]) => more - some || byCodePoint(one, other) || byCodePoint(a.id, b.id),
    )
    .map(([thing, count]) => [thing, count] as const);
}

function byId<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

function newestFirst(works: readonly IdentifiedWork[]): readonly IdentifiedWork[] {
  return works
    .map((work) => {
      const title = mainTitle(work);
      return { work, date: referenceDate(work) ?? '', title: title ? fold(plainText(title)) : '' };
    })
    .sort(
      (a, b) =>
        byCodePoint(b.date, a.date) || byCodePoint(a.title, b.title) || byCodePoint(a.work.id, b.work.id),
    )
    .map(({ work }) => work);
}

/** Things by each of their keys, in their own order. */
function listed<T>(
  things: readonly T[],
  keys: (thing: T) => Iterable<string>,
): ReadonlyMap<string, readonly T[]> {
  const lists = new Map<string, T[]>();
  for (const thing of things) {
    for (const key of new Set(keys(thing))) {
      const list = lists.get(key);
      if (list) list.push(thing);
      else lists.set(key, [thing]);
    }
  }
  return lists;
}

/** Each thing once that a work has to do with. */
function thingsOf(work: IdentifiedWork): ReadonlySet<string> {
  const ids = new Set<string>();
  const add = (id: string | undefined) => {
    if (id !== undefined) ids.add(id);
  };
  for (const { agent, affiliations } of work.contributions) {
    add(agent);
    for (const { org } of affiliations) add(org);
  }
  for (const { agent } of work.container?.editors ?? []) add(agent);
  add(work.container?.id);
  add(work.container?.part);
  add(work.publisher?.org);
  for (const { id } of work.subjects) add(id);
  for (const { funder } of work.funding) add(funder?.org);
  for (const { source } of work.provenance) add(`source/${source.name}`);
  return ids;
}
