import type { Collection, Tombstone } from '../base/entity.ts';
import { type Finding, finding, type Place, type Reviewed } from '../base/finding.ts';
import { fold } from '../base/fold.ts';
import type { Lab } from '../base/lab.ts';
import { nearest } from '../base/nearest.ts';
import { byCodePoint } from '../base/order.ts';
import { pathsOf } from '../base/paths.ts';
import { plainText } from '../base/plain-text.ts';
import { type IdentifiedWork, mainTitle, type Work } from '../base/work.ts';
import { AloneAuthorities, idAlone } from './alone.ts';
import type { Met } from './authorities.ts';
import { type Cluster, cluster } from './cluster.ts';
import { correct, type Patch } from './correct.ts';
import { type Current, identify, renew } from './identity.ts';
import { firstCreator, keysOf, publicationYear } from './keys.ts';
import { LabAuthorities } from './lab-authorities.ts';
import { merge } from './merge.ts';
import { setsOf } from './oai-sets.ts';
import type { RegisterEntry } from './register.ts';
import { relate } from './relations.ts';
import { resolve } from './resolve.ts';
import { readableId } from './things.ts';

export type { Patch } from './correct.ts';
export { formatRegister, parseRegister, type RegisterEntry } from './register.ts';

export interface Circumstances {
  readonly lab: Lab;
  /** Where the lab's own file is, for findings about it. */
  readonly labFile: string;
  readonly register: readonly RegisterEntry[];
  readonly patches: readonly Patch[];
  /** UTC, ISO 8601 to the second; becomes the datestamp of whatever changed. */
  readonly now: string;
  /** Whether every source gave all its records; else nothing is buried for being absent. */
  readonly complete: boolean;
}

export interface Reconciled {
  readonly collection: Collection;
  readonly register: readonly RegisterEntry[];
  readonly findings: readonly Finding[];
}

/** Who is who: records of one work become one, everything gets the IRI it had before or a new one, corrections apply. */
export function reconcile(records: readonly Reviewed<Work>[], circumstances: Circumstances): Reconciled {
  const { lab, labFile, register, patches, now, complete } = circumstances;
  const { clusters, findings: twins } = cluster(records.map(fieldByField));
  const merged = clusters.map((each) => merge(each, lab.prefer));

  const { ids, absorbed } = identify(
    merged.map(({ thing }, index) => ({
      keys: allKeys(clusters[index] ?? []),
      wish: wishedId(thing),
      given: thing.id,
    })),
    entriesOf(register, 'work'),
  );
  const placeOf = new Map(ids.map((id, index) => [id, merged[index]?.place ?? { file: '' }]));
  const corrected = merged.map(({ thing }, index) => {
    const id = ids[index] ?? '';
    return correct(
      { ...thing, id },
      patches.filter(({ work }) => workId(work) === id),
    );
  });

  const authorities = settled(
    corrected.map(({ work }) => work),
    lab,
    register,
  );
  const intoOf = new Map([...mergedEntries(register), ...absorbed]);
  const current = (id: string) => intoOf.get(workId(id)) ?? workId(id);
  const related = relate(
    corrected.map(({ work }) => resolve(work, authorities)),
    current,
    (id) => placeOf.get(id) ?? { file: '' },
  );

  const works = sorted(related.works);
  const met = authorities.met;
  const keys = keysById(ids, clusters);
  const renewed = renew(
    register,
    [...works.map((work) => currentWork(work, { met, keys, lab })), ...currentThings(met, authorities)],
    { absorbed, now, complete },
  );
  return {
    collection: { works, ...listed(met), tombstones: tombstones(renewed) },
    register: renewed,
    findings: [
      ...twins,
      ...merged.flatMap(({ findings }, index) =>
        findings.map((each) => answered(each, ids[index] ?? '', corrected[index]?.paths ?? [])),
      ),
      ...corrected.flatMap(({ findings }) => findings),
      ...related.findings,
      ...orphans(patches, ids),
      ...journalsWithoutIssn(works, met, placeOf),
      ...authorities.unused().map((value) => finding('lab-unused', { file: labFile }, { value })),
      ...deleted(register, renewed),
    ],
  };
}

/** Records that meet must say of each field where it comes from; one alone may say it once for all (`*`). */
function fieldByField(record: Reviewed<Work>): Reviewed<Work> {
  const { thing } = record;
  const [whole, ...others] = thing.provenance;
  if (whole?.path !== '*' || !whole.chosen) return record;
  const told = new Map(others.map((each) => [each.path, each]));
  const provenance = pathsOf(thing).map((path) => told.get(path) ?? { ...whole, path });
  const rest = others.filter(({ path }) => !provenance.some((each) => each.path === path));
  return { ...record, thing: { ...thing, provenance: [...provenance, ...rest] } };
}

/** A work by itself, without register or lab: every IRI comes from keys alone, the same in every shard. */
export function reconcileAlone(record: Reviewed<Work>): Collection {
  const authorities = new AloneAuthorities();
  const work = resolve({ ...record.thing, id: workId(idAlone(record.thing)) }, authorities);
  return { works: [work], ...listed(authorities.met), tombstones: [] };
}

/** The authorities after two rounds: the first one meets everybody, the second one knows their IRIs. */
function settled(
  works: readonly IdentifiedWork[],
  lab: Lab,
  register: readonly RegisterEntry[],
): LabAuthorities {
  const first = new LabAuthorities(lab);
  for (const work of works) resolve(work, first);
  const given = new Map<string, string>();
  for (const [path, candidates] of first.candidates()) {
    const { ids } = identify(candidates, entriesOf(register, path));
    for (const [index, { wish }] of candidates.entries()) given.set(wish, ids[index] ?? wish);
  }
  return new LabAuthorities(lab, given);
}

/** `sorin-2023-motifs-registres-et-epreuves`: creator, year when known, the first words of the title. */
function wishedId(work: Work): string {
  const title = mainTitle(work);
  const words = title ? fold(plainText(title)).split(' ').slice(0, 5) : [];
  while (words.length > 1 && functionWords.has(words.at(-1) ?? '')) words.pop();
  const parts = [firstCreator(work), publicationYear(work), ...words].filter(Boolean).join(' ');
  return `work/${readableId(parts)}`;
}

const functionWords = new Set(
  'a au aux d dans de des du en et l la le les ou par pour sur un une and for in of on or the to with'.split(
    ' ',
  ),
);

/** A person writes `work/x` or `x`. */
const workId = (id: string) => (id.startsWith('work/') ? id : `work/${id}`);

const allKeys = (each: Cluster) => [...new Set(each.flatMap(({ thing }) => keysOf(thing)))];

function keysById(
  ids: readonly string[],
  clusters: readonly Cluster[],
): ReadonlyMap<string, readonly string[]> {
  return new Map(ids.map((id, index) => [id, allKeys(clusters[index] ?? [])]));
}

const entriesOf = (register: readonly RegisterEntry[], path: string) =>
  register.filter(({ id }) => id.startsWith(`${path}/`));

function mergedEntries(register: readonly RegisterEntry[]): readonly (readonly [string, string])[] {
  return register.flatMap(({ id, into }) => (into ? [[id, into] as const] : []));
}

/** A finding with the work it is about; one that a correction speaks on is answered. */
function answered(each: Finding, work: string, paths: readonly string[]): Finding {
  const { field } = each;
  const isAnswered =
    field !== undefined && paths.some((path) => path === field || path.startsWith(`${field}.`));
  return isAnswered ? { ...each, work, corrected: true } : { ...each, work };
}

function orphans(patches: readonly Patch[], ids: readonly string[]): readonly Finding[] {
  return patches
    .filter(({ work }) => !ids.includes(workId(work)))
    .map(({ work, place }) =>
      finding('correction-without-work', place, { id: work, nearest: nearest(workId(work), ids) ?? '—' }),
    );
}

function journalsWithoutIssn(
  works: readonly IdentifiedWork[],
  met: Met,
  places: ReadonlyMap<string, Place>,
): readonly Finding[] {
  const firstIn = new Map<string | undefined, IdentifiedWork>();
  for (const work of works) if (!firstIn.has(work.container?.id)) firstIn.set(work.container?.id, work);
  return [...met.journals.values()].flatMap((journal) => {
    const work = firstIn.get(journal.id);
    if (journal.type !== 'journal' || journal.issn.length > 0 || !work) return [];
    return [
      finding(
        'issn-missing',
        places.get(work.id) ?? { file: '' },
        { value: journal.titles[0]?.value ?? '' },
        'container.issn',
      ),
    ];
  });
}

function deleted(before: readonly RegisterEntry[], after: readonly RegisterEntry[]): readonly Finding[] {
  const live = new Set(before.filter(({ state }) => state === 'live').map(({ id }) => id));
  return after
    .filter(({ id, state }) => state === 'deleted' && live.has(id) && id.startsWith('work/'))
    .map(({ id }) => ({ ...finding('work-deleted', { file: 'register.tsv' }), work: id }));
}

function tombstones(register: readonly RegisterEntry[]): readonly Tombstone[] {
  return sorted(
    register.flatMap(({ id, state, into }): readonly Tombstone[] =>
      state === 'live' ? [] : [{ id, state, into }],
    ),
  );
}

/** What a datestamp watches: the work and all that is shown with it, but not where in the page it stood. */
function currentWork(
  work: IdentifiedWork,
  { met, keys, lab }: { met: Met; keys: ReadonlyMap<string, readonly string[]>; lab: Lab },
): Current {
  const { provenance: _, unmapped: __, ...content } = work;
  const agents = work.contributions.flatMap(({ agent }) => (agent ? [met.agents.get(agent)] : []));
  const journal = work.container?.id ? met.journals.get(work.container.id) : undefined;
  const sets = setsOf(work, lab);
  // The other sets follow from the content.
  const own = sets.filter((spec) => lab.oai?.sets.some((set) => set.spec === spec));
  const known = own.length > 0 ? [content, agents, journal, own] : [content, agents, journal];
  return { id: work.id, keys: keys.get(work.id) ?? [], sets, content: known };
}

function currentThings(met: Met, authorities: LabAuthorities): readonly Current[] {
  const keys = new Map(
    [...authorities.candidates().values()]
      .flat()
      .map((each) => [authorities.given.get(each.wish) ?? each.wish, each.keys]),
  );
  return [...met.agents.values(), ...met.journals.values(), ...met.concepts.values()]
    .filter(({ id }) => !id.includes('#'))
    .map((thing) => ({ id: thing.id, keys: keys.get(thing.id) ?? [], content: thing }));
}

function listed(met: Met): Omit<Collection, 'works' | 'tombstones'> {
  return {
    agents: sorted([...met.agents.values()]),
    journals: sorted([...met.journals.values()]),
    parts: sorted([...met.parts.values()]),
    concepts: sorted([...met.concepts.values()]),
    sources: sorted([...met.sources.values()]),
  };
}

function sorted<T extends { readonly id: string }>(things: readonly T[]): readonly T[] {
  return things.length < 2 ? things : [...things].sort((a, b) => byCodePoint(a.id, b.id));
}
