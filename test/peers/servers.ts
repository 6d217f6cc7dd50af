import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { serverFiles } from '../../pipeline/publish/servers/servers.ts';
import { domain, repliesOf } from '../publish/oai-host.ts';
import { staticRequests } from '../publish/oai-requests.ts';
import { many } from '../serve/oai-records.ts';
import { type Exchange, requests } from '../serve/requests.ts';
import { base, files, tombstones } from '../serve/sample-site.ts';

/** A server that this machine may have, and how it is started with our recipe. */
interface WebServer {
  readonly name: string;
  readonly program: string;
  readonly version: readonly string[];
  /** The recipe, at a port of this machine and for a folder; and its own settings around it. */
  settings(recipe: string, port: number, folder: string): string;
  readonly recipe: string;
  command(file: string): readonly string[];
}

const isRoot = process.getuid?.() === 0;
const modules = '/usr/lib/apache2/modules';

const webServers: readonly WebServer[] = [
  {
    name: 'Apache',
    program: 'apache2',
    version: ['-v'],
    recipe: 'servers/apache.conf',
    settings: (recipe, port, folder) => `ServerName localhost
PidFile ${folder}/apache.pid
ErrorLog ${folder}/apache.log
Listen 127.0.0.1:${port}
${isRoot ? 'User nobody\nGroup nogroup\n' : ''}${['mpm_event', 'authz_core', 'alias', 'mime', 'dir', 'filter', 'deflate', 'headers', 'rewrite'].map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so\n`).join('')}
TypesConfig /dev/null
<VirtualHost *:${port}>
${recipe}
</VirtualHost>
`,
    command: (file) => ['-f', file, '-DFOREGROUND'],
  },
  {
    name: 'nginx',
    program: 'nginx',
    version: ['-v'],
    recipe: 'servers/nginx.conf',
    settings: (recipe, port, folder) => `daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/nginx.log;
events {}
http {
access_log off;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};\n`).join('')}
${recipe.replace('listen 80;', `listen 127.0.0.1:${port};`)}
}
`,
    command: (file) => ['-c', file],
  },
  {
    name: 'Caddy',
    program: 'caddy',
    version: ['version'],
    recipe: 'servers/Caddyfile',
    settings: (recipe, port) =>
      `{\n\tadmin off\n\tauto_https off\n}\n${recipe.replace(`${new URL(base).host} {`, `http://127.0.0.1:${port} {`)}`,
    command: (file) => ['run', '--config', file, '--adapter', 'caddyfile'],
  },
];

const all = requests.length + staticRequests.length;

/** Asks every server that is there what our own is asked; prints a line for each and gives the number of wrong answers. */
export async function examineServers(
  print: (name: string, what: string, outcome: string) => void,
): Promise<number> {
  let wrong = 0;
  for (const server of webServers) {
    const version = versionOf(server);
    if (version === undefined) {
      print(server.name, 'site', `skipped: no ${server.program} on the path`);
      continue;
    }
    const complaints = await complaintsOf(server);
    print(`${server.name} ${version}`, 'site', `${all - complaints.length} of ${all} right`);
    for (const complaint of complaints) console.log(`  ${complaint}`);
    wrong += complaints.length;
  }
  return wrong;
}

function versionOf({ program, version }: WebServer): string | undefined {
  try {
    // nginx says it on the error stream.
    const text = execFileSync('sh', ['-c', '"$0" "$@" 2>&1', program, ...version], { encoding: 'utf8' });
    return /\d+\.\d+\.\d+/.exec(text)?.[0] ?? 'of unknown version';
  } catch {
    return undefined;
  }
}

async function complaintsOf(server: WebServer): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'moisson-server-'));
  // A server that gives up the rights of root must still see it.
  chmodSync(folder, 0o755);
  const recipes = serverFiles({ base, own: 'fr', tombstones, oai: domain });
  const replies = Object.fromEntries(repliesOf([...many(10)]));
  for (const [path, content] of Object.entries({ ...files, ...replies }))
    put(join(folder, 'site', path), content);
  const recipe = String(recipes.find(({ path }) => path === server.recipe)?.content);
  const port = await freePort();
  const file = join(folder, 'server.conf');
  put(file, server.settings(recipe.replaceAll('/srv/moisson/out/site', join(folder, 'site')), port, folder));
  const child = spawn(server.program, server.command(file), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  try {
    await started(child, port);
    const complaints: string[] = [];
    for (const exchange of requests) complaints.push(...(await complaintsAbout(exchange, port)));
    for (const [query, code] of staticRequests) complaints.push(...(await complaintAbout(query, code, port)));
    return complaints;
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    if (child.exitCode === null) await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

function put(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** A port of this machine that nobody listens at. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function started(child: ChildProcess, port: number): Promise<void> {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  for (let attempt = 0; attempt < 100; attempt++) {
    if (child.exitCode !== null) break;
    if (await asked({ name: '', path: '/id/', status: 200 }, port).catch(() => undefined)) return;
    await setTimeout(100);
  }
  throw new Error(`the server does not start: ${said}`);
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

function asked({ path, method = 'GET', headers = {} }: Exchange, port: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // nginx promises to keep a connection after 412, and closes it.
    request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      answer.resume();
      const entries = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
      resolve({ status: answer.statusCode ?? 0, headers: Object.fromEntries(entries) });
    })
      .on('error', reject)
      .end();
  });
}

async function complaintsAbout(exchange: Exchange, port: number): Promise<readonly string[]> {
  const { status, headers } = await asked(exchange, port);
  const wrong = Object.entries(exchange.answers ?? {}).flatMap(([name, pattern]) => {
    const value = headers[name.toLowerCase()] ?? '';
    return pattern.test(value) ? [] : [`${name} ${JSON.stringify(value)}, not ${pattern}`];
  });
  const all = status === exchange.status ? wrong : [`${status}, not ${exchange.status}`, ...wrong];
  return all.length === 0 ? [] : [`${exchange.name}: ${all.join('; ')}`];
}

/** A harvester's request, to the replies that are files of the site. */
async function complaintAbout(
  query: string,
  code: string | undefined,
  port: number,
): Promise<readonly string[]> {
  const response = await fetch(`http://127.0.0.1:${port}${new URL(base).pathname}oai?${query}`);
  const reply = await response.text();
  const found = /<error code="(\w+)"/.exec(reply)?.[1];
  const type = response.headers.get('content-type')?.toLowerCase().replaceAll(' ', '');
  const isRight = response.status === 200 && reply.includes('<OAI-PMH') && found === code;
  if (isRight && type === 'text/xml;charset=utf-8') return [];
  return [`oai?${query}: ${response.status} ${type} ${found}, not ${code}`];
}
