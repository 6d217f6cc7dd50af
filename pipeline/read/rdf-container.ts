import type { Draft, DraftContainer, DraftPosition } from '../base/draft.ts';
import { isWebAddress } from '../base/iri.ts';
import type { Issn, LangText, Relation } from '../base/work.ts';
import { isReference } from './rdf-graph.ts';
import { isbdTitle, isCatalogued } from './rdf-isbd.ts';
import {
  addresses,
  classes,
  type Reading,
  type Said,
  saidBy,
  says,
  type Thing,
  textOf,
  texts,
  thing,
  word,
  words,
} from './rdf-node.ts';
import { publisherOf } from './rdf-publisher.ts';
import { keyOf, titleKeys } from './rdf-terms.ts';
import { type PartKind, partKindIn } from './rdf-types.ts';

/** What a work is a part of, and where in it. */
export interface Place {
  readonly container?: DraftContainer | undefined;
  readonly position?: DraftPosition | undefined;
  readonly publisher?: Draft['publisher'];
  /** Wholes of which the graph says nothing. */
  readonly relations: readonly Relation[];
}

/** A part in the chain that leads from the work to its journal. */
interface Link {
  readonly node: Thing;
  readonly kind: PartKind | undefined;
}

const partOf = ['schema:isPartOf', 'dcterms:isPartOf', 'rdau:P60193', 'frbr:partOf'];

/** The journal, book or series, through issue and volume where they are described. */
export function placeOf(reading: Reading): Place {
  const { work } = reading;
  const said = saidBy(work, ...partOf);
  const chain = chainFrom(reading, said);
  const volumes = chain.filter(({ kind }) => kind === 'volume').map(({ node }) => node);
  const issues = chain.filter(({ kind }) => kind === 'issue').map(({ node }) => node);
  const wholes = chain.filter(({ kind }) => kind !== 'volume' && kind !== 'issue');
  const [whole] = wholes;
  const named = words(work, 'prism:publicationName', 'dc:source');
  const container = whole ? containerOf(reading, whole) : namedContainer(work, named);
  const position = positionOf(work, issues, volumes);
  const sources: readonly Thing[] = [work, ...wholes.map(({ node }) => node)];
  return {
    container,
    position,
    publisher: publisherOf(reading, sources),
    relations: undescribed(reading, said),
  };
}

function chainFrom(reading: Reading, said: readonly Said[]): readonly Link[] {
  const chain: Link[] = [];
  const seen = new Set([reading.work.id]);
  let level: readonly Said[] = said;
  const holders = reading.incoming.filter(({ said: { key } }) => key.endsWith(':hasPart'));
  for (let depth = 0; depth < 4 && level.length + holders.length > 0; depth += 1) {
    const nodes = level.flatMap((each): readonly Thing[] => {
      const node = isReference(each.value) ? thing(reading, each.value.id) : undefined;
      // What else says nothing of the thing than that it is one is no description.
      if (!node || !says(node, ...described)) return [];
      each.taken = true;
      return [node];
    });
    for (const { from, said: each } of depth === 0 ? holders : []) {
      each.taken = true;
      nodes.push(from);
    }
    const next: Said[] = [];
    for (const node of nodes) {
      if (seen.has(node.id)) continue;
      seen.add(node.id);
      chain.push({ node, kind: partKindIn(classes(node)) });
      next.push(...saidBy(node, ...partOf));
    }
    if (nodes.length === 0) break;
    level = next;
  }
  return chain;
}

const numbers = [
  'schema:issueNumber',
  'schema:volumeNumber',
  'bibo:issue',
  'bibo:volume',
  'prism:number',
  'prism:volume',
];
const issnKeys = ['schema:issn', 'bibo:issn', 'bibo:eissn', 'prism:issn', 'prism:eIssn', 'fabio:hasIssnL'];
const described = [
  ...titleKeys,
  ...numbers,
  ...issnKeys,
  ...partOf,
  'dcterms:bibliographicCitation',
  'schema:isbn',
];

/** `dcterms:isPartOf` of an address of which the graph says nothing: the work is a part of it, whatever it is. */
function undescribed({ base }: Reading, said: readonly Said[]): readonly Relation[] {
  const targets = said.flatMap((each) => {
    if (each.taken || !isReference(each.value) || !isWebAddress(each.value.id)) return [];
    const { id } = each.value;
    const isOwn = base !== undefined && id.startsWith(base);
    if (isOwn && !id.startsWith(`${base}work/`)) return [];
    each.taken = true;
    return [isOwn ? { workId: id.slice(base.length) } : { id }];
  });
  const unique = [...new Map(targets.map((target) => [JSON.stringify(target), target])).values()];
  return unique.map((target): Relation => ({ type: 'isPartOf', target }));
}

function containerOf(reading: Reading, { node, kind }: Link): DraftContainer {
  const issn = issnOf(node);
  const isbn = words(node, 'schema:isbn', 'bibo:isbn', 'bibo:isbn13', 'bibo:isbn10', 'prism:isbn');
  const type = kind === undefined || kind === 'volume' || kind === 'issue' ? undefined : kind;
  const isOwn = reading.base !== undefined && node.id.startsWith(reading.base);
  const address = addresses(node, 'schema:url', 'prism:url', 'foaf:homepage')[0];
  const portal = new Set(issn.map(({ value }) => `https://portal.issn.org/resource/ISSN/${value}`));
  const same = addresses(node, 'schema:sameAs', 'owl:sameAs').filter((each) => !portal.has(each));
  const own = isOwn || !isWebAddress(node.id) ? [] : [node.id];
  const others = words(node, 'dcterms:identifier', 'bibo:doi', 'prism:doi').filter(
    (value) => !issn.some((each) => value === `urn:ISSN:${each.value}`),
  );
  return {
    type: type ?? guessed(reading, issn.length > 0, isbn.length > 0),
    titles: containerTitles(node),
    shortTitles: words(node, 'bibo:shortTitle', 'skos:altLabel'),
    issn,
    isbn,
    identifiers: [...own, ...same, ...others].map((value) => ({ value })),
    url: address,
  };
}

/** A whole whose kind nobody says: by its numbers, else by what is a part of it. */
function guessed({ work }: Reading, hasIssn: boolean, hasIsbn: boolean): DraftContainer['type'] {
  const keys = work.said.flatMap(({ key, value }) =>
    key === 'rdf:type' && isReference(value) ? [keyOf(value.id)] : [],
  );
  if (hasIssn || keys.some((key) => key.endsWith('Article'))) return 'journal';
  return hasIsbn || keys.some((key) => key.endsWith('Chapter')) ? 'book' : 'series';
}

/** The titles, or the title in a catalogue's citation of the whole. */
function containerTitles(node: Thing): readonly LangText[] {
  const titles = texts(node, ...titleKeys);
  if (titles.length > 0) return titles;
  const citation = saidBy(node, 'dcterms:bibliographicCitation')[0];
  const text = citation && textOf(citation.value);
  if (!citation || !text) return [];
  const value = isCatalogued(node.id) ? isbdTitle(text.value).replace(/\s+/g, ' ') : text.value;
  citation.taken = value === text.value;
  return value === '' ? [] : [{ ...text, value }];
}

const media: readonly (readonly [key: string, medium: Issn['medium']])[] = [
  ['bibo:issn', 'print'],
  ['bibo:eissn', 'electronic'],
  ['prism:issn', 'print'],
  ['prism:eIssn', 'electronic'],
  ['fabio:hasIssnL', 'linking'],
  ['schema:issn', undefined],
];

/** Each ISSN once, with its medium when one property says it (I3). */
function issnOf(node: Thing): readonly Issn[] {
  const found = new Map<string, Issn>();
  const isFound = (value: string) => [...found.values()].some((each) => each.value === value);
  const isOurs = says(node, 'schema:issn');
  for (const [key, medium] of media) {
    for (const value of words(node, key)) {
      // Only beside `schema:issn`, as we write it, does `bibo:issn` mean the one on paper.
      const known = key === 'bibo:issn' && !isOurs ? undefined : medium;
      if (known) found.set(`${value} ${known}`, { value, medium: known });
      else if (!isFound(value)) found.set(value, { value });
    }
  }
  for (const said of saidBy(node, 'dcterms:identifier')) {
    const value = /^urn:issn:(.+)$/i.exec(textOf(said.value)?.value ?? '')?.[1];
    if (value === undefined) continue;
    said.taken = true;
    if (!isFound(value)) found.set(value, { value });
  }
  return [...found.values()];
}

/** A journal that is only named on the work. */
function namedContainer(work: Thing, named: readonly string[]): DraftContainer | undefined {
  const issn = (['prism:issn', 'prism:eIssn'] as const).flatMap((key) =>
    words(work, key).map(
      (value): Issn => ({ value, medium: key === 'prism:eIssn' ? 'electronic' : 'print' }),
    ),
  );
  if (named.length + issn.length === 0) return undefined;
  return { type: issn.length > 0 ? 'journal' : 'series', titles: named.map((value) => ({ value })), issn };
}

/** What the work says of its place goes before what the issue and the volume say of themselves. */
function positionOf(
  work: Thing,
  issues: readonly Thing[],
  volumes: readonly Thing[],
): DraftPosition | undefined {
  const volume = agreed([work, ...issues, ...volumes], 'bibo:volume', 'prism:volume', 'schema:volumeNumber');
  const issue = agreed(
    [work, ...issues],
    ...['bibo:issue', 'prism:issueIdentifier', 'prism:number', 'schema:issueNumber'],
  );
  const issueTitle = [
    ...texts(work, 'prism:issueName'),
    ...issues.flatMap((node) => texts(node, ...titleKeys)),
  ][0];
  const section = texts(work, 'prism:section', 'schema:articleSection')[0];
  const articleNumber = word(work, 'bibo:locator', 'prism:articleNumber');
  const pages = pagesOf(work, articleNumber);
  if (!volume && !issue && !issueTitle && !section && !articleNumber && !pages) return undefined;
  return { volume, issue, issueTitle, section, articleNumber, pages };
}

/** The first word; the same word of the others is taken with it. */
function agreed(nodes: readonly Thing[], ...keys: readonly string[]): string | undefined {
  let found: string | undefined;
  for (const node of nodes) {
    for (const said of saidBy(node, ...keys)) {
      const text = textOf(said.value)?.value;
      found ??= text === '' ? undefined : text;
      said.taken = text === '' || (text !== undefined && text === found);
    }
  }
  return found;
}

/** Pages as printed, or from the first to the last; what repeats them or the article number says nothing more. */
function pagesOf(work: Thing, articleNumber: string | undefined): string | undefined {
  const printed = word(work, 'bibo:pages', 'prism:pageRange');
  const start = word(work, 'bibo:pageStart', 'schema:pageStart', 'prism:startingPage');
  const end = word(work, 'bibo:pageEnd', 'schema:pageEnd', 'prism:endingPage');
  const range =
    start !== undefined && end !== undefined && end !== start ? `${start}-${end}` : (start ?? end);
  const stated = printed === articleNumber ? undefined : printed;
  const raw = stated ?? range;
  for (const said of saidBy(work, 'schema:pagination')) {
    const text = textOf(said.value)?.value;
    if (text === raw || text === articleNumber) said.taken = true;
  }
  const pagination =
    raw === undefined && articleNumber === undefined ? word(work, 'schema:pagination') : undefined;
  const found = raw ?? pagination;
  if (found !== undefined) return found;
  const total = word(work, 'bibo:numPages', 'schema:numberOfPages');
  return total !== undefined && /^\d+$/.test(total) ? `${total} p.` : total;
}
