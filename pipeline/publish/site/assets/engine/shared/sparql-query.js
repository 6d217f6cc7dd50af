// Made by `npm run docs` from pipeline/base/sparql-query.ts: change that, not this file.
// @ts-nocheck
import { sparqlTokens } from "./sparql-tokens.js";
import { namespaces } from "./terms.js";
function tokensOf(sparql) {
    let depth = 0;
    const found = [];
    for (const { kind, text, at: start } of sparqlTokens(sparql)) {
        if (kind !== 'word' && kind !== 'brace' && !/^\d/.test(text))
            continue;
        if (text === '}')
            depth -= 1;
        found.push({ text: text.toUpperCase(), start, depth });
        if (text === '{')
            depth += 1;
    }
    return found;
}
const reading = ['SELECT', 'ASK', 'CONSTRUCT', 'DESCRIBE'];
const writing = [
    'INSERT',
    'DELETE',
    'LOAD',
    'CLEAR',
    'CREATE',
    'DROP',
    'COPY',
    'MOVE',
    'ADD',
    'WITH',
];
export function sparqlQuery(sparql) {
    const found = tokensOf(sparql);
    const has = (keyword) => found.some(({ text }) => text === keyword);
    const form = found.map(({ text }) => text).find(isForm);
    return {
        form,
        isUpdate: writing.some((each) => each === form),
        namesItsGraphs: has('FROM'),
        asksOthers: has('SERVICE'),
        hasOrders: has('DEFINE'),
        limitedTo: (rows) => limited(sparql, found, rows),
    };
}
function isForm(text) {
    return [...reading, ...writing].some((each) => each === text);
}
/**
 * `LIMIT` stands after the last brace, before `VALUES` at most (section 19.8, rules 18 and 28). A smaller one of the query's
 * own is left.
 */
function limited(sparql, found, rows) {
    const outer = found.filter(({ depth }) => depth === 0);
    const at = outer.findIndex(({ text }) => text === 'LIMIT');
    const number = outer[at + 1];
    if (at >= 0 && number !== undefined) {
        if (!/^\d/.test(number.text) || Number(number.text) <= rows)
            return sparql;
        const end = number.start + number.text.length;
        return `${sparql.slice(0, number.start)}${rows}${sparql.slice(end)}`;
    }
    const values = outer.find(({ text }) => text === 'VALUES');
    // On a line of its own, for the last one may be a comment.
    if (values === undefined)
        return `${sparql}\nLIMIT ${rows}`;
    return `${sparql.slice(0, values.start)}LIMIT ${rows} ${sparql.slice(values.start)}`;
}
/** Declarations, on a line of their own, of the prefixes of our vocabularies that a query uses and does not declare. */
export function prefixesFor(sparql) {
    const missing = Object.entries(namespaces).filter(([prefix]) => new RegExp(`(?:^|[^\\w<])${prefix}:\\w`).test(sparql) &&
        !new RegExp(`prefix\\s+${prefix}:`, 'i').test(sparql));
    const line = missing.map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>`).join(' ');
    return line && `${line}\n`;
}
