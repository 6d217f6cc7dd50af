import { codeList } from '../base/code-list.ts';
import { plainText } from '../base/plain-text.ts';
import type { Licence, Work } from '../base/work.ts';
import { languageTag } from './language-tag.ts';

/** The licences, which readers look for first, then the access and the end of the embargo as info:eu-repo says them. */
export function rightsList({ licences, access }: Work): readonly object[] {
  const firsts = areFirst(licences);
  const term = access && codeList('access').write('infoEuRepo', access.status);
  const end = embargoEnd(access);
  return [
    ...licences.filter((_, index) => firsts[index]).map(licenceRights),
    ...(access && term
      ? [{ rights: label(access.status), rightsUri: `info:eu-repo/semantics/${term}`, lang: 'en' }]
      : []),
    ...(end === undefined ? [] : [{ rightsUri: `info:eu-repo/date/embargoEnd/${end}` }]),
  ];
}

/** Of each licence whether it is the first to say so: what it is for and from when is not said, and so it is said once. */
export function areFirst(licences: readonly Licence[]): readonly boolean[] {
  const said = new Set<string | undefined>();
  return licences.map((licence) => said.size < said.add(words(licence)).size);
}

const words = ({ iri, text }: Licence) => iri ?? (text && plainText(text));

/** The end of an embargo, when it is a plain date. */
export function embargoEnd(access: Work['access']): string | undefined {
  return /^\d{4}(?:-\d{2}){0,2}$/.exec(access?.embargoUntil ?? '')?.[0];
}

/** `embargoed access` → `Embargoed Access`, as repositories print it. */
function label(status: string): string | undefined {
  return codeList('access')
    .write('en', status)
    ?.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

function licenceRights({ iri, text }: Licence) {
  if (iri === undefined) return { rights: text && plainText(text), lang: text && languageTag(text.lang) };
  const list = codeList('licences');
  const [name, code] = [list.write('en', iri), list.write('spdx', iri)];
  const spdx =
    code === undefined ? {} : { rightsIdentifierScheme: 'SPDX', schemeUri: 'https://spdx.org/licenses/' };
  return {
    rights: name,
    rightsUri: iri,
    rightsIdentifier: code?.toLowerCase(),
    ...spdx,
    lang: name === undefined ? undefined : 'en',
  };
}
