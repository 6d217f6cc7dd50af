import { type Finding, finding, type Place, type Reviewed } from '../base/finding.ts';
import type { Words } from '../base/words.ts';
import type { Work } from '../base/work.ts';
import { containerKey, firstCreator, foldedTitle, publicationYear, strongKeys } from './keys.ts';

/** Records of one work, in the order of the sources. */
export type Cluster = readonly Reviewed<Work>[];

export interface Clusters {
  readonly clusters: readonly Cluster[];
  readonly findings: readonly Finding[];
}

/**
 * Puts together the records of one work (crosswalk K2): those that share an identifier, or whose title, first creator
 * and year (±1) agree, with the container agreeing or silent. Everything else that looks alike is only reported.
 */
export function cluster(records: readonly Reviewed<Work>[]): Clusters {
  const groups = new Groups(records);
  const findings: Finding[] = [];

  for (const [index, other, key] of sharing(records, ({ thing }) => strongKeys(thing))) {
    if (groups.join(index, other)) findings.push(between('works-merged', records, index, other, key));
  }
  for (const [index, other] of sharing(records, ({ thing }) => alikeKey(thing))) {
    if (groups.same(index, other)) continue;
    const doubt = doubtOf(groups.of(other), groups.of(index));
    if (doubt) findings.push(between('duplicate-possible', records, index, other, doubt));
    else if (groups.join(index, other))
      findings.push(between('works-merged', records, index, other, agreement));
  }
  return { clusters: groups.all(), findings };
}

const agreement: Words = {
  fr: 'titre, premier auteur et année s’accordent',
  en: 'title, first creator and year agree',
};

function alikeKey(work: Work): readonly string[] {
  const title = foldedTitle(work);
  const creator = firstCreator(work);
  return title && creator ? [`${creator}|${title}`] : [];
}

/** Why two clusters of the same title and first creator may be two works all the same; undefined when nothing says so. */
function doubtOf(a: Cluster, b: Cluster): Words | undefined {
  const ids = (cluster: Cluster) => cluster.flatMap(({ thing }) => thing.id ?? []);
  if (ids(a).some((id) => ids(b).some((other) => other !== id))) {
    return {
      fr: 'même titre et même auteur, mais deux id donnés à la main',
      en: 'same title and creator, but two ids given by hand',
    };
  }
  const years = (cluster: Cluster) =>
    cluster.flatMap(({ thing }) => publicationYear(thing) ?? []).map(Number);
  const [yearsA, yearsB] = [years(a), years(b)];
  if (yearsA.length === 0 || yearsB.length === 0) {
    return {
      fr: 'même titre et même auteur, mais une année manque',
      en: 'same title and creator, but a year is missing',
    };
  }
  if (!yearsA.some((year) => yearsB.some((other) => Math.abs(year - other) <= 1))) {
    return {
      fr: 'même titre et même auteur, mais les années diffèrent',
      en: 'same title and creator, but the years differ',
    };
  }
  if (!containersAgree(a, b)) {
    return {
      fr: 'même titre et même auteur, mais les revues diffèrent',
      en: 'same title and creator, but the journals differ',
    };
  }
  return undefined;
}

function containersAgree(a: Cluster, b: Cluster): boolean {
  const containers = (cluster: Cluster) => cluster.flatMap(({ thing }) => thing.container ?? []);
  const [left, right] = [containers(a), containers(b)];
  if (left.length === 0 || right.length === 0) return true;
  return left.some((one) =>
    right.some(
      (other) =>
        containerKey(one) === containerKey(other) ||
        one.issn.some(({ value }) => other.issn.some((issn) => issn.value === value)),
    ),
  );
}

/** Pairs of a record and the first one before it that has the same key. */
function* sharing(
  records: readonly Reviewed<Work>[],
  keys: (record: Reviewed<Work>) => readonly string[],
): Iterable<readonly [number, number, string]> {
  const first = new Map<string, number>();
  for (const [index, record] of records.entries()) {
    for (const key of keys(record)) {
      const other = first.get(key);
      if (other === undefined) first.set(key, index);
      else yield [index, other, key];
    }
  }
}

function between(
  rule: 'works-merged' | 'duplicate-possible',
  records: readonly Reviewed<Work>[],
  index: number,
  other: number,
  reason: string | Words,
): Finding {
  return finding(rule, placeOf(records[index]), { other: placeWords(placeOf(records[other])), reason });
}

const placeOf = (record: Reviewed<Work> | undefined): Place => record?.place ?? { file: '' };
const placeWords = ({ file, line }: Place) => (line === undefined ? file : `${file}:${line}`);

/** Groups that grow together; the record that comes first leads its group, and the order of the input stays. */
class Groups {
  readonly records: readonly Reviewed<Work>[];
  readonly leader: number[];
  readonly members: Map<number, readonly number[]>;

  constructor(records: readonly Reviewed<Work>[]) {
    this.records = records;
    this.leader = records.map((_, index) => index);
    this.members = new Map(records.map((_, index) => [index, [index]]));
  }

  lead(index: number): number {
    const leader = this.leader[index] ?? index;
    return leader === index ? index : this.lead(leader);
  }

  same(a: number, b: number): boolean {
    return this.lead(a) === this.lead(b);
  }

  of(index: number): Cluster {
    const indexes = this.members.get(this.lead(index)) ?? [];
    return indexes.flatMap((each) => this.records[each] ?? []);
  }

  /** Whether the two were apart until now. */
  join(a: number, b: number): boolean {
    if (this.same(a, b)) return false;
    const first = Math.min(this.lead(a), this.lead(b));
    const second = Math.max(this.lead(a), this.lead(b));
    const both = [...(this.members.get(first) ?? []), ...(this.members.get(second) ?? [])];
    this.members.set(
      first,
      both.sort((x, y) => x - y),
    );
    this.members.delete(second);
    this.leader[second] = first;
    return true;
  }

  all(): readonly Cluster[] {
    return [...this.members.keys()].map((leader) => this.of(leader));
  }
}
