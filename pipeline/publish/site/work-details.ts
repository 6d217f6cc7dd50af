import { codeList } from '../../base/code-list.ts';
import { type FieldName, fields } from '../../base/values.ts';
import type { Language } from '../../base/words.ts';
import type { IdentifiedWork } from '../../base/work.ts';
import { time } from './date-words.ts';
import { type Html, html, joined, type Piece } from './html.ts';
import type { LinkFrom } from './layout.ts';
import { identifierLink, nameLink } from './people.ts';
import { inline, langOf } from './text.ts';

/** One line of the full record. */
interface Detail {
  readonly label: string;
  readonly values: readonly Piece[];
}

/** Every value of a work that the rest of its page does not show, each under the name of its kind. */
export function workDetails(work: IdentifiedWork, link: LinkFrom, language: Language): Html {
  const details = detailsOf(work, link, language).filter(({ values }) => values.length > 0);
  return html`<dl class="details">
${details.map(
  ({ label, values }) => html`<div>
<dt>${label}</dt>
${values.map((value) => html`<dd>${value}</dd>\n`)}</div>
`,
)}</dl>
`;
}

function detailsOf(work: IdentifiedWork, link: LinkFrom, language: Language): readonly Detail[] {
  const row = (name: FieldName, values: readonly Piece[]): Detail => ({
    label: labels.get(name)?.[language] ?? name,
    values,
  });
  const { container, position } = work;
  return [
    row('type', [
      html`<a href="${link(`type/${work.type}`)}">${codeList('types').write(language, work.type) ?? work.type}</a>`,
    ]),
    ...work.dates.map(({ event, value }) => row(`dates.${event}`, [time(value, language)])),
    row(
      'container.titles',
      (container?.titles ?? []).map(
        (title) =>
          html`<a href="${link(container?.id ?? '')}"${langOf(title, language)}>${inline(title)}</a>`,
      ),
    ),
    row('container.shortTitles', container?.shortTitles ?? []),
    row(
      'container.issn',
      (container?.issn ?? []).map(
        ({ value, medium }) => html`${value}${medium && html` (${mediumWords[language][medium]})`}`,
      ),
    ),
    row('container.isbn', container?.isbn ?? []),
    row(
      'container.editors',
      (container?.editors ?? []).map((one) => nameLink(one, link)),
    ),
    row('container.series', container?.series ? [inline(container.series.title)] : []),
    row('container.series.number', some(container?.series?.number)),
    row('container.identifiers', (container?.identifiers ?? []).map(identifierLink)),
    row('container.url', some(container?.url).map(webLink)),
    row('position.volume', some(position?.volume)),
    row('position.issue', some(position?.issue)),
    row('position.issueTitle', position?.issueTitle ? [inline(position.issueTitle)] : []),
    row('position.pages', some(position?.pages?.raw)),
    row('position.articleNumber', some(position?.articleNumber)),
    row('position.section', position?.section ? [inline(position.section)] : []),
    ...eventRows(work, language, row),
    row('publisher.name', work.publisher ? [publisherOf(work.publisher, link)] : []),
    row('publisher.ids', (work.publisher?.ids ?? []).map(identifierLink)),
    row('identifiers', work.identifiers.map(identifierLink)),
    row(
      'languages',
      work.languages.map((tag) => languageName(tag, language)),
    ),
    row(
      'subjects',
      work.subjects.map(({ id, text }) => {
        const words = html`<span${langOf(text, language)}>${inline(text)}</span>`;
        return id === undefined
          ? words
          : html`<a href="${link(id)}"${langOf(text, language)}>${inline(text)}</a>`;
      }),
    ),
    row(
      'access.status',
      work.access && work.access.status !== 'unknown'
        ? some(codeList('access').write(language, work.access.status))
        : [],
    ),
    row(
      'access.embargoUntil',
      some(work.access?.embargoUntil).map((date) => time(date, language)),
    ),
    row(
      'licences',
      work.licences.map(({ iri, text }) =>
        iri === undefined
          ? html`${text && inline(text)}`
          : html`<a rel="license" href="${iri}">${licenceName(iri, language)}</a>`,
      ),
    ),
    row(
      'status',
      work.status === 'published' ? [] : some(codeList('status').write(language, work.status) ?? work.status),
    ),
    row(
      'notes',
      work.notes.map((note) => html`<span${langOf(note, language)}>${inline(note)}</span>`),
    ),
    ...others.map(({ name, of }) => row(name, of(work))),
  ];
}

/** Said elsewhere on the page, or in the lines above. */
// biome-ignore format: a list
const shown: ReadonlySet<FieldName> = new Set<FieldName>([
  'type', 'titles.main', 'titles.subtitle', 'titles.short', 'titles.translated', 'titles.alternative', 'titles.lang', 'markup',
  'abstracts', 'abstracts.lang', 'contributions', 'contributions.role', 'contributions.marcRelator', 'contributions.kind',
  'contributions.parts', 'contributions.identifiers', 'contributions.affiliations', 'contributions.affiliations.ids',
  'contributions.affiliations.country', 'dates.published', 'dates.publishedPrint', 'dates.publishedOnline', 'dates.accepted',
  'dates.submitted', 'dates.written', 'dates.defended', 'dates.deposited', 'dates.modified', 'dates.copyright', 'dates.withdrawn',
  'dates.available', 'container.type', 'container.titles', 'container.titles.lang', 'container.shortTitles', 'container.issn', 'container.issn.medium',
  'container.isbn', 'container.editors', 'container.series', 'container.series.number', 'container.identifiers', 'container.url',
  'position.volume', 'position.issue', 'position.issueTitle', 'position.pages', 'position.articleNumber', 'position.section',
  'event.name', 'event.acronym', 'event.start', 'event.end', 'event.place', 'event.country', 'publisher.name', 'publisher.place',
  'publisher.ids', 'identifiers', 'links', 'links.role', 'links.mediaType', 'links.version', 'links.access', 'links.licence',
  'links.from', 'links.bytes', 'languages', 'subjects', 'subjects.lang', 'access.status', 'access.embargoUntil', 'licences',
  'relations', 'references', 'references.citation', 'notes', 'citationText',
]);

const labels = new Map(fields.map(({ name, label }) => [name, label]));
const others = fields.filter(({ name }) => !shown.has(name));

const mediumWords = {
  fr: { print: 'imprimé', electronic: 'électronique', linking: 'ISSN-L' },
  en: { print: 'print', electronic: 'electronic', linking: 'ISSN-L' },
} as const;

function eventRows(
  { event }: IdentifiedWork,
  language: Language,
  row: (name: FieldName, values: readonly Piece[]) => Detail,
): readonly Detail[] {
  if (!event) return [];
  const dates = [event.start, event.end].filter((date) => date !== undefined);
  const place = [event.place, event.country].filter(Boolean).join(', ');
  return [
    row('event.name', [html`${inline(event.name)}${event.acronym && html` (${event.acronym})`}`]),
    row(
      'event.start',
      dates.length > 0
        ? [
            joined(
              dates.map((date) => time(date, language)),
              ' – ',
            ),
          ]
        : [],
    ),
    row('event.place', place === '' ? [] : [place]),
  ];
}

function publisherOf({ org, name, place }: NonNullable<IdentifiedWork['publisher']>, link: LinkFrom): Html {
  const words = org === undefined ? html`${name}` : html`<a href="${link(org)}">${name}</a>`;
  return html`${words}${place && html`, ${place}`}`;
}

/** The name of a language in words; its tag where the list has none. */
export function languageName(tag: string, language: Language): string {
  return codeList('languages').write(language, tag.split('-')[0] ?? tag) ?? tag;
}

/** A licence by the name that people know. */
export function licenceName(iri: string, language: Language): string {
  const term = codeList('licences').read('hal', iri) ?? iri;
  return codeList('licences').write(language, term) ?? codeList('licences').write('spdx', term) ?? iri;
}

function webLink(url: string): Html {
  return html`<a href="${url}">${url}</a>`;
}

function some(value: string | undefined): readonly string[] {
  return value ? [value] : [];
}
