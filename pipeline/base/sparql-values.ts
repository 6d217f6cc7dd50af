/** The query with values for its parameters, as strings of SPARQL. */
export function filled(query: string, values: Readonly<Record<string, string>>): string {
  return query.replace(/\$(\w+)/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : literal(value);
  });
}

/** A string of SPARQL 1.1 (section 19.8, STRING_LITERAL2). */
export function literal(text: string): string {
  const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r' };
  return `"${text.replace(/[\\"\n\r]/g, (character) => escapes[character] ?? character)}"`;
}
