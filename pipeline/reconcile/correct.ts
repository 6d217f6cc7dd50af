import { type Finding, finding, type Place } from '../base/finding.ts';
import type { Assertion, IdentifiedWork, Iri, Source, Work } from '../base/work.ts';
import { uniqueBy } from './things.ts';

/** A correction whose values have been read and tidied like those of any source. */
export interface Patch {
  /** Local id of the work. */
  readonly work: string;
  /** The fields to set; a list has only the items that change. */
  readonly set: Partial<Work>;
  /** Paths to take away, such as `identifiers.doi`. */
  readonly unset: readonly string[];
  readonly reason: string;
  readonly source?: Iri | undefined;
  readonly place: Place;
}

export interface Corrected {
  readonly work: IdentifiedWork;
  readonly findings: readonly Finding[];
  /** The paths that a person has spoken on. */
  readonly paths: readonly string[];
}

/** Lists whose items are known by a key, so that a correction of one leaves the others. */
const keyed = {
  titles: (title: Work['titles'][number]) =>
    `${title.role}${title.role === 'translated' ? `.${title.text.lang ?? ''}` : ''}`,
  abstracts: (abstract: Work['abstracts'][number]) => abstract.lang ?? '',
  dates: (date: Work['dates'][number]) => date.event,
  identifiers: (identifier: Work['identifiers'][number]) => identifier.scheme,
  links: (link: Work['links'][number]) => link.role,
} as const;

type Keyed = keyof typeof keyed;

/** Applies a person's corrections to one work. What was there before stays in the provenance, not chosen. */
export function correct(work: IdentifiedWork, patches: readonly Patch[]): Corrected {
  return patches.reduce<Corrected>(applied, { work, findings: [], paths: [] });
}

function applied({ work, findings, paths }: Corrected, patch: Patch): Corrected {
  const touched = [...setPaths(patch.set), ...patch.unset];
  const cleared = patch.unset.reduce(without, work);
  const next = (Object.keys(patch.set) as (keyof Work)[]).reduce(
    (current, field) => withField(current, field, patch.set),
    cleared,
  );
  return {
    work: { ...next, provenance: retold(work, touched, patch) },
    findings: [...findings, ...touched.map((path) => told(path, work, patch))],
    paths: [...paths, ...touched],
  };
}

function told(path: string, work: IdentifiedWork, patch: Patch): Finding {
  return {
    ...finding('correction-applied', patch.place, { field: path, reason: patch.reason }, path),
    work: work.id,
  };
}

function setPaths(set: Partial<Work>): readonly string[] {
  return Object.entries(set).flatMap(([field, value]) => {
    if (isKeyed(field) && Array.isArray(value)) return value.map((item) => `${field}.${keyOf(field, item)}`);
    if (field === 'position' && typeof value === 'object')
      return Object.keys(value ?? {}).map((part) => `position.${part}`);
    return [field];
  });
}

function withField(work: IdentifiedWork, field: keyof Work, set: Partial<Work>): IdentifiedWork {
  const value = set[field];
  if (value === undefined) return work;
  if (field === 'position') return { ...work, position: { ...work.position, ...set.position } };
  if (!isKeyed(field)) return { ...work, [field]: value };
  const said = new Map((value as readonly unknown[]).map((item) => [keyOf(field, item), item]));
  const kept = (work[field] as readonly unknown[]).map((item) => said.get(keyOf(field, item)) ?? item);
  return { ...work, [field]: uniqueBy([...kept, ...said.values()], (item) => keyOf(field, item)) };
}

function without(work: IdentifiedWork, path: string): IdentifiedWork {
  const [field = '', ...rest] = path.split('.');
  const key = rest.join('.');
  if (isKeyed(field) && key) {
    const items = work[field] as readonly unknown[];
    return { ...work, [field]: items.filter((item) => keyOf(field, item) !== key) };
  }
  if (field === 'position' && key) return { ...work, position: { ...work.position, [key]: undefined } };
  const empty = Array.isArray(work[field as keyof Work]) ? [] : undefined;
  return { ...work, [field]: empty };
}

/** The provenance with the corrected paths said by the corrections. */
function retold(work: IdentifiedWork, touched: readonly string[], patch: Patch): readonly Assertion[] {
  const source: Source = { name: 'corrections', system: 'correction', url: patch.source };
  const kept = work.provenance.map((assertion) =>
    touched.includes(assertion.path) && assertion.chosen
      ? { ...assertion, chosen: false, value: valueAt(work, assertion.path) }
      : assertion,
  );
  const said = setPaths(patch.set).map(
    (path): Assertion => ({
      path,
      source,
      line: patch.place.line,
      confidence: 'stated',
      reason: patch.reason,
      chosen: true,
    }),
  );
  return [...kept, ...said];
}

function valueAt(work: IdentifiedWork, path: string): unknown {
  const [field = '', ...rest] = path.split('.');
  const key = rest.join('.');
  if (isKeyed(field)) return (work[field] as readonly unknown[]).find((item) => keyOf(field, item) === key);
  if (field === 'position') return work.position?.[key as keyof NonNullable<Work['position']>];
  return work[field as keyof Work];
}

const isKeyed = (field: string): field is Keyed => field in keyed;

function keyOf(field: Keyed, item: unknown): string {
  return (keyed[field] as (item: unknown) => string)(item);
}
