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
export function later(words: Words, status = 503): Refusal {
  return { status, words, fields: { 'Retry-After': comeBack } };
}

/** Too many ask at a time. */
export const tooBusy = later({
  fr: 'trop de requêtes à la fois, ou le graphe n’est pas encore chargé ; réessayer dans quelques secondes',
  en: 'too many queries at a time, or the graph is not loaded yet; try again in a few seconds',
});

/** A query that runs longer than this. */
export function tooSlow(milliseconds: number): Refusal {
  const seconds = milliseconds / 1000;
  return {
    status: 503,
    words: {
      fr: `la requête a été arrêtée au bout de ${seconds} s, la limite de ce point d’accès`,
      en: `the query was ended after ${seconds} s, the limit of this endpoint`,
    },
  };
}
