// Made by `npm run docs` from pipeline/base/sparql-results.ts: change that, not this file.
// @ts-nocheck
/** SPARQL 1.1 Query Results CSV: lines end with CRLF (section 3.2). */
export function csv({ variables, rows }) {
    const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    // Blank nodes keep their `_:` (section 3.1), else they would look like texts.
    const field = (term) => term?.type === 'bnode' ? `_:${term.value}` : (term?.value ?? '');
    const lines = rows.map((row) => variables.map((variable) => quoted(field(row[variable]))).join(','));
    return [variables.join(','), ...lines].map((line) => `${line}\r\n`).join('');
}
/** SPARQL 1.1 Query Results TSV: terms as in Turtle, so that nothing is lost (section 4). */
export function tsv({ variables, rows }) {
    const lines = rows.map((row) => variables.map((variable) => inTurtle(row[variable])).join('\t'));
    return [variables.map((variable) => `?${variable}`).join('\t'), ...lines]
        .map((line) => `${line}\n`)
        .join('');
}
function inTurtle(term) {
    if (term === undefined)
        return '';
    const { type, value, 'xml:lang': tag, datatype } = term;
    if (type === 'uri')
        return `<${value}>`;
    if (type === 'bnode')
        return `_:${value}`;
    const text = `"${value.replace(/[\\"\n\r\t]/g, (each) => escapes[each] ?? each)}"`;
    if (tag !== undefined)
        return `${text}@${tag}`;
    return datatype === undefined ? text : `${text}^^<${datatype}>`;
}
const escapes = {
    '\\': '\\\\',
    '"': '\\"',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
};
