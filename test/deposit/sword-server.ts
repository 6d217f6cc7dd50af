import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { onTestFinished } from 'vitest';
import { listen } from '../../pipeline/serve/index.ts';
import { faultsIn, hasSchema } from '../write/aofr.ts';

/** What came to the server. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: Buffer;
  /** The TEI of it, and the names beside it in a ZIP. */
  readonly tei: string;
  readonly files: readonly string[];
}

/** What the server does with a request that has nothing wrong; nothing: takes it. */
export type Plan = (arrived: Arrived, count: number) => Response | undefined;

export interface SwordServer {
  readonly address: string;
  readonly arrived: readonly Arrived[];
  /** What is asked of the search. */
  readonly searched: readonly string[];
}

const codes: Readonly<Record<string, number>> = {
  ErrorContent: 406,
  ErrorChecksumMismatch: 412,
  ErrorBadRequest: 400,
  TargetOwnerUnknown: 403,
  MediationNotAllowed: 412,
  MethodNotAllowed: 405,
  MaxUploadSizeExceeded: 413,
  Unauthorized: 403,
  DocError: 403,
};
// These have an address in SWORD.
const named = new Set(Object.keys(codes).filter((each) => each !== 'Unauthorized' && each !== 'DocError'));

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** An answer that is still to be sent. */
export interface Canned {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function responseOf({ status, body, headers = {} }: Canned): Response {
  return new Response(body || null, { status, headers });
}

/** An error as HAL's server words it (FinHal `Hal_Sword_Server::error`). */
export function swordError(code: string, message: string): Canned {
  const href = named.has(code) ? ` href="http://purl.org/net/sword/error/${code}"` : '';
  return {
    status: codes[code] ?? 400,
    headers: { 'Content-Type': 'text/xml; charset=utf-8' },
    body: `<?xml version="1.0" encoding="utf-8"?>
<sword:error xmlns:sword="http://purl.org/net/sword/error/" xmlns="http://www.w3.org/2005/Atom"${href}>
  <title>ERROR</title>
  <author><name>HAL SWORD API Server</name></author>
  <summary>Some parameters sent with the request were not understood</summary>
  <sword:treatment>processing failed</sword:treatment>
  <sword:verboseDescription>${escaped(message)}</sword:verboseDescription>
</sword:error>
`,
  };
}

/** An entry as HAL's server words it. */
export function entry(id: string, status: number, version = '1'): Response {
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?>
<entry xmlns="http://www.w3.org/2005/Atom" xmlns:sword="http://purl.org/net/sword/terms/" xmlns:hal="http://hal.archives-ouvertes.fr/">
  <title>Accepted media deposit to HAL</title>
  <id>${id}</id>
  <hal:password>pw&amp;${id.slice(-2)}</hal:password>
  <hal:version>${version}</hal:version>
  <link rel="alternate" href="https://hal.science/${id}v${version}"/>
</entry>
`,
    { status, headers: { 'Content-Type': 'application/atom+xml' } },
  );
}

/** A search that finds these documents. */
export type Search = (query: string) => readonly unknown[];

/**
 * A server that looks at what it is sent as closely as HAL's does (hal.md section 4; FinHal `library/Hal/Sword/Server.php`),
 * in the same order, and stores nothing. Its account is `labo` with the password `secret`.
 */
export async function swordServer(
  plan: Plan = () => undefined,
  search: Search = () => [],
): Promise<SwordServer> {
  const arrived: Arrived[] = [];
  const searched: string[] = [];
  const server = await listen(
    async (request) => {
      const { pathname: path, searchParams } = new URL(request.url);
      if (path === '/search/') {
        searched.push(searchParams.get('q') ?? '');
        const docs = search(searchParams.get('q') ?? '');
        return Response.json({ response: { numFound: docs.length, start: 0, docs } });
      }
      const body = Buffer.from(await request.arrayBuffer());
      const basic = `Basic ${Buffer.from('labo:secret').toString('base64')}`;
      if (request.headers.get('authorization') !== basic) return new Response('', { status: 401 });
      const seen = look(request, path, body);
      if ('status' in seen) return responseOf(seen);
      arrived.push(seen);
      return plan(seen, arrived.length) ?? taken(seen);
    },
    { host: '127.0.0.1', port: 0 },
  );
  onTestFinished(() => server.close());
  return { address: server.address, arrived, searched };
}

function look({ method, headers }: Request, path: string, body: Buffer): Arrived | Canned {
  const bare = { method, path, headers, body, tei: '', files: [] };
  if (headers.get('in-progress') === 'true')
    return swordError('ErrorBadRequest', 'In-Progress header is not supported by the server');
  if (method === 'GET' || method === 'DELETE') return bare;
  if (headers.get('packaging') !== 'http://purl.org/net/sword-types/AOfr')
    return swordError('ErrorContent', 'The supplied format packaging is not supported by the server');
  if (body.length === 0) return swordError('ErrorBadRequest', 'No data can be found');
  const md5 = headers.get('content-md5');
  if (md5 !== null && md5 !== createHash('md5').update(body).digest('hex'))
    return swordError('ErrorChecksumMismatch', 'MD5 sum did not match');
  const type = headers.get('content-type');
  if (type === 'text/xml') return valid({ ...bare, tei: body.toString('utf8') });
  if (type !== 'application/zip')
    return swordError('ErrorContent', 'The supplied content-type format is not supported by the server');
  const name = /filename=['"]?([/a-z0-9_-]+\.xml)/i.exec(headers.get('content-disposition') ?? '')?.[1];
  if (name === undefined)
    return swordError(
      'ErrorBadRequest',
      'Could not open the XML description: content-disposition header missing or mismatched',
    );
  const files = unzipSync(body);
  const tei = files[name];
  if (!tei)
    return swordError('ErrorBadRequest', `Could not open the XML description: ${name} file not found`);
  const others = Object.keys(files).filter((each) => each !== name);
  return valid({ ...bare, tei: new TextDecoder().decode(tei), files: others });
}

function valid(arrived: Arrived): Arrived | Canned {
  if (hasSchema && faultsIn(arrived.tei).length > 0)
    return swordError('ErrorContent', 'The supplied XML description does not validate the AOfr schema');
  const targets = [...arrived.tei.matchAll(/<ref type="file"[^>]* target="([^"]*)"/g)].map(
    ([, target]) => target,
  );
  // A file of a ZIP is at its top, and the TEI names it.
  if (targets.join() !== arrived.files.join())
    return swordError('ErrorBadRequest', JSON.stringify({ file: ['Missing file'] }));
  return arrived;
}

function taken({ method, path, files }: Arrived): Response {
  if (method === 'DELETE') return new Response(null, { status: 204 });
  if (method === 'PUT') return entry(path.split('/').at(-1) ?? '', 200, '2');
  return entry('hal-01234567', files.length > 0 ? 201 : 202);
}
