import { codeList } from '../base/code-list.ts';
import type { Affiliation, Contribution, Identifier, Work } from '../base/work.ts';
import { familyFirst, familyName, givenName } from './family-first.ts';
import { listElement, textElement, type Written } from './xml-element.ts';

/** Authors in order, then everybody else with the type that the guidelines have for a role. */
export function people({ contributions }: Work): readonly Written[] {
  const authors = contributions.filter(({ role }) => role === 'author');
  const others = contributions.filter(({ role }) => role !== 'author');
  return [
    ...listElement(
      'datacite:creators',
      authors.flatMap((one) => person('creator', one)),
    ),
    ...listElement(
      'datacite:contributors',
      others.flatMap((one) => person('contributor', one, contributorType(one))),
    ),
  ];
}

/** The types of contributors that the schema of the guidelines 4.0 has, among those of ours. */
const types: ReadonlySet<string> = new Set(['Editor', 'Supervisor', 'Other']);

/** `Editor`, `Supervisor`; `Other` for roles that the schema has no word for. */
export function contributorType({ role }: Contribution): string {
  const type = codeList('roles').write('datacite', role);
  return type !== undefined && types.has(type) ? type : 'Other';
}

const nameTypes = { person: 'Personal', organisation: 'Organizational', unknown: undefined } as const;

/** The order of the schema: the name, its parts, identifiers, affiliations. */
function person(element: 'creator' | 'contributor', one: Contribution, type?: string): readonly Written[] {
  const isPerson = one.kind === 'person';
  return listElement(
    `datacite:${element}`,
    [
      ...textElement(`datacite:${element}Name`, familyFirst(one), { nameType: nameTypes[one.kind] }),
      ...(isPerson ? textElement('datacite:givenName', givenName(one)) : []),
      ...(isPerson ? textElement('datacite:familyName', familyName(one)) : []),
      ...one.identifiers.flatMap(nameIdentifier),
      ...one.affiliations.flatMap(affiliation),
    ],
    { contributorType: type },
  );
}

/** How OpenEdition and DataCite write the schemes of people, and where each is resolved. */
const schemes: ReadonlyMap<string, readonly [name: string, uri: string]> = new Map([
  ['orcid', ['ORCID', 'https://orcid.org/']],
  ['isni', ['ISNI', 'https://isni.org/']],
  ['idref', ['IDREF', 'https://www.idref.fr/']],
  ['viaf', ['VIAF', 'https://viaf.org/']],
  ['idhal', ['IdHAL', 'https://cv.hal.science/']],
  ['ror', ['ROR', 'https://ror.org/']],
  ['grid', ['GRID', 'https://www.grid.ac/']],
]);

function nameIdentifier({ scheme, value }: Identifier): readonly Written[] {
  const [name, uri] = value.startsWith('ark:/12148/')
    ? (['BNF', 'https://ark.bnf.fr/'] as const)
    : (schemes.get(scheme) ?? [scheme]);
  return textElement('datacite:nameIdentifier', value, { nameIdentifierScheme: name, schemeURI: uri });
}

/** The identifier of an affiliation that is told: a ROR before any other, and no more than one. */
export function toldIdentifier({ ids }: Pick<Affiliation, 'ids'>): Identifier | undefined {
  return ids.find(({ scheme }) => scheme === 'ror') ?? ids[0];
}

function affiliation(one: Affiliation): readonly Written[] {
  const id = toldIdentifier(one);
  const [name, uri] = schemes.get(id?.scheme ?? '') ?? [id?.scheme];
  const value = id?.scheme === 'ror' ? id.iri : undefined;
  return textElement('datacite:affiliation', one.nameAsPrinted, {
    affiliationIdentifier: value ?? id?.value,
    affiliationIdentifierScheme: name,
    schemeURI: uri,
  });
}
