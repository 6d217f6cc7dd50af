// RFC 3987 section 2.2: no space, quote, bracket or brace, every percent sign begins an escape, one # at most. Square
// brackets only hold an IPv6 host. What a parser would refuse makes a whole dump unreadable.
const character =
  '(?:[^\\u0000-\\u0020\\u007f-\\u009f<>"{}|\\\\^`[\\]%#\\p{Cs}\\ufff0-\\uffff]|%[0-9a-f]{2})';
const absolute = new RegExp(
  `^[a-z][a-z0-9+.-]*:(?://\\[[0-9a-f:.]+\\])?${character}*(?:#${character}*)?$`,
  'iu',
);

// Most IRIs hold nothing that needs a second look, and are known ten times faster.
const plain = /^[a-z][a-z0-9+.-]*:[!$&'()*+,./0-9:;=?@A-Z_a-z~-]*[!$&'()*+,./0-9;=?@A-Z_a-z~-]$/;
const plainHost = /^https?:\/\/(?:[a-z][a-z0-9]*\.)+[a-z]{2,}(?:\/|$)/;

/** Whether the text is an absolute IRI that every RDF syntax can carry (RFC 3987; RDF 1.1 Turtle, IRIREF). */
export function isIri(text: string): boolean {
  return plain.test(text) || (absolute.test(text) && !text.endsWith(':'));
}

/** Whether the text is an absolute `http` or `https` address. */
export function isWebAddress(text: string): boolean {
  return isIri(text) && (plainHost.test(text) || (/^https?:\/\/[^/]/i.test(text) && URL.canParse(text)));
}

/** Percent-encodes what an IRI cannot hold (`<`, `>`, `"`, `#`, `?`, `%`, braces, brackets, space…), and nothing else. */
export function encodeIriPart(text: string): string {
  return text.replace(/[\u0000-\u0020<>"{}|\\^`#?%[\]]/gu, (character) => encodeURIComponent(character));
}
