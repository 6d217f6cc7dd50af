import { encodeIriPart } from '../base/iri.ts';
import type { Iri } from '../base/work.ts';

const doiForm = /^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s?)?(10\.\d{4,9}(?:\.\d+)*\/\S+)$/i;

/** A DOI without its resolver, in lower case (I1), for the places of a work that hold IRIs alone. */
export function bareDoi(text: string): string | undefined {
  return doiForm.exec(text.trim())?.[1]?.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The IRI of a DOI (I1). */
export function doiIri(text: string): Iri | undefined {
  const bare = bareDoi(text);
  return bare === undefined ? undefined : `https://doi.org/${encodeIriPart(bare)}`;
}
