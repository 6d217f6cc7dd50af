import { UserError } from '../base/user-error.ts';
import type { Words } from '../base/words.ts';

/** The APIs that can be harvested, by the names of their readers. */
export type ApiName = 'hal' | 'crossref' | 'openalex' | 'datacite';

/** An object of a reply. */
export type Json = Readonly<Record<string, unknown>>;

/** What an address asks of an API. */
export interface Query {
  /** Path and parameters, without the server, and without what only concerns form or paging. */
  readonly path: string;
  /** Parameters that are sent and kept nowhere, such as a key. */
  readonly secret?: Readonly<Record<string, string>> | undefined;
  /** What the address leaves open until the API was asked. */
  readonly open?: OpenPlace | undefined;
}

/** A place that the API knows by another name than the address has. */
interface OpenPlace {
  /** As the address has it. */
  readonly name: string;
  /** Path and parameters of the list of all places. */
  readonly list: string;
  /** Path and parameters of the query, by the answer; none for a place that is not in it. */
  path(reply: Json): string | undefined;
}

/** One reply, understood. */
export interface Page {
  readonly records: readonly ApiRecord[];
  /** Of the next page; none after the last, where the API says so. */
  readonly cursor: string | undefined;
  /** How many records there are in all. */
  readonly size: number | undefined;
}

export interface ApiRecord {
  /** By which a record that comes twice is known. */
  readonly id: string;
  readonly json: Json;
}

/** An API: what is understood of an address, how a page is asked for, and what a reply says. Pure, but for refusals. */
export interface Api {
  readonly name: ApiName;
  readonly origin: string;
  /** The addresses that are understood, for the message that refuses another. */
  readonly understood: readonly string[];
  /** The parameter that takes the address of a person to write to, where there is one. */
  readonly contact?: string | undefined;
  /** Whether an address is this API's when nobody says which one is meant. */
  owns(address: string): boolean;
  /** Throws a `UserError` for a parameter that would have to be guessed. */
  understands(address: string): Query | undefined;
  /** The page at a cursor, or the first. `query` has the parameters of the query, secret ones included. */
  page(query: URL, cursor: string | undefined): URL;
  /** Undefined for what is no reply of this API. */
  read(reply: Json): Page | undefined;
}

/** The address of a page of the web. */
export function webAddress(address: string): URL | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address);
}

/** The DOI of `https://doi.org/10.1000/x`, `doi:10.1000/x` or `10.1000/x`, in lower case. */
export function doiOf(address: string): string | undefined {
  const words = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)?(10[.%].+)$/i.exec(address.trim())?.[1];
  if (words === undefined) return undefined;
  const doi = decoded(words);
  return /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(doi) ? doi.toLowerCase() : undefined;
}

/** The ORCID iD of `https://orcid.org/0000-0002-1825-0097` or the iD alone; none when its check digit is wrong. */
export function orcidOf(address: string): string | undefined {
  const form = /^(?:https?:\/\/(?:www\.)?orcid\.org\/)?((?:\d{4}-){3}\d{3}[\dX])\/?$/i;
  const orcid = form.exec(address.trim())?.[1]?.toUpperCase();
  if (orcid === undefined) return undefined;
  // ISO 7064, MOD 11-2, as ORCID asks for.
  const digits = [...orcid.replaceAll('-', '')];
  const sum = digits.slice(0, -1).reduce((total, digit) => (total + Number(digit)) * 2, 0);
  const check = (12 - (sum % 11)) % 11;
  return digits.at(-1) === (check === 10 ? 'X' : String(check)) ? orcid : undefined;
}

/** Whether an address is, or was meant to be, a DOI or an ORCID iD. */
export function isIdentifier(address: string): boolean {
  return (
    /^(?:https?:\/\/(?:dx\.|www\.)?(?:doi|orcid)\.org\/|doi:|10\.\d{4,9}\S*\/)/i.test(address.trim()) ||
    /^(?:\d{4}-){3}\d{3}[\dX]$/i.test(address.trim())
  );
}

/** The text of a part of an address; one that is not encoded rightly stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The parameters that choose records, without those of form and paging. Any other is refused: left out or passed on, it
 * might ask for something else than was meant.
 */
export function choosing(
  { href, searchParams }: URL,
  kept: (name: string) => boolean,
  left: (name: string) => boolean,
): URLSearchParams {
  const chosen = new URLSearchParams();
  for (const [name, value] of searchParams) {
    if (kept(name)) chosen.append(name, value);
    else if (!left(name) && !isAboutVisitor.test(name)) throw unknownParameter(href, name);
  }
  return chosen;
}

/** What pages add to an address to follow a visitor. */
const isAboutVisitor = /^(?:utm_\w+|_ga|fbclid|gclid|lang|langChosen)$/;

/** Path and parameters as one text. */
export function withParameters(path: string, parameters: URLSearchParams): string {
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list, each under its identifier, or under its own words when it has none. */
export function recordsOf(list: readonly unknown[], id: (record: Json) => unknown): readonly ApiRecord[] {
  return list.filter(isObject).map((json) => {
    const own = id(json);
    return { id: typeof own === 'string' ? own.toLowerCase() : JSON.stringify(json), json };
  });
}

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;

function unknownParameter(address: string, name: string): UserError {
  const words: Words = {
    fr: `${address} : le paramètre « ${name} » n’est pas compris`,
    en: `${address}: the parameter “${name}” is not understood`,
  };
  return new UserError(words);
}
