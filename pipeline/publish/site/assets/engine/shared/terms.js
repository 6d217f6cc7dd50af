// Made by `npm run docs` from pipeline/base/terms.ts: change that, not this file.
// @ts-nocheck
/** The namespaces, and the only spelling of each; schema.org with http, as its own context expands it. */
export const namespaces = {
    bibo: 'http://purl.org/ontology/bibo/',
    coar: 'http://purl.org/coar/resource_type/',
    dc: 'http://purl.org/dc/elements/1.1/',
    dcat: 'http://www.w3.org/ns/dcat#',
    dcterms: 'http://purl.org/dc/terms/',
    foaf: 'http://xmlns.com/foaf/0.1/',
    owl: 'http://www.w3.org/2002/07/owl#',
    prism: 'http://prismstandard.org/namespaces/basic/2.0/',
    prov: 'http://www.w3.org/ns/prov#',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    schema: 'http://schema.org/',
    skos: 'http://www.w3.org/2004/02/skos/core#',
    void: 'http://rdfs.org/ns/void#',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
};
const made = new Map();
function termMaker(prefix) {
    return (name) => {
        const short = `${prefix}:${name}`;
        const known = made.get(short);
        if (known)
            return known;
        const iri = namespaces[prefix] + name;
        const term = {
            iri,
            prefix,
            name,
            nt: `<${iri}>`,
            beforeIri: `<${iri}> <`,
            beforeText: `<${iri}> "`,
            short,
            key: prefix === 'schema' ? name : short,
        };
        made.set(short, term);
        return term;
    };
}
export const bibo = termMaker('bibo');
export const coar = termMaker('coar');
export const dc = termMaker('dc');
export const dcat = termMaker('dcat');
export const dcterms = termMaker('dcterms');
export const foaf = termMaker('foaf');
export const owl = termMaker('owl');
export const prism = termMaker('prism');
export const prov = termMaker('prov');
export const rdf = termMaker('rdf');
export const rdfs = termMaker('rdfs');
export const schema = termMaker('schema');
export const skos = termMaker('skos');
export const voidTerm = termMaker('void');
export const xsd = termMaker('xsd');
