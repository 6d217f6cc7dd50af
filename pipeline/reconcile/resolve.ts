import type { Contribution, Funding, IdentifiedWork, Source } from '../base/work.ts';
import type { Authorities } from './authorities.ts';

/** The work with the local id of every person, organisation, journal and subject that it names. */
export function resolve(work: IdentifiedWork, authorities: Authorities): IdentifiedWork {
  // Assertions of one record share one source object: it is asked once, not once for each field.
  let last: Source | undefined;
  for (const { source } of work.provenance) {
    if (source !== last) authorities.source(source);
    last = source;
  }
  return {
    ...work,
    contributions: work.contributions.map((contribution) => signed(contribution, work, authorities)),
    container: work.container && placed(work, authorities),
    publisher: work.publisher && { ...work.publisher, org: authorities.organisation(work.publisher) },
    subjects: work.subjects.map((subject) => ({ ...subject, id: authorities.concept(subject) })),
    funding: work.funding.map((grant) => funded(grant, authorities)),
  };
}

function signed(contribution: Contribution, work: IdentifiedWork, authorities: Authorities): Contribution {
  return {
    ...contribution,
    agent: authorities.agent(contribution, work.id),
    affiliations: contribution.affiliations.map((affiliation) => ({
      ...affiliation,
      org: authorities.organisation({
        name: affiliation.nameAsPrinted,
        ids: affiliation.ids,
        country: affiliation.country,
      }),
    })),
  };
}

function placed(work: IdentifiedWork, authorities: Authorities): IdentifiedWork['container'] {
  const { container, position } = work;
  if (!container) return undefined;
  if (container.titles.length === 0 && container.issn.length === 0) return container;
  const id = authorities.journal(container);
  const part = authorities.part(id, position);
  return {
    ...container,
    id,
    part,
    editors: container.editors.map((editor) => signed(editor, work, authorities)),
  };
}

function funded(grant: Funding, authorities: Authorities): Funding {
  return grant.funder
    ? { ...grant, funder: { ...grant.funder, org: authorities.organisation(grant.funder) } }
    : grant;
}
