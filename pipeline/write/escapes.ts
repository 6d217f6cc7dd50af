// What canonical N-Triples escapes (RDF 1.2 N-Triples, section 4): most literals hold none of it.
const special = /["\\\u0000-\u001f\u007f\ufffe\uffff]/;
const everySpecial = /["\\\u0000-\u001f\u007f\ufffe\uffff]/g;
const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

/** The text between the quotes of a literal, as canonical N-Triples has it; Turtle reads the same escapes. */
export function escaped(value: string): string {
  return special.test(value) ? value.replace(everySpecial, escapeOf) : value;
}

function escapeOf(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return shortEscapes[character] ?? `\\u${code}`;
}
