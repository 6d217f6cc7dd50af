import { plainText } from '../base/plain-text.ts';
import type { Funding, Identifier } from '../base/work.ts';
import { languageTag } from './language-tag.ts';

/** A grant; DataCite knows none without the name of a funder. */
export function fundingReference({ funder, awardNumber, awardIri, title }: Funding) {
  if (!funder) return undefined;
  const id = funderId(funder.ids);
  return {
    funderName: funder.name,
    funderIdentifier: id && (isAddress.has(id.scheme) ? (id.iri ?? id.value) : id.value),
    funderIdentifierType: id && typeOf(id),
    awardNumber,
    awardUri: awardIri,
    awardTitle: title && plainText(title),
    lang: title && languageTag(title.lang),
  };
}

// DataCite advises ROR, then what Crossref calls a funder.
const schemes = ['ror', 'doi', 'isni', 'grid', 'unknown'];
const isAddress: ReadonlySet<string> = new Set(['ror', 'doi']);

/** The one identifier of a funder that DataCite has room for; of other schemes than these it could not say which. */
export function funderId(ids: readonly Identifier[]): Identifier | undefined {
  const known = schemes.find((scheme) => ids.some((id) => id.scheme === scheme));
  return ids.find(({ scheme }) => scheme === known);
}

function typeOf({ scheme, value }: Identifier): string {
  if (scheme === 'doi') return value.startsWith('10.13039/') ? 'Crossref Funder ID' : 'Other';
  return scheme === 'unknown' ? 'Other' : scheme.toUpperCase();
}
