import { codeList } from '../base/code-list.ts';
import { precision, yearOf } from '../base/edtf.ts';
import type { Carrying } from '../base/losses.ts';
import { plainText } from '../base/plain-text.ts';
import { nameOf } from '../base/values.ts';
import {
  type Container,
  type Contribution,
  dateOf,
  type LangText,
  type Role,
  type Work,
} from '../base/work.ts';
import { latexOf, verbatimOf } from './bibtex-latex.ts';
import { bibtexName } from './bibtex-names.ts';
import type { Writer } from './writer.ts';

const types = codeList('types');
const statuses = codeList('status');

/** A field and its value as it stands between its braces. */
type Line = readonly [name: string, value: string | undefined];

/**
 * An entry of BibTeX in UTF-8, with the fields of BibLaTeX (manual, sections 2.1 and 2.2) that older styles pass over;
 * the year is said twice, for BibTeX and for BibLaTeX. What has no value has no field.
 */
export function bibtexEntry(work: Work & { readonly id: string }): string {
  const type = types.write('bibtex', work.type) ?? 'misc';
  const lines = [
    ...titleLines(work),
    ...peopleLines(work),
    ...dateLines(work),
    ...containerLines(work, type),
    ...placeLines(work, type),
    ...identifierLines(work),
    ...textLines(work),
  ];
  const fields = lines.flatMap(([name, value]) => (value ? [`,\n  ${name} = {${value}}`] : []));
  return `@${type}{${keyOf(work.id)}${fields.join('')}\n}\n`;
}

/** The last part of the local id, without what a key cannot hold. */
function keyOf(id: string): string {
  return id.replace(/^work\//, '').replace(/[^A-Za-z0-9:._/+-]+/g, '-');
}

function titleLines({ titles }: Work): readonly Line[] {
  const first = (role: Work['titles'][number]['role']) => titles.find((title) => title.role === role)?.text;
  return [
    ['title', latexOf(first('main'))],
    ['subtitle', latexOf(first('subtitle'))],
    ['shorttitle', latexOf(first('short'))],
  ];
}

/** The fields of people, in the order in which BibLaTeX lists them. */
const peopleFields: readonly (readonly [role: Role, field: string])[] = [
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['illustrator', 'illustrator'],
  ['supervisor', 'supervisor'],
];

function peopleLines({ contributions }: Work): readonly Line[] {
  return peopleFields.flatMap(([role, field]): readonly Line[] => {
    const people = contributions.filter((one) => one.role === role);
    if (people.length === 0) return [];
    return [
      [field, people.map(bibtexName).join(' and ')],
      [`${field}+an:orcid`, orcids(people)],
    ];
  });
}

/** Annotations of names (manual, section 3.7): `1="0000-0002-4751-4637"`. */
function orcids(people: readonly Contribution[]): string | undefined {
  const known = people.flatMap(({ identifiers }, index) => {
    const orcid = identifiers.find(({ scheme, iri }) => scheme === 'orcid' && iri);
    return orcid ? [`${index + 1}="${orcid.value}"`] : [];
  });
  return known.length === 0 ? undefined : known.join('; ');
}

function dateLines(work: Work): readonly Line[] {
  const date = dateOf(work, 'published');
  const known = date && precision(date);
  const year = date && known !== undefined && known !== 'other' ? yearOf(date) : undefined;
  return [
    ['date', date],
    ['year', year],
    ['origdate', dateOf(work, 'written')],
    ['pubstate', work.status === 'published' ? undefined : statuses.write('bibtex', work.status)],
  ];
}

/** Entries that are whole books: what holds one is the set that it is a volume of. */
const wholes: ReadonlySet<string> = new Set(['book', 'collection', 'proceedings', 'reference', 'mvbook']);

const isPeriodical = ({ type }: Container) =>
  type === 'journal' || type === 'magazine' || type === 'newspaper';

function containerLines({ container, position }: Work, entry: string): readonly Line[] {
  if (!container) return [];
  const [title] = container.titles;
  // BibLaTeX reads `journal` too, and older styles read nothing else.
  const whole = wholes.has(entry) ? 'maintitle' : 'booktitle';
  const name = container.type === 'series' ? 'series' : isPeriodical(container) ? 'journal' : whole;
  // A journal has no series but a number of its own.
  const series = isPeriodical(container) ? undefined : container.series;
  return [
    [name, latexOf(title)],
    ['shortjournal', isPeriodical(container) ? plainLatex(container.shortTitles[0]) : undefined],
    [
      'bookauthor',
      container.editors.length > 0 ? container.editors.map(bibtexName).join(' and ') : undefined,
    ],
    ['series', latexOf(series?.title)],
    [
      'number',
      plainLatex(series ? series.number : container.type === 'series' ? undefined : position?.issue),
    ],
    ['issue', series ? plainLatex(position?.issue) : undefined],
    ['issn', container.issn.map(({ value }) => value).join(', ')],
    ['isbn', container.isbn.join(', ')],
  ];
}

function placeLines({ position, publisher, event, type }: Work, entry: string): readonly Line[] {
  const house = type === 'thesis' || entry === 'report' ? 'institution' : 'publisher';
  return [
    ['volume', plainLatex(position?.volume)],
    ['issuetitle', latexOf(position?.issueTitle)],
    ['pages', plainLatex(position?.pages?.raw)],
    ['eid', plainLatex(position?.articleNumber)],
    [house, plainLatex(publisher?.name)],
    ['location', publisher ? plainLatex(publisher.place) : undefined],
    ['eventtitle', latexOf(event?.name)],
    ['venue', event ? plainLatex(event.place) : undefined],
    ['eventdate', event && [event.start, event.end].filter(Boolean).join('/')],
  ];
}

/** The page of the work, else its file. */
function addressOf({ links }: Work): string | undefined {
  const first = (wanted: string) => links.find(({ role }) => role === wanted)?.url;
  return first('landing') ?? first('fulltext');
}

/** Schemes that have a field of their own. */
const schemeFields: readonly (readonly [scheme: string, field: string])[] = [
  ['doi', 'doi'],
  ['hal', 'hal_id'],
  ['pmid', 'pmid'],
  ['pmcid', 'pmcid'],
  ['nnt', 'nnt'],
];

function identifierLines(work: Work): readonly Line[] {
  const first = (scheme: string) => work.identifiers.find((each) => each.scheme === scheme)?.value;
  const arxiv = first('arxiv');
  return [
    ...schemeFields.map(([scheme, field]): Line => [field, verbatimOf(first(scheme))]),
    ['eprint', verbatimOf(arxiv)],
    ['eprinttype', arxiv && 'arxiv'],
    ['isbn', work.container?.isbn.length ? undefined : verbatimOf(first('isbn'))],
    ['url', verbatimOf(addressOf(work))],
    ['license', verbatimOf(work.licences.find(({ iri }) => iri)?.iri)],
  ];
}

function textLines({ abstracts, subjects, languages, notes }: Work): readonly Line[] {
  return [
    ['langid', languages.length === 1 ? languages[0] : undefined],
    ['keywords', subjects.map(({ text }) => keyword(text)).join(', ')],
    ['abstract', latexOf(abstracts[0])],
    ['note', latexOf(notes[0])],
  ];
}

/** L1: a comma inside a keyword is held in braces. */
function keyword(text: LangText): string {
  const latex = plainLatex(plainText(text)) ?? '';
  return /[,;]/.test(latex) ? `{${latex}}` : latex;
}

const plainLatex = (value: string | undefined) => (value === undefined ? undefined : latexOf({ value }));

const carries: Carrying = {
  type: (value) => types.read('bibtex', types.write('bibtex', value) ?? '') === value,
  'titles.main': true,
  'titles.subtitle': (_, index) => index === 0,
  'titles.short': (_, index) => index === 0,
  markup: (_, index) => index === 0,
  // A line end that parts no paragraphs is a space to TeX.
  abstracts: (value, index) => index === 0 && !/(?<!\n)\n(?!\n)/.test(value),
  contributions: (_, index, { contributions }) => isListed(contributions[index]?.role),
  'contributions.role': (value) => isListed(value.slice(value.lastIndexOf(' ') + 1) as Role),
  'contributions.kind': (_, index, { contributions }) =>
    isListed(contributions.filter(({ kind }) => kind !== 'unknown')[index]?.role),
  'contributions.parts': (_, index, { contributions }) =>
    isListed(contributions.filter(({ family }) => family)[index]?.role),
  'contributions.identifiers': (value, _, work) =>
    /: orcid \S+$/.test(value) && isOfListed(value.slice(0, value.lastIndexOf(': orcid')), work),
  'dates.published': true,
  'dates.written': true,
  'container.type': true,
  'container.titles': (_, index) => index === 0,
  'container.shortTitles': (_, index, { container }) => index === 0 && !!container && isPeriodical(container),
  'container.issn': true,
  'container.isbn': true,
  'container.editors': true,
  'container.series': (_, __, { container }) => !!container && !isPeriodical(container),
  'container.series.number': (_, __, { container }) => !!container && !isPeriodical(container),
  'position.volume': true,
  'position.issue': (_, __, { container }) => container !== undefined,
  'position.issueTitle': true,
  'position.pages': true,
  'position.articleNumber': true,
  'event.name': true,
  'event.start': true,
  'event.end': true,
  'event.place': true,
  'publisher.name': true,
  'publisher.place': true,
  identifiers: isFirstOfScheme,
  links: (value, _, work) => value === addressOf(work),
  'links.mediaType': (value, _, work) =>
    /\.pdf application\/pdf$/i.test(value) && value.startsWith(`${addressOf(work)} `),
  languages: (_, __, { languages }) => languages.length === 1,
  subjects: true,
  licences: (value, index) => index === 0 && value.startsWith('http'),
  status: true,
  notes: (_, index) => index === 0,
};

function isListed(role: Role | undefined): boolean {
  return peopleFields.some(([known]) => known === role);
}

function isOfListed(name: string, { contributions }: Work): boolean {
  return contributions.some((one) => isListed(one.role) && nameOf(one) === name);
}

const ownField = /^(?:doi|hal|pmid|pmcid|nnt|arxiv|isbn) /;

/** A field holds one identifier of its scheme. */
function isFirstOfScheme(value: string, _index: number, { identifiers }: Work): boolean {
  const scheme = value.slice(0, value.indexOf(' '));
  const first = identifiers.find((each) => each.scheme === scheme);
  return ownField.test(value) && first !== undefined && value === `${scheme} ${first.value}`;
}

/** BibTeX and BibLaTeX in UTF-8, an entry a work. */
export const bibtex: Writer = {
  name: 'bibtex',
  aliases: ['bib', 'biblatex'],
  title: { fr: 'BibTeX et BibLaTeX', en: 'BibTeX and BibLaTeX' },
  mediaType: 'application/x-bibtex',
  extension: '.bib',
  takes: 'works',
  carries,
  lines: false,
  open: async () => ({
    head: '',
    one: ({ work, iri }) => {
      if (!work) throw new Error(`not a work: ${iri}`);
      return bibtexEntry(work);
    },
    between: '\n',
    tail: '',
  }),
};
