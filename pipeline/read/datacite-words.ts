import { keep, type Part, words } from './json-part.ts';

// DataCite metadata schema 4, appendix 3: the standard values for what is not known.
const unsaid = /^\(?:(?:unac|unal|unap|unas|unav|unkn|none|null|tba|etal|at)\)?$/i;

/** The words under a key; a standard value for “unknown” (`:unav`, `:tba`) is kept apart, and nothing is said. */
export function said(part: Part, key: string): string | undefined {
  const text = words(part, key);
  if (text === undefined || !unsaid.test(text.trim())) return text;
  keep(part, key, text);
  return undefined;
}
