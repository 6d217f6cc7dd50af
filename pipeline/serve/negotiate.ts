import Negotiator from 'negotiator';
import type { Language } from '../base/words.ts';

/**
 * The media type that suits a client best, of those that there are; undefined when none does (406). At equal weight what
 * the client names goes before what it takes by `*`, then pages, then the order of the client (RFC 9110, section 12.5.1).
 * `types`: without parameters.
 */
export function preferredType(accept: string | undefined, types: readonly string[]): string | undefined {
  return negotiator({ accept: accept && pagesFirst(withoutParameters(accept)) }).mediaType([...types]);
}

/** The language of the pages that suits a client best; the first of `languages` when none does (RFC 9110, section 12.5.4). */
export function preferredLanguage(
  accept: string | undefined,
  languages: readonly Language[],
): Language | undefined {
  const found = negotiator({ 'accept-language': accept }).language([...languages]);
  return languages.find((language) => language === found) ?? languages[0];
}

/** Does the client take gzip (RFC 9110, section 12.5.3)? Only when it says so. */
export function takesGzip(accept: string | undefined): boolean {
  const codings = negotiator({ 'accept-encoding': accept }).encodings(['gzip', 'identity']);
  return accept !== undefined && codings.includes('gzip');
}

function negotiator(headers: Readonly<Record<string, string | undefined>>): Negotiator {
  return new Negotiator({ headers });
}

// `application/ld+json;profile="…"` would match nothing: no form of ours has parameters.
const parameter = /;[ \t]*(?!q[ \t]*=)[^=;,"]+(?:=(?:"(?:[^"\\]|\\.)*"|[^;,"]*))?/gi;

function withoutParameters(accept: string): string {
  return accept.replace(parameter, '');
}

/** A person who would as soon have a page gets one, whatever the order of the ranges. */
function pagesFirst(accept: string): string {
  const ranges = accept.split(',');
  const isPage = (range: string) => /^\s*text\/html\b/i.test(range);
  return [...ranges.filter(isPage), ...ranges.filter((range) => !isPage(range))].join(',');
}
