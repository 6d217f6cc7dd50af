import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { loadRecipes } from '../../pipeline/publish/load.ts';
import { listen, sparqlApp } from '../../pipeline/serve/index.ts';
import type { Opened, Peer } from './peer.ts';
import { freePort } from './servers.ts';
import { answerOf, type SparqlJson } from './sparql-json.ts';

const execute = promisify(execFile);
const beside = join(tmpdir(), 'moisson-peers');
const base = 'https://data.example.org/id/';

/** The endpoint of `moisson serve`, over HTTP as the stores are. */
export const endpoint: Peer = {
  name: 'moisson serve',
  available: async () => ({ version: 'of the project' }),
  async open(nquads) {
    const folder = mkdtempSync(join(tmpdir(), 'moisson-endpoint-'));
    const dump = join(folder, 'labo.nq');
    writeFileSync(dump, nquads);
    const app = sparqlApp({
      graph: { dumps: [dump] },
      base,
      own: 'en',
      onUnfit: ({ en }) => console.log(en),
    });
    const server = await listen(app.answer, { host: '127.0.0.1', port: 0 });
    const ask = (query: string) => answerAt(new URL('sparql', server.address), query);
    await ask('ASK {}');
    return {
      ask,
      async close() {
        await Promise.all([server.close(), app.close()]);
        rmSync(folder, { recursive: true });
      },
    };
  },
};

/** Oxigraph's server: on the path, or its package of Python, installed beside the project. */
export const oxigraphServer: Peer = {
  name: 'Oxigraph server',
  async available() {
    const found = await said('oxigraph', ['--version'], withPath());
    if (found !== undefined) return { version: versionIn(found) };
    const folder = join(beside, 'oxigraph');
    const options = ['--quiet', '--no-deps', '--disable-pip-version-check', '--target', folder];
    const python = process.env.PYTHON ?? 'python3';
    await said(python, ['-m', 'pip', 'install', ...options, 'oxigraph==0.5.13'], process.env);
    const installed = await said('oxigraph', ['--version'], withPath());
    if (installed === undefined) return { skipped: 'no oxigraph on the path, and pip could not install it' };
    return { version: versionIn(installed) };
  },
  open: (nquads) => byRecipe('oxigraph.sh', nquads, withPath(), '/query'),
};

const fusekiVersion = '5.6.0';

/** Fuseki: of `FUSEKI_HOME` or `FUSEKI_CLASSES`, else its packages of Maven, put beside the project. */
export const fuseki: Peer = {
  name: 'Fuseki',
  async available() {
    const java = await said('java', ['-version'], process.env);
    if (java === undefined) return { skipped: 'no java on the path' };
    if (isGiven()) return { version: versionIn((await fusekiSays()) ?? '') };
    if (!existsSync(join(classes(), 'complete'))) {
      mkdirSync(classes(), { recursive: true });
      writeFileSync(join(classes(), 'pom.xml'), pom);
      const options = ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${classes()}`];
      const outcome = await said('mvn', ['-f', join(classes(), 'pom.xml'), ...options], process.env);
      if (outcome === undefined)
        return { skipped: 'neither FUSEKI_HOME nor FUSEKI_CLASSES, and mvn could not bring it' };
      writeFileSync(join(classes(), 'complete'), '');
    }
    return { version: fusekiVersion };
  },
  open: (nquads) => byRecipe('fuseki.sh', nquads, fusekiEnvironment(), '/labo/sparql'),
};

const isGiven = () => Boolean(process.env.FUSEKI_HOME || process.env.FUSEKI_CLASSES);
const classes = () => join(beside, `fuseki-${fusekiVersion}`);

function fusekiEnvironment(): NodeJS.ProcessEnv {
  return isGiven() ? process.env : { ...process.env, FUSEKI_CLASSES: join(classes(), '*') };
}

function fusekiSays(): Promise<string | undefined> {
  const path = process.env.FUSEKI_CLASSES ?? join(process.env.FUSEKI_HOME ?? '', 'fuseki-server.jar');
  const main = 'org.apache.jena.fuseki.main.cmds.FusekiMainCmd';
  return said('java', ['-cp', path, main, '--version'], process.env);
}

const dependency = (group: string, artifact: string, version: string) =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>org.example</groupId><artifactId>peers</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>
${dependency('org.apache.jena', 'jena-fuseki-main', fusekiVersion)}
${dependency('org.apache.jena', 'jena-text', fusekiVersion)}
${dependency('org.apache.logging.log4j', 'log4j-slf4j2-impl', '2.25.1')}
</dependencies></project>
`;

/** Loads and starts a store by our own recipe, in a folder as a build leaves it. */
async function byRecipe(
  recipe: string,
  nquads: string,
  environment: NodeJS.ProcessEnv,
  path: string,
): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'moisson-store-'));
  for (const { path: file, content } of loadRecipes('labo', { base, graph: `${base}dataset` })) {
    mkdirSync(join(folder, 'out', dirname(file)), { recursive: true });
    writeFileSync(join(folder, 'out', file), content);
  }
  writeFileSync(join(folder, 'out/labo.nq'), nquads);
  const port = await freePort();
  const child = spawn('sh', [join(folder, 'out/load', recipe), join(folder, 'store'), String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
  });
  const address = new URL(`http://localhost:${port}${path}`);
  const close = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    if (child.exitCode === null) await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await started(child, address);
  } catch (error) {
    await close();
    throw error;
  }
  return { ask: (query) => answerAt(address, query), close };
}

/** A store that is slow to load is waited for: two minutes. */
async function started(child: ChildProcess, address: URL): Promise<void> {
  let told = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      told = (told + chunk).slice(-2000);
    });
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) break;
    if (await answerAt(address, 'ASK {}').catch(() => undefined)) return;
    await setTimeout(200);
  }
  throw new Error(`the store does not start: ${told}`);
}

async function answerAt(address: URL, query: string) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { Accept: 'application/sparql-results+json' },
    body: new URLSearchParams({ query }),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status} ${(await response.text()).slice(0, 200)}`);
  return answerOf((await response.json()) as SparqlJson);
}

function withPath(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: [process.env.PATH, join(beside, 'oxigraph/bin')].join(delimiter) };
}

/** What a command says of itself; undefined when it does not come to its end. */
async function said(
  command: string,
  options: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await execute(command, [...options], { env, timeout: 300_000 });
    return stdout + stderr;
  } catch {
    return undefined;
  }
}

const versionIn = (text: string) => /\d+\.\d+\.\d+\S*/.exec(text)?.[0] ?? 'of unknown version';
