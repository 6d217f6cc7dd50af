import { describe, expect, test } from 'vitest';
import { UserError } from '../../pipeline/base/user-error.ts';
import { halFields } from '../../pipeline/fetch/hal-api-fields.ts';
import { choiceOf } from '../../pipeline/fetch/index.ts';
import { containerFields } from '../../pipeline/read/hal-container.ts';
import { fundingFields, linkFields } from '../../pipeline/read/hal-links.ts';
import { authorFields } from '../../pipeline/read/hal-people.ts';
import { structureFields } from '../../pipeline/read/hal-structures.ts';

/** `hal /search/LABO/?q=*:*`, with the parameters as a person reads them. */
function meant(address: string, chosen?: string): string | undefined {
  const choice = choiceOf(address, chosen);
  if (!choice) return undefined;
  const { api, query } = choice;
  return `${api.name} ${decodeURIComponent(query.path.replaceAll('+', ' '))}`;
}

const site = 'https://hal.science';
const halApi = 'https://api.archives-ouvertes.fr';
const orcid = '0000-0002-1825-0097';

describe('an address that says whose it is', () => {
  test.each([
    [`${site}/LAB-CODE`, 'hal /search/LAB-CODE/?q=*:*'],
    [`${site}/LAB_CODE/?lang=fr`, 'hal /search/LAB_CODE/?q=*:*'],
    ['https://shs.hal.science/LABO', 'hal /search/LABO/?q=*:*'],
    [`${site}/search/index?q=soin&structId_i=123`, 'hal /search/?q=soin&fq=structId_i:123'],
    [`${site}/search/index/?q=%2A&authIdHal_s=ada-exemple`, 'hal /search/?q=*:*&fq=authIdHal_s:ada-exemple'],
    [`${site}/search/index/?q=authIdHal_s:ada-exemple`, 'hal /search/?q=authIdHal_s:ada-exemple'],
    [`${site}/search/index/q/*/authIdHal_s/ada-exemple`, 'hal /search/?q=*:*&fq=authIdHal_s:ada-exemple'],
    [
      `${site}/LABO/search/index?q=*&docType_s=ART+OR+COMM&rows=30&sort=producedDate_tdate+desc&page=2`,
      'hal /search/LABO/?q=*:*&fq=docType_s:(ART OR COMM)',
    ],
    [
      `${site}/search/index?q=*&authFullName_s=Ada+Exemple`,
      'hal /search/?q=*:*&fq=authFullName_s:"Ada Exemple"',
    ],
    [
      `${site}/search/index?q=*&producedDateY_i=[2010+TO+2020]&structId_i=1`,
      'hal /search/?q=*:*&fq=producedDateY_i:[2010 TO 2020]&fq=structId_i:1',
    ],
    [`${site}/hal-01234567`, 'hal /search/?q=halId_s:"hal-01234567" OR halIdSameAs_s:"hal-01234567"'],
    [`${site}/LABO/hal-01234567v2`, 'hal /search/?q=halId_s:"hal-01234567" OR halIdSameAs_s:"hal-01234567"'],
    [
      'https://shs.hal.science/halshs-00123456v1/document',
      'hal /search/?q=halId_s:"halshs-00123456" OR halIdSameAs_s:"halshs-00123456"',
    ],
    [`${site}/mem_03847446`, 'hal /search/?q=halId_s:"mem_03847446" OR halIdSameAs_s:"mem_03847446"'],
    ['https://cv.hal.science/ada-exemple', 'hal /search/?q=authIdHal_s:"ada-exemple"'],
    ['https://cv.archives-ouvertes.fr/ada-exemple?langChosen=fr', 'hal /search/?q=authIdHal_s:"ada-exemple"'],
    ['https://cv.hal.science/1234', 'hal /search/?q=authIdHal_i:1234'],
    ['https://aurehal.archives-ouvertes.fr/structure/read/id/123', 'hal /search/?q=structId_i:123'],
    [
      `${halApi}/search/?q=*:*&fq=structId_i:123&fl=docid&rows=5&start=5&wt=xml&sort=producedDate_tdate+desc`,
      'hal /search/?q=*:*&fq=structId_i:123&sort=producedDate_tdate desc',
    ],
    [`${halApi}/search/LABO/?wt=json`, 'hal /search/LABO/?q=*:*'],
    [`${halApi}/search/tel?q=soin`, 'hal /search/tel/?q=soin'],
    ['https://doi.org/10.1000/AbC', 'crossref /works/10.1000/abc'],
    ['http://dx.doi.org/10.1000%2Fabc', 'crossref /works/10.1000/abc'],
    ['10.1000/abc(1)', 'crossref /works/10.1000/abc(1)'],
    ['doi:10.1000/abc', 'crossref /works/10.1000/abc'],
    [`https://orcid.org/${orcid}`, `crossref /works?filter=orcid:${orcid}`],
    [orcid, `crossref /works?filter=orcid:${orcid}`],
    [
      'https://api.crossref.org/works?query=soin&rows=2&mailto=a@b.c&select=DOI&utm_source=x',
      'crossref /works?query=soin',
    ],
    [
      'https://api.crossref.org/works?query.author=sorin&filter=type:book&sort=issued&order=asc',
      'crossref /works?query.author=sorin&filter=type:book&sort=issued&order=asc',
    ],
    ['https://api.crossref.org/journals/0012-9658/works', 'crossref /journals/0012-9658/works'],
    ['https://api.crossref.org/v1/works/10.1000%2Fabc', 'crossref /v1/works/10.1000/abc'],
    ['https://openalex.org/A123', 'openalex /works?filter=authorships.author.id:A123'],
    ['https://openalex.org/authors/a123', 'openalex /works?filter=authorships.author.id:A123'],
    ['https://openalex.org/I123', 'openalex /works?filter=authorships.institutions.lineage:I123'],
    ['https://openalex.org/W123', 'openalex /works/W123'],
    ['https://api.openalex.org/works/W123?select=id', 'openalex /works/W123'],
    ['https://api.openalex.org/works/doi:10.1000/abc', 'openalex /works/https://doi.org/10.1000/abc'],
    [
      'https://openalex.org/works?page=1&filter=authorships.institutions.lineage:i123&sort=cited_by_count:desc',
      'openalex /works?filter=authorships.institutions.lineage:i123&sort=cited_by_count:desc',
    ],
    [
      'https://api.openalex.org/works?filter=author.id:A1&per-page=5&cursor=*&api_key=k',
      'openalex /works?filter=author.id:A1',
    ],
    ['https://api.datacite.org/dois?query=soin&page[size]=5', 'datacite /dois?query=soin'],
    ['https://api.datacite.org/dois?client-id=cern.zenodo', 'datacite /dois?client-id=cern.zenodo'],
    ['https://api.datacite.org/dois/10.5281%2Fzenodo.1', 'datacite /dois/10.5281/zenodo.1'],
    ['https://commons.datacite.org/doi.org/10.5281/zenodo.1', 'datacite /dois/10.5281/zenodo.1'],
    [
      `https://commons.datacite.org/orcid.org/${orcid}`,
      `datacite /dois?query=creators.nameIdentifiers.nameIdentifier:("https://orcid.org/${orcid}" OR "${orcid}")`,
    ],
  ])('%s → %s', (address, expected) => expect(meant(address)).toBe(expected));
});

describe('an address that could mean several', () => {
  test.each([
    [orcid, 'openalex', `openalex /works?filter=author.orcid:${orcid}`],
    ['10.1000/abc', 'openalex', 'openalex /works/https://doi.org/10.1000/abc'],
    ['https://doi.org/10.5281/zenodo.1', 'datacite', 'datacite /dois/10.5281/zenodo.1'],
    ['https://metadata.openedition.org/oai', undefined, undefined],
    [`${halApi}/oai/hal/`, undefined, undefined],
    ['https://hal.science/LABO', 'oai', undefined],
    ['labo', undefined, undefined],
  ])('%s, for %s → %s', (address, chosen, expected) => expect(meant(address, chosen)).toBe(expected));
});

describe('refuses what it would have to guess, and names what it understands', () => {
  test.each([
    [site, undefined],
    [`${site}/browse/last`, undefined],
    [`${site}/search/advanced`, undefined],
    [`${site}/search/index?q=*`, undefined],
    [`${site}/LABO/browse/author`, undefined],
    [`${halApi}/search/`, undefined],
    [`${halApi}/ref/structure/?q=labo`, undefined],
    ['https://aurehal.archives-ouvertes.fr/author/read/id/1', undefined],
    ['https://cv.hal.science/', undefined],
    ['https://api.crossref.org/members', undefined],
    ['https://api.crossref.org/works/10.1000/abc/agency', undefined],
    ['https://doi.org/abc', undefined],
    ['https://orcid.org/0000-0002-1825-0098', undefined],
    ['0000-0002-1825-0098', undefined],
    ['https://openalex.org/S123', undefined],
    ['https://api.openalex.org/works', undefined],
    ['https://api.openalex.org/authors/A1?filter=x', undefined],
    ['https://api.datacite.org/clients', undefined],
    ['https://api.datacite.org/dois', undefined],
    ['https://commons.datacite.org/ror.org/02s376052', undefined],
    ['10.1000/abc', 'hal'],
    ['https://hal.science/LABO', 'crossref'],
  ])('%s, for %s', (address, chosen) => {
    expect(() => choiceOf(address, chosen)).toThrow(UserError);
    expect(() => choiceOf(address, chosen)).toThrow(
      /no address that is understood for \w+; expected:\n {2}https/,
    );
  });

  test.each([
    [`${halApi}/search/?q=a&group=true`, 'group'],
    [`${site}/search/index?q=a&foo=b`, 'foo'],
    [`${site}/LABO?q=a`, 'q'],
    ['https://api.crossref.org/works?sample=10', 'sample'],
    ['https://api.openalex.org/works?filter=a:b&group_by=type', 'group_by'],
    ['https://api.datacite.org/dois?random=true', 'random'],
  ])('%s, for its %s', (address, name) =>
    expect(() => choiceOf(address, undefined)).toThrow(`the parameter “${name}” is not understood`),
  );
});

describe('a search on a portal', () => {
  const docs = [
    { id: '9', code: 'tel', url: 'https://theses.hal.science' },
    { id: '10', code: 'univ-lyon2', url: 'https://univ-lyon2.hal.science/' },
  ];
  test.each([
    ['https://theses.hal.science/search/index?q=soin', '/search/tel/?q=soin'],
    ['https://univ-lyon2.hal.science/search/index?q=*', '/search/univ-lyon2/?q=*:*'],
    ['https://autre.hal.science/search/index?q=soin', undefined],
    ['https://theses.hal.science/LABO/search/index?q=soin', 'known'],
    [`${site}/search/index?q=soin`, 'known'],
  ])('%s → %s', (address, expected) => {
    const open = choiceOf(address, undefined)?.query.open;
    const path = open ? open.path({ response: { docs } }) : 'known';
    expect(path && decodeURIComponent(path)).toBe(expected);
  });
});

test('names every field of HAL that is read', () => {
  const read = [containerFields, linkFields, fundingFields, authorFields, structureFields];
  expect(read.flatMap((fields) => [...fields]).filter((field) => !halFields.includes(field))).toEqual([]);
});
