// Made by `npm run docs` from pipeline/base/sparql-tokens.ts: change that, not this file.
// @ts-nocheck
// What bears other people's words is one token: texts, IRIs, comments, variables, names.
const tokens = /#[^\n\r]*|"""(?:[^\\]|\\.)*?"""|'''(?:[^\\]|\\.)*?'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|<[^<>"{}|^`\\\s]*>|[?$][\p{L}\p{N}\p{M}_\u00b7]+|@[A-Za-z][A-Za-z0-9-]*|(?:[\p{L}_][\p{L}\p{N}\p{M}\u00b7_.-]*)?:(?:[\p{L}\p{N}\p{M}\u00b7_:.%-]|\\\S)*|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[A-Za-z_][A-Za-z0-9_]*|&&|\|\||\^\^|[<>!]=|\S/gsu;
/** The tokens of a query, in its order. What is no SPARQL at all is cut in some way too. */
export function sparqlTokens(sparql) {
    return [...sparql.matchAll(tokens)].flatMap(({ 0: text, index: at }) => text.startsWith('#') ? [] : [{ kind: kindOf(text), text, at }]);
}
function kindOf(text) {
    if (text === '(')
        return 'open';
    if (text === ')')
        return 'close';
    if (text === '{' || text === '}')
        return 'brace';
    if (/^(?:["'?$]|\.?\d)/.test(text) && text !== '?')
        return 'value';
    if (/^<.*>$|^[^@]*:/.test(text))
        return 'name';
    return /^[A-Za-z_]/.test(text) ? 'word' : 'sign';
}
