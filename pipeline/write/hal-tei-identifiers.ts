import { isHalAddress, isHalPage } from '../base/address-form.ts';
import { codeList } from '../base/code-list.ts';
import { halRelations, halSchemes, isWholeWork } from '../base/hal-words.ts';
import {
  type Identifier,
  identifierOf,
  type Licence,
  type Link,
  type Relation,
  type Work,
} from '../base/work.ts';
import { halTypology } from './hal-tei-types.ts';
import { listElement, textElement, type Written } from './xml-element.ts';

/** The registers that HAL takes a number of (FinHal `Hal_Document::$_serverCopy`), one of each. */
const registers: ReadonlySet<string> = new Set(
  'doi arxiv pubmed bibcode ird ineris pubmedcentral irstea sciencespo oatao ensam prodinra okina cern inspire swh biorxiv chemrxiv wos'.split(
    ' ',
  ),
);
const halNames: ReadonlyMap<string, string> = new Map(
  halSchemes.toReversed().map(([hal, ours]) => [ours, hal] as const),
);
/** Schemes whose values are checked: one without an IRI failed. */
const checked: ReadonlySet<string> = new Set(['doi', 'arxiv', 'pmid', 'pmcid', 'nnt', 'hal', 'isbn']);
/** Numbers that stand beside those of the container. */
const ofMonogr: ReadonlyMap<string, string> = new Map([
  ['nnt', 'nnt'],
  ['local', 'localRef'],
  ['report-number', 'reportNumber'],
  ['patent-number', 'patentNumber'],
  ['isbn', 'isbn'],
]);

/** Where HAL has a place for an identifier. */
type Place = 'publicationStmt' | 'monogr' | 'biblStruct';

/** The place of an identifier and HAL's name for it there; undefined for what HAL knows nothing of. */
function placeOf(identifier: Identifier, work: Work): readonly [Place, type: string] | undefined {
  const { scheme, iri } = identifier;
  if (checked.has(scheme) && iri === undefined) return undefined;
  if (scheme === 'hal') return ['publicationStmt', 'halId'];
  const number = ofMonogr.get(scheme);
  // The number beside a part of a book would be that of the book.
  if (scheme === 'isbn' && !isWholeWork(halTypology(work) ?? '')) return undefined;
  if (number !== undefined) return ['monogr', number];
  const register = halNames.get(scheme) ?? scheme;
  return registers.has(register) ? ['biblStruct', register] : undefined;
}

/** Whether an identifier has its place in the record: HAL keeps one of each scheme, but every number of the lab. */
export function isIdentifierTold(identifier: Identifier, work: Work): boolean {
  if (!placeOf(identifier, work)) return false;
  return (
    identifier.scheme === 'local' ||
    work.identifiers.find((each) => each.scheme === identifier.scheme && placeOf(each, work)) === identifier
  );
}

function identifiersAt(work: Work, place: Place): readonly Written[] {
  return work.identifiers
    .filter((each) => isIdentifierTold(each, work))
    .flatMap((each) => {
      const [at, type] = placeOf(each, work) ?? [];
      return at === place ? textElement('idno', each.value, { type }) : [];
    });
}

/** Numbers of the work that HAL puts into `monogr`. */
export const monogrNumbers = (work: Work): readonly Written[] => identifiersAt(work, 'monogr');

/** Identifiers in other registers, bare. */
export const identifiers = (work: Work): readonly Written[] => identifiersAt(work, 'biblStruct');

/** What HAL knows the work by already, and the licence. */
export function publicationStmt(work: Work): readonly Written[] {
  const page = work.links.find((link) => linkPlace(link, work) === 'halUri');
  const target = toldLicence(work)?.target;
  return listElement('publicationStmt', [
    ...identifiersAt(work, 'publicationStmt'),
    ...textElement('idno', page?.url, { type: 'halUri' }),
    ...(target === undefined
      ? []
      : [{ name: 'availability', inside: [{ name: 'licence', attributes: { target }, inside: '' }] }]),
  ]);
}

/** The first licence that HAL knows, for it keeps one; of others it says nothing (hal.md section 3). */
export function toldLicence({
  licences,
}: Pick<Work, 'licences'>): { readonly of: Licence; readonly target: string } | undefined {
  for (const of of licences) {
    const target = of.iri === undefined ? undefined : codeList('licences').write('hal', of.iri);
    if (target !== undefined) return { of, target };
  }
  return undefined;
}

/**
 * Where an address stands: HAL's own page of the work beside its number, one of the publisher, and the others to be seen
 * also. HAL's own files are there already; and an address given as a file is one that HAL fetches and takes as deposited.
 */
export function linkPlace(link: Link, work: Work): 'halUri' | 'publisher' | 'seeAlso' | undefined {
  const { url } = link;
  const same = work.links.filter((each) => each.url === url);
  if (isHalAddress(url)) {
    const isOwn = link.role === 'landing' && isHalPage(url) && identifierOf(work, 'hal') !== undefined;
    return isOwn && work.links.find((each) => each.role === 'landing' && isHalPage(each.url)) === link
      ? 'halUri'
      : undefined;
  }
  if (work.links.find(({ role }) => role === 'publisher') === link) return 'publisher';
  const isSaid = same[0] !== link || same.some((each) => each !== link && each.role === 'publisher');
  return isSaid ? undefined : 'seeAlso';
}

export function links(work: Work): readonly Written[] {
  return (['publisher', 'seeAlso'] as const).flatMap((type) =>
    work.links
      .filter((link) => linkPlace(link, work) === type)
      .flatMap(({ url }) => textElement('ref', url, { type })),
  );
}

const relations = new Map(halRelations.map(([type, [word]]) => [type, word] as const));

/** HAL's word for how another work is related, and its address. */
export function relationTold({
  type,
  target,
}: Relation): readonly [word: string, target: string] | undefined {
  const word = relations.get(type);
  return word === undefined || target.id === undefined ? undefined : [word, target.id];
}

export function relatedItems({ relations: all }: Work): readonly Written[] {
  return all.flatMap((each): readonly Written[] => {
    const [type, target] = relationTold(each) ?? [];
    return type === undefined ? [] : [{ name: 'relatedItem', attributes: { type, target }, inside: '' }];
  });
}
