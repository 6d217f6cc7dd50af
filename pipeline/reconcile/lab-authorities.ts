import type { Agent, Concept, Journal, JournalPart, SourceEntity } from '../base/entity.ts';
import { fold } from '../base/fold.ts';
import type { Lab } from '../base/lab.ts';
import { byCodePoint } from '../base/order.ts';
import type {
  Container,
  Contribution,
  Identifier,
  LangText,
  OrgRef,
  Position,
  Source,
  Subject,
} from '../base/work.ts';
import type { Authorities, Met, Signing } from './authorities.ts';
import type { Candidate } from './identity.ts';
import {
  conceptKeys,
  identifierKey,
  journalKeys,
  labelKey,
  ofConcept,
  ofJournal,
  ofOrganisation,
  ofPerson,
  organisationKeys,
  pathOf,
  personKeys,
  titleKey,
} from './lab-things.ts';
import { type Known, Shelf, wishOf } from './shelf.ts';
import {
  agentOf,
  containerPath,
  displayName,
  journalOf,
  partsOf,
  readableId,
  union,
  unionOfIdentifiers,
  uniqueBy,
} from './things.ts';

/**
 * Who is who inside one lab: the people, organisations, journals and concepts of `lab.yaml`, then whoever the works
 * name. Only here are persons merged by their full name alone (crosswalk K3).
 */
export class LabAuthorities implements Authorities {
  readonly lab: Lab;
  /** Wished id → the id that the register gave. */
  readonly given: ReadonlyMap<string, string>;
  readonly #agents = new Shelf<Agent>();
  readonly #journals = new Shelf<Journal>();
  readonly #concepts = new Shelf<Concept>();
  readonly #parts = new Map<string, JournalPart>();
  readonly #sources = new Map<string, SourceEntity>();

  constructor(lab: Lab, given: ReadonlyMap<string, string> = new Map()) {
    this.lab = lab;
    this.given = given;
    for (const person of lab.people) this.#agents.add('person', personKeys(person), ofPerson(person));
    for (const organisation of lab.organisations)
      this.#agents.add('org', organisationKeys(organisation), ofOrganisation(organisation));
    for (const journal of lab.journals)
      this.#journals.add(pathOf(journal), journalKeys(journal), ofJournal(journal));
    for (const concept of lab.concepts)
      this.#concepts.add('concept', conceptKeys(concept), ofConcept(concept, lab.language));
  }

  agent(contribution: Contribution, work: string, of: Signing = 'contributor'): string {
    const { kind, given, identifiers } = contribution;
    const name = `name:${fold(displayName(contribution))}`;
    const printed = `name:${fold(contribution.nameAsPrinted)}`;
    const proof = identifiers.filter((each) => each.iri).map(identifierKey);
    const known =
      this.#agents.find(proof, ({ thing }) => kindsAgree(thing, contribution)) ??
      this.#agents.find(
        [name, printed],
        ({ thing }) => kindsAgree(thing, contribution) && !contradicts(thing.identifiers, identifiers),
      );
    if (known) {
      known.thing = withMore(known.thing, contribution);
      return this.#id(known);
    }
    // An initial could be anybody's: without an identifier such a name stays with its work.
    if (
      kind === 'person' &&
      proof.length === 0 &&
      (!given || (/^\p{L}{1,2}\.?(?:[\s-]*\p{L}\.?)*$/u.test(given) && given.length < 4))
    ) {
      const id = `${work}#${of}-${contribution.position}`;
      this.#agents.addAt(id, agentOf(contribution, id));
      return id;
    }
    const path = kind === 'person' ? 'person' : kind === 'organisation' ? 'org' : 'agent';
    return this.#id(
      this.#agents.add(path, [...proof, name], agentOf(contribution, readableId(displayName(contribution)))),
    );
  }

  organisation({ name, ids }: OrgRef): string {
    const proof = ids.filter((each) => each.iri).map(identifierKey);
    const key = `name:${fold(name)}`;
    const isBody = ({ thing }: Known<Agent>) => thing.kind !== 'person';
    const known =
      this.#agents.find(proof, isBody) ??
      this.#agents.find([key], (each) => isBody(each) && !contradicts(each.thing.identifiers, ids));
    if (known) {
      known.thing = { ...known.thing, identifiers: unionOfIdentifiers(known.thing.identifiers, ids) };
      return this.#id(known);
    }
    const agent: Agent = {
      id: readableId(name),
      kind: 'organisation',
      name: { value: name },
      alias: [],
      identifiers: ids,
      affiliations: [],
    };
    return this.#id(this.#agents.add('org', [...proof, key], agent));
  }

  journal(container: Container): string {
    const keys = [...container.issn.map(({ value }) => `issn:${value}`), ...container.titles.map(titleKey)];
    const known = this.#journals.find(keys, () => true);
    if (known) {
      known.thing = joined(known.thing, container);
      this.#journals.lead(keys, known);
      return this.#id(known);
    }
    const title = container.titles[0]?.value ?? container.issn[0]?.value ?? '';
    return this.#id(
      this.#journals.add(containerPath(container), keys, journalOf(container, readableId(title))),
    );
  }

  part(journal: string, position: Position | undefined): string {
    const parts = partsOf(journal, position);
    for (const part of parts) if (!this.#parts.has(part.id)) this.#parts.set(part.id, part);
    return parts.at(-1)?.id ?? journal;
  }

  concept(subject: Subject): string | undefined {
    const known = this.#concepts.find(
      [labelKey(subject.text), ...(subject.concept ? [`iri:${subject.concept}`] : [])],
      () => true,
    );
    return known && this.#id(known);
  }

  source(source: Source): string {
    const id = `source/${source.name}`;
    // Of the corrections, each has evidence of its own.
    const { recordId: _, url, ...known } = source;
    const rest = source.system === 'correction' ? known : { ...known, url };
    this.#sources.set(id, { ...this.#sources.get(id), ...rest, id });
    return id;
  }

  /** What asks for an IRI, by the path of its kind; only what a work names. */
  candidates(): ReadonlyMap<string, readonly Candidate[]> {
    this.#meetAffiliations();
    const known = [this.#agents.known(), this.#journals.known(), this.#concepts.known()].flat();
    const paths = [...new Set(known.map(({ path }) => path))];
    return new Map(
      paths.map((path) => [
        path,
        known
          .filter((each) => each.path === path)
          .map(({ keys, thing }) => ({ keys, wish: `${path}/${thing.id}` })),
      ]),
    );
  }

  /** Names in `lab.yaml` that no work uses. */
  unused(): readonly string[] {
    return [
      ...this.#agents.idle().map((agent) => agent.name.value),
      ...this.#journals.idle().map((journal) => journal.titles[0]?.value ?? ''),
      ...this.#concepts.idle().map((concept) => concept.labels[0]?.value ?? ''),
    ];
  }

  get met(): Met {
    this.#meetAffiliations();
    const named = (id: string) => this.organisation({ name: id, ids: [] });
    const agents = this.#agents.known().map((known) => ({
      ...known.thing,
      id: this.#id(known),
      affiliations: known.thing.affiliations.map(named),
    }));
    return {
      agents: byId([...agents, ...this.#agents.placed()]),
      journals: byId(this.#journals.known().map((known) => ({ ...known.thing, id: this.#id(known) }))),
      parts: this.#parts,
      concepts: byId(this.#concepts.known().map((known) => ({ ...known.thing, id: this.#id(known) }))),
      sources: this.#sources,
    };
  }

  /** An organisation that only a person of the lab belongs to is met too. */
  #meetAffiliations(): void {
    for (const { thing } of this.#agents.known())
      for (const name of thing.affiliations) this.organisation({ name, ids: [] });
  }

  #id<T extends { readonly id: string }>(known: Known<T>): string {
    known.met = true;
    const wish = wishOf(known);
    return this.given.get(wish) ?? wish;
  }
}

const kindsAgree = (agent: Agent, { kind }: Contribution) =>
  kind === 'unknown' || agent.kind === 'unknown' || agent.kind === kind;

/** Two identifiers of one scheme that differ belong to two agents. */
function contradicts(known: readonly Identifier[], other: readonly Identifier[]): boolean {
  return known.some((one) => other.some((each) => each.scheme === one.scheme && each.value !== one.value));
}

function withMore(agent: Agent, contribution: Contribution): Agent {
  const printed = [displayName(contribution), contribution.nameAsPrinted].filter(
    (name) => name !== agent.name.value,
  );
  return {
    ...agent,
    alias: uniqueBy([...agent.alias, ...printed].sort(byCodePoint), (name) => name),
    identifiers: unionOfIdentifiers(agent.identifiers, contribution.identifiers),
  };
}

/** The journal with what another record knows of it. A title that differs only in case or typography adds nothing. */
function joined(journal: Journal, container: Container): Journal {
  const has = (title: LangText) => journal.titles.some((known) => fold(known.value) === fold(title.value));
  return {
    ...journal,
    titles: union(
      journal.titles,
      container.titles.filter((title) => title.lang && !has(title)),
    ),
    issn: uniqueBy([...journal.issn, ...container.issn], ({ value }) => value),
    isbn: [...new Set([...journal.isbn, ...container.isbn])],
    identifiers: unionOfIdentifiers(journal.identifiers, container.identifiers),
    url: journal.url ?? container.url,
  };
}

function byId<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
