import type { Words } from '../base/words.ts';

/** Why a request to the endpoint is not answered. */
export interface Refusal {
  /** HTTP status. */
  readonly status: number;
  readonly words: Words;
  readonly fields?: Readonly<Record<string, string>>;
}

/** A refusal, thrown where a request is read. */
export class SparqlFault extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.words.en);
    this.refusal = refusal;
  }
}

/** What would write is understood and refused (403): nobody may, so that asking again is of no use. */
export function readOnly(found: string): Refusal {
  return {
    status: 403,
    words: {
      fr: `${found} : ce point d’accès ne fait que lire`,
      en: `${found}: this endpoint only reads`,
    },
  };
}

/** Seconds after which a client may come back. */
const comeBack = '5';

/** Refused for now. */
export function later(words: Words): Refusal {
  return { status: 503, words, fields: { 'Retry-After': comeBack } };
}
