import type { Selection } from '../base/record-store.ts';
import type { OaiErrorCode } from '../write/index.ts';
import { type ListState, stateOf } from './oai-token.ts';

/** A request as it was understood. */
export type OaiRequest =
  | { readonly verb: 'Identify' | 'ListSets' }
  | { readonly verb: 'ListMetadataFormats'; readonly identifier?: string | undefined }
  | { readonly verb: 'GetRecord'; readonly identifier: string; readonly prefix: string }
  | OaiListRequest;

/** A list from its beginning, or from where a token says. */
export interface OaiListRequest extends Selection, Partial<Omit<ListState, keyof Selection | 'verb'>> {
  readonly verb: 'ListIdentifiers' | 'ListRecords';
}

/** What is wrong with a request. */
export class OaiFault extends Error {
  readonly code: OaiErrorCode;

  constructor(code: OaiErrorCode, words: string) {
    super(words);
    this.code = code;
  }
}

/** The arguments of each verb (OAI-PMH 2.0, section 4): those that must be there, those that may. */
const verbs = {
  Identify: [[], []],
  ListMetadataFormats: [[], ['identifier']],
  ListSets: [[], ['resumptionToken']],
  GetRecord: [['identifier', 'metadataPrefix'], []],
  ListIdentifiers: [['metadataPrefix'], ['from', 'until', 'set', 'resumptionToken']],
  ListRecords: [['metadataPrefix'], ['from', 'until', 'set', 'resumptionToken']],
} as const satisfies Record<string, readonly [readonly string[], readonly string[]]>;

type Verb = keyof typeof verbs;

/** Reads the arguments of a request, from its address or its body. What cannot be understood is an `OaiFault`. */
export function requestOf(given: URLSearchParams): OaiRequest {
  const verb = verbOf(given.getAll('verb'));
  const named = argumentsOf(given, verb);
  const { identifier = '', metadataPrefix: prefix = '', resumptionToken } = named;
  switch (verb) {
    case 'Identify':
      return { verb };
    case 'ListSets':
      if (resumptionToken !== undefined) throw badToken('sets are given in one list');
      return { verb };
    case 'ListMetadataFormats':
      return { verb, identifier: named.identifier };
    case 'GetRecord':
      return { verb, identifier, prefix };
    default:
      return resumptionToken === undefined ? { verb, ...selectionOf(named) } : resumed(verb, resumptionToken);
  }
}

/** The arguments as they were sent, for the reply to repeat: none of them is wrong. */
export function echoOf(given: URLSearchParams): Readonly<Record<string, string>> {
  return Object.fromEntries(given);
}

function verbOf(given: readonly string[]): Verb {
  const [verb = '', ...others] = given;
  const known = Object.keys(verbs).join(', ');
  if (given.length === 0) throw new OaiFault('badVerb', `the argument verb is missing; known: ${known}`);
  if (others.length > 0) throw new OaiFault('badVerb', 'the argument verb is there more than once');
  if (!Object.hasOwn(verbs, verb)) throw new OaiFault('badVerb', `this verb is not known; known: ${known}`);
  return verb as Verb;
}

function argumentsOf(given: URLSearchParams, verb: Verb): Readonly<Record<string, string | undefined>> {
  const [wanted, possible]: readonly [readonly string[], readonly string[]] = verbs[verb];
  const names = [...given.keys()].filter((name) => name !== 'verb');
  for (const name of names) {
    if (!wanted.includes(name) && !possible.includes(name))
      throw badArgument(
        `${verb} has no argument of this name; known: ${[...wanted, ...possible].join(', ') || 'none'}`,
      );
    if (given.getAll(name).length > 1) throw badArgument(`the argument ${name} is there more than once`);
  }
  const isResumed = given.has('resumptionToken');
  if (isResumed && names.length > 1) throw badArgument('resumptionToken goes with verb alone');
  const missing = isResumed ? [] : wanted.filter((name) => !given.get(name));
  if (missing.length > 0) throw badArgument(`missing: ${missing.join(', ')}`);
  const identifier = given.get('identifier');
  // Unwise characters are no part of any URI (RFC 3986, section 2).
  if (identifier !== null && !/^[^\s"<>\\^`{|}\u0000-\u001f]+$/.test(identifier))
    throw badArgument('identifier is no URI');
  return Object.fromEntries(given);
}

const day = /^\d{4}-\d\d-\d\d$/;
const second = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** Bounds to the second; a day as a bound is the whole of it (section 2.7.1). */
function selectionOf(named: Readonly<Record<string, string | undefined>>): Selection {
  const { metadataPrefix: prefix = '', set, from, until } = named;
  if (!/^[A-Za-z0-9\-_.!~*'()]+$/.test(prefix)) throw badArgument('metadataPrefix is not well formed');
  if (set !== undefined && !/^[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*$/.test(set))
    throw badArgument('set is not well formed');
  for (const [name, date] of Object.entries({ from, until }))
    if (date !== undefined && !isDate(date))
      throw badArgument(`${name} is no date; expected YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ`);
  if (from !== undefined && until !== undefined) {
    if (day.test(from) !== day.test(until)) throw badArgument('from and until have different granularities');
    if (from > until) throw badArgument('from is later than until');
  }
  return {
    prefix,
    set,
    from: from && day.test(from) ? `${from}T00:00:00Z` : from,
    until: until && day.test(until) ? `${until}T23:59:59Z` : until,
  };
}

/** A date that exists. */
function isDate(text: string): boolean {
  const whole = day.test(text) ? `${text}T00:00:00Z` : text;
  if (!second.test(whole)) return false;
  const time = Date.parse(whole);
  return !Number.isNaN(time) && new Date(time).toISOString() === whole.replace('Z', '.000Z');
}

function resumed(verb: 'ListIdentifiers' | 'ListRecords', token: string): OaiRequest {
  const state = stateOf(token);
  if (state === undefined || state.verb !== verb) throw badToken('this resumptionToken is not one of ours');
  return state;
}

const badArgument = (words: string) => new OaiFault('badArgument', words);
const badToken = (words: string) => new OaiFault('badResumptionToken', words);
