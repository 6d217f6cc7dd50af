import { codeList } from '../base/code-list.ts';
import { plainText } from '../base/plain-text.ts';
import type { Access, Link, Relation, RelationType, Work } from '../base/work.ts';
import { type Json, type JsonObject, object, tagged } from './json-ld.ts';
import { type Base, named, organisation } from './schema-names.ts';

/** What a file of the work is called: that of a data set or a program is the thing itself. */
export function fileRole({ type }: Work): Link['role'] {
  return type === 'dataset' ? 'dataset' : type === 'software' ? 'code' : 'fulltext';
}

/** Whether a link leads to a file of the work. */
export function isFile(work: Work, { role }: Link): boolean {
  return role === 'fulltext' || role === fileRole(work);
}

/** Whether a link is the work's page; the address of a DOI is said as the DOI. */
export function isPage({ role, url }: Link): boolean {
  return role === 'landing' && !/^https?:\/\/(?:dx\.|www\.)?doi\.org\/10\./i.test(url);
}

/** Whether a link is the first of its kind with its address: each is said once. */
export function isFirstLink(work: Work, link: Link): boolean {
  const kindOf = (each: Link) => (isFile(work, each) ? 'file' : isPage(each) ? 'page' : 'other');
  return link === work.links.find((each) => each.url === link.url && kindOf(each) === kindOf(link));
}

/** The work's pages, its files, and what else its pages lead to. */
export function linksOf(work: Work): Record<string, Json | undefined> {
  const links = work.links.filter((link) => isFirstLink(work, link));
  const pages = links.filter(isPage).map(({ url }) => url);
  const files = links.filter((link) => isFile(work, link));
  const related = links.filter((link) => !isPage(link) && !isFile(work, link)).map(({ url }) => url);
  const isData = work.type === 'dataset';
  const [page] = pages;
  return {
    url: pages,
    mainEntityOfPage:
      page === undefined && related.length === 0
        ? undefined
        : object({ '@type': 'WebPage', '@id': page, relatedLink: related }),
    [isData ? 'distribution' : 'encoding']: files.map((link) => file(link, isData)),
  };
}

const checksum = /^sha256:(?=[0-9a-f]{64}$)/;

/** The SHA-256 of a file, when that is what its checksum is. */
export function sha256({ checksum: said }: Pick<Link, 'checksum'>): string | undefined {
  return said !== undefined && checksum.test(said) ? said.replace(checksum, '') : undefined;
}

function file(link: Link, isData: boolean): JsonObject {
  const { url, mediaType, bytes, licence, access } = link;
  return object({
    '@type': isData ? 'DataDownload' : 'MediaObject',
    contentUrl: url,
    encodingFormat: mediaType,
    contentSize: bytes === undefined ? undefined : `${bytes} B`,
    sha256: sha256(link),
    license: licence,
    ...accessTo(access),
  });
}

/** Whether it is free, and the exact right of access by its COAR IRI. */
export function accessTo(status: Access | undefined): Record<string, Json | undefined> {
  const list = codeList('access');
  const free = status && list.write('free', status);
  const code = status && list.write('coar', status);
  return {
    isAccessibleForFree: free ? free === 'true' : undefined,
    conditionsOfAccess: code ? `http://purl.org/coar/access_right/${code}` : undefined,
  };
}

/** The licences: an address, or the words of one that has none. */
export function licencesOf({ licences }: Work): readonly Json[] {
  return licences.flatMap(({ iri, text }): readonly Json[] => {
    if (iri !== undefined) return [iri];
    return text ? [{ '@type': 'CreativeWork', name: plainText(text) }] : [];
  });
}

/** Relations that schema.org has a property for. */
const relationKeys: Readonly<Partial<Record<RelationType, string>>> = {
  isVersionOf: 'exampleOfWork',
  hasVersion: 'workExample',
  isTranslationOf: 'translationOfWork',
  hasTranslation: 'workTranslation',
  isPartOf: 'isPartOf',
  hasPart: 'hasPart',
  reviews: 'itemReviewed',
  isReviewedBy: 'review',
  isCorrectedBy: 'correction',
};

/** The property of a relation; only a review reviews something. */
export function relationKey(work: Work, { type, target }: Relation): string | undefined {
  const { id, workId, citation } = target;
  if (type === 'reviews' && work.type !== 'review') return undefined;
  if (id !== undefined ? !isReference(id) : workId === undefined && citation === undefined) return undefined;
  return relationKeys[type];
}

/** An IRI that names a work for everybody. */
export function isReference(iri: string): boolean {
  return /^(?:https?:\/\/|urn:)/i.test(iri);
}

/** Other works, by the property that leads to them. */
export function relationsOf(work: Work, base: Base): Record<string, Json[]> {
  const related: Record<string, Json[]> = {};
  for (const relation of work.relations) {
    const key = relationKey(work, relation);
    const target = key === undefined ? undefined : targetOf(relation, base);
    if (key === undefined || target === undefined) continue;
    const list = related[key] ?? [];
    list.push(target);
    related[key] = list;
  }
  return related;
}

function targetOf({ type, target }: Relation, base: Base): Json | undefined {
  const iri = target.id ?? named(base, target.workId);
  if (iri === undefined) return target.citation;
  const isWhole = type === 'isPartOf';
  const kind = { isReviewedBy: 'Review', isCorrectedBy: 'CorrectionComment' }[String(type)] ?? 'CreativeWork';
  // What a work is a part of and has a name is its journal or book.
  return object({ '@type': kind, '@id': iri, name: isWhole ? undefined : target.citation });
}

/** The works cited: by their IRI and words, or the words alone. */
export function citationsOf({ references }: Work): readonly Json[] {
  return references.flatMap(({ id, citation }): readonly Json[] => {
    if (id !== undefined && isReference(id))
      return [object({ '@type': 'CreativeWork', '@id': id, name: citation })];
    return citation === undefined ? [] : [citation];
  });
}

/** Whether a funding names a grant, and not its funder alone. */
export function isGrant({ awardNumber, awardIri, title, acronym }: Work['funding'][number]): boolean {
  return [awardNumber, awardIri, title, acronym].some((value) => value !== undefined);
}

/** The grants, and each funder once. */
export function fundingOf({ funding }: Work, base: Base): Record<string, Json | undefined> {
  const grants = funding.filter(isGrant).map(({ awardNumber, awardIri, title, acronym, funder }) =>
    object({
      '@type': 'Grant',
      identifier: awardNumber,
      name: title && tagged(title),
      alternateName: acronym,
      sameAs: awardIri,
      funder: funder && organisation(funder, base),
    }),
  );
  const funders = funding.filter((one) => isFirstFunder(funding, one)).flatMap(({ funder }) => funder ?? []);
  return { funding: grants, funder: funders.map((funder) => organisation(funder, base)) };
}

/** Whether a funder is said beside the grants: each name once, that of a grant with what is known from there. */
export function isFirstFunder(funding: Work['funding'], { funder }: Work['funding'][number]): boolean {
  const same = funding.filter((each) => funder !== undefined && each.funder?.name === funder.name);
  return funder !== undefined && (same.find(isGrant) ?? same[0])?.funder === funder;
}
