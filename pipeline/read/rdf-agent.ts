import { hash } from 'node:crypto';
import type { DraftAffiliation, DraftContribution, DraftIdentifier } from '../base/draft.ts';
import { isWebAddress } from '../base/iri.ts';
import { isReference } from './rdf-graph.ts';
import { isCatalogued, withoutYears } from './rdf-isbd.ts';
import {
  addresses,
  classes,
  once,
  type Reading,
  saidBy,
  says,
  type Thing,
  textOf,
  texts,
  thing,
  word,
} from './rdf-node.ts';
import { keyOf } from './rdf-terms.ts';

const nameKeys = [
  'foaf:name',
  'schema:name',
  'vcard:fn',
  'skos:prefLabel',
  'rdfs:label',
  'vcard:organization-name',
];
const givenKeys = [
  'foaf:givenName',
  'schema:givenName',
  'foaf:firstName',
  'foaf:givenname',
  'vcard:given-name',
];
const familyKeys = [
  'foaf:familyName',
  'schema:familyName',
  'foaf:family_name',
  'foaf:lastName',
  'foaf:surname',
  'vcard:family-name',
];
const organisations =
  /^(?:foaf:(?:Organization|Group)|schema:\w*Organi[sz]ation|org:\w+|vcard:Organization)$/;

/** A person or a body as the graph describes it; undefined when it has no name. */
export function agentOf(reading: Reading, node: Thing): Omit<DraftContribution, 'role'> | undefined {
  if (!says(node, ...nameKeys, ...familyKeys)) return undefined;
  const keys = classes(node).map(keyOf);
  const given = word(node, ...givenKeys);
  const family = word(node, ...familyKeys);
  const name = nameOf(node);
  const isPerson = keys.includes('foaf:Person') || keys.includes('schema:Person');
  const kind = isPerson ? 'person' : keys.some((key) => organisations.test(key)) ? 'organisation' : undefined;
  return {
    ...(kind && { kind }),
    ...(name !== undefined && { nameAsPrinted: name }),
    given,
    family,
    ...(name === undefined || family === undefined ? {} : between(name, given ?? '', family)),
    identifiers: identifiersOf(reading, node),
    emailSha: emailOf(node),
  };
}

/** A catalogue's heading without its years, which are kept with the whole of it. */
function nameOf(node: Thing): string | undefined {
  if (!isCatalogued(node.id)) return word(node, ...nameKeys);
  const said = saidBy(node, ...nameKeys)[0];
  const whole = said && textOf(said.value)?.value.replace(/\s+/g, ' ');
  if (!said || whole === undefined) return undefined;
  const name = withoutYears(whole);
  said.taken = name === whole;
  return name;
}

const particles = /^(?:de|du|d['’]|de la|de l['’]|des|von|van|von der|zu|dos|da|do|di)$/i;
const suffixes = /^(?:jr\.?|sr\.?|I{1,3}|IV|V)$/i;

/** What a name says besides given and family name: `Jean de La Fontaine`. */
function between(
  name: string,
  given: string,
  family: string,
): Pick<DraftContribution, 'droppingParticle' | 'suffix'> {
  const at = name.indexOf(family, given.length);
  if (!name.startsWith(given) || at < 0) return {};
  const [inside, after] = [name.slice(given.length, at).trim(), name.slice(at + family.length).trim()];
  return {
    droppingParticle: particles.test(inside) ? inside : undefined,
    suffix: suffixes.test(after) ? after : undefined,
  };
}

/** What the same person or body is called elsewhere, and its address here unless we gave it. */
function identifiersOf(reading: Reading, node: Thing): readonly DraftIdentifier[] | undefined {
  const own = isOwn(reading, node) || !isWebAddress(node.id) ? [] : [node.id];
  const others = addresses(node, 'owl:sameAs', 'schema:sameAs');
  const values = [...new Set([...own, ...others, ...statedIdentifiers(reading, node)])];
  return values.length > 0 ? values.map((value) => ({ value })) : undefined;
}

/** Whether the thing has an address in our own graph only. */
export const isOwn = ({ base }: Reading, { id }: Thing) => base !== undefined && id.startsWith(base);

function statedIdentifiers(reading: Reading, node: Thing): readonly string[] {
  const stated = texts(node, 'schema:identifier', 'dcterms:identifier', 'dc:identifier').map(
    ({ value }) => value,
  );
  const parts = saidBy(node, 'schema:identifier').flatMap((said) => {
    const part = isReference(said.value) ? thing(reading, said.value.id) : undefined;
    const value = part && word(part, 'schema:url', 'schema:value');
    if (part && value !== undefined) said.taken = true;
    return value === undefined ? [] : [value];
  });
  return [...stated, ...parts];
}

/** An address in clear is never kept. */
function emailOf(node: Thing): string | undefined {
  const sha = word(node, 'foaf:mbox_sha1sum');
  for (const each of saidBy(node, 'foaf:mbox', 'schema:email')) {
    each.taken = true;
    const text = isReference(each.value) ? each.value.id : each.value.text;
    if (sha !== undefined || text === '') continue;
    const address = text.startsWith('mailto:') ? text : `mailto:${text}`;
    return hash('sha1', address);
  }
  return sha;
}

/** Bodies by their names; one without a name is left. */
export function bodiesOf(
  reading: Reading,
  of: Thing,
  ...keys: readonly string[]
): readonly DraftAffiliation[] {
  return saidBy(of, ...keys).flatMap((said): readonly DraftAffiliation[] => {
    const text = textOf(said.value)?.value;
    if (text !== undefined) {
      said.taken = true;
      return text === '' ? [] : [{ nameAsPrinted: text }];
    }
    const node = isReference(said.value) ? thing(reading, said.value.id) : undefined;
    const body = node && once(reading.made.body, node.id, () => bodyOf(reading, node));
    if (!body) return [];
    said.taken = true;
    return [body];
  });
}

function bodyOf(reading: Reading, node: Thing): DraftAffiliation | undefined {
  const agent = once(reading.made.agent, node.id, () => agentOf(reading, node));
  const nameAsPrinted = agent?.nameAsPrinted;
  return nameAsPrinted === undefined ? undefined : { nameAsPrinted, ids: agent?.identifiers };
}
