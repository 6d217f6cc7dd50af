import type { Agent, Concept, Journal } from '../base/entity.ts';
import { fold } from '../base/fold.ts';
import type { LabConcept, LabJournal, LabOrganisation, LabPerson } from '../base/lab.ts';
import type { Identifier, LangText } from '../base/work.ts';
import { readableId } from './things.ts';

// What `lab.yaml` says, as things and the keys that lead to them.

export const identifierKey = ({ scheme, value }: Identifier) => `${scheme}:${value}`;
export const titleKey = (title: LangText) => `title:${fold(title.value)}`;
export const labelKey = (label: LangText) => `label:${label.lang ?? ''}:${fold(label.value)}`;

export function personKeys(person: LabPerson): readonly string[] {
  const names = [`${person.given} ${person.family}`, `${person.family} ${person.given}`, ...person.alias];
  return [...personIdentifiers(person).map(identifierKey), ...names.map((name) => `name:${fold(name)}`)];
}

export function ofPerson(person: LabPerson): Agent {
  const name = `${person.given} ${person.family}`;
  return {
    id: readableId(name),
    kind: 'person',
    name: { value: name },
    given: person.given,
    family: person.family,
    alias: person.alias,
    identifiers: personIdentifiers(person),
    homepage: person.homepage,
    affiliations: person.affiliations
      .filter(({ to }) => to === undefined)
      .map(({ organisation }) => organisation),
  };
}

function personIdentifiers({ orcid, idref, idhal, isni }: LabPerson): readonly Identifier[] {
  return [
    identifier('orcid', orcid, (value) => `https://orcid.org/${value}`),
    identifier('idref', idref, (value) => `http://www.idref.fr/${value}/id`),
    identifier('idhal', idhal, (value) => `https://cv.hal.science/${value}`),
    identifier('isni', isni, (value) => `https://isni.org/isni/${value.replace(/[\s-]/g, '')}`),
  ].flatMap((each) => each ?? []);
}

export function organisationKeys(organisation: LabOrganisation): readonly string[] {
  const names = [organisation.name, ...organisation.alias].map((name) => `name:${fold(name)}`);
  return [...ofOrganisation(organisation).identifiers.map(identifierKey), ...names];
}

export function ofOrganisation({
  name,
  language,
  alias,
  type,
  ror,
  idref,
  isni,
  homepage,
}: LabOrganisation): Agent {
  const identifiers = [
    identifier('ror', ror, (value) => `https://ror.org/${value}`),
    identifier('idref', idref, (value) => `http://www.idref.fr/${value}/id`),
    identifier('isni', isni, (value) => `https://isni.org/isni/${value.replace(/[\s-]/g, '')}`),
  ].flatMap((each) => each ?? []);
  return {
    id: readableId(name),
    kind: 'organisation',
    name: { value: name, lang: language },
    alias,
    organisationType: type,
    identifiers,
    homepage,
    affiliations: [],
  };
}

function identifier(
  scheme: string,
  value: string | undefined,
  address: (value: string) => string,
): Identifier | undefined {
  const bare = value?.replace(/^https?:\/\/[^/]+\//, '').replace(/\/id$/, '');
  return bare ? { scheme, value: bare, iri: address(bare), assertedBy: 'curator' } : undefined;
}

export function pathOf({ type }: LabJournal): string {
  return type === 'book' || type === 'proceedings' ? 'book' : 'journal';
}

export function journalKeys({ title, alias, issn }: LabJournal): readonly string[] {
  return [
    ...issn.map(({ value }) => `issn:${value}`),
    ...[title, ...alias].map((value) => titleKey({ value })),
  ];
}

export function ofJournal({ title, language, type, issn, homepage }: LabJournal): Journal {
  return {
    id: readableId(title),
    type,
    titles: [{ value: title, lang: language }],
    shortTitles: [],
    issn,
    isbn: [],
    identifiers: [],
    url: homepage,
  };
}

export function conceptKeys({ label, alias, exactMatch }: LabConcept): readonly string[] {
  const labels = Object.entries(label).map(([lang, value]) => ({ lang, value }));
  const others = Object.entries(alias).flatMap(([lang, values]) => values.map((value) => ({ lang, value })));
  const bare = [...labels, ...others].map(({ value }) => ({ value }));
  return [...[...labels, ...others, ...bare].map(labelKey), ...exactMatch.map((address) => `iri:${address}`)];
}

export function ofConcept({ label, alias, exactMatch }: LabConcept, language: string): Concept {
  const labels = Object.entries(label).map(([lang, value]) => ({ lang, value }));
  const name = label[language] ?? labels[0]?.value ?? '';
  return {
    id: readableId(name),
    labels,
    alias: Object.entries(alias).flatMap(([lang, values]) => values.map((value) => ({ lang, value }))),
    exactMatch,
  };
}
