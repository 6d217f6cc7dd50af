import { isWebAddress } from '../base/iri.ts';
import { allBut, type Carrying } from '../base/losses.ts';
import type { Contribution, Identifier, Link, Relation, Work } from '../base/work.ts';

/** What the graph says of a work and of the things around it. What it leaves out stays in the records themselves. */
export const graphCarries: Carrying = {
  ...allBut(
    'markup',
    'contributions.parts',
    'contributions.nameScript',
    'contributions.affiliations.country',
    'contributions.corresponding',
    'contributions.equalContribution',
    'contributions.emailSha',
    'dates.deposited',
    'dates.modified',
    'dates.withdrawn',
    'container.editors',
    'container.series',
    'container.series.number',
    'event.country',
    'publisher.place',
    'links.mediaType',
    'links.version',
    'links.access',
    'links.licence',
    'links.from',
    'links.bytes',
    'links.checksum',
    'subjects.scheme',
    'subjects.concept',
    'subjects.code',
    'access.embargoUntil',
    'licences.appliesTo',
    'licences.from',
    'funding.programme',
    'references.citation',
    'references.key',
    'review.peerReviewed',
    'review.audience',
    'review.popularScience',
    'citationText',
    'unmapped',
  ),
  // Family and given name are said; particles stand with the family name, a suffix only in the whole name.
  contributions: (_, index, { contributions }) => isPlain(contributions[index]),
  'contributions.role': (_, index, { contributions }) => isPlain(contributions[index]),
  'contributions.kind': (_, index, { contributions }) =>
    isPlain(contributions.filter(({ kind }) => kind !== 'unknown')[index]),
  'contributions.parts': (_, index, { contributions }) =>
    isPlain(contributions.filter(({ family }) => family)[index]),
  // Without its language it is another title like any.
  'titles.translated': (_, index, { titles }) =>
    titles.filter(({ role }) => role === 'translated')[index]?.text.lang !== undefined,
  // It has the property of the date online, and gives way to it.
  'dates.available': (_, __, { dates }) => !dates.some(({ event }) => event === 'publishedOnline'),
  'contributions.identifiers': (_, index, { contributions }) =>
    isAddressed(contributions.flatMap(({ identifiers }) => identifiers)[index]),
  'contributions.marcRelator': (value) => !value.endsWith(': trl'),
  'contributions.affiliations.ids': (_, index, { contributions }) =>
    isAddressed(contributions.flatMap(({ affiliations }) => affiliations.flatMap(({ ids }) => ids))[index]),
  'container.identifiers': (_, index, { container }) => isAddressed(container?.identifiers[index]),
  'container.issn.medium': (value) => !value.endsWith(' linking'),
  'publisher.name': (_, __, work) => !isNamedElsewhere(work),
  'publisher.ids': (_, index, { publisher }) => isAddressed(publisher?.ids[index]),
  'funding.funder.ids': (_, index, { funding }) =>
    isAddressed(funding.flatMap(({ funder }) => funder?.ids ?? [])[index]),
  links: (_, index, { links }) => isSaid(links[index]),
  'links.role': (_, index, { links }) => isSaid(links[index]),
  'links.mediaType': isOfFile,
  'links.licence': isOfFile,
  'links.bytes': isOfFile,
  'links.checksum': isOfFile,
  relations: (_, index, { relations }) => isExact(relations[index]),
  'event.place': (_, __, { event }) => event?.country === undefined,
  'review.peerReviewed': (value) => value === 'true',
  // It gives way to the journal, volume and pages where these are known.
  citationText: (_, __, { container, position }) =>
    (container?.titles.length ?? 0) === 0 || position === undefined,
};

/** A name of which nothing is lost. */
function isPlain(one: Contribution | undefined): boolean {
  return one !== undefined && !one.particle && !one.droppingParticle && !one.suffix;
}

/** Schemes that nobody tells from an address alone. */
const unread: ReadonlySet<string> = new Set(['ark', 'openalex']);

/** An identifier is said by its address on the web. */
function isAddressed(identifier: Identifier | undefined): boolean {
  const address = identifier?.iri;
  return address !== undefined && isWebAddress(address) && !unread.has(identifier?.scheme ?? '');
}

const saidRoles: ReadonlySet<string> = new Set(['landing', 'publisher', 'fulltext']);

/** Links of other roles are relations of no kind. */
function isSaid(link: Link | undefined): boolean {
  return link !== undefined && saidRoles.has(link.role);
}

/** Relations without a property of their own, or without an address. */
const vague: ReadonlySet<string> = new Set([
  'isSupplementTo',
  'isSupplementedBy',
  'retracts',
  'corrects',
  'isRetractedBy',
]);

function isExact(relation: Relation | undefined): boolean {
  return relation?.target.id !== undefined && !vague.has(relation.type);
}

/** One body has one name, that of its first mention: a publisher that is also somebody's employer bears that one. */
function isNamedElsewhere({ publisher, contributions }: Work): boolean {
  const own = new Set((publisher?.ids ?? []).map(({ scheme, value }) => `${scheme} ${value}`));
  return contributions.some(({ affiliations }) =>
    affiliations.some(({ ids }) => ids.some(({ scheme, value }) => own.has(`${scheme} ${value}`))),
  );
}

/** Only a full text is described as a file. */
function isOfFile(value: string, _index: number, { links }: Work): boolean {
  return links.some(({ role, url }) => role === 'fulltext' && value.startsWith(`${url} `));
}
