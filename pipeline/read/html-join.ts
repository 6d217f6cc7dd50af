import { codeList } from '../base/code-list.ts';
import type { Draft, DraftContainer } from '../base/draft.ts';
import type { Every } from '../base/every.ts';
import type { LangText, Link, Subject, Title } from '../base/work.ts';
import { folded } from './html-fold.ts';
import { joinPeople } from './html-join-people.ts';
import { everything, joining, type Keep, value, values } from './html-layers.ts';
import type { NamedLayer } from './html-metas.ts';
import type { Layer } from './html-said.ts';
import { isFinerDate } from './html-sayings.ts';
import { once } from './schema-identifiers.ts';

/**
 * What several vocabularies of a page say of one work, put together in the order of trust: what is said twice is said
 * once, what a later one adds is added, and what it contradicts is kept.
 */
export function joined(named: readonly NamedLayer[], source: string): Layer {
  const [first] = named;
  if (!first || named.length === 1) return first?.of ?? {};
  const all = named.map((layer) => joining(layer, source));
  return {
    type: value(all, ({ type }) => type, typeOf),
    titles: values(all, ({ titles }) => titles, titles),
    abstracts: values(all, ({ abstracts }) => abstracts, texts),
    contributions: values(all, ({ contributions }) => contributions, joinPeople),
    dates: values(all, ({ dates }) => dates, dates),
    container: value(all, ({ container }) => container, container),
    position: value(all, ({ position }) => position, position),
    event: value(all, ({ event }) => event, firstOf),
    publisher: value(all, ({ publisher }) => publisher, publisher),
    identifiers: once(everything(all, ({ identifiers }) => identifiers)),
    links: distinct(
      values(all, ({ links }) => links, links),
      addressKey,
    ),
    languages: values(all, ({ languages }) => languages, languages),
    subjects: distinctSubjects(values(all, ({ subjects }) => subjects, subjects)),
    access: value(all, ({ access }) => access, chosen('access')),
    licences: distinct(
      everything(all, ({ licences }) => licences),
      ({ words }) => withoutDress(words),
    ),
    funding: distinct(
      everything(all, ({ funding }) => funding),
      JSON.stringify,
    ),
    relations: distinct(
      everything(all, ({ relations }) => relations),
      JSON.stringify,
    ),
    references: distinct(
      everything(all, ({ references }) => references),
      ({ id, citation }) => id ?? citation ?? '',
    ),
    status: value(all, ({ status }) => status, chosen('status')),
    notes: distinct(
      everything(all, ({ notes }) => notes),
      ({ value: words }) => folded(words),
    ),
    citationText: value(all, ({ citationText }) => citationText, firstOf),
    // Last, for what each field keeps is among it.
    unmapped: all.flatMap(({ of, kept }) => [...kept, ...(of.unmapped ?? [])]),
  };
}

const firstOf = <Value>(one: Value) => one;

/** The first type that is known and says more than `other`. */
function typeOf(one: DraftType, two: DraftType, keep: Keep): DraftType {
  const [a, b] = [one, two].map((type) => codeList('types').read(type.list, type.code));
  // What a work is in, or who made it, hints at what it is; a COAR code says it.
  if (one.list === 'work' && two.list === 'coar' && b !== undefined) return two;
  if ((a === undefined || a === 'other') && b !== undefined && b !== 'other') {
    if (a === undefined) keep('type', one.code);
    return two;
  }
  if (a !== b && b !== 'other') keep('type', two.code);
  return one;
}

type DraftType = NonNullable<Draft['type']>;

const isSame = (a: string, b: string) => a === b || folded(a) === folded(b);

/** `Titre | Revue` is what a page adds to the title that it is named by. */
const holds = (long: string, short: string) => folded(long).includes(folded(short));

function titles(one: readonly Title[], two: readonly Title[], keep: Keep): readonly Title[] {
  const all = partedAs(two, one);
  for (const title of two) {
    const at = all.findIndex(({ text }) => isSame(text.value, title.text.value));
    const said = all[at];
    const main = all.find(({ role }) => role === 'main');
    if (said) all[at] = { role: said.role, text: both(said.text, title.text) };
    else if (!main || title.role !== 'main') all.push(beside(main, title));
    else if (isTranslated(main.text, title.text)) all.push({ role: 'translated', text: title.text });
    else if (!holds(title.text.value, main.text.value)) keep('title', title.text.value);
  }
  return all;
}

/** Titles of which the main one is in one piece, `T : S`, parted where another vocabulary gives a subtitle of its own. */
function partedAs(parts: readonly Title[], whole: readonly Title[]): Title[] {
  const main = whole.find(({ role }) => role === 'main');
  const [before, subtitle] = (['main', 'subtitle'] as const).map((role) =>
    parts.find((title) => title.role === role),
  );
  const isParted =
    main && before && subtitle && isSame(main.text.value, `${before.text.value} ${subtitle.text.value}`);
  if (!isParted) return [...whole];
  const others = whole.filter((title) => title !== main && !isSame(title.text.value, subtitle.text.value));
  return [{ role: 'main', text: both(before.text, main.text) }, ...others];
}

/** Another title in another language than the main one is a translation of it. */
function beside(main: Title | undefined, title: Title): Title {
  const isOther = title.role === 'alternative' && main !== undefined && isTranslated(main.text, title.text);
  return isOther ? { role: 'translated', text: title.text } : title;
}

const isTranslated = (one: LangText, two: LangText) =>
  one.lang !== undefined &&
  two.lang !== undefined &&
  one.lang.slice(0, 2).toLowerCase() !== two.lang.slice(0, 2).toLowerCase();

/** One text, with what the other says of the same. */
function both(one: LangText, two: LangText): LangText {
  return {
    value: one.value,
    lang: one.lang ?? two.lang,
    markup: one.markup ?? two.markup,
  } satisfies Every<LangText>;
}

/** Texts in other languages are added; the same text, or its beginning, is said once. */
function texts(one: readonly LangText[], two: readonly LangText[], keep: Keep): readonly LangText[] {
  const all = [...one];
  for (const text of two) {
    const at = all.findIndex(({ value }) => begins(value, text.value));
    const said = all[at];
    if (said) all[at] = both(said, text);
    else if (all.length === 0 || all.every((each) => isTranslated(each, text))) all.push(text);
    else keep('abstract', text.value);
  }
  return all;
}

/** Whether one text says another, which a page may cut short. */
function begins(whole: string, start: string): boolean {
  if (whole === start) return true;
  const [a, b] = [whole, start].map((text) => folded(text.replace(/<[^<>]*>/g, ' ')));
  if (a === undefined || b === undefined) return false;
  return a === b || (b.length > 40 && a.startsWith(b)) || (a.length > 40 && b === a.slice(0, b.length));
}

type Dates = NonNullable<Draft['dates']>;

function dates(one: Dates, two: Dates, keep: Keep): Dates {
  const all = [...one];
  for (const date of two) {
    const at = all.findIndex(({ event }) => event === date.event);
    const said = all[at];
    if (!said) all.push(date);
    else if (isFinerDate(date.words, said.words)) all[at] = isDated(said.words, date.words) ? said : date;
    else if (!isFinerDate(said.words, date.words)) keep(`dates.${date.event}`, date.words);
  }
  return all;
}

const isDated = (a: string, b: string) => a.replaceAll('/', '-') === b.replaceAll('/', '-').slice(0, 10);

/** The first value; one that differs is kept. */
function chosen(field: string) {
  return <Value>(one: Value, two: Value, keep: Keep): Value => {
    if (JSON.stringify(one) !== JSON.stringify(two)) keep(field, two);
    return one;
  };
}

function container(one: DraftContainer, two: DraftContainer, keep: Keep): DraftContainer {
  // What a site calls itself is no other container than the journal or book that the work is in.
  if (two.type === 'website' && one.type !== 'website') return one;
  const [a, b] = [one.titles ?? [], two.titles ?? []];
  const short = [...(one.shortTitles ?? []), ...(two.shortTitles ?? [])];
  for (const { value } of a.length === 0 ? [] : b) {
    const isSaid = [...a.map((title) => title.value), ...short].some((title) => isSame(title, value));
    if (!isSaid) keep('container', value);
  }
  return {
    type: one.type,
    titles: a.length > 0 ? a : b,
    shortTitles: distinct(short, (title) => title),
    issn: distinct([...(one.issn ?? []), ...(two.issn ?? [])], ({ value }) => value.replace(/\D/g, '')),
    isbn: distinct([...(one.isbn ?? []), ...(two.isbn ?? [])], (value) => value.replace(/\D/g, '')),
    editors: one.editors?.length ? one.editors : two.editors,
    identifiers: once([...(one.identifiers ?? []), ...(two.identifiers ?? [])]),
    series: seriesOf(one.series, two.series),
    url: one.url ?? two.url,
    // Reconcile gives the part.
  } satisfies Every<Omit<DraftContainer, 'part'>>;
}

type DraftSeries = DraftContainer['series'];

/** The series that the first names, with its number from either. */
function seriesOf(one: DraftSeries, two: DraftSeries): DraftSeries {
  if (!one || !two || !isSame(one.title.value, two.title.value)) return one ?? two;
  return { ...two, ...one };
}

type DraftPosition = NonNullable<Draft['position']>;

function position(one: DraftPosition, two: DraftPosition, keep: Keep): DraftPosition {
  const pick = (key: 'volume' | 'issue' | 'pages' | 'articleNumber') => {
    const [a, b] = [one[key], two[key]];
    if (a === undefined || b === undefined) return a ?? b;
    if (key === 'pages' && pagesIn(b).startsWith(`${pagesIn(a)}-`)) return b;
    if (pagesIn(a) !== pagesIn(b) && !pagesIn(a).startsWith(`${pagesIn(b)}-`)) keep(`position.${key}`, b);
    return a;
  };
  return {
    volume: pick('volume'),
    issue: pick('issue'),
    pages: pick('pages'),
    articleNumber: pick('articleNumber'),
    issueTitle: one.issueTitle ?? two.issueTitle,
    section: sectionOf(one, two, keep),
  };
}

function sectionOf(one: DraftPosition, two: DraftPosition, keep: Keep): LangText | undefined {
  if (one.section && two.section && !isSame(one.section.value, two.section.value))
    keep('section', two.section.value);
  return one.section ?? two.section;
}

const pagesIn = (words: string) =>
  words
    .toLowerCase()
    .replace(/^pp?\.?\s*|\s/g, '')
    .replace(/[\u2010-\u2015-]+/g, '-');

type DraftPublisher = NonNullable<Draft['publisher']>;

function publisher(one: DraftPublisher, two: DraftPublisher, keep: Keep): DraftPublisher {
  if (!isSame(one.name, two.name)) {
    keep('publisher', two.name);
    return one;
  }
  return { ...one, place: one.place ?? two.place, ids: once([...(one.ids ?? []), ...(two.ids ?? [])]) };
}

/** Addresses with what either says of each; a file is a file even where another vocabulary calls it a page. */
function links(one: readonly Link[], two: readonly Link[]): readonly Link[] {
  const told = new Map(two.map((link) => [addressKey(link), link]));
  const said = one.map((link): Link => {
    const again = told.get(addressKey(link));
    return again ? sameLink(link, again) : link;
  });
  return [...said, ...two];
}

/** One address, with what the other says of it. */
const sameLink = (one: Link, two: Link) =>
  ({
    role: one.role,
    url: one.url,
    mediaType: one.mediaType ?? two.mediaType,
    version: one.version ?? two.version,
    access: one.access ?? two.access,
    licence: one.licence ?? two.licence,
    from: one.from ?? two.from,
    bytes: one.bytes ?? two.bytes,
    checksum: one.checksum ?? two.checksum,
  }) satisfies Every<Link>;

const addressKey = ({ url }: Link) => withoutDress(url);

/** An address without what http and https, or a last stroke, make of it. */
const withoutDress = (address: string) => address.replace(/^https?:|\/$/g, '');

function languages(one: readonly string[], two: readonly string[], keep: Keep): readonly string[] {
  if (one.length === 0) return two;
  // `eng` after `en`, `en_US` after `en`.
  const start = (tag: string) => tag.slice(0, 2).toLowerCase();
  for (const tag of two) if (!one.some((each) => start(each) === start(tag))) keep('language', tag);
  return one;
}

function subjects(one: readonly Subject[], two: readonly Subject[]): readonly Subject[] {
  const told = new Map(two.map((subject) => [wordsOf(subject), subject]));
  const known = new Set(one.map(wordsOf));
  const said = one.map((subject): Subject => {
    const again = told.get(wordsOf(subject));
    return again ? { ...again, ...subject, text: both(subject.text, again.text) } : subject;
  });
  return distinctSubjects([...said, ...two.filter((subject) => !known.has(wordsOf(subject)))]);
}

const wordsOf = ({ text }: Subject) => folded(text.value);

/** The same word in two languages is said in both. */
const distinctSubjects = (all: readonly Subject[]) =>
  distinct(all, (subject) => subject.concept ?? `${subject.text.lang ?? ''} ${wordsOf(subject)}`);

function distinct<Each>(all: readonly Each[], keyOf: (each: Each) => string): readonly Each[] {
  const seen = new Set<string>();
  return all.filter((each) => {
    const key = keyOf(each);
    return !seen.has(key) && seen.add(key);
  });
}
