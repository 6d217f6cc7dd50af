import { isIri, isWebAddress } from '../base/iri.ts';
import type { Funding, Identifier } from '../base/work.ts';
import { bareDoi, doiIri } from './doi.ts';
import { grantOf } from './grant.ts';
import { keepElement, keepRest, type Sheet } from './sheet.ts';
import { languageOf, tagOf, textIn } from './statement.ts';
import { attribute, type Element, elementsOf, textOf } from './xml-tree.ts';

const known = ['funderName', 'funderIdentifier', 'fundingStream', 'awardNumber', 'awardTitle'];

/** Who paid, by which programme and award. */
export function readFunding(on: Sheet, element: Element): void {
  const [name, stream, number] = ['funderName', 'fundingStream', 'awardNumber'].map((child) =>
    textOf(elementsOf(element, child)[0]),
  );
  const [award] = elementsOf(element, 'awardNumber');
  const [title] = elementsOf(element, 'awardTitle');
  const uri = attribute(award, 'awardURI');
  const ids =
    name === undefined ? [] : elementsOf(element, 'funderIdentifier').flatMap((each) => idOf(on, each));
  keepRest(
    on,
    'fundingReference',
    element,
    [],
    name === undefined ? known.filter((each) => each !== 'funderIdentifier') : known,
  );
  if (award) keepRest(on, 'awardNumber', award, uri === undefined || isIri(uri) ? ['awardURI'] : []);
  if (uri !== undefined && number === undefined && award) keepElement(on, 'awardNumber', award);
  const titleWords = textOf(title);
  const stated: Funding = {
    ...(name === undefined ? {} : { funder: { name, ids } }),
    ...(stream === undefined ? {} : { programme: stream }),
    ...(number === undefined ? {} : { awardNumber: number }),
    ...(uri !== undefined && isIri(uri) ? { awardIri: uri } : {}),
    ...(title && titleWords !== undefined
      ? { title: textIn({ words: titleWords, lang: tagOf(languageOf(title)) }) }
      : {}),
  };
  const agreement = number === undefined ? undefined : grantOf(number);
  const funding = agreement ? { ...agreement, ...stated, awardNumber: agreement.awardNumber } : stated;
  if (Object.keys(funding).length > 0) on.funding.push(funding);
}

const ror = /^https:\/\/ror\.org\/(\w+)$/;

function idOf(on: Sheet, element: Element): readonly Identifier[] {
  const value = textOf(element);
  if (value === undefined) return [];
  keepRest(on, 'funderIdentifier', element, ['funderIdentifierType', 'schemeURI']);
  const doi = bareDoi(value);
  const iri = doiIri(value) ?? (isWebAddress(value) ? value : undefined);
  const scheme =
    doi === undefined ? (attribute(element, 'funderIdentifierType')?.toLowerCase() ?? 'unknown') : 'doi';
  return [{ scheme, value: doi ?? ror.exec(value)?.[1] ?? value, ...(iri === undefined ? {} : { iri }) }];
}
