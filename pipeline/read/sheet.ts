import type {
  Draft,
  DraftContribution,
  DraftIdentifier,
  DraftLicence,
  Evidence,
  Origin,
  Remark,
} from '../base/draft.ts';
import { usualContainer } from '../base/usual-container.ts';
import type {
  Access,
  DateEvent,
  Funding,
  Issn,
  LangText,
  Link,
  Reference,
  Relation,
  Review,
  Subject,
  Title,
  Unmapped,
} from '../base/work.ts';
import type { Element } from './xml-tree.ts';

/** What is gathered from one record before it is laid out as a draft; it belongs to that record alone. */
export interface Sheet {
  readonly origin: Origin;
  /** The repository, when it is one whose habits are documented. */
  readonly house?: 'hal' | 'openedition' | undefined;
  type?: Draft['type'];
  /** The model's word for the type. */
  kind?: string | undefined;
  /** The version that the record says its text is of. */
  version?: Link['version'];
  readonly titles: Title[];
  readonly abstracts: LangText[];
  readonly contributions: DraftContribution[];
  readonly dates: { event: DateEvent; words: string }[];
  readonly containerTitles: LangText[];
  readonly shortTitles: string[];
  readonly issn: Issn[];
  readonly isbn: string[];
  readonly position: { volume?: string; issue?: string; pages?: string; issueTitle?: LangText };
  event?: Draft['event'];
  publisher?: string | undefined;
  readonly identifiers: DraftIdentifier[];
  readonly links: Link[];
  readonly languages: string[];
  readonly subjects: Subject[];
  access?: Access | undefined;
  embargoUntil?: string | undefined;
  readonly licences: DraftLicence[];
  readonly funding: Funding[];
  readonly relations: Relation[];
  readonly references: Reference[];
  review?: Review | undefined;
  readonly notes: LangText[];
  citationText?: LangText | undefined;
  /** Citations that were read, of which those stay that say more than the fields do. */
  readonly cited: Citation[];
  readonly evidence: Evidence[];
  readonly remarks: Remark[];
  readonly unmapped: Unmapped[];
  /** Addresses, identifiers and relations seen so far, so that what is said twice is one. */
  readonly seen: Map<string, Set<string>>;
}

/** A citation in prose, and the element that held it. */
export interface Citation {
  readonly name: string;
  readonly words: string;
  readonly lang?: string | undefined;
  readonly scheme?: string | undefined;
}

export function newSheet(origin: Origin, house?: Sheet['house']): Sheet {
  return {
    origin,
    house,
    titles: [],
    abstracts: [],
    contributions: [],
    dates: [],
    containerTitles: [],
    shortTitles: [],
    issn: [],
    isbn: [],
    position: {},
    identifiers: [],
    links: [],
    languages: [],
    subjects: [],
    licences: [],
    funding: [],
    relations: [],
    references: [],
    notes: [],
    cited: [],
    evidence: [],
    remarks: [],
    unmapped: [],
    seen: new Map(),
  };
}

/** Keeps what found no place. */
export function keepOn({ origin, unmapped }: Sheet, path: string, value: unknown): void {
  unmapped.push({ source: origin.source.name, path, value });
}

/** Whether this is said for the first time. */
export function isNew({ seen }: Sheet, kind: string, value: string): boolean {
  const values = seen.get(kind);
  if (!values) seen.set(kind, new Set([value]));
  else if (values.has(value)) return false;
  else values.add(value);
  return true;
}

/** Whether this was said before. */
export function isSeen({ seen }: Sheet, kind: string, value: string): boolean {
  return seen.get(kind)?.has(value) ?? false;
}

/** An element as it stands: its text alone, or its attributes, children and text by name. */
export function wholeOf(element: Element): unknown {
  const text = element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
  const children = element.children.filter((child): child is Element => typeof child !== 'string');
  const attributes = [...element.attributes].filter(([name]) => !isDeclaration.test(name));
  if (attributes.length === 0 && children.length === 0) return text;
  const whole = new Map<string, unknown>();
  for (const [name, value] of attributes) whole.set(`@${name}`, value);
  for (const child of children) {
    const others = whole.get(child.name);
    if (Array.isArray(others)) others.push(wholeOf(child));
    else whole.set(child.name, [wholeOf(child)]);
  }
  if (text !== '') whole.set('text', text);
  return Object.fromEntries(whole);
}

/** Keeps an element that is not understood, unless it is empty. */
export function keepElement(on: Sheet, path: string, element: Element): void {
  const value = wholeOf(element);
  if (value !== '') keepOn(on, path, value);
}

/** Keeps the attributes and children of an element that are none of those that were read. */
export function keepRest(
  on: Sheet,
  path: string,
  element: Element,
  attributes: readonly string[],
  children: readonly string[] = [],
): void {
  for (const [name, value] of element.attributes) {
    if (!attributes.includes(name) && !isDeclaration.test(name) && value !== '')
      keepOn(on, `${path}.@${name}`, value);
  }
  for (const child of element.children) {
    if (typeof child === 'string' || children.length === 0 || children.includes(child.name)) continue;
    keepElement(on, `${path}.${child.name}`, child);
  }
}

const isDeclaration = /^(?:xmlns(?::|$)|xsi:schemaLocation$)/;

/** The draft that a sheet makes. */
export function laidOut(on: Sheet): Draft {
  const { origin, type, event, publisher, embargoUntil, review, citationText, position } = on;
  const status = on.access ?? (embargoUntil === undefined ? undefined : 'unknown');
  return {
    origin,
    type,
    titles: on.titles,
    abstracts: on.abstracts,
    contributions: on.contributions,
    dates: on.dates,
    container: containerOf(on),
    position: Object.keys(position).length === 0 ? undefined : position,
    event,
    publisher: publisher === undefined ? undefined : { name: publisher },
    identifiers: on.identifiers,
    links: linksOf(on),
    languages: on.languages,
    subjects: on.subjects,
    access: status === undefined ? undefined : { status, embargoUntil },
    licences: on.licences,
    funding: on.funding,
    relations: on.relations,
    references: on.references,
    status: on.kind === 'preprint' ? 'preprint' : undefined,
    review,
    notes: on.notes,
    citationText,
    evidence: on.evidence.length === 0 ? undefined : on.evidence,
    remarks: on.remarks.length === 0 ? undefined : on.remarks,
    unmapped: on.unmapped,
  };
}

/** Whether works of this type appear inside something else, whose numbers are not their own. */
export function isPart(kind: string | undefined): boolean {
  return usualContainer(kind) !== undefined;
}

function containerOf({ kind, containerTitles, shortTitles, issn, isbn }: Sheet): Draft['container'] {
  if (containerTitles.length + shortTitles.length + issn.length + isbn.length === 0) return undefined;
  const type = usualContainer(kind) ?? (kind === undefined && issn.length > 0 ? 'journal' : 'series');
  // A book and its chapter name the same series, a paper may be in a journal.
  const held = type === 'proceedings' && issn.length > 0 && isbn.length === 0 ? 'journal' : type;
  return { type: held, titles: containerTitles, shortTitles, issn, isbn };
}

/** The version is that of the texts; without one it is kept. */
function linksOf(on: Sheet): readonly Link[] {
  const { links, version } = on;
  if (version === undefined) return links;
  if (!links.some(({ role }) => role === 'fulltext')) keepOn(on, 'version', version);
  return links.map((link) => (link.role === 'fulltext' && !link.version ? { ...link, version } : link));
}
