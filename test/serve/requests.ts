/** A request to the sample site, and what every server of it answers. */
export interface Exchange {
  readonly name: string;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly status: number;
  readonly answers?: Readonly<Record<string, RegExp>>;
}

const thing = '/id/work/x';

function leads(accept: string, language: string, to: string): Exchange {
  return {
    name: `${accept}, ${language} → ${to}`,
    path: thing,
    headers: { Accept: accept, 'Accept-Language': language },
    status: 303,
    answers: {
      Location: new RegExp(`^(?:http://[^/]+)?${thing}${to.replaceAll('.', '\\.')}$`),
      Vary: /Accept, ?Accept-Language/i,
      'Access-Control-Allow-Origin': /^\*$/,
      'X-Content-Type-Options': /^nosniff$/,
    },
  };
}

// JSON and RDF are UTF-8 by their standards, XML says it itself.
function hasCharset(type: string): boolean {
  return /^text\/|bibtex|research-info/.test(type);
}

function typed(file: string, type: string, more: Readonly<Record<string, RegExp>> = {}): Exchange {
  return {
    name: `${file} is ${type}`,
    path: `/id/${file}`,
    status: 200,
    answers: {
      'Content-Type': new RegExp(
        `^${type.replace(/[.+]/g, '\\$&')}${hasCharset(type) ? '; ?charset=utf-8' : ''}$`,
        'i',
      ),
      'Cache-Control': /^no-cache$/,
      'X-Content-Type-Options': /^nosniff$/,
      'Referrer-Policy': /^strict-origin-when-cross-origin$/,
      ...more,
    },
  };
}

function absent(path: string): Exchange {
  return {
    name: `${path.slice(0, 40)} is not there`,
    path,
    status: 404,
    answers: { 'X-Content-Type-Options': /^nosniff$/ },
  };
}

const open = {
  'Access-Control-Allow-Origin': /^\*$/,
  'Access-Control-Expose-Headers': /^Link, ?ETag, ?Content-Range$/,
};
const preflight = {
  Allow: /^GET, ?HEAD, ?OPTIONS$/,
  'Access-Control-Allow-Origin': /^\*$/,
  'Access-Control-Allow-Methods': /^GET, ?HEAD, ?OPTIONS$/,
  'Access-Control-Allow-Headers': /^\*$/,
  'Access-Control-Max-Age': /^86400$/,
};
const framable = { 'Content-Security-Policy': /^$/, 'X-Frame-Options': /^$/ };
const closed = { 'Access-Control-Allow-Origin': /^$/ };
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

/** Recipes for other servers are tried on the same requests as our own. */
export const requests: readonly Exchange[] = [
  leads('*/*', 'fr', '.html'),
  leads(browser, 'fr-FR,fr;q=0.9,en;q=0.8', '.html'),
  leads(browser, 'en-GB,en;q=0.9', '.en.html'),
  leads(browser, 'de,en;q=0.9,fr;q=0.1', '.en.html'),
  leads(browser, 'en-US,fr;q=0.9,en;q=0.8', '.en.html'),
  leads(browser, 'en,fr', '.html'),
  leads(browser, 'en-FR,fr-CA', '.html'),
  leads(browser, 'en;q=0.8,fr', '.html'),
  leads('text/turtle', 'en', '.ttl'),
  leads('application/ld+json;profile="https://schema.org/"', 'en', '.jsonld'),
  leads('text/turtle, */*;q=0.1', 'en', '.ttl'),
  leads('text/html;q=0.5, text/turtle', 'en', '.ttl'),
  leads('text/turtle, text/html', 'fr', '.html'),
  leads('application/x-bibtex', 'fr', '.bib'),
  leads('application/x-research-info-systems', 'fr', '.ris'),
  leads('application/vnd.citationstyles.csl+json', 'fr', '.csl.json'),
  leads('application/tei+xml', 'fr', '.tei.xml'),
  {
    name: 'a person has no BibTeX',
    path: '/id/person/p',
    headers: { Accept: 'application/x-bibtex' },
    status: 406,
    answers: { Vary: /Accept, ?Accept-Language/i },
  },
  { name: 'a picture of a thing', path: thing, headers: { Accept: 'image/png' }, status: 406 },
  { name: '/', path: '/', status: 302, answers: { Location: /\/id\/$/ } },
  { name: '/id', path: '/id', status: 302, answers: { Location: /\/id\/$/ } },
  { name: '/id/', path: '/id/', status: 200, answers: { 'Content-Type': /^text\/html; ?charset=utf-8$/i } },
  typed('index.html', 'text/html', { 'Content-Security-Policy': /^frame-ancestors 'self'$/, ...closed }),
  typed('style.css', 'text/css', closed),
  typed('search.js', 'text/javascript', closed),
  typed('embed.js', 'text/javascript', open),
  typed('embed.html', 'text/html', { ...open, ...framable }),
  typed('embed.en.html', 'text/html', { ...open, ...framable }),
  typed('icon.svg', 'image/svg+xml'),
  typed('feed.atom', 'application/atom+xml', open),
  typed('feed.en.json', 'application/feed+json', open),
  typed('search.json', 'application/json', open),
  typed('sitemap.xml', 'application/xml', open),
  typed('lab.nt', 'application/n-triples', open),
  typed('lab.nq', 'application/n-quads', open),
  typed('lab.trig', 'application/trig', open),
  typed('lab.rdf', 'application/rdf+xml', open),
  typed('lab.csl.json', 'application/vnd.citationstyles.csl+json', open),
  typed('work/x.html', 'text/html', {
    Link: /<https:\/\/data\.example\.org\/id\/work\/x>; rel="cite-as".*<[^>]*work\/x\.ttl>; rel="describedby"; type="text\/turtle".*<[^>]*work\/x\.linkset\.json>; rel="linkset"; type="application\/linkset\+json"/,
  }),
  typed('work/x.ttl', 'text/turtle', {
    ...open,
    Link: /<https:\/\/data\.example\.org\/id\/work\/x\.html>; rel="describes"; type="text\/html".*rel="linkset"/,
  }),
  typed('work/x.jsonld', 'application/ld+json', open),
  typed('work/x.bib', 'application/x-bibtex', open),
  typed('work/x.ris', 'application/x-research-info-systems', open),
  typed('work/x.csl.json', 'application/vnd.citationstyles.csl+json', open),
  typed('work/x.tei.xml', 'application/tei+xml', open),
  typed('work/x.linkset.json', 'application/linkset+json', open),
  {
    name: 'the dump stays compressed',
    path: '/id/lab.nq.gz',
    headers: { 'Accept-Encoding': 'gzip' },
    status: 200,
    answers: { 'Content-Type': /^application\/gzip$/, 'Content-Encoding': /^$/, ...open },
  },
  { name: 'a picture', path: '/id/logo.png', status: 200, answers: { 'Content-Type': /^image\/png$/ } },
  {
    name: 'a part',
    path: '/id/work/x.ttl',
    headers: { Range: 'bytes=0-3' },
    status: 206,
    answers: { 'Content-Range': /^bytes 0-3\/10$/ },
  },
  { name: 'beyond the end', path: '/id/work/x.ttl', headers: { Range: 'bytes=10-' }, status: 416 },
  {
    name: 'another state than the client holds',
    path: '/id/work/x.ttl',
    headers: { 'If-Match': '"other"', 'If-None-Match': '*' },
    status: 412,
  },
  {
    name: 'changed since',
    path: '/id/work/x.ttl',
    headers: { 'If-Unmodified-Since': 'Thu, 01 Jan 1998 00:00:00 GMT' },
    status: 412,
  },
  { name: 'HEAD', path: '/id/work/x.ttl', method: 'HEAD', status: 200 },
  {
    name: 'POST',
    path: '/id/work/x.ttl',
    method: 'POST',
    status: 405,
    // Apache adds TRACE by itself.
    answers: { Allow: /^GET, ?HEAD, ?OPTIONS\b/ },
  },
  {
    name: 'a script asks what it may do',
    path: '/id/work/x.ttl',
    method: 'OPTIONS',
    headers: {
      Origin: 'https://other.example',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'if-none-match',
    },
    status: 204,
    answers: {
      ...preflight,
      'X-Content-Type-Options': /^nosniff$/,
    },
  },
  { name: 'a script asks about a thing', path: thing, method: 'OPTIONS', status: 204, answers: preflight },
  {
    name: 'withdrawn',
    path: '/id/work/gone',
    status: 410,
    answers: { 'Content-Type': /^text\/html; ?charset=utf-8$/i },
  },
  { name: 'withdrawn, a page', path: '/id/work/gone.html', status: 410 },
  { name: 'withdrawn, data', path: '/id/work/gone.ttl', headers: { 'Accept-Language': 'en' }, status: 410 },
  { name: 'merged', path: '/id/work/old', status: 301, answers: { Location: /\/id\/work\/x$/ } },
  {
    name: 'merged, data',
    path: '/id/work/old.csl.json',
    status: 301,
    answers: { Location: /\/id\/work\/x\.csl\.json$/ },
  },
  absent('/id/nothing'),
  absent('/id/nothing.html'),
  absent('/id/work/'),
  absent('/other'),
  absent('/id/.secret'),
  absent('/id/work/.git/config'),
  absent('/id/..%5csite%5cindex.html'),
];
