import { codeList } from '../../base/code-list.ts';
import type { Distribution } from '../../base/entity.ts';
import { encodeIriPart } from '../../base/iri.ts';
import type { Entry } from '../../base/sink.ts';
import { namespaces, rdf } from '../../base/terms.ts';
import type { Contribution, IdentifiedWork, Identifier } from '../../base/work.ts';
import { isFile, isFirstLink } from '../../write/index.ts';
import { graphForms, linkTo, workForms } from './address.ts';
import { type Html, html } from './html.ts';
import { statementsOf } from './statements.ts';
import type { View } from './view.ts';

/** A typed link from the page about a thing (FAIR Signposting, 2023-10-02); `href` is an absolute URI. */
export interface Signpost {
  readonly rel: 'cite-as' | 'type' | 'author' | 'describedby' | 'item' | 'license';
  readonly href: string;
  readonly type?: string | undefined;
  /** RFC 6906, for a media type that says little. */
  readonly profile?: string | undefined;
  /** What people call it. */
  readonly title?: string | undefined;
}

/**
 * All typed links of the pages about a thing, which their heads say at level 1 and its link set at level 2. `files`: what
 * holds the content of the dataset.
 */
export function signpostsOf(
  view: View,
  id: string,
  files: readonly Distribution[] = [],
): readonly Signpost[] {
  const work = view.workNamed(id);
  return [
    { rel: 'cite-as', href: asUri(view.lab.base + id) },
    ...typesOf(view, id).map((href): Signpost => ({ rel: 'type', href })),
    ...(work ? authorsOf(view, work) : []).map((href): Signpost => ({ rel: 'author', href })),
    ...formsOf(view, id),
    ...(work ? itemsOf(work) : files.map((file) => dumpItem(view, file))),
    ...licenceOf(view, id, work).map((href): Signpost => ({ rel: 'license', href })),
  ];
}

/** The signposts as the head of a page names them: the site's own files from where the page is. */
export function signpostHead({ lab }: View, id: string, signposts: readonly Signpost[]): Html {
  const own = (href: string) => (href.startsWith(lab.base) ? linkTo(href.slice(lab.base.length), id) : href);
  const links = signposts.map(({ rel, href, type, title }) => {
    // `alternate` as well, by which browsers and Zotero find the forms.
    const names = rel === 'describedby' ? 'alternate describedby' : rel;
    const address = rel === 'cite-as' ? href : own(href);
    return html`<link rel="${names}"${type !== undefined && html` type="${type}"`}${title !== undefined && html` title="${title}"`} href="${address}">\n`;
  });
  return html`${links}<link rel="linkset" type="application/linkset+json" href="${linkTo(`${id}.linkset.json`, id)}">
`;
}

/** An IRI as a URI (RFC 3987, section 3.1), which link sets and sitemaps ask for. */
export function asUri(iri: string): string {
  return iri.replace(/[^\u0000-\u007f]+/gu, encodeURIComponent);
}

/** The schema.org classes of the thing, with https as pages write them, and that of the page itself. */
function typesOf({ entries }: View, id: string): readonly string[] {
  const entry = entries.get(id);
  return [...new Set([...(entry ? classesOf(entry) : []), 'https://schema.org/AboutPage'])];
}

/** Each is asked for by the pages in both languages and by the link set. */
const classes = new WeakMap<Entry, readonly string[]>();

function classesOf(entry: Entry): readonly string[] {
  const known = classes.get(entry);
  if (known) return known;
  const own = statementsOf(entry).flatMap(({ property, value }) =>
    property === rdf('type') && value.startsWith(namespaces.schema)
      ? [`https://schema.org/${value.slice(namespaces.schema.length)}`]
      : [],
  );
  classes.set(entry, own);
  return own;
}

/** Registries whose identifiers last, the one to name a person by first. */
const registries = ['orcid', 'idref', 'isni', 'viaf', 'ror', 'wikidata'];

/** Each author who has a persistent identifier, by it: that on the work, else that of the agent. */
function authorsOf({ agents }: View, { contributions }: IdentifiedWork): readonly string[] {
  const known = contributions.flatMap((one) => {
    if (one.role !== 'author') return [];
    const iri = persistent(one) ?? persistent(agents.get(one.agent ?? ''));
    return iri === undefined ? [] : [asUri(iri)];
  });
  return [...new Set(known)];
}

function persistent(bearer: Pick<Contribution, 'identifiers'> | undefined): string | undefined {
  const found = (scheme: string) => bearer?.identifiers.find((each) => each.scheme === scheme && each.iri);
  return registries.map(found).find((each): each is Identifier => each !== undefined)?.iri;
}

/** The metadata of the thing, in each form that it has. */
function formsOf({ lab, workNamed }: View, id: string): readonly Signpost[] {
  const forms = [...graphForms, ...(workNamed(id) ? workForms : [])].map(
    ({ extension, mediaType, label }): Signpost => ({
      rel: 'describedby',
      href: asUri(lab.base + encodeIriPart(id + extension)),
      type: mediaType,
      profile: mediaType === 'application/ld+json' ? 'https://schema.org/' : undefined,
      title: label,
    }),
  );
  const whole: Signpost = {
    rel: 'describedby',
    href: `${lab.base}void.ttl`,
    type: 'text/turtle',
    title: 'VoID',
  };
  return id === 'dataset' ? [...forms, whole] : forms;
}

const mediaTypeForm = /^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/i;

/** The files of the work itself. */
function itemsOf(work: IdentifiedWork): readonly Signpost[] {
  const files = work.links.filter((link) => isFile(work, link) && isFirstLink(work, link));
  return files.map(({ url, mediaType }) => ({
    rel: 'item',
    href: asUri(url),
    type: mediaTypeForm.test(mediaType ?? '') ? mediaType : undefined,
  }));
}

function dumpItem({ lab }: View, { file, mediaType, compressed }: Distribution): Signpost {
  return { rel: 'item', href: lab.base + file, type: compressed ? 'application/gzip' : mediaType };
}

/**
 * The licence of the content: for a work its own, none when nobody said it, since that of the record would promise too
 * much; for the dataset that of the lab. One at most, the published version's first; by its SPDX address where it has one.
 */
function licenceOf({ lab }: View, id: string, work: IdentifiedWork | undefined): readonly string[] {
  if (id === 'dataset') return [licenceUri(lab.licence)];
  const known = (work?.licences ?? []).filter(({ iri }) => iri !== undefined);
  const isMain = ({ appliesTo }: IdentifiedWork['licences'][number]) =>
    appliesTo === undefined || appliesTo === 'published';
  const { iri } = known.find(isMain) ?? known[0] ?? {};
  return iri === undefined ? [] : [licenceUri(iri)];
}

/** A licence as FAIR Signposting would have it named: `https://spdx.org/licenses/CC-BY-4.0`. */
export function licenceUri(iri: string): string {
  const code = codeList('licences').write('spdx', iri);
  return code === undefined ? asUri(iri) : `https://spdx.org/licenses/${code}`;
}
