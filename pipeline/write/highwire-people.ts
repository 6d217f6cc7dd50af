import { fold } from '../base/fold.ts';
import { nameOf } from '../base/values.ts';
import type { Contribution, Role } from '../base/work.ts';
import { familyFirst } from './family-first.ts';
import { type Tag, tags } from './highwire-tag.ts';

/** The roles that Highwire has a tag for; Dublin Core calls whoever is no author a contributor. */
const names: Readonly<Partial<Record<Role, readonly [highwire: string, dublinCore: string]>>> = {
  author: ['author', 'creator'],
  editor: ['editor', 'contributor'],
  translator: ['translator', 'contributor'],
};

/** Whether a contribution has a tag; `;` would part its name in two. */
export function isNamed(one: Contribution): boolean {
  return names[one.role] !== undefined && nameOf(one) !== '' && !familyFirst(one).includes(';');
}

/** Each author, and directly after the author what belongs to that one (web-discovery 1). */
export function personTags(one: Contribution): readonly Tag[] {
  const [role] = names[one.role] ?? [];
  if (role === undefined || !isNamed(one)) return [];
  const name = tags(`citation_${role}`, familyFirst(one));
  if (one.role !== 'author') return name;
  return [
    ...name,
    ...tags('citation_author_institution', ...one.affiliations.map(({ nameAsPrinted }) => nameAsPrinted)),
    ...tags('citation_author_orcid', orcidOf(one)?.iri),
  ];
}

/** The ORCID, if it passed its check. */
export function orcidOf({ identifiers }: Contribution): Contribution['identifiers'][number] | undefined {
  return identifiers.find(({ scheme, iri }) => scheme === 'orcid' && iri !== undefined);
}

/**
 * What Highwire's form of a name hides, in Dublin Core: that it is the name of a body, which would otherwise be taken
 * apart like a person's, and how a person's name is printed.
 */
export function nameTags(one: Contribution): readonly Tag[] {
  const [, element] = names[one.role] ?? [];
  if (element === undefined || !isNamed(one)) return [];
  if (one.kind === 'organisation') return tags(`DC.${element}.corporateName`, nameOf(one));
  return tags(`DC.${element}`, printedOf(one));
}

/** The name given first, as printed where its words are the same; undefined where it is inverted in print too. */
export function printedOf(one: Contribution): string | undefined {
  const inverted = familyFirst(one);
  if (!inverted.includes(',') || one.nameAsPrinted === inverted) return undefined;
  const isSame = !one.nameAsPrinted.includes(',') && wordsOf(one.nameAsPrinted) === wordsOf(inverted);
  return isSame ? one.nameAsPrinted : nameOf(one);
}

const wordsOf = (name: string) => fold(name).split(' ').sort().join(' ');
