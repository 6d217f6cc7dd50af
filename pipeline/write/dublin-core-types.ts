import { codeList } from '../base/code-list.ts';
import type { ArticleVersion, Work } from '../base/work.ts';

const versions: Readonly<Partial<Record<ArticleVersion, readonly [name: string, coar: string]>>> = {
  submitted: ['submittedVersion', 'c_71e4c1898caa6e32'],
  accepted: ['acceptedVersion', 'c_ab4af688f83e57aa'],
  published: ['publishedVersion', 'c_970fb48d4fbd8a85'],
  corrected: ['updatedVersion', 'c_e19f295774971610'],
};

/** A type as info:eu-repo, as COAR and as a word that people read (ISIDORE section 3). */
export function typesOf({ type }: Work): readonly string[] {
  const write = (column: string) => codeList('types').write(column, type);
  const [semantics, coar, word] = [write('infoEuRepo'), write('coar'), write('dc')];
  return [
    ...(semantics === undefined ? [] : [`info:eu-repo/semantics/${semantics}`]),
    ...(coar === undefined ? [] : [coarType(coar)]),
    ...(word === undefined ? [] : [word]),
  ];
}

export const coarType = (code: string) => `http://purl.org/coar/resource_type/${code}`;

/** The version of the full text, when all its files have the same: the record has one place for it. */
export function versionOf({ links }: Work): ArticleVersion | undefined {
  const [first, ...others] = new Set(
    links.filter(({ role }) => role === 'fulltext').map(({ version }) => version),
  );
  return others.length === 0 ? first : undefined;
}

/** The version by its name at info:eu-repo and by its COAR code; undefined for versions that have neither. */
export function versionNames(work: Work): readonly [name: string, coar: string] | undefined {
  return versions[versionOf(work) ?? 'other'];
}

/** `info:eu-repo/semantics/openAccess`; nothing when nobody knows. */
export function accessName({ access }: Work): string | undefined {
  const code = access && codeList('access').write('infoEuRepo', access.status);
  return code && `info:eu-repo/semantics/${code}`;
}
