import { bibo, dcterms, foaf, namespaces, type Prefix } from '../base/terms.ts';
import type { Dataset } from '../write/index.ts';
import type { OutFile } from './file.ts';

/** For each store, how to load the dump: `load/README.md` and the files of a store. `name`: stem of the dump's files. */
export function loadRecipes(name: string, { graph }: Dataset): readonly OutFile[] {
  const recipes = stores.flatMap(({ files }) =>
    files.map(({ file, text }) => ({ path: `load/${file}`, content: text(name, graph) })),
  );
  return [{ path: 'load/README.md', content: readme(name, graph) }, ...recipes];
}

interface Store {
  readonly title: string;
  readonly files: readonly {
    readonly file: string;
    readonly text: (name: string, graph: string) => string;
  }[];
  /** How its index of words is asked; nothing where it has none. */
  readonly search: string;
}

/** What words are looked for in. */
const searched = [
  { field: 'title', term: dcterms('title') },
  { field: 'abstract', term: dcterms('abstract') },
  { field: 'name', term: foaf('name') },
  { field: 'shortTitle', term: bibo('shortTitle') },
];

const stores: readonly Store[] = [
  {
    title: 'Oxigraph',
    files: [{ file: 'oxigraph.sh', text: oxigraph }],
    search: '',
  },
  {
    title: 'Apache Jena Fuseki (TDB2)',
    files: [
      { file: 'fuseki.sh', text: fuseki },
      { file: 'fuseki.ttl', text: fusekiConfiguration },
    ],
    search:
      '`(?work ?score) text:query (dcterms:title "registre*")`<br>`PREFIX text: <http://jena.apache.org/text#>`',
  },
  {
    title: 'QLever',
    files: [{ file: 'Qleverfile', text: qlever }],
    search:
      '`?text ql:contains-word "registre*" ; ql:contains-entity ?title . ?work dcterms:title ?title`<br>`PREFIX ql: <http://qlever.cs.uni-freiburg.de/builtin-functions/>`',
  },
  {
    title: 'Virtuoso',
    files: [{ file: 'virtuoso.sql', text: virtuoso }],
    search: '`?work dcterms:title ?title . ?title bif:contains "\'registre*\'"`',
  },
  {
    title: 'GraphDB (RDF4J)',
    files: [
      { file: 'graphdb.sh', text: graphdb },
      { file: 'graphdb-words.ru', text: graphdbWords },
    ],
    search:
      '`?search a <http://www.ontotext.com/connectors/lucene/instance#words> ; luc:query "title:registre*" ; luc:entities ?work`<br>`PREFIX luc: <http://www.ontotext.com/connectors/lucene#>`',
  },
];

function oxigraph(name: string): string {
  return shell(
    'oxigraph',
    'Oxigraph: https://github.com/oxigraph/oxigraph — SPARQL at http://localhost:7878/query',
    `[ -e "$store" ] || oxigraph load --location "$store" --file "$out/${name}.nq"
exec oxigraph serve-read-only --location "$store" --bind "localhost:\${2:-7878}" --union-default-graph`,
  );
}

function fuseki(name: string): string {
  return shell(
    'fuseki',
    `Apache Jena Fuseki: https://jena.apache.org — SPARQL at http://localhost:3030/${name}/sparql
# FUSEKI_HOME is the folder of its fuseki-server.jar; FUSEKI_CLASSES, a class path, goes before it.`,
    `classes="\${FUSEKI_CLASSES:-\${FUSEKI_HOME:-.}/fuseki-server.jar}"
mkdir -p "$store"
cp "$out/load/fuseki.ttl" "$store/fuseki.ttl"
cd "$store"
if [ ! -e tdb2 ]; then
  java -cp "$classes" tdb2.tdbloader --loc tdb2 "$out/${name}.nq"
  java -cp "$classes" jena.textindexer --desc=fuseki.ttl
fi
exec java -cp "$classes" org.apache.jena.fuseki.main.cmds.FusekiMainCmd --localhost --port="\${2:-3030}" --config=fuseki.ttl`,
  );
}

/** A script that loads into a folder outside of `out/`, which the next build replaces, unless it has been loaded. */
function shell(store: string, title: string, lines: string): string {
  return `#!/bin/sh
# ${title}
# ${store}.sh [folder of the store] [port]; remove the folder of the store to load the graph anew
set -eu
out="$(cd "$(dirname "$0")/.." && pwd)"
store="\${1:-$out/../store/${store}}"
mkdir -p "$(dirname "$store")"
${lines}
`;
}

function fusekiConfiguration(name: string): string {
  const ours = ['bibo', 'dcterms', 'foaf'] as const satisfies readonly Prefix[];
  const prefixes = ours.map((prefix) => `PREFIX ${prefix}: <${namespaces[prefix]}>`);
  const fields = searched.map(
    ({ field, term }) => `        [ text:field "${field}" ; text:predicate ${term.short} ]`,
  );
  return `# What fuseki.sh starts: the graph, read only, with an index of its words. Folders are those of the store.
PREFIX fuseki: <http://jena.apache.org/fuseki#>
PREFIX tdb2: <http://jena.apache.org/2016/tdb#>
PREFIX text: <http://jena.apache.org/text#>
${prefixes.join('\n')}

[] a fuseki:Server ;
    fuseki:services ( <#service> ) .

<#service> a fuseki:Service ;
    fuseki:name "${name}" ;
    fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "sparql" ] ,
        [ fuseki:operation fuseki:gsp-r ; fuseki:name "data" ] ;
    fuseki:dataset <#text> .

<#text> a text:TextDataset ;
    text:dataset <#graphs> ;
    text:index <#index> .

<#graphs> a tdb2:DatasetTDB2 ;
    tdb2:location "tdb2" ;
    tdb2:unionDefaultGraph true .

<#index> a text:TextIndexLucene ;
    text:directory "words" ;
    text:entityMap <#map> .

<#map> a text:EntityMap ;
    text:entityField "iri" ;
    text:graphField "graph" ;
    text:langField "lang" ;
    text:defaultField "title" ;
    text:map (
${fields.join('\n')}
    ) .
`;
}

function qlever(name: string): string {
  return `# QLever: https://github.com/qlever-dev/qlever — run "qlever get-data", "qlever index", "qlever start"; SPARQL at http://localhost:7001
[data]
NAME = ${name}
DESCRIPTION = ${name}
GET_DATA_CMD = cp ../${name}.nt .

[index]
INPUT_FILES = ${name}.nt
CAT_INPUT_FILES = cat \${INPUT_FILES}
SETTINGS_JSON = { "ascii-prefixes-only": false }
TEXT_INDEX = from_literals

# Whoever knows the token may write: choose another on a server that others reach.
[server]
PORT = 7001
ACCESS_TOKEN = \${data:NAME}

[runtime]
SYSTEM = docker
IMAGE = docker.io/adfreiburg/qlever
`;
}

function virtuoso(name: string, graph: string): string {
  return `-- Virtuoso: run by isql; the folder must be in DirsAllowed of virtuoso.ini
-- SPARQL at http://localhost:8890/sparql, default graph ${graph}
-- The texts of the graph go into an index of words.
DB.DBA.RDF_OBJ_FT_RULE_ADD ('${graph}', null, 'moisson');
ld_dir('..', '${name}.nt', '${graph}');
rdf_loader_run();
DB.DBA.VT_INC_INDEX_DB_DBA_RDF_OBJ ();
checkpoint;
`;
}

function graphdb(name: string): string {
  return `#!/bin/sh
# GraphDB or any RDF4J server: a repository named ${name} must exist — SPARQL at its address
# graphdb.sh [address] [words]; with "words" an index of words is made, which only GraphDB has
set -eu
cd "$(dirname "$0")"
repository="\${1:-http://localhost:7200}/repositories/${name}"
curl --fail --silent --show-error --request POST --header 'Content-Type: application/n-quads' \\
  --data-binary @../${name}.nq "$repository/statements"
[ "\${2:-}" != words ] || curl --fail --silent --show-error --request POST \\
  --header 'Content-Type: application/sparql-update' --data-binary @graphdb-words.ru "$repository/statements"
`;
}

function graphdbWords(): string {
  const fields = searched.map(({ field, term }) => ({ fieldName: field, propertyChain: [term.iri] }));
  return `# An index of words that GraphDB keeps up to date by itself.
PREFIX luc: <http://www.ontotext.com/connectors/lucene#>
PREFIX instance: <http://www.ontotext.com/connectors/lucene/instance#>

INSERT DATA {
  instance:words luc:createConnector '''
${JSON.stringify({ types: ['$any'], fields }, undefined, 2)}
''' .
}
`;
}

function readme(name: string, graph: string): string {
  const rows = stores.map(({ title, files, search }) => {
    const links = files.map(({ file }) => `[${file}](${file})`).join(', ');
    return `| ${title} | ${links} | ${search} |`;
  });
  return `# Charger le graphe · Loading the graph

\`${name}.nt\` et \`${name}.ttl\` se chargent dans le graphe par défaut ; \`${name}.nq\` et \`${name}.trig\` dans le graphe
nommé <${graph}>. Les requêtes sans GRAPH trouvent les premiers partout, les seconds là où le graphe par défaut est
l’union des graphes nommés (GraphDB, Virtuoso, et Oxigraph et Fuseki tels que les recettes les lancent).
\`moisson load\` charge un entrepôt déjà lancé.

\`${name}.nt\` and \`${name}.ttl\` load into the default graph; \`${name}.nq\` and \`${name}.trig\` into the named graph
<${graph}>. Queries without GRAPH find the former everywhere, the latter where the default graph is the union of the
named ones (GraphDB, Virtuoso, and Oxigraph and Fuseki as the recipes start them).
\`moisson load\` loads a store that is running.

| | | chercher des mots · looking for words |
|---|---|---|
${rows.join('\n')}
`;
}
