// Made by `npm run docs` from pipeline/base/sparql-values.ts: change that, not this file.
// @ts-nocheck
/** The query with values for its parameters, as strings of SPARQL. */
export function filled(query, values) {
    return query.replace(/\$(\w+)/g, (whole, name) => {
        const value = values[name];
        return value === undefined ? whole : literal(value);
    });
}
/** A string of SPARQL 1.1 (section 19.8, STRING_LITERAL2). */
export function literal(text) {
    const escapes = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r' };
    return `"${text.replace(/[\\"\n\r]/g, (character) => escapes[character] ?? character)}"`;
}
