import { codeList } from '../base/code-list.ts';
import type { DraftAffiliation, DraftContribution } from '../base/draft.ts';
import { type Role, roles } from '../base/work.ts';
import { refuseTooMany } from './name-count.ts';
import { agentOf, bodiesOf, isOwn } from './rdf-agent.ts';
import { isReference, type Value } from './rdf-graph.ts';
import {
  classes,
  ids,
  members,
  once,
  type Reading,
  saidBy,
  says,
  type Thing,
  textOf,
  thing,
  word,
} from './rdf-node.ts';
import { keyOf } from './rdf-terms.ts';
import { isOfHal } from './rdf-texts.ts';

interface As {
  readonly role: Role;
  readonly marcRelator?: string | undefined;
}

type Row = readonly [key: string, role: Role, how?: 'list' | 'general'];

/** What names a contributor, lists before the rest; `general` says less than another role of the same person. */
// biome-ignore format: a table
const rows: readonly Row[] = [
  ['bibo:authorList',        'author', 'list'],
  ['bibo:editorList',        'editor', 'list'],
  ['bibo:contributorList',   'contributor', 'list'],
  ['schema:author',          'author'],
  ['schema:editor',          'editor'],
  ['bibo:editor',            'editor'],
  ['schema:translator',      'translator'],
  ['bibo:translator',        'translator'],
  ['schema:illustrator',     'illustrator'],
  ['dcterms:creator',        'author', 'general'],
  ['dc:creator',             'author', 'general'],
  ['schema:creator',         'author', 'general'],
  ['foaf:maker',             'author', 'general'],
  ['schema:contributor',     'contributor', 'general'],
  ['dcterms:contributor',    'contributor', 'general'],
  ['dc:contributor',         'contributor', 'general'],
];

/**
 * Who made a work. The signatures of our graphs give position, name as printed, role and affiliations; elsewhere the
 * order is that of a list, or, where none is, that of the text, which says nothing.
 */
export function peopleOf(reading: Reading): readonly DraftContribution[] {
  const people = new People(reading);
  people.signatures();
  people.relators();
  for (const row of rows) people.row(row);
  people.makers();
  const list = people.found;
  refuseTooMany(list.length);
  if (list.some(({ position }) => position !== undefined)) return numbered(list);
  // Authors before the others, as every format prints them.
  return [...list.filter(({ role }) => role === 'author'), ...list.filter(({ role }) => role !== 'author')];
}

/** Positions are data where they run from 1 without a gap; else the order alone is. */
function numbered(list: readonly DraftContribution[]): readonly DraftContribution[] {
  const sorted = [...list].sort((a, b) => (a.position ?? list.length) - (b.position ?? list.length));
  return sorted.map(({ position: _position, ...rest }) => rest);
}

class People {
  readonly found: DraftContribution[] = [];
  readonly #reading: Reading;
  readonly #known = new Map<string, Set<Role>>();
  readonly #isHal: boolean;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#isHal = isOfHal(reading);
  }

  /** `prov:qualifiedAttribution` */
  signatures(): void {
    for (const id of ids(this.#reading.work, 'prov:qualifiedAttribution')) {
      const signature = thing(this.#reading, id);
      if (!signature) continue;
      classes(signature);
      const agent = ids(signature, 'prov:agent')[0];
      const printed = word(signature, 'schema:name', 'rdfs:label');
      const as = roleOf(ids(signature, 'prov:hadRole')[0]) ?? { role: 'other' };
      const position = Number(word(signature, 'schema:position'));
      const affiliations = this.#bodies(signature, 'schema:affiliation');
      if (agent !== undefined) this.#know(agent, as.role);
      const one = this.#agent(agent, printed);
      if (!one) continue;
      const place = Number.isFinite(position) ? { position } : {};
      this.found.push({ ...one, ...as, ...(affiliations.length > 0 && { affiliations }), ...place });
    }
  }

  /** MARC relators as properties: `marcrel:aut`. */
  relators(): void {
    for (const said of this.#reading.work.said) {
      if (said.taken || !said.key.startsWith('marcrel:')) continue;
      const as = roleOf(said.property);
      if (as) said.taken = this.#add(said.value, as);
    }
  }

  row([key, role, how]: Row): void {
    // Of HAL it is who deposited the work.
    if (this.#isHal && key === 'dcterms:contributor') return;
    for (const said of saidBy(this.#reading.work, key)) {
      const list = isReference(said.value) ? members(this.#reading, said.value.id) : undefined;
      if (list) {
        said.taken = true;
        for (const value of list) this.#add(value, { role });
      } else said.taken = this.#add(said.value, { role }, how === 'general');
    }
  }

  /** Who says to have made the work: `foaf:made`. */
  makers(): void {
    for (const { from, said } of this.#reading.incoming) {
      if (said.key !== 'foaf:made' && said.key !== 'foaf:publications') continue;
      said.taken = this.#add({ id: from.id }, { role: 'author' }, true);
    }
  }

  /** Whether the value is understood: one of a role that is known is no second contribution. */
  #add(value: Value, as: As, isGeneral = false): boolean {
    if (!isReference(value)) {
      const name = textOf(value)?.value ?? '';
      if (name === '') return true;
      if (this.#isKnown(`"${name}`, as.role, isGeneral)) return true;
      this.#know(`"${name}`, as.role);
      this.found.push({ ...as, nameAsPrinted: name });
      return true;
    }
    if (this.#isKnown(value.id, as.role, isGeneral)) return true;
    const one = this.#qualified(value.id, as) ?? this.#agent(value.id);
    if (!one) return false;
    this.#know(value.id, as.role);
    this.found.push({ ...as, ...one });
    return true;
  }

  #isKnown(id: string, role: Role, isGeneral: boolean): boolean {
    const known = this.#known.get(id);
    return known !== undefined && (isGeneral || known.has(role));
  }

  #know(id: string, role: Role): void {
    const known = this.#known.get(id);
    if (known) known.add(role);
    else this.#known.set(id, new Set([role]));
  }

  /** HAL's node for a person in a role, with the bodies that the person worked for. */
  #qualified(id: string, as: As): (As & DraftContribution) | undefined {
    const node = thing(this.#reading, id);
    if (!node || !says(node, 'hal:person')) return undefined;
    const person = saidBy(node, 'hal:person')[0];
    const one = person && isReference(person.value) ? this.#agent(person.value.id) : undefined;
    if (!one) return undefined;
    if (person) person.taken = true;
    const names = classes(node).map(keyOf);
    const role = names.flatMap((name) => halRoles.get(name) ?? [])[0] ?? as;
    const corresponding = names.includes('hal:CorrespondingAuthor') ? true : undefined;
    return { ...one, ...role, corresponding, affiliations: this.#bodies(node, 'hal:structure') };
  }

  /** Undefined when neither the graph nor a signature has a name: an address is none. */
  #agent(id: string | undefined, printed?: string): Omit<DraftContribution, 'role'> | undefined {
    const node = id === undefined ? undefined : thing(this.#reading, id);
    const agent = node && once(this.#reading.made.person, node.id, () => this.#person(node));
    if (!agent || printed === undefined) {
      return agent ?? (printed === undefined ? undefined : { nameAsPrinted: printed });
    }
    for (const each of saidBy(node, 'schema:alternateName')) {
      if (textOf(each.value)?.value === printed) each.taken = true;
    }
    return { ...agent, nameAsPrinted: printed };
  }

  /** What a lab says of its people is not said of this work: there only signatures tell affiliations. */
  #person(node: Thing): Omit<DraftContribution, 'role'> | undefined {
    const agent = once(this.#reading.made.agent, node.id, () => agentOf(this.#reading, node));
    if (!agent || isOwn(this.#reading, node)) return agent;
    const affiliations = this.#bodies(node, 'schema:affiliation', 'org:memberOf', 'foaf:member');
    return affiliations.length > 0 ? { ...agent, affiliations } : agent;
  }

  #bodies(of: Thing, ...keys: readonly string[]): readonly DraftAffiliation[] {
    return bodiesOf(this.#reading, of, ...keys);
  }
}

const halRoles: ReadonlyMap<string, As> = new Map<string, As>([
  ['hal:Author', { role: 'author' }],
  ['hal:CorrespondingAuthor', { role: 'author' }],
  ['hal:Editor', { role: 'editor' }],
  ['hal:Contributor', { role: 'contributor' }],
  ['hal:ScientificAdvisor', { role: 'contributor', marcRelator: 'sad' }],
  ['hal:Producer', { role: 'other', marcRelator: 'pro' }],
  ['hal:Speaker', { role: 'other', marcRelator: 'spk' }],
]);

const relator =
  /^https?:\/\/(?:id\.loc\.gov\/vocabulary\/relators|www\.loc\.gov\/loc\.terms\/relators)\/([a-z]{3})$/i;

/** The role of a MARC relator; its code is said where the role alone would not give it back. */
function roleOf(iri: string | undefined): As | undefined {
  const code = iri === undefined ? undefined : relator.exec(iri)?.[1]?.toLowerCase();
  if (code === undefined) return undefined;
  const list = codeList('roles');
  const word = list.read('marc', code);
  const role = roles.find((each) => each === word) ?? 'other';
  return list.write('marc', role) === code ? { role } : { role, marcRelator: code };
}
