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

/**
 * The language of the pages that suits a client best; at equal weight, and when none does, the first of `languages`. A
 * range falls back to its language with its own weight (`en-US` to `en`; RFC 4647, section 3.4), which the order of
 * preference of browsers needs: `en-US, fr;q=0.9, en;q=0.8` is English.
 */
export function preferredLanguage(
  accept: string | undefined,
  languages: readonly Language[],
): Language | undefined {
  const ranges = (accept ?? '').split(',').map(languageRange);
  const heaviest = (wanted: string) =>
    ranges.reduce<number | undefined>(
      (most, { language, weight }) => (language === wanted ? Math.max(most ?? 0, weight) : most),
      undefined,
    );
  const others = heaviest('*') ?? 0;
  const weights = languages.map((language) => heaviest(language) ?? others);
  return languages[weights.indexOf(Math.max(...weights))];
}

/** `en-US;q=0.8` → `en`, 0.8. */
function languageRange(text: string): { readonly language: string; readonly weight: number } {
  const [range = '', ...parameters] = text.toLowerCase().split(';');
  const weight = /^\s*q\s*=\s*([\d.]+)\s*$/.exec(parameters.join(';'))?.[1];
  const number = Number(weight ?? 1);
  return {
    language: range.trim().split('-')[0] ?? '',
    weight: Number.isNaN(number) ? 0 : Math.min(number, 1),
  };
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
