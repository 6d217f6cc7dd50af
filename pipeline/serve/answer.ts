import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import {
  contentTypeOf,
  framePolicy,
  isOpen,
  isOwnFrame,
  type MediaType,
  openHeaders,
  preflightHeaders,
  safeHeaders,
} from '../base/media-types.ts';
import { conditionalStatus, isSameAs } from './conditional.ts';
import { takesGzip } from './negotiate.ts';
import { rangeOf } from './range.ts';
import type { SiteFile } from './site-file.ts';

/** What of a request counts here. */
export interface Asked {
  readonly pathname: string;
  readonly search: string;
  readonly isHead: boolean;
  header(name: string): string | undefined;
}

type Fields = Readonly<Record<string, string>>;

/** An answer of a few words, which anybody may read. */
export function said(status: number, text: string, fields: Fields = {}): Response {
  const type = { 'Content-Type': 'text/plain; charset=utf-8' };
  return new Response(text, { status, headers: { ...safeHeaders, ...openHeaders, ...type, ...fields } });
}

/** An answer that leads elsewhere on this server. */
export function moved(status: 301 | 302 | 303, location: string, fields: Fields = {}): Response {
  return new Response(null, {
    status,
    headers: { ...safeHeaders, ...openHeaders, Location: location, ...fields },
  });
}

/** What is said of a file with whatever comes of the request. A name that nobody knows is a stream of bytes. */
export function headersOf(path: string, type: MediaType | undefined): Fields {
  return {
    ...safeHeaders,
    'Content-Type': type ? contentTypeOf(type) : 'application/octet-stream',
    'Cache-Control': 'no-cache',
    ...(isOwnFrame(path) && { 'Content-Security-Policy': framePolicy }),
    ...(isOpen(path) && openHeaders),
  };
}

/** What a client may do with whatever is here. */
export function permitted(): Response {
  const { 'Access-Control-Allow-Origin': origin } = openHeaders;
  const headers = { ...safeHeaders, ...preflightHeaders, 'Access-Control-Allow-Origin': origin };
  return new Response(null, { status: 204, headers });
}

/** A file as the client wants it: not at all (304, 412), a part of it (206), compressed, or as it is. */
export async function sent(
  asked: Asked,
  file: SiteFile,
  fields: Fields,
  isCompressible: boolean,
): Promise<Response> {
  const range = asked.isHead ? undefined : asked.header('range');
  // A part is always one of the file as it is.
  const isGzip = isCompressible && range === undefined && takesGzip(asked.header('accept-encoding'));
  const etag = isGzip ? file.etag.replace(/"$/, '-gz"') : file.etag;
  const headers = new Headers({ ...fields, ETag: etag, 'Last-Modified': file.modified.toUTCString() });
  headers.set('Accept-Ranges', 'bytes');
  if (isCompressible) headers.append('Vary', 'Accept-Encoding');

  const status = conditionalStatus(conditionsOf(asked), { etag, modified: file.modified });
  if (status !== undefined) return without(file, status, headers);
  if (isGzip) {
    headers.set('Content-Encoding', 'gzip');
    if (asked.isHead) return without(file, 200, headers);
    return new Response(body(compressed(file.stream())), { headers });
  }
  const part = isSameAs(asked.header('if-range'), file) ? rangeOf(range, file.size) : undefined;
  if (part === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${file.size}`);
    return without(file, 416, headers);
  }
  if (part !== undefined) {
    headers.set('Content-Range', `bytes ${part.start}-${part.end}/${file.size}`);
    headers.set('Content-Length', String(part.end - part.start + 1));
    return new Response(body(file.stream(part)), { status: 206, headers });
  }
  headers.set('Content-Length', String(file.size));
  return asked.isHead ? without(file, 200, headers) : new Response(body(file.stream()), { headers });
}

async function without(file: SiteFile, status: number, headers: Headers): Promise<Response> {
  await file.close();
  return new Response(null, { status, headers });
}

function conditionsOf(asked: Asked) {
  return {
    ifMatch: asked.header('if-match'),
    ifUnmodifiedSince: asked.header('if-unmodified-since'),
    ifNoneMatch: asked.header('if-none-match'),
    ifModifiedSince: asked.header('if-modified-since'),
  };
}

/** A file's bytes as the body of an answer; a client that goes away closes the file. */
export function body(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}

function compressed(stream: Readable): Readable {
  // What goes wrong on either side ends both, and the answer with them.
  return pipeline(stream, createGzip(), () => {});
}
