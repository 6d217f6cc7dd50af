// Made by `npm run docs` from pipeline/base/sparql-refusal.ts: change that, not this file.
// @ts-nocheck
/**
 * What the engine says of a query, in words. The line that it names is the person's own, without what was put before the
 * query.
 */
export function refusalOf(error, prologue, sparql) {
    const found = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    const [, engineLine, column, reason = found] = /^error at (\d+):(\d+): (.*)$/.exec(found) ?? [];
    const short = reason.length > 200 ? `${reason.slice(0, 197)}…` : reason;
    if (engineLine === undefined) {
        return { fr: `requête SPARQL refusée : ${short}`, en: `SPARQL query refused: ${short}` };
    }
    const line = Number(engineLine) - (prologue ? 1 : 0);
    const undeclared = reason.includes('Prefix not found') && prefixBefore(sparql, line, Number(column));
    if (undeclared) {
        return {
            fr: `requête SPARQL refusée : erreur ligne ${line}, colonne ${column} : préfixe non déclaré : ${undeclared}`,
            en: `SPARQL query refused: error at ${line}:${column}: prefix not declared: ${undeclared}`,
        };
    }
    const wanted = short.replace(/^expected (?:one of )?/, 'attendu : ');
    // What is wrong shows in what was put after the query.
    if (line > sparql.split('\n').length) {
        return {
            fr: `requête SPARQL refusée : erreur à la fin : ${wanted}`,
            en: `SPARQL query refused: error at the end: ${short}`,
        };
    }
    return {
        fr: `requête SPARQL refusée : erreur ligne ${line}, colonne ${column} : ${wanted}`,
        en: `SPARQL query refused: error at ${line}:${column}: ${short}`,
    };
}
/** The prefix of the name that ends before a place. */
function prefixBefore(sparql, line, column) {
    const before = sparql.split('\n')[line - 1]?.slice(0, column - 1) ?? '';
    return /[\p{L}\p{N}_.-]*:(?=[^\s:]*\s*$)/u.exec(before)?.[0];
}
