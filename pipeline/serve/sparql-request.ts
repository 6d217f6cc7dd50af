import { readOnly, SparqlFault } from './sparql-fault.ts';

/** What the protocol lets a client ask (SPARQL 1.1 Protocol, section 2.1). */
export interface SparqlRequest {
  readonly query: string;
  /** The dataset, which goes before that of the query (section 2.1.4); none when the client names no graph. */
  readonly dataset?: Dataset;
}

/** Graphs by their IRIs. */
interface Dataset {
  /** Their union is the default graph. */
  readonly defaults: readonly string[];
  readonly named: readonly string[];
}

/** What may be done with an endpoint. */
export const endpointMethods = 'GET, HEAD, POST, OPTIONS';

/** Reads a request; one without arguments asks what the endpoint is. `longest`: bytes of a body. */
export async function sparqlRequestOf(
  request: Request,
  longest: number,
): Promise<SparqlRequest | 'description'> {
  const { search, searchParams } = new URL(request.url);
  if (request.method === 'GET' || request.method === 'HEAD')
    return search === '' ? 'description' : requestIn(searchParams);
  if (request.method !== 'POST') throw unknownMethod(request.method);

  switch (mediaTypeIn(request.headers.get('content-type') ?? '')) {
    case 'application/x-www-form-urlencoded':
      return requestIn(new URLSearchParams(await bodyOf(request, longest)));
    case 'application/sparql-query':
      if (searchParams.has('query')) throw severalQueries();
      return { query: await bodyOf(request, longest), ...datasetIn(searchParams) };
    case 'application/sparql-update':
      throw new SparqlFault(readOnly('application/sparql-update'));
    default:
      throw unknownType();
  }
}

function requestIn(given: URLSearchParams): SparqlRequest {
  if (given.has('update')) throw new SparqlFault(readOnly('update='));
  const [query, ...others] = given.getAll('query');
  if (query === undefined) throw noQuery();
  if (others.length > 0) throw severalQueries();
  return { query, ...datasetIn(given) };
}

function datasetIn(given: URLSearchParams): Pick<SparqlRequest, 'dataset'> {
  const [defaults, named] = [given.getAll('default-graph-uri'), given.getAll('named-graph-uri')];
  const wrong = [...defaults, ...named].find((each) => !isIri(each));
  if (wrong !== undefined) throw noIri(wrong);
  return defaults.length + named.length > 0 ? { dataset: { defaults, named } } : {};
}

/** An absolute IRI, by its characters (RFC 3987, section 2.2). */
function isIri(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000- <>"{}|\\^`]*$/.test(text);
}

/** The media type without its parameters; none of a text that is not UTF-8, which is all that the protocol knows. */
function mediaTypeIn(header: string): string | undefined {
  const [type = '', ...parameters] = header.toLowerCase().split(';');
  const charset = /charset\s*=\s*"?([^\s";]*)/.exec(parameters.join(';'))?.[1];
  return charset === undefined || charset === 'utf-8' || charset === 'utf8' ? type.trim() : undefined;
}

async function bodyOf(request: Request, longest: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > longest) throw tooLong(longest);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    chunks.push(chunk as Uint8Array);
    length += (chunk as Uint8Array).length;
    if (length > longest) throw tooLong(longest);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw notUtf8();
  }
}

const unknownMethod = (method: string) =>
  new SparqlFault({
    status: 405,
    words: {
      fr: `${method} n’est pas admis ; attendu : ${endpointMethods}`,
      en: `${method} is not allowed; expected: ${endpointMethods}`,
    },
    fields: { Allow: endpointMethods },
  });

const unknownType = () =>
  new SparqlFault({
    status: 415,
    words: {
      fr: 'Content-Type attendu : application/x-www-form-urlencoded ou application/sparql-query, en UTF-8',
      en: 'expected Content-Type: application/x-www-form-urlencoded or application/sparql-query, in UTF-8',
    },
    fields: { 'Accept-Post': 'application/x-www-form-urlencoded, application/sparql-query' },
  });

const noQuery = () =>
  new SparqlFault({ status: 400, words: { fr: 'il manque query=', en: 'query= is missing' } });

const severalQueries = () =>
  new SparqlFault({
    status: 400,
    words: { fr: 'query= est là plusieurs fois', en: 'query= is there more than once' },
  });

const noIri = (text: string) =>
  new SparqlFault({
    status: 400,
    words: { fr: `« ${text} » n’est pas un IRI absolu`, en: `“${text}” is no absolute IRI` },
  });

const notUtf8 = () =>
  new SparqlFault({
    status: 400,
    words: { fr: 'le texte n’est pas en UTF-8', en: 'the text is not in UTF-8' },
  });

const tooLong = (longest: number) =>
  new SparqlFault({
    status: 413,
    words: {
      fr: `une requête a au plus ${longest} octets`,
      en: `a query has at most ${longest} bytes`,
    },
  });
