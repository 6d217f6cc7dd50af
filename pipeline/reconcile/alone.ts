import { createHash } from 'node:crypto';
import type { Agent, Concept, Journal, JournalPart, SourceEntity } from '../base/entity.ts';
import { slug } from '../base/fold.ts';
import { encodeIriPart } from '../base/iri.ts';
import type {
  Container,
  Contribution,
  Identifier,
  OrgRef,
  Position,
  Source,
  Subject,
  Work,
} from '../base/work.ts';
import type { Authorities, Met, Signing } from './authorities.ts';
import { firstCreator, foldedTitle, publicationYear } from './keys.ts';
import { agentOf, containerPath, journalOf, partsOf } from './things.ts';

/**
 * The local id of a work by its strongest key alone, so that shards agree without talking (design.md section 6): the
 * id given, DOI, HAL id, else a digest of first creator, year and title.
 */
export function idAlone(work: Work): string {
  if (work.id) return work.id;
  const doi = work.identifiers.find(({ scheme, iri }) => scheme === 'doi' && iri);
  if (doi) return `work/${encodeIriPart(doi.value)}`;
  const hal = work.identifiers.find(({ scheme, iri }) => scheme === 'hal' && iri);
  if (hal) return `work/${hal.value}`;
  return `work/${digest([firstCreator(work), publicationYear(work) ?? '', foldedTitle(work)])}`;
}

const agentSchemes = ['orcid', 'idref', 'idhal', 'isni', 'viaf'];
const bodySchemes = ['ror', 'isni', 'idref', 'rnsr', 'doi'];

/** Who is who without a lab: an identifier ties names together, nothing else does (crosswalk K3). */
export class AloneAuthorities implements Authorities {
  readonly met = {
    agents: new Map<string, Agent>(),
    journals: new Map<string, Journal>(),
    parts: new Map<string, JournalPart>(),
    concepts: new Map<string, Concept>(),
    sources: new Map<string, SourceEntity>(),
  } satisfies Met;

  agent(contribution: Contribution, work: string, of: Signing = 'contributor'): string {
    const body = contribution.kind === 'organisation';
    const proof = first(contribution.identifiers, body ? bodySchemes : agentSchemes);
    const id = proof
      ? `${body ? 'org' : 'person'}/${encodeIriPart(proof.value)}`
      : `${work}#${of}-${contribution.position}`;
    this.met.agents.set(id, agentOf(contribution, id));
    return id;
  }

  organisation({ name, ids }: OrgRef): string {
    const proof = first(ids, bodySchemes);
    // Equal words are one organisation: an affiliation is printed whole, and `Département de physique` alone says no more.
    const id = `org/${proof ? encodeIriPart(proof.value) : namedId(name)}`;
    if (!this.met.agents.has(id)) {
      this.met.agents.set(id, {
        id,
        kind: 'organisation',
        name: { value: name },
        alias: [],
        identifiers: ids,
        affiliations: [],
      });
    }
    return id;
  }

  journal(container: Container): string {
    const linking = container.issn.find(({ medium }) => medium === 'linking')?.value;
    const issn = linking ?? container.issn.map(({ value }) => value).sort()[0];
    const title = container.titles[0]?.value ?? '';
    const key = issn ?? container.isbn[0];
    const id = `${containerPath(container)}/${key ?? (slug(title) || digest([title]))}`;
    this.met.journals.set(id, journalOf(container, id));
    return id;
  }

  part(journal: string, position: Position | undefined): string {
    const parts = partsOf(journal, position);
    for (const part of parts) this.met.parts.set(part.id, part);
    return parts.at(-1)?.id ?? journal;
  }

  concept(_subject: Subject): undefined {
    return undefined;
  }

  source(source: Source): string {
    // The records of one input share one source object.
    const entity = entities.get(source) ?? { ...source, id: `source/${source.name}` };
    entities.set(source, entity);
    this.met.sources.set(entity.id, entity);
    return entity.id;
  }
}

const entities = new WeakMap<Source, SourceEntity>();
const named = new Map<string, string>();
const mostNamed = 20_000;

/** Readable words and a digest of the whole name; kept for a while, since the same bodies come back. */
function namedId(name: string): string {
  const known = named.get(name);
  if (known !== undefined) return known;
  const id = `${slug(name).slice(0, 40)}-${digest([name]).slice(0, 8)}`;
  if (named.size >= mostNamed) named.clear();
  named.set(name, id);
  return id;
}

function first(identifiers: readonly Identifier[], schemes: readonly string[]): Identifier | undefined {
  for (const scheme of schemes) {
    const found = identifiers.find((identifier) => identifier.scheme === scheme && identifier.iri);
    if (found) return found;
  }
  return undefined;
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}
