import { encodeIriPart } from '../base/iri.ts';
import { plainText } from '../base/plain-text.ts';
import type { Funding } from '../base/work.ts';
import { decoded } from './percent.ts';

const start = 'info:eu-repo/grantAgreement/';

/**
 * `info:eu-repo/grantAgreement/EC/FP7/244909//Name/ACRONYM`, the name of a grant in the guidelines of OpenAIRE 3. Only
 * when funder, programme and number are known; the jurisdiction, which we never know, stays empty.
 */
export function grantIri({
  funder,
  programme,
  awardNumber,
  awardIri,
  title,
  acronym,
}: Funding): string | undefined {
  if (awardIri?.startsWith(start)) return awardIri;
  if (!funder || !programme || !awardNumber) return undefined;
  const name = title && plainText(title);
  const named = name || acronym ? ['', name ?? '', ...(acronym ? [acronym] : [])] : [];
  return start + [funder.name, programme, awardNumber, ...named].map(segment).join('/');
}

// A slash would begin the next segment.
const segment = (words: string) => encodeIriPart(words).replaceAll('/', '%2F');

/** What such a name says of its grant. */
export interface GrantWords {
  readonly funder?: string | undefined;
  readonly programme?: string | undefined;
  readonly awardNumber?: string | undefined;
  readonly title?: string | undefined;
  readonly acronym?: string | undefined;
}

export function grantWords(iri: string): GrantWords {
  const [funder, programme, awardNumber, , ...named] = iri.slice(start.length).split('/').map(decoded);
  const acronym = named.length > 1 ? named.at(-1) : undefined;
  return {
    funder,
    programme,
    awardNumber,
    title: (acronym === undefined ? named : named.slice(0, -1)).join('/'),
    acronym,
  };
}
