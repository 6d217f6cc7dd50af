import { createHash, randomBytes } from 'node:crypto';
import { Parser } from 'n3';
import { onTestFinished } from 'vitest';
import { listen } from '../../pipeline/serve/index.ts';

/** What came to the store and was let in. */
export interface Arrived {
  readonly method: string;
  /** The IRI of a graph, `default`, or `update`. */
  readonly graph: string;
  readonly body: string;
}

/** What the store does with a request before it looks at it, by its number from 1; nothing: what it was asked for. */
export type Plan = (arrived: Arrived, count: number) => Response | 'cut' | undefined;

export interface StoreServer {
  readonly address: string;
  readonly update: string;
  readonly arrived: readonly Arrived[];
  /** Statements by graph, sorted. */
  graphs(): Readonly<Record<string, readonly string[]>>;
  /** Puts a graph there as if it had always been. */
  hold(graph: string, ...statements: readonly string[]): void;
}

interface Options {
  readonly plan?: Plan;
  /** `labo` with the password `secret`, or the token `jeton`. */
  readonly asks?: 'Basic' | 'Digest' | 'Bearer';
  /** Bytes of the largest body. */
  readonly largest?: number;
  readonly isReadOnly?: boolean;
}

/**
 * A store that speaks the SPARQL 1.1 Graph Store Protocol at `/store` (PUT, POST, DELETE of N-Triples) and knows one SPARQL
 * Update, `MOVE`, at `/update`. Its graphs are sets of lines; what n3 cannot read is refused.
 */
export async function graphStoreServer({
  plan = () => undefined,
  asks,
  largest = Number.POSITIVE_INFINITY,
  isReadOnly = false,
}: Options = {}): Promise<StoreServer> {
  const arrived: Arrived[] = [];
  const graphs = new Map<string, Set<string>>();
  const nonce = randomBytes(8).toString('hex');

  const server = await listen(
    async (request) => {
      const { pathname, searchParams } = new URL(request.url);
      const body = Buffer.from(await request.arrayBuffer());
      if (asks && !isLetIn(request, asks, nonce)) return asked(asks, nonce);
      if (body.length > largest) return new Response('payload too large', { status: 413 });
      if (!['/store', '/update'].includes(pathname)) return new Response('no such dataset', { status: 404 });
      if (isReadOnly) return new Response('', { status: 405 });
      const graph =
        pathname === '/update'
          ? 'update'
          : searchParams.has('default')
            ? 'default'
            : searchParams.get('graph');
      if (graph === null) return new Response('no graph', { status: 400 });
      const one: Arrived = { method: request.method, graph, body: body.toString('utf8') };
      arrived.push(one);
      const planned = plan(one, arrived.length);
      // What was sent is carried out, and nobody hears of it.
      const answer = planned === undefined || planned === 'cut' ? carriedOut(one, request, graphs) : planned;
      return planned === 'cut' ? broken() : answer;
    },
    { host: '127.0.0.1', port: 0 },
  );
  onTestFinished(() => server.close());
  return {
    address: `${server.address}store`,
    update: `${server.address}update`,
    arrived,
    graphs: () => Object.fromEntries([...graphs].map(([name, lines]) => [name, [...lines].sort()])),
    hold: (graph, ...statements) => graphs.set(graph, new Set(statements)),
  };
}

function carriedOut(
  { method, graph, body }: Arrived,
  request: Request,
  graphs: Map<string, Set<string>>,
): Response {
  const type = request.headers.get('content-type');
  if (graph === 'update') {
    const [, from = '', to, isDefault] =
      /^MOVE GRAPH <([^>]*)> TO (?:GRAPH <([^>]*)>|(DEFAULT))$/.exec(body) ?? [];
    const moved = graphs.get(from);
    if (type !== 'application/sparql-update' || !moved) return new Response('bad update', { status: 400 });
    graphs.delete(from);
    graphs.set(isDefault ? 'default' : (to ?? ''), moved);
    return new Response(null, { status: 204 });
  }
  if (method === 'DELETE') return new Response(null, { status: graphs.delete(graph) ? 204 : 404 });
  if (type !== 'application/n-triples') return new Response('', { status: 415 });
  try {
    new Parser({ format: 'application/n-triples' }).parse(body);
  } catch (error) {
    return new Response(String(error), { status: 400 });
  }
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const before = method === 'PUT' ? [] : (graphs.get(graph) ?? []);
  graphs.set(graph, new Set([...before, ...lines]));
  return new Response(null, { status: 204 });
}

/** An answer that breaks off. */
function broken(): Response {
  const body = new ReadableStream({
    start: (controller) => controller.error(new Error('cut')),
  });
  return new Response(body, { status: 200 });
}

function asked(kind: NonNullable<Options['asks']>, nonce: string): Response {
  const challenge =
    kind === 'Digest'
      ? `Digest realm="the \\"lab\\"", nonce="${nonce}", qop="auth", opaque="o", algorithm=MD5`
      : `${kind} realm="lab"`;
  return new Response('', { status: 401, headers: { 'WWW-Authenticate': challenge } });
}

function isLetIn(
  { headers, method, url }: Request,
  kind: NonNullable<Options['asks']>,
  nonce: string,
): boolean {
  const said = headers.get('authorization') ?? '';
  if (kind === 'Bearer') return said === 'Bearer jeton';
  if (kind === 'Basic') return said === `Basic ${Buffer.from('labo:secret').toString('base64')}`;
  const all = Object.fromEntries(
    [...said.matchAll(/(\w+)=(?:"((?:[^"\\]|\\.)*)"|(\w+))/g)].map(([, name, text, word]) => [
      name,
      text ?? word,
    ]),
  );
  const md5 = (text: string) => createHash('md5').update(text).digest('hex');
  const { pathname, search } = new URL(url);
  const wanted = md5(
    [
      md5('labo:the "lab":secret'),
      nonce,
      all.nc,
      all.cnonce,
      'auth',
      md5(`${method}:${pathname}${search}`),
    ].join(':'),
  );
  return said.startsWith('Digest ') && all.uri === pathname + search && all.response === wanted;
}
