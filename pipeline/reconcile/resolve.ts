import type { Every } from '../base/every.ts';
import type {
  Affiliation,
  Container,
  Contribution,
  Funding,
  IdentifiedWork,
  Publisher,
  Source,
  Subject,
} from '../base/work.ts';
import type { Authorities, Signing } from './authorities.ts';

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
    publisher: work.publisher && published(work.publisher, authorities),
    subjects: work.subjects.map((subject) => about(subject, authorities)),
    funding: work.funding.map((grant) => funded(grant, authorities)),
  };
}

// Written out field by field here and below: a spread that adds a field costs forty times as much (Node 20).
function signed(
  contribution: Contribution,
  work: IdentifiedWork,
  authorities: Authorities,
  of: Signing = 'contributor',
): Contribution {
  const { affiliations } = contribution;
  return {
    position: contribution.position,
    role: contribution.role,
    marcRelator: contribution.marcRelator,
    kind: contribution.kind,
    agent: authorities.agent(contribution, work.id, of),
    nameAsPrinted: contribution.nameAsPrinted,
    family: contribution.family,
    given: contribution.given,
    particle: contribution.particle,
    droppingParticle: contribution.droppingParticle,
    suffix: contribution.suffix,
    literal: contribution.literal,
    nameScript: contribution.nameScript,
    identifiers: contribution.identifiers,
    affiliations:
      affiliations.length === 0 ? affiliations : affiliations.map((each) => employed(each, authorities)),
    corresponding: contribution.corresponding,
    equalContribution: contribution.equalContribution,
    emailSha: contribution.emailSha,
  } satisfies Every<Contribution>;
}

function employed({ nameAsPrinted, ids, country }: Affiliation, authorities: Authorities): Affiliation {
  const org = authorities.organisation({ name: nameAsPrinted, ids, country });
  return { org, nameAsPrinted, ids, country };
}

function placed(work: IdentifiedWork, authorities: Authorities): IdentifiedWork['container'] {
  const { container, position } = work;
  if (!container) return undefined;
  if (container.titles.length === 0 && container.issn.length === 0) return container;
  const id = authorities.journal(container);
  const part = authorities.part(id, position);
  return {
    type: container.type,
    id,
    part,
    titles: container.titles,
    shortTitles: container.shortTitles,
    issn: container.issn,
    isbn: container.isbn,
    editors: container.editors.map((editor) => signed(editor, work, authorities, 'container-editor')),
    series: container.series,
    identifiers: container.identifiers,
    url: container.url,
  } satisfies Every<Container>;
}

function published({ name, place, ids }: Publisher, authorities: Authorities): Publisher {
  return { org: authorities.organisation({ name, ids }), name, place, ids };
}

function about(subject: Subject, authorities: Authorities): Subject {
  const { text, scheme, concept, code } = subject;
  return { text, id: authorities.concept(subject), scheme, concept, code };
}

function funded(grant: Funding, authorities: Authorities): Funding {
  const { funder } = grant;
  if (!funder) return grant;
  const { name, ids, country } = funder;
  return { ...grant, funder: { org: authorities.organisation(funder), name, ids, country } };
}
