import type { Draft, DraftContribution, DraftIdentifier, DraftLicence } from '../base/draft.ts';
import type {
  ContainerType,
  DateEvent,
  Issn,
  LangText,
  Link,
  Reference,
  Relation,
  Subject,
  Title,
  Unmapped,
} from '../base/work.ts';
import type { Meta } from './html-page.ts';

/** A draft without its place: what one vocabulary of a page says of a work. */
export type Layer = Omit<Draft, 'origin'>;

/** What the `meta`s of one vocabulary have said so far. It lives while they are read. */
export class Said {
  readonly source: string;
  type: Draft['type'];
  readonly titles: Title[] = [];
  readonly abstracts: LangText[] = [];
  readonly people: Person[] = [];
  readonly dates: { event: DateEvent; words: string }[] = [];
  readonly hosts: { type: ContainerType; title: LangText }[] = [];
  readonly conferences: LangText[] = [];
  readonly shortTitles: string[] = [];
  readonly issn: Issn[] = [];
  readonly isbn: string[] = [];
  readonly place = new Map<Place, string>();
  readonly sections: LangText[] = [];
  readonly publishers: string[] = [];
  readonly identifiers: DraftIdentifier[] = [];
  readonly links: Link[] = [];
  readonly languages: string[] = [];
  readonly subjects: Subject[] = [];
  readonly licences: DraftLicence[] = [];
  access: Draft['access'];
  status: string | undefined;
  readonly relations: Relation[] = [];
  readonly references: Reference[] = [];
  readonly citations: LangText[] = [];
  readonly kept: Unmapped[] = [];

  constructor(source: string) {
    this.source = source;
  }

  keep({ name, content }: Pick<Meta, 'name' | 'content'>, part = ''): void {
    this.kept.push({ source: this.source, path: `meta.${name}${part}`, value: content });
  }

  /** As a draft; empty when nothing was said. */
  layer(): Layer {
    const container = this.container();
    const [publisher, ...publishers] = this.publishers;
    for (const content of publishers) if (content !== publisher) this.keep({ name: 'publisher', content });
    const [citation] = this.citations;
    return {
      type: this.type,
      titles: this.titles,
      abstracts: this.abstracts,
      contributions: this.people,
      dates: this.dates,
      container,
      position: this.position(),
      event: this.conferences[0] && { name: this.conferences[0] },
      publisher: publisher === undefined ? undefined : { name: publisher },
      identifiers: [
        ...this.identifiers,
        ...(isBook(container?.type) ? [] : this.isbn.map((value) => ({ scheme: 'isbn', value }))),
      ],
      links: this.links,
      languages: this.languages,
      subjects: this.subjects,
      access: this.access,
      licences: this.licences,
      relations: this.relations,
      references: this.references,
      status: this.status,
      citationText: citation,
      unmapped: this.kept,
    };
  }

  container(): Draft['container'] {
    const [conference, ...conferences] = this.conferences;
    for (const { value: content } of conferences) this.keep({ name: 'conference', content });
    // A conference that is named as such is no book, though its name may stand where a title does.
    const isEvent = ({ type, title }: (typeof this.hosts)[number]) =>
      type === 'proceedings' && title.value === conference?.value;
    const [host, ...others] = this.hosts.filter((each) => !isEvent(each));
    const series = others.find(({ type }) => type === 'series');
    for (const other of others) {
      const isAgain = other.title.value === host?.title.value || other === series;
      if (!isAgain) this.keep({ name: other.type, content: other.title.value });
    }
    if (!host && this.issn.length + this.shortTitles.length === 0) return undefined;
    const type = host?.type ?? 'journal';
    return {
      type,
      titles: host ? [host.title] : [],
      shortTitles: [...new Set(this.shortTitles)].filter((title) => title !== host?.title.value),
      issn: [...new Map(this.issn.map((each) => [each.value, each])).values()],
      isbn: isBook(type) ? [...new Set(this.isbn)] : [],
      ...(series ? { series: { title: series.title } } : {}),
    };
  }

  position(): Draft['position'] {
    const [start, end] = [this.place.get('first'), this.place.get('last')];
    const range =
      start === undefined || end === undefined || start === end ? (start ?? end) : `${start}-${end}`;
    const found = {
      volume: this.place.get('volume'),
      issue: this.place.get('issue'),
      pages: this.place.get('pages') ?? range,
      articleNumber: this.place.get('article'),
      section: this.sections[0],
    };
    return Object.values(found).some((value) => value !== undefined) ? found : undefined;
  }
}

const isBook = (type: ContainerType | undefined) => type === 'book' || type === 'proceedings';

/** A person whom the next `meta`s may say more of. */
export type Person = { -readonly [Key in keyof DraftContribution]: DraftContribution[Key] };
export type Place = 'volume' | 'issue' | 'first' | 'last' | 'pages' | 'article';
