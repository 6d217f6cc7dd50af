import { allBut, type Carrying } from '../base/losses.ts';
import { plainText } from '../base/plain-text.ts';
import type { Work } from '../base/work.ts';

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
    'event.place',
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
  'contributions.parts': (value) => /^[^|]*\|[^|]*\|\|\|$/.test(value),
  'links.mediaType': isOfFile,
  'links.licence': isOfFile,
  'links.bytes': isOfFile,
  'links.checksum': isOfFile,
  'review.peerReviewed': (value) => value === 'true',
  // It gives way to the journal, volume and pages where these are known.
  citationText: (value, _, { container, position }) =>
    plainText(container?.titles[0] ?? { value: '' }) === '' || position === undefined || value === '',
};

/** Only a full text is described as a file. */
function isOfFile(value: string, _index: number, { links }: Work): boolean {
  return links.some(({ role, url }) => role === 'fulltext' && value.startsWith(`${url} `));
}
