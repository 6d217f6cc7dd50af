import { codeList } from '../base/code-list.ts';
import type { Draft, DraftContainer, DraftLicence, DraftPosition } from '../base/draft.ts';
import { finding, type Reviewed } from '../base/finding.ts';
import { isIri } from '../base/iri.ts';
import {
  type Container,
  type LangText,
  type Licence,
  type Link,
  type Position,
  type Work,
  type WorkDate,
  type WorkStatus,
  type WorkType,
  workTypes,
} from '../base/work.ts';
import { contributions } from './contribution.ts';
import { isDoubtful, type TidyDate, tidyDate } from './date.ts';
import { tidyIssn } from './identifier.ts';
import { tidyLanguage } from './language.ts';
import { tidyLicence } from './licence.ts';
import { tidyNumber, tidyPages } from './pages.ts';
import { identifiers, keep, note, type Passage, passage, placeOf, plain, text } from './passage.ts';
import { provenance } from './provenance.ts';
import { published } from './published.ts';

/** What the source said → what we understand. Every change is a finding or an assertion, and nothing is dropped. */
export function tidy(draft: Draft): Reviewed<Work> {
  const on = passage(draft);
  const dated = (draft.dates ?? []).map(({ words }) => tidyDate(words));
  const work = {
    id: draft.id,
    type: workType(on),
    titles: (draft.titles ?? [])
      .map(({ role, text: words }) => ({ role, text: text(on, words) }))
      .filter((title) => title.text.value !== ''),
    abstracts: texts(on, draft.abstracts),
    contributions: contributions(on, draft.contributions),
    dates: dates(on, dated),
    container: draft.container && container(on, draft.container),
    position: draft.position && position(on, draft.position),
    event: draft.event && { ...draft.event, name: text(on, draft.event.name) },
    publisher: draft.publisher && {
      name: plain(on, draft.publisher.name),
      place: draft.publisher.place,
      ids: identifiers(on, draft.publisher.ids, 'publisher'),
    },
    identifiers: identifiers(on, draft.identifiers, 'identifiers'),
    links: (draft.links ?? []).flatMap((each) => link(on, each)),
    languages: languages(on),
    subjects: (draft.subjects ?? [])
      .map((subject) => ({ ...subject, text: text(on, subject.text) }))
      .filter((subject) => subject.text.value !== ''),
    access: draft.access && {
      status: draft.access.status,
      embargoUntil: plainDate(on, draft.access.embargoUntil, 'access.embargoUntil'),
    },
    licences: (draft.licences ?? []).map((each) => licence(on, each)),
    funding: (draft.funding ?? []).map((grant) =>
      grant.title ? { ...grant, title: text(on, grant.title) } : grant,
    ),
    relations: draft.relations ?? [],
    references: draft.references ?? [],
    status: status(draft, dated),
    review: draft.review,
    notes: texts(on, draft.notes),
    citationText: draft.citationText && text(on, draft.citationText),
    provenance: draft.provenance ?? [],
    unmapped: on.unmapped,
  } satisfies Work;

  for (const { rule, values, field, line } of draft.remarks ?? []) {
    on.findings.push(finding(rule, { file: draft.origin.file, line }, values, field));
  }
  if (on.controls > 0) note(on, 'control-characters', { count: on.controls });
  // In place, for a copy of so wide an object costs more than all the rest here; `work` is ours alone.
  if (work.provenance.length === 0) work.provenance = provenance(on, work);
  return {
    thing: work,
    place: placeOf(draft),
    findings: on.findings,
  };
}

/** Texts that say something: one of tags alone says nothing. */
function texts(on: Passage, drafts: readonly LangText[] | undefined): readonly LangText[] {
  return (drafts ?? []).map((each) => text(on, each)).filter(({ value }) => value !== '');
}

function workType(on: Passage): WorkType {
  const { type } = on.draft;
  if (!type) return 'other';
  const known = codeList('types').read(type.list, type.code);
  if (known && isWorkType(known)) return known;
  note(on, 'type-unknown', { value: type.code }, 'type');
  keep(on, 'type', type.code);
  return 'other';
}

const isWorkType = (word: string): word is WorkType => workTypes.some((type) => type === word);

/** The status said; else `inPress` when the date was `à paraître` (D6). */
function status({ status: said }: Draft, dated: readonly (TidyDate | undefined)[]): WorkStatus {
  const known = said === undefined ? undefined : codeList('status').read('work', said);
  if (known) return known as WorkStatus;
  return dated.some((date) => date?.status === 'inPress') ? 'inPress' : 'published';
}

function dates(on: Passage, dated: readonly (TidyDate | undefined)[]): readonly WorkDate[] {
  const said = (on.draft.dates ?? []).flatMap(({ event, words }, index): readonly WorkDate[] => {
    const path = `dates.${event}`;
    const understood = dated[index];
    if (!understood) note(on, 'date-not-understood', { value: words }, path);
    if (understood?.value === undefined) {
      keep(on, path, words);
      return [];
    }
    const { value, rule } = understood;
    const doubtful = isDoubtful(value, on.draft.origin.source.system, event);
    if (doubtful) note(on, 'date-doubtful', { value }, path);
    if (doubtful || value !== words)
      on.changed.set(path, { rule, confidence: doubtful ? 'doubtful' : 'normalised' });
    return [{ event, value }];
  });
  const all = published(said);
  const simply = said.find(({ event }) => event === 'published')?.value;
  const chosen = all.find(({ event }) => event === 'published')?.value;
  if (simply !== undefined && chosen !== undefined && !chosen.startsWith(simply))
    keep(on, 'dates.published', simply);
  return all;
}

function plainDate(on: Passage, words: string | undefined, path: string): string | undefined {
  if (words === undefined) return undefined;
  const value = tidyDate(words)?.value;
  if (value !== undefined) return value;
  note(on, 'date-not-understood', { value: words }, path);
  keep(on, path, words);
  return undefined;
}

function container(on: Passage, draft: DraftContainer): Container {
  return {
    type: draft.type,
    titles: texts(on, draft.titles),
    shortTitles: draft.shortTitles ?? [],
    issn: (draft.issn ?? []).flatMap((each) => issn(on, each)),
    isbn: draft.isbn ?? [],
    editors: contributions(on, draft.editors),
    series: draft.series && { ...draft.series, title: text(on, draft.series.title) },
    identifiers: identifiers(on, draft.identifiers, 'container'),
    url: draft.url,
  };
}

function issn(on: Passage, draft: Container['issn'][number]): Container['issn'] {
  const { value, valid } = tidyIssn(draft.value);
  if (valid) return [{ ...draft, value }];
  note(on, 'identifier-invalid', { scheme: 'ISSN', value: draft.value }, 'container.issn');
  keep(on, 'container.issn', draft.value);
  return [];
}

function position(on: Passage, draft: DraftPosition): Position {
  const pages = draft.pages === undefined ? undefined : tidyPages(draft.pages);
  if (pages && !pages.plain) note(on, 'pages-not-a-range', { value: draft.pages ?? '' }, 'position.pages');
  if (pages && pages.pages?.raw !== draft.pages)
    on.changed.set('position.pages', { rule: pages.rule, confidence: 'normalised' });
  return {
    volume: number(on, draft.volume, 'position.volume'),
    issue: number(on, draft.issue, 'position.issue'),
    issueTitle: draft.issueTitle && text(on, draft.issueTitle),
    pages: pages?.pages,
    articleNumber: draft.articleNumber ?? pages?.articleNumber,
    section: draft.section && text(on, draft.section),
  };
}

function number(on: Passage, words: string | undefined, path: string): string | undefined {
  if (words === undefined) return undefined;
  const value = tidyNumber(words);
  if (value !== words) on.changed.set(path, { rule: 'P2', confidence: 'normalised' });
  return value;
}

function link(on: Passage, draft: Link): readonly Link[] {
  const url = draft.url.trim().replace(/[ [\]{}|^`"<>\\]|%(?![0-9a-f]{2})/gi, encodeURIComponent);
  if (isIri(url)) return [{ ...draft, url }];
  note(on, 'address-invalid', { value: draft.url }, 'links');
  keep(on, 'links', draft);
  return [];
}

function languages(on: Passage): readonly string[] {
  const known = (on.draft.languages ?? []).flatMap((words) => {
    const tag = tidyLanguage(words);
    if (tag) return [tag];
    note(on, 'language-unknown', { value: words }, 'languages');
    keep(on, 'languages', words);
    return [];
  });
  return [...new Set(known)];
}

function licence(on: Passage, draft: DraftLicence): Licence {
  const { licence: tidied, versioned } = tidyLicence(draft);
  if (tidied.iri && !versioned) note(on, 'licence-unversioned', { value: draft.words }, 'licences');
  if (draft.from !== undefined && tidied.from === undefined) {
    note(on, 'date-not-understood', { value: draft.from }, 'licences');
    keep(on, 'licences.from', draft.from);
  }
  return tidied;
}
