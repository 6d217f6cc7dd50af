// What the RDF 1.1 grammars forbid inside <…>.
const forbidden = /[\u0000-\u0020<>"{}|\\^`]/u;

/** Whether the text is an absolute IRI that every RDF syntax can carry (RFC 3987; RDF 1.1 Turtle, IRIREF). */
export function isIri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:./i.test(text) && !forbidden.test(text);
}

/** Whether the text is an absolute `http` or `https` address. */
export function isWebAddress(text: string): boolean {
  return isIri(text) && /^https?:\/\/[^/]/i.test(text) && URL.canParse(text);
}

/** Percent-encodes what an IRI cannot hold (`<`, `>`, `"`, `#`, `?`, `%`, braces, brackets, space…), and nothing else. */
export function encodeIriPart(text: string): string {
  return text.replace(/[\u0000-\u0020<>"{}|\\^`#?%[\]]/gu, (character) => encodeURIComponent(character));
}
