import { codeList } from '../base/code-list.ts';
import { nameOf } from '../base/values.ts';
import type { Contribution } from '../base/work.ts';

/** A name of CSL-JSON (csl-data.json, `name-variable`): its parts, or the whole where it has none. */
export interface CslName {
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  readonly 'non-dropping-particle'?: string | undefined;
  readonly 'dropping-particle'?: string | undefined;
  readonly suffix?: string | undefined;
  readonly 'comma-suffix'?: true | undefined;
  readonly literal?: string | undefined;
}

/** A name as citeproc needs it. */
export function cslName(one: Contribution): CslName {
  const { family, given, particle, droppingParticle, suffix } = one;
  if (!isSplit(one)) return { literal: nameOf(one) };
  return {
    family,
    given,
    'non-dropping-particle': particle,
    'dropping-particle': droppingParticle,
    suffix,
    'comma-suffix': suffix !== undefined && one.nameAsPrinted.endsWith(`, ${suffix}`) ? true : undefined,
  };
}

/** Whether the parts of a name are written apart: citeproc sorts by the family name, and needs one. */
export function isSplit({ kind, family }: Contribution): boolean {
  return kind !== 'organisation' && Boolean(family);
}

/** The name as citeproc prints it in a sentence. */
export function cslPrinted(one: Contribution): string {
  if (!isSplit(one)) return nameOf(one);
  const { given, droppingParticle, particle, family, suffix } = one;
  const name = [given, droppingParticle, particle, family].filter(Boolean).join(' ');
  const elided = name.replace(/(?<=(?:^| )[dl]['’]) /g, '');
  if (suffix === undefined) return elided;
  return `${elided}${cslName(one)['comma-suffix'] ? ',' : ''} ${suffix}`;
}

/** The variable that says best what somebody did, by relator where CSL has one for it, and what it is read back as. */
export interface CslVariable {
  readonly name: string;
  readonly role: string;
  readonly marcRelator: string | undefined;
}

const known = new Map<string, CslVariable>();

/** The variable for what somebody did. */
export function cslVariable({ role, marcRelator }: Contribution): CslVariable {
  const key = `${role} ${marcRelator ?? ''}`;
  const before = known.get(key);
  if (before) return before;
  const exact = marcRelator === undefined ? undefined : codeList('relators').write('csl', marcRelator);
  const finer = exact === undefined ? undefined : readBack(exact);
  const variable =
    finer?.role === role ? finer : readBack(codeList('roles').write('csl', role) ?? 'contributor');
  known.set(key, variable);
  return variable;
}

function readBack(name: string): CslVariable {
  return {
    name,
    role: codeList('roles').read('csl', name) ?? 'other',
    marcRelator: codeList('relators').read('csl', name),
  };
}
