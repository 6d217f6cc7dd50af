import type { Dataset } from '../write/index.ts';
import type { OutFile } from './file.ts';

/** For each store, how to load the dump: `load/README.md` and a script a store. `name`: stem of the dump's files. */
export function loadRecipes(name: string, { graph }: Dataset): readonly OutFile[] {
  const recipes = stores.map(({ file, script }) => ({ path: `load/${file}`, content: script(name, graph) }));
  return [{ path: 'load/README.md', content: readme(name, graph) }, ...recipes];
}

interface Store {
  readonly title: string;
  readonly file: string;
  readonly script: (name: string, graph: string) => string;
}

const stores: readonly Store[] = [
  {
    title: 'Oxigraph',
    file: 'oxigraph.sh',
    script: (name) =>
      shell(`
# Oxigraph: https://github.com/oxigraph/oxigraph — SPARQL at http://localhost:7878/query
oxigraph load --location "\${1:-store}" --file ../${name}.nt
oxigraph serve-read-only --location "\${1:-store}" --bind localhost:7878`),
  },
  {
    title: 'Apache Jena Fuseki (TDB2)',
    file: 'fuseki.sh',
    script: (name) =>
      shell(`
# Apache Jena: https://jena.apache.org — SPARQL at http://localhost:3030/${name}/sparql
tdb2.tdbloader --loc "\${1:-store}" ../${name}.nt
fuseki-server --localhost --loc "\${1:-store}" /${name}`),
  },
  {
    title: 'QLever',
    file: 'Qleverfile',
    script: (
      name,
    ) => `# QLever: https://github.com/qlever-dev/qlever — run "qlever get-data", "qlever index", "qlever start"; SPARQL at http://localhost:7001
[data]
NAME = ${name}
DESCRIPTION = ${name}
GET_DATA_CMD = cp ../${name}.nt .

[index]
INPUT_FILES = ${name}.nt
CAT_INPUT_FILES = cat \${INPUT_FILES}
SETTINGS_JSON = { "ascii-prefixes-only": false }

[server]
PORT = 7001
ACCESS_TOKEN = \${data:NAME}

[runtime]
SYSTEM = docker
IMAGE = docker.io/adfreiburg/qlever
`,
  },
  {
    title: 'Virtuoso',
    file: 'virtuoso.sql',
    script: (name, graph) => `-- Virtuoso: run by isql; the folder must be in DirsAllowed of virtuoso.ini
-- SPARQL at http://localhost:8890/sparql, default graph ${graph}
ld_dir('..', '${name}.nt', '${graph}');
rdf_loader_run();
checkpoint;
`,
  },
  {
    title: 'GraphDB (RDF4J)',
    file: 'graphdb.sh',
    script: (name) =>
      shell(`
# GraphDB or any RDF4J server: a repository named ${name} must exist — SPARQL at its address
curl --fail --silent --show-error --request POST --header 'Content-Type: application/n-quads' \\
  --data-binary @../${name}.nq "\${1:-http://localhost:7200}/repositories/${name}/statements"`),
  },
];

function shell(lines: string): string {
  return `#!/bin/sh\nset -eu\ncd "$(dirname "$0")"\n${lines.trim()}\n`;
}

function readme(name: string, graph: string): string {
  const rows = stores.map(({ title, file }) => `| ${title} | [${file}](${file}) |`).join('\n');
  return `# Charger le graphe · Loading the graph

\`${name}.nt\` et \`${name}.ttl\` se chargent dans le graphe par défaut ; \`${name}.nq\` et \`${name}.trig\` dans le graphe
nommé <${graph}>. Les requêtes sans GRAPH trouvent les premiers partout, les seconds là où le graphe par défaut est
l’union des graphes nommés (GraphDB, Virtuoso).

\`${name}.nt\` and \`${name}.ttl\` load into the default graph; \`${name}.nq\` and \`${name}.trig\` into the named graph
<${graph}>. Queries without GRAPH find the former everywhere, the latter where the default graph is the union of the
named ones (GraphDB, Virtuoso).

| | |
|---|---|
${rows}
`;
}
