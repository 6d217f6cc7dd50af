import { eachOf, isReference, type Sayings } from './rdf-graph.ts';
import type { Parsed } from './rdf-parse.ts';
import { keyOf } from './rdf-terms.ts';
import { isOfDataset, isOnlyContainer, isOther, isWorkClass } from './rdf-types.ts';

/** What a graph is about. */
export interface Survey {
  readonly works: ReadonlySet<string>;
  /** For each work, who says something of it that it may not say itself. */
  readonly inverses: ReadonlyMap<string, readonly Inverse[]>;
  readonly isOfDataset: (id: string) => boolean;
}

export interface Inverse {
  readonly subject: string;
  readonly property: string;
}

/**
 * The works of a graph: of a class of works and with a title, or with a title and who made it. What others speak of,
 * such as the book of a chapter or a version on paper, is a work of its own only when who made it or when is said.
 */
export function surveyOf({ graph }: Parsed): Survey {
  const sure = new Map<string, boolean>();
  const dataset = new Set<string>();
  const links: (readonly [subject: string, property: string, target: string])[] = [];
  const spoken = new Set<string>();
  for (const [subject, sayings] of graph.subjects) {
    const signs = signsOf(sayings, (property, target) => {
      const key = keyOf(property);
      if (inverse.has(key) || copyOf.has(key)) links.push([subject, property, target]);
      else if (graph.subjects.has(target)) spoken.add(target);
    });
    if (isOfDataset(signs.classes)) dataset.add(subject);
    else if (isWork(signs, false)) sure.set(subject, isWork(signs, true));
  }
  const works = new Set<string>();
  for (const [subject, isSure] of sure) if (isSure || !spoken.has(subject)) works.add(subject);
  const inverses = new Map<string, Inverse[]>();
  for (const [, property, target] of links) if (copyOf.has(keyOf(property))) works.delete(target);
  for (const [subject, property, target] of links) {
    if (copyOf.has(keyOf(property)) || !works.has(target)) continue;
    const known = inverses.get(target);
    if (known) known.push({ subject, property });
    else inverses.set(target, [{ subject, property }]);
  }
  const above = (id: string) => id.slice(0, id.indexOf('#'));
  return {
    works,
    inverses,
    isOfDataset: (id) => dataset.has(id) || (id.includes('#') && dataset.has(above(id))),
  };
}

/** Persée describes an article on paper beside the same on the web. */
export const copyOf: ReadonlySet<string> = new Set(['rdau:electronicReproductionOf']);

/** Properties that say of a work what the work may not say itself. */
const inverse: ReadonlySet<string> = new Set([
  ...[
    'foaf:made',
    'foaf:publications',
    'dcterms:hasPart',
    'schema:hasPart',
    'foaf:primaryTopic',
    'foaf:focus',
  ],
]);

type Sign = Exclude<keyof Signs, 'classes'>;

const signs: ReadonlyMap<string, Sign> = new Map([
  ...signed('hasTitle', 'dcterms:title dc:title schema:name schema:headline rdfs:label skos:prefLabel'),
  ...signed('hasMaker', 'dcterms:creator dc:creator schema:author schema:creator foaf:maker bibo:authorList'),
  ...signed('hasMaker', 'bibo:editorList schema:editor bibo:editor prov:qualifiedAttribution'),
  ...signed('hasDate', 'dcterms:issued dc:date dcterms:date schema:datePublished prism:publicationDate'),
  ...signed('hasCitation', 'dcterms:bibliographicCitation'),
  ...signed('describesRecord', 'foaf:primaryTopic foaf:focus'),
]);

function signed(sign: Sign, keys: string): readonly (readonly [string, Sign])[] {
  return keys.split(' ').map((key) => [key, sign] as const);
}

function signsOf(sayings: Sayings, link: (property: string, target: string) => void): Signs {
  const found: Signs = {
    classes: [],
    hasTitle: false,
    hasMaker: false,
    hasDate: false,
    hasCitation: false,
    describesRecord: false,
  };
  eachOf(sayings, (property, value) => {
    const key = keyOf(property);
    const sign = signs.get(key) ?? (key.startsWith('marcrel:') ? 'hasMaker' : undefined);
    if (sign) found[sign] = true;
    if (!isReference(value)) return;
    if (key === 'rdf:type') found.classes.push(value.id);
    else link(property, value.id);
  });
  return found;
}

function isWork(of: Signs, isSpokenOf: boolean): boolean {
  const { classes, hasTitle, hasMaker, hasDate, hasCitation } = of;
  if (of.describesRecord || isOther(classes) || isOnlyContainer(classes)) return false;
  if (!classes.some(isWorkClass)) return hasTitle && hasMaker;
  if (isSpokenOf) return hasTitle && (hasMaker || hasDate);
  return hasTitle || hasMaker || hasCitation;
}

/** What the statements about something say of it, as far as it matters whether it is a work. */
interface Signs {
  readonly classes: string[];
  hasTitle: boolean;
  hasMaker: boolean;
  hasDate: boolean;
  hasCitation: boolean;
  describesRecord: boolean;
}
