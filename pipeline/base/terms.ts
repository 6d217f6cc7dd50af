/** A term of a vocabulary, with the texts that the writers need made once. */
export interface Term {
  readonly iri: string;
  readonly prefix: Prefix;
  readonly name: string;
  /** `<iri>`, as N-Triples and N-Quads write it. */
  readonly nt: string;
  /** `<iri> <` and `<iri> "`: a property as it stands before an IRI and before a literal in N-Triples. */
  readonly beforeIri: string;
  readonly beforeText: string;
  /** `prefix:name`, as Turtle writes it. */
  readonly short: string;
  /** The key in our JSON-LD: schema.org's names bare, the others with their prefix. */
  readonly key: string;
}

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
} as const;

export type Prefix = keyof typeof namespaces;

const made = new Map<string, Term>();

function termMaker(prefix: Prefix): (name: string) => Term {
  return (name) => {
    const short = `${prefix}:${name}`;
    const known = made.get(short);
    if (known) return known;
    const iri = namespaces[prefix] + name;
    const term: Term = {
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
