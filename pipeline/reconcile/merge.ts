import { type Finding, finding, type Place, type Reviewed } from '../base/finding.ts';
import { foldTight } from '../base/fold.ts';
import { plainText } from '../base/plain-text.ts';
import type { Assertion, Contribution, LangText, Title, Work, WorkDate } from '../base/work.ts';
import { unionOfIdentifiers, uniqueBy } from './things.ts';

/** For each field (`*` for all), the sources to believe first. */
export type Preference = Readonly<Record<string, readonly string[]>>;

/**
 * One work from the records of a cluster. Each field comes from the first source, in the order that the lab prefers,
 * that has it; what the others say otherwise stays in the provenance, not chosen, and is reported (crosswalk 6).
 */
export function merge(records: readonly Reviewed<Work>[], prefer: Preference): Reviewed<Work> {
  const [only] = records;
  if (!only) throw new Error('a cluster has at least one record');
  if (records.length === 1) return only;

  const findings = records.flatMap((record) => record.findings);
  const others: Assertion[] = [];
  const of = (field: string) => inOrder(records, prefer[field] ?? prefer['*'] ?? []);
  const all = of('*').map(({ thing }) => thing);
  const first = <V>(field: string, get: (work: Work) => V | undefined) =>
    choose(of(field), field, get, only.place, others, findings);
  const each = <V>(field: string, get: (work: Work) => readonly V[], key: (value: V) => string) =>
    uniqueBy(
      of(field).flatMap(({ thing }) => get(thing)),
      key,
    );
  const longest = <V>(field: string, get: (work: Work) => readonly V[]) =>
    of(field)
      .map(({ thing }) => get(thing))
      .find((list) => list.length > 0) ?? [];

  const main = first('titles', (work) => work.titles.find(({ role }) => role === 'main')?.text);
  const container = first('container', (work) => work.container);
  const work: Work = {
    id: all.find(({ id }) => id)?.id,
    type: all.find(({ type }) => type !== 'other')?.type ?? 'other',
    titles: titles(
      main,
      each(
        'titles',
        (work) => work.titles,
        ({ role, text }) => `${role}|${text.lang ?? ''}`,
      ),
    ),
    abstracts: each(
      'abstracts',
      (work) => work.abstracts,
      ({ lang }) => lang ?? '',
    ),
    contributions: contributions(of('contributions').map(({ thing }) => thing.contributions)),
    dates: dates(of('dates'), only.place, others, findings),
    container: container && {
      ...container,
      issn: uniqueBy(
        all.flatMap((work) => work.container?.issn ?? []),
        ({ value }) => value,
      ),
      isbn: [...new Set(all.flatMap((work) => work.container?.isbn ?? []))],
      identifiers: all.reduce(
        (known, work) => unionOfIdentifiers(known, work.container?.identifiers ?? []),
        container.identifiers,
      ),
    },
    position: position(),
    event: first('event', (work) => work.event),
    publisher: first('publisher', (work) => work.publisher),
    identifiers: each(
      'identifiers',
      (work) => work.identifiers,
      ({ scheme, value }) => `${scheme}|${value}`,
    ),
    links: each(
      'links',
      (work) => work.links,
      ({ url }) => url,
    ),
    languages: longest('languages', (work) => work.languages),
    subjects: each(
      'subjects',
      (work) => work.subjects,
      ({ text }) => `${text.lang ?? ''}|${foldTight(text.value)}`,
    ),
    access: first('access', (work) => work.access),
    licences: each(
      'licences',
      (work) => work.licences,
      ({ iri, text }) => iri ?? text?.value ?? '',
    ),
    funding: longest('funding', (work) => work.funding),
    relations: each(
      'relations',
      (work) => work.relations,
      ({ type, target }) => `${type}|${target.id ?? target.workId ?? target.citation}`,
    ),
    references: longest('references', (work) => work.references),
    status: all.find(({ status }) => status !== 'published')?.status ?? 'published',
    review: first('review', (work) => work.review),
    notes: each(
      'notes',
      (work) => work.notes,
      ({ value }) => value,
    ),
    citationText: first('citationText', (work) => work.citationText),
    provenance: [],
    unmapped: all.flatMap(({ unmapped }) => unmapped),
  };
  const said = all.flatMap(({ provenance }) => provenance);
  const refused = new Set(others.map(({ path, source }) => `${path}|${source.name}`));
  const provenance = [
    ...said.filter(({ path, source }) => !refused.has(`${path}|${source.name}`)),
    ...others,
  ];
  return { thing: { ...work, provenance }, place: only.place, findings };

  function position(): Work['position'] {
    if (!all.some((work) => work.position)) return undefined;
    return {
      volume: first('position.volume', (work) => work.position?.volume),
      issue: first('position.issue', (work) => work.position?.issue),
      issueTitle: first('position.issueTitle', (work) => work.position?.issueTitle),
      pages: first('position.pages', (work) => work.position?.pages),
      articleNumber: first('position.articleNumber', (work) => work.position?.articleNumber),
      section: first('position.section', (work) => work.position?.section),
    };
  }
}

/** The records, those of the preferred sources first, the others in their own order. */
function inOrder(records: readonly Reviewed<Work>[], prefer: readonly string[]): readonly Reviewed<Work>[] {
  const rank = ({ thing }: Reviewed<Work>) => {
    const at = prefer.indexOf(thing.provenance[0]?.source.name ?? '');
    return at < 0 ? prefer.length : at;
  };
  return [...records].sort((a, b) => rank(a) - rank(b));
}

/** The first value; every other one that differs is kept as not chosen, and reported. */
function choose<V>(
  records: readonly Reviewed<Work>[],
  field: string,
  get: (work: Work) => V | undefined,
  place: Place,
  others: Assertion[],
  findings: Finding[],
): V | undefined {
  const said = records.flatMap(({ thing }) => {
    const value = get(thing);
    return value === undefined ? [] : [{ value, work: thing }];
  });
  const [chosen, ...rest] = said;
  if (!chosen) return undefined;
  for (const { value, work } of rest) {
    if (comparable(value) !== comparable(chosen.value))
      differs(field, chosen.value, value, work, place, others, findings);
  }
  return chosen.value;
}

function differs(
  field: string,
  chosen: unknown,
  other: unknown,
  work: Work,
  place: Place,
  others: Assertion[],
  findings: Finding[],
): void {
  const path = field === 'titles' ? 'titles.main' : field;
  const known = work.provenance.find((assertion) => assertion.path === path) ?? work.provenance[0];
  if (!known) return;
  others.push({ ...known, path, value: other, chosen: false });
  const values = { field: path, chosen: show(chosen), other: show(other), source: known.source.name };
  findings.push(finding('sources-disagree', place, values, path));
}

/**
 * One date for each event. When two agree as far as they go, the more precise one is chosen; a doubtful one
 * (crosswalk D4) yields to any other.
 */
function dates(
  records: readonly Reviewed<Work>[],
  place: Place,
  others: Assertion[],
  findings: Finding[],
): readonly WorkDate[] {
  const chosen = new Map<string, { date: WorkDate; work: Work }>();
  const isDoubtful = (work: Work, event: string) =>
    work.provenance.some(({ path, confidence }) => path === `dates.${event}` && confidence === 'doubtful');

  for (const { thing: work } of records) {
    for (const date of work.dates) {
      const path = `dates.${date.event}`;
      const old = chosen.get(date.event);
      if (!old) {
        chosen.set(date.event, { date, work });
        continue;
      }
      if (old.date.value.startsWith(date.value)) continue;
      const doubt = isDoubtful(old.work, date.event);
      if (doubt !== isDoubtful(work, date.event) ? doubt : date.value.startsWith(old.date.value)) {
        if (!date.value.startsWith(old.date.value))
          differs(path, date.value, old.date.value, old.work, place, others, findings);
        chosen.set(date.event, { date, work });
      } else differs(path, old.date.value, date.value, work, place, others, findings);
    }
  }
  return [...chosen.values()].map(({ date, work }) => ({ ...date, source: work.provenance[0]?.source.name }));
}

/** The preferred list of names; the same names elsewhere add their identifiers and affiliations. */
function contributions(lists: readonly (readonly Contribution[])[]): readonly Contribution[] {
  const [preferred = [], ...rest] = lists.filter((list) => list.length > 0);
  const same = (a: Contribution, b: Contribution) => a.role === b.role && familyKey(a) === familyKey(b);
  return preferred.map((contribution) => {
    const twins = rest.flatMap(
      (list) =>
        list.find((other) => other.position === contribution.position && same(contribution, other)) ?? [],
    );
    const all = [contribution, ...twins];
    return {
      ...contribution,
      identifiers: unionOfIdentifiers(
        [],
        all.flatMap(({ identifiers }) => identifiers),
      ),
      affiliations: all.find(({ affiliations }) => affiliations.length > 0)?.affiliations ?? [],
    };
  });
}

const familyKey = ({ family, literal, nameAsPrinted }: Contribution) =>
  foldTight(family ?? literal ?? nameAsPrinted);

/** The chosen main title, then one of each other role and language; another main title is a translation if its language is another. */
function titles(main: LangText | undefined, all: readonly Title[]): readonly Title[] {
  if (!main) return all;
  const rest = all.flatMap((title): readonly Title[] => {
    if (title.role !== 'main') return [title];
    const translated = title.text.lang && main.lang && title.text.lang !== main.lang;
    return translated ? [{ ...title, role: 'translated' }] : [];
  });
  return uniqueBy(
    [{ role: 'main' as const, text: main }, ...rest],
    ({ role, text }) => `${role}|${text.lang ?? ''}`,
  );
}

/** Typography and an unknown language do not make two values of one. */
function comparable(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'titles' in value && Array.isArray(value.titles))
    return comparable(value.titles[0]);
  if (typeof value === 'object' && value !== null && 'raw' in value) return foldTight(String(value.raw));
  if (typeof value === 'object' && value !== null && 'value' in value)
    return foldTight(plainText(value as LangText));
  return foldTight(typeof value === 'string' ? value : JSON.stringify(value ?? ''));
}

function show(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'titles' in value && Array.isArray(value.titles))
    return show(value.titles[0]);
  if (typeof value === 'object' && value !== null && 'raw' in value) return String(value.raw);
  if (typeof value === 'object' && value !== null && 'value' in value) return String(value.value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
