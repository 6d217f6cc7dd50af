import { codeList } from '../base/code-list.ts';
import type { DraftAffiliation, DraftContribution, DraftIdentifier } from '../base/draft.ts';
import { type Role, roles } from '../base/work.ts';
import { keepElement, keepOn, keepRest, type Sheet } from './sheet.ts';
import { attribute, type Element, elementsOf, textOf } from './xml-tree.ts';

const isRole = (word: string | undefined): word is Role => roles.some((role) => role === word);

/** A creator, or a contributor with the role that its type has among ours; a type that has none is kept. */
export function readPerson(on: Sheet, element: Element): void {
  const type = attribute(element, 'contributorType');
  const role = element.name === 'creator' ? 'author' : type && codeList('roles').read('datacite', type);
  // Other repositories write the name into the element itself.
  const name = textOf(elementsOf(element, 'creatorName', 'contributorName')[0]) ?? bareName(element);
  const parts = partsOf(on, element, name);
  if (name === undefined && parts.family === undefined && parts.given === undefined) {
    keepElement(on, element.name, element);
    return;
  }
  // Several types are one role of ours.
  if (type !== undefined && codeList('roles').write('datacite', role ?? '') !== type)
    keepOn(on, `${element.name}.@contributorType`, { type, name });
  keepRest(on, element.name, element, ['contributorType'], known);
  on.contributions.push({
    role: isRole(role) ? role : 'contributor',
    ...(name === undefined ? {} : { nameAsPrinted: name }),
    ...kindOf(on, element, name),
    ...parts,
    ...suffixOf(name, parts),
    ...someIdentifiers(on, element),
    ...someAffiliations(on, element),
  });
}

const known = ['creatorName', 'contributorName', 'givenName', 'familyName', 'affiliation', 'nameIdentifier'];

function bareName(element: Element): string | undefined {
  return elementsOf(element).length === 0 ? textOf(element) : undefined;
}

function kindOf(
  on: Sheet,
  element: Element,
  name: string | undefined,
): Pick<DraftContribution, 'kind' | 'literal'> {
  const [held] = elementsOf(element, 'creatorName', 'contributorName');
  if (!held) return {};
  keepRest(on, `${element.name}.${held.name}`, held, ['nameType', 'xml:lang']);
  const type = attribute(held, 'nameType');
  if (type === 'Organizational')
    return { kind: 'organisation', ...(name === undefined ? {} : { literal: name }) };
  return type === 'Personal' ? { kind: 'person' } : {};
}

/** The parts of a name, unless they contradict the whole: OpenEdition had them the wrong way round in 2025. */
function partsOf(on: Sheet, element: Element, name: string | undefined): { family?: string; given?: string } {
  const [family, given] = ['familyName', 'givenName'].map((part) => textOf(elementsOf(element, part)[0]));
  if (family !== undefined && given !== undefined && family !== given && name === `${given}, ${family}`) {
    keepOn(on, element.name, { name, familyName: family, givenName: given });
    return {};
  }
  return { ...(family === undefined ? {} : { family }), ...(given === undefined ? {} : { given }) };
}

/** `Exemple, Ada, Jr`: what follows both parts of a name, for which there is no element. */
function suffixOf(
  name: string | undefined,
  { family, given }: { family?: string; given?: string },
): { suffix?: string } {
  const start = `${family}, ${given}, `;
  return name?.startsWith(start) && name.length > start.length ? { suffix: name.slice(start.length) } : {};
}

/** Schemes that have their own resolver, whatever `schemeURI` says. */
const schemes: ReadonlySet<string> = new Set([
  'orcid',
  'isni',
  'idref',
  'viaf',
  'ror',
  'idhal',
  'grid',
  'bnf',
]);

function someIdentifiers(on: Sheet, element: Element): { identifiers?: readonly DraftIdentifier[] } {
  const identifiers = elementsOf(element, 'nameIdentifier').flatMap((each): readonly DraftIdentifier[] => {
    const value = textOf(each);
    if (value === undefined) return [];
    const scheme = attribute(each, 'nameIdentifierScheme')?.toLowerCase();
    const isKnown = scheme !== undefined && schemes.has(scheme);
    keepRest(on, 'nameIdentifier', each, ['nameIdentifierScheme', ...(isKnown ? ['schemeURI'] : [])]);
    return [value.startsWith('ark:') ? { scheme: 'ark', value } : { scheme, value }];
  });
  return identifiers.length === 0 ? {} : { identifiers };
}

function someAffiliations(on: Sheet, element: Element): { affiliations?: readonly DraftAffiliation[] } {
  const affiliations = elementsOf(element, 'affiliation').flatMap((each): readonly DraftAffiliation[] => {
    const nameAsPrinted = textOf(each);
    if (nameAsPrinted === undefined) return [];
    const value = attribute(each, 'affiliationIdentifier');
    const scheme = attribute(each, 'affiliationIdentifierScheme')?.toLowerCase();
    const identified = ['affiliationIdentifier', 'affiliationIdentifierScheme', 'schemeURI'];
    keepRest(on, 'affiliation', each, value === undefined ? [] : identified);
    return [value === undefined ? { nameAsPrinted } : { nameAsPrinted, ids: [{ scheme, value }] }];
  });
  return affiliations.length === 0 ? {} : { affiliations };
}
