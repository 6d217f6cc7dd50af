import { graphFormats, rowFormats } from './sparql-formats.ts';

/** What an endpoint says of itself. */
export interface Described {
  /** Its own address. */
  readonly endpoint: string;
  /** The dataset that it answers from, which is its only named graph too. */
  readonly dataset: string;
  /** The address of the VoID description. */
  readonly about: string;
  /** The graph is here; which graphs a store elsewhere has is not known. */
  readonly isOwn: boolean;
}

/**
 * The description of an endpoint (SPARQL 1.1 Service Description) in the format that the engine calls `format`. The engine is
 * loaded for other formats than Turtle only.
 */
export async function description(described: Described, format: string): Promise<string> {
  const turtle = inTurtle(described);
  if (format === 'text/turtle') return turtle;
  const { default: oxigraph } = await import('oxigraph');
  const store = new oxigraph.Store();
  store.load(turtle, { format: 'text/turtle' });
  return store.dump({ format, from_graph_name: oxigraph.defaultGraph() });
}

function inTurtle({ endpoint, dataset, about, isOwn }: Described): string {
  const formats = [...rowFormats, ...graphFormats].flatMap(({ iri }) =>
    iri === undefined ? [] : [`<${iri}>`],
  );
  return `@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

<${endpoint}#service> a sd:Service ;
    sd:endpoint <${endpoint}> ;
    sd:supportedLanguage sd:SPARQL11Query ;
${isOwn ? '    sd:feature sd:UnionDefaultGraph ;\n' : ''}    sd:resultFormat ${formats.join(',\n        ')} ;
    sd:defaultDataset <${endpoint}#dataset> .

<${endpoint}#dataset> a sd:Dataset ;
    sd:defaultGraph <${endpoint}#default>${isOwn ? ` ;\n    sd:namedGraph <${endpoint}#named>` : ''} .

<${endpoint}#default> a sd:Graph ;
    rdfs:seeAlso <${about}> .

${isOwn ? namedGraph(endpoint, dataset) : ''}<${dataset}> a void:Dataset ;
    void:sparqlEndpoint <${endpoint}> ;
    rdfs:seeAlso <${about}> .
`;
}

function namedGraph(endpoint: string, dataset: string): string {
  return `<${endpoint}#named> a sd:NamedGraph ;
    sd:name <${dataset}> ;
    sd:graph <${endpoint}#default> .

`;
}
