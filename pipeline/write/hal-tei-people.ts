import { codeList } from '../base/code-list.ts';
import { nameOf } from '../base/values.ts';
import type { Contribution, Identifier, Work } from '../base/work.ts';
import { affiliationElement, structuresOf } from './hal-tei-organisations.ts';
import { listElement, textElement, type Written } from './xml-element.ts';

/** Where a name stands: among the authors, as a consortium, or as one who directed a thesis. */
export type Place = 'author' | 'consortium' | 'supervisor';

/**
 * Everybody who made the work stands among the authors, with a role. HAL takes no author without a person's name: an
 * organisation that signs with others is a consortium; alone, it is the author, whom the schema wants.
 */
export function placeOf(one: Contribution, { contributions }: Pick<Work, 'contributions'>): Place {
  if (one.role === 'supervisor') return 'supervisor';
  if (one.role !== 'author' || one.kind !== 'organisation') return 'author';
  const hasOthers = contributions.some(
    (each) => each.role !== 'supervisor' && (each.role !== 'author' || each.kind !== 'organisation'),
  );
  return hasOthers ? 'consortium' : 'author';
}

/** Those who stand in this place, in printed order. */
export function placedAs(work: Pick<Work, 'contributions'>, place: Place): readonly Contribution[] {
  return work.contributions.filter((one) => nameOf(one).trim() !== '' && placeOf(one, work) === place);
}

/** The authors of `analytic`: HAL passes over those of `titleStmt`. */
export function authors(work: Work): readonly Written[] {
  const signers = placedAs(work, 'author');
  const structures = structuresOf(work, signers);
  return signers.map((one) => ({
    name: 'author',
    attributes: { role: halRole(one) },
    inside: [
      ...(one.kind === 'organisation' ? [] : [persName(one)]),
      ...one.identifiers.flatMap(idno),
      ...(one.kind === 'organisation' ? textElement('orgName', nameOf(one)) : []),
      ...one.affiliations.flatMap((each) => affiliationElement(each, structures)),
    ],
  }));
}

/** Organisations that sign with others. */
export function consortia(work: Work): readonly Written[] {
  return listElement(
    'particDesc',
    placedAs(work, 'consortium').flatMap((one) => textElement('org', nameOf(one), { type: 'consortium' })),
  );
}

/** HAL's code of a role: `aut`, `crp` for who answers letters, and a finer one where HAL has it for the same role. */
export function halRole({ role, marcRelator, corresponding }: Contribution): string {
  if (role === 'author') return corresponding ? 'crp' : 'aut';
  const list = codeList('roles');
  const isKnown = marcRelator !== undefined && list.read('hal', marcRelator) === role;
  return (isKnown ? marcRelator : list.write('hal', role)) ?? 'oth';
}

/**
 * Forename and surname with every particle of it. A name that nobody could take apart is all surname; its forename,
 * which the schema wants and nobody knows, is empty, and HAL will ask for it.
 */
function persName(one: Contribution): Written {
  return {
    name: 'persName',
    inside: [
      { name: 'forename', attributes: { type: 'first' }, inside: forename(one) },
      { name: 'surname', inside: surname(one) },
    ],
  };
}

export const forename = ({ family, given }: Contribution): string => (family ? (given ?? '') : '');

export function surname(one: Contribution): string {
  const { family, particle, droppingParticle, suffix } = one;
  if (!family) return nameOf(one);
  const words = [droppingParticle, particle, family, suffix].filter(Boolean).join(' ');
  return words.replace(/^(d['’]) /, '$1');
}

/** What HAL calls the schemes of people (hal.md section 3); the form that its samples give them. */
const schemes: ReadonlyMap<string, readonly [type: string, form: 'address' | 'bare']> = new Map([
  ['idhal', ['idhal', 'bare']],
  ['halauthorid', ['halauthorid', 'bare']],
  ['orcid', ['ORCID', 'address']],
  ['idref', ['IdRef', 'address']],
  ['isni', ['ISNI', 'address']],
  ['viaf', ['VIAF', 'address']],
  ['arxiv-author', ['arXiv', 'bare']],
  ['researcherid', ['ResearcherId', 'bare']],
]);

/** Whether HAL is told this identifier of a person: a wrong one might load somebody else (hal.md section 3, trap 5). */
export function isPersonTold({ scheme, iri }: Identifier): boolean {
  const [, form] = schemes.get(scheme) ?? [];
  return form === 'bare' || (form === 'address' && iri !== undefined);
}

function idno(identifier: Identifier): readonly Written[] {
  const { scheme, value, iri } = identifier;
  const [type, form] = schemes.get(scheme) ?? [];
  if (!isPersonTold(identifier)) return [];
  const notation = scheme !== 'idhal' ? undefined : /^\d+$/.test(value) ? 'numeric' : 'string';
  return textElement('idno', form === 'address' ? iri : value, { type, notation });
}
