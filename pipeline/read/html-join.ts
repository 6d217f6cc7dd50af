import { codeList } from '../base/code-list.ts';
import type { Draft, DraftContainer } from '../base/draft.ts';
import { fold } from '../base/fold.ts';
import type { LangText, Link, Subject, Title, Unmapped } from '../base/work.ts';
import { joinPeople } from './html-join-people.ts';
import type { NamedLayer } from './html-metas.ts';
import type { Layer } from './html-said.ts';
import { isFinerDate } from './html-sayings.ts';
import { once } from './schema-identifiers.ts';

/**
 * What several vocabularies of a page say of one work, put together in the order of trust: what is said twice is said
 * once, what a later one adds is added, and what it contradicts is kept.
 */
export function joined(layers: readonly NamedLayer[], source: string): Layer {
  const [first, ...others] = layers;
  if (!first) return {};
  return others.reduce<Layer>((one, two) => both(one, two, source), first.of);
}

/** Keeps what a layer says otherwise. */
type Keep = (field: string, value: unknown) => void;

function both(one: Layer, { name, of: two }: NamedLayer, source: string): Layer {
  const kept: Unmapped[] = [];
  const keep: Keep = (field, value) => {
    if (value !== undefined) kept.push({ source, path: `${name}.${field}`, value });
  };
  return {
    type: typeOf(one.type, two.type, keep),
    titles: titles(one.titles ?? [], two.titles ?? [], keep),
    abstracts: texts(one.abstracts ?? [], two.abstracts ?? [], (value) => keep('abstract', value)),
    contributions: joinPeople(one.contributions ?? [], two.contributions ?? [], keep),
    dates: dates(one.dates ?? [], two.dates ?? [], keep),
    container: container(one.container, two.container, keep),
    position: position(one.position, two.position, keep),
    event: one.event ?? two.event,
    publisher: publisher(one.publisher, two.publisher, keep),
    identifiers: once([...(one.identifiers ?? []), ...(two.identifiers ?? [])]),
    links: links(one.links ?? [], two.links ?? []),
    languages: languages(one.languages ?? [], two.languages ?? [], keep),
    subjects: subjects(one.subjects ?? [], two.subjects ?? []),
    access: chosen('access', one.access, two.access, keep),
    licences: distinct([...(one.licences ?? []), ...(two.licences ?? [])], ({ words }) =>
      words.replace(/^https?:|\/$/g, ''),
    ),
    funding: distinct([...(one.funding ?? []), ...(two.funding ?? [])], (each) => JSON.stringify(each)),
    relations: distinct([...(one.relations ?? []), ...(two.relations ?? [])], (each) => JSON.stringify(each)),
    references: distinct(
      [...(one.references ?? []), ...(two.references ?? [])],
      ({ id, citation }) => id ?? citation ?? '',
    ),
    status: chosen('status', one.status, two.status, keep),
    notes: distinct([...(one.notes ?? []), ...(two.notes ?? [])], ({ value }) => fold(value)),
    citationText: one.citationText ?? two.citationText,
    unmapped: [...(one.unmapped ?? []), ...kept, ...(two.unmapped ?? [])],
  };
}

/** The first type that is known and says more than `other`. */
function typeOf(one: Draft['type'], two: Draft['type'], keep: Keep): Draft['type'] {
  const [a, b] = [one, two].map((type) => type && codeList('types').read(type.list, type.code));
  // What a work is in, or who made it, hints at what it is; a COAR code says it.
  if (one?.list === 'work' && two?.list === 'coar' && b !== undefined) return two;
  if (!one || ((a === undefined || a === 'other') && b !== undefined && b !== 'other')) {
    if (one && a !== b && a === undefined) keep('type', one.code);
    return two;
  }
  if (two && a !== b && b !== 'other') keep('type', two.code);
  return one;
}

const isSame = (a: string, b: string) => a === b || fold(a) === fold(b);

/** `Titre | Revue` is what a page adds to the title that it is named by. */
const holds = (long: string, short: string) => fold(long).includes(fold(short));

function titles(one: readonly Title[], two: readonly Title[], keep: Keep): readonly Title[] {
  const all = partedAs(two, one);
  for (const title of two) {
    const at = all.findIndex(({ text }) => isSame(text.value, title.text.value));
    const said = all[at];
    const main = all.find(({ role }) => role === 'main');
    if (said) all[at] = { ...said, text: { ...title.text, ...defined(said.text) } };
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
  return [{ role: 'main', text: { ...main.text, ...defined(before.text) } }, ...others];
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

/** Without the keys that say nothing, so that they hide nothing. */
function defined(text: LangText): LangText {
  const { value, lang, markup } = text;
  return { value, ...(lang === undefined ? {} : { lang }), ...(markup === undefined ? {} : { markup }) };
}

/** Texts in other languages are added; the same text, or its beginning, is said once. */
function texts(
  one: readonly LangText[],
  two: readonly LangText[],
  keep: (value: unknown) => void,
): readonly LangText[] {
  const all = [...one];
  for (const text of two) {
    const at = all.findIndex(({ value }) => begins(value, text.value));
    const said = all[at];
    if (said) all[at] = { ...text, ...defined(said), value: said.value };
    else if (all.length === 0 || all.every((each) => isTranslated(each, text))) all.push(text);
    else keep(text.value);
  }
  return all;
}

/** Whether one text says another, which a page may cut short. */
function begins(whole: string, start: string): boolean {
  if (whole === start) return true;
  const [a, b] = [whole, start].map((text) => fold(text.replace(/<[^<>]*>/g, ' ')));
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

function chosen<Value>(
  field: string,
  one: Value | undefined,
  two: Value | undefined,
  keep: Keep,
): Value | undefined {
  if (one !== undefined && two !== undefined && JSON.stringify(one) !== JSON.stringify(two)) keep(field, two);
  return one ?? two;
}

function container(
  one: DraftContainer | undefined,
  two: DraftContainer | undefined,
  keep: Keep,
): DraftContainer | undefined {
  if (!one || !two) return one ?? two;
  // What a site calls itself is no other container than the journal or book that the work is in.
  if (two.type === 'website' && one.type !== 'website') return one;
  const [a, b] = [one.titles ?? [], two.titles ?? []];
  const short = [...(one.shortTitles ?? []), ...(two.shortTitles ?? [])];
  for (const { value } of a.length === 0 ? [] : b) {
    const isSaid = [...a.map((title) => title.value), ...short].some((title) => isSame(title, value));
    if (!isSaid) keep('container', value);
  }
  return {
    ...two,
    ...one,
    titles: a.length > 0 ? a : b,
    shortTitles: distinct(short, (title) => title),
    issn: distinct([...(one.issn ?? []), ...(two.issn ?? [])], ({ value }) => value.replace(/\D/g, '')),
    isbn: distinct([...(one.isbn ?? []), ...(two.isbn ?? [])], (value) => value.replace(/\D/g, '')),
    editors: one.editors?.length ? one.editors : two.editors,
    identifiers: once([...(one.identifiers ?? []), ...(two.identifiers ?? [])]),
    series: seriesOf(one.series, two.series),
    url: one.url ?? two.url,
  };
}

type DraftSeries = DraftContainer['series'];

/** The series that the first names, with its number from either. */
function seriesOf(one: DraftSeries, two: DraftSeries): DraftSeries {
  if (!one || !two || !isSame(one.title.value, two.title.value)) return one ?? two;
  return { ...two, ...one };
}

type DraftPosition = NonNullable<Draft['position']>;

function position(one: Draft['position'], two: Draft['position'], keep: Keep): Draft['position'] {
  if (!one || !two) return one ?? two;
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

function publisher(one: Draft['publisher'], two: Draft['publisher'], keep: Keep): Draft['publisher'] {
  if (!one || !two) return one ?? two;
  if (!isSame(one.name, two.name)) {
    keep('publisher', two.name);
    return one;
  }
  return { ...one, place: one.place ?? two.place, ids: once([...(one.ids ?? []), ...(two.ids ?? [])]) };
}

/** Each address once, with what either says of it; a file is a file even where another vocabulary calls it a page. */
function links(one: readonly Link[], two: readonly Link[]): readonly Link[] {
  const key = ({ url }: Link) => url.replace(/^https?:|\/$/g, '');
  const told = new Map(two.map((link) => [key(link), link]));
  const said = one.map((link): Link => {
    const again = told.get(key(link));
    return again ? { ...again, ...link, mediaType: link.mediaType ?? again.mediaType } : link;
  });
  return distinct([...said, ...two], key);
}

function languages(one: readonly string[], two: readonly string[], keep: Keep): readonly string[] {
  if (one.length === 0) return two;
  // `eng` after `en`, `en_US` after `en`.
  const start = (tag: string) => tag.slice(0, 2).toLowerCase();
  for (const tag of two) if (!one.some((each) => start(each) === start(tag))) keep('language', tag);
  return one;
}

function subjects(one: readonly Subject[], two: readonly Subject[]): readonly Subject[] {
  if (one.length + two.length === 0) return one;
  const [a, b] = [one.map(folded), two.map(folded)];
  const told = new Map(b.map((each) => [each.words, each.of]));
  const known = new Set(a.map(({ words }) => words));
  const said = a.map(({ of, words }) => {
    const again = told.get(words);
    return again
      ? { of: { ...again, ...of, text: { ...again.text, ...defined(of.text) } }, words }
      : { of, words };
  });
  const more = b.filter(({ words }) => !known.has(words));
  // The same word in two languages is said in both.
  return distinct(
    [...said, ...more],
    ({ of: { text, concept }, words }) => concept ?? `${text.lang ?? ''} ${words}`,
  ).map(({ of }) => of);
}

const folded = (of: Subject) => ({ of, words: fold(of.text.value) });

function distinct<Each>(all: readonly Each[], keyOf: (each: Each) => string): readonly Each[] {
  const seen = new Set<string>();
  return all.filter((each) => {
    const key = keyOf(each);
    return !seen.has(key) && seen.add(key);
  });
}
