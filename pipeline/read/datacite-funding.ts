import { isIri } from '../base/iri.ts';
import type { Funding, Identifier } from '../base/work.ts';
import { contributorsOf, identifier, isFunder } from './datacite-people.ts';
import { said } from './datacite-words.ts';
import { bareDoi, doiIri } from './doi.ts';
import { keep, keepOthers, keepWhole, type Part, partsOf, words } from './json-part.ts';

/** The funding references, then the contributors that kernels 2 and 3 call funders. */
export function fundingOf(record: Part): readonly Funding[] {
  return [
    ...partsOf(record, 'fundingReferences').flatMap(referenced),
    ...contributorsOf(record).filter(isFunder).flatMap(contributed),
  ];
}

const known: ReadonlySet<string> = new Set([
  ...['funderName', 'funderIdentifier', 'funderIdentifierType', 'schemeUri'],
  ...['awardNumber', 'awardUri', 'awardTitle', 'lang'],
]);

function referenced(part: Part): readonly Funding[] {
  keepOthers(part, known);
  const name = said(part, 'funderName');
  const ids = identifier(part, 'funderIdentifier', 'funderIdentifierType').map(stated);
  if (name === undefined) {
    for (const key of ['funderIdentifier', 'funderIdentifierType']) keep(part, key, part.of[key]);
  }
  const [awardNumber, title, address] = [
    said(part, 'awardNumber'),
    said(part, 'awardTitle'),
    words(part, 'awardUri'),
  ];
  const lang = words(part, 'lang');
  const awardIri =
    address === undefined ? undefined : (doiIri(address) ?? (isIri(address) ? address : undefined));
  if (awardIri === undefined) keep(part, 'awardUri', address);
  if (title === undefined) keep(part, 'lang', lang);
  const funder = name === undefined ? undefined : { name, ids };
  const isSaid = [funder, awardNumber, title, awardIri].some((value) => value !== undefined);
  return isSaid
    ? [{ funder, awardNumber, awardIri, title: title === undefined ? undefined : { value: title, lang } }]
    : [];
}

const ofFunder: ReadonlySet<string> = new Set(['name', 'nameType', 'nameIdentifiers', 'contributorType']);

function contributed(part: Part): readonly Funding[] {
  const name = said(part, 'name');
  if (name === undefined) {
    keepWhole(part);
    return [];
  }
  keepOthers(part, ofFunder);
  const ids = partsOf(part, 'nameIdentifiers').flatMap((each) =>
    identifier(each, 'nameIdentifier', 'nameIdentifierScheme').map(stated),
  );
  return [{ funder: { name, ids } }];
}

const rorForm = /^(?:https?:\/\/)?(?:www\.)?ror\.org\/(0[0-9a-z]{6}\d{2})\/?$/i;

/** A funder's identifier in its last form: nobody tidies it after this. */
function stated({
  scheme,
  value,
}: {
  readonly scheme?: string | undefined;
  readonly value: string;
}): Identifier {
  // A number of the Crossref funder list is the end of its DOI.
  const isNumber = scheme?.startsWith('crossref-funder') && /^\d{9,12}$/.test(value);
  const doi = bareDoi(isNumber ? `10.13039/${value}` : value);
  if (doi !== undefined) return { scheme: 'doi', value: doi, iri: doiIri(doi) };
  const ror = rorForm.exec(value)?.[1]?.toLowerCase();
  if (ror !== undefined) return { scheme: 'ror', value: ror, iri: `https://ror.org/${ror}` };
  const iri = isIri(value) && /^https?:/.test(value) ? value : undefined;
  return { scheme: scheme === undefined || scheme === 'other' ? 'unknown' : scheme, value, iri };
}
