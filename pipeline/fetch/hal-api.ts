import {
  type Api,
  choosing,
  decoded,
  isObject,
  type Json,
  numberOf,
  type Page,
  type Query,
  recordsOf,
  textOf,
  webAddress,
  withParameters,
} from './api.ts';
import { halFields } from './hal-api-fields.ts';

/** HAL's own client takes 500 records at once, of few fields (hal.md section 1); these have many. */
const rows = '200';

/** The search API of HAL: a collection, a person, a structure, a record, or a search on the site or by the API. */
export const halApi: Api = {
  name: 'hal',
  origin: 'https://api.archives-ouvertes.fr',
  understood: [
    'https://hal.science/LABO',
    'https://hal.science/search/index?q=…',
    'https://hal.science/hal-…',
    'https://cv.hal.science/idhal',
    'https://aurehal.archives-ouvertes.fr/structure/read/id/…',
    'https://api.archives-ouvertes.fr/search/?q=…',
  ],
  // The repository of OAI-PMH stands beside the API.
  owns(address) {
    const url = webAddress(address);
    if (!url || /^\/oai(?:\/|$)/.test(url.pathname)) return false;
    return isSite(url.host) || isProfile(url.host) || hosts.includes(url.host);
  },
  understands,

  page(query, cursor) {
    const url = new URL(query);
    const { searchParams } = url;
    const sort = (searchParams.get('sort') ?? '').replace(/(?:^|,)\s*docid\s+(?:asc|desc)\s*$/i, '');
    searchParams.set('sort', sort === '' ? 'docid asc' : `${sort},docid asc`);
    searchParams.set('wt', 'json');
    searchParams.set('rows', rows);
    searchParams.set('fl', halFields.join(','));
    searchParams.set('cursorMark', cursor ?? '*');
    return url;
  },

  read({ response, nextCursorMark }): Page | undefined {
    if (!isObject(response) || !Array.isArray(response.docs)) return undefined;
    const records = recordsOf(response.docs, ({ halId_s, docid }) => halId_s ?? String(docid));
    return { records, cursor: textOf(nextCursorMark), size: numberOf(response.numFound) };
  },
};

const api = 'api.archives-ouvertes.fr';
const authorities = 'aurehal.archives-ouvertes.fr';
const hosts: readonly string[] = [
  api,
  authorities,
  'hal.archives-ouvertes.fr',
  'halshs.archives-ouvertes.fr',
  'tel.archives-ouvertes.fr',
];
const isProfile = (host: string) => host === 'cv.hal.science' || host === 'cv.archives-ouvertes.fr';
const isSite = (host: string) => /^(?:[\w-]+\.)?hal\.science$/.test(host) && !notSites.test(host);
const notSites = /^(?:cv|data|doc|aurehal|api|sandbox|about|tutos?|static|stats?)\.hal\.science$/;

function understands(address: string): Query | undefined {
  const url = webAddress(address);
  if (!url) return undefined;
  if (url.host === api) return ofApi(url);
  if (isProfile(url.host)) return ofPerson(url.pathname);
  if (url.host === authorities) return ofStructure(url.pathname);
  return isSite(url.host) || hosts.includes(url.host) ? ofSite(url) : undefined;
}

/** The API's own addresses; what concerns only the form of an answer is ours to say. */
function ofApi(url: URL): Query | undefined {
  if (!/^\/search(?:\/[\w-]+)?\/?$/.test(url.pathname)) return undefined;
  const isKept = (name: string) => /^(?:q|fq|sort)$/.test(name);
  const isLeft = (name: string) => /^(?:fl|rows|start|wt|indent|cursorMark|facet(?:\..+)?)$/.test(name);
  const chosen = choosing(url, isKept, isLeft);
  const place = url.pathname.split('/')[2] ?? '';
  // Nobody means all of HAL.
  return chosen.has('q') || chosen.has('fq') || place !== '' ? search(place, chosen) : undefined;
}

function ofPerson(path: string): Query | undefined {
  const [, idhal] = /^\/([\w.-]+)\/?$/.exec(path) ?? [];
  if (idhal === undefined || idhal === 'search') return undefined;
  // An IdHAL without letters is the number of one.
  const q = /^\d+$/.test(idhal) ? `authIdHal_i:${idhal}` : `authIdHal_s:"${idhal}"`;
  return search('', new URLSearchParams({ q }));
}

function ofStructure(path: string): Query | undefined {
  const [, number] = /^\/structure\/read\/id\/(\d+)\/?$/.exec(path) ?? [];
  return number === undefined ? undefined : search('', new URLSearchParams({ q: `structId_i:${number}` }));
}

/** A page of HAL: `/LABO`, `/hal-01234567v2`, `/search/index?…`; a collection may stand before the two others. */
function ofSite(url: URL): Query | undefined {
  const [first = '', ...rest] = url.pathname.split('/').filter((part) => part !== '');
  const isCollection = /^[A-Z\d][A-Z\d_-]*$/.test(first);
  const [what = '', ...after] = isCollection ? rest : [first, ...rest];
  const [, id] = /^([a-z][a-z\d]*(?:[-_][a-z\d]+)*[-_]\d{6,})(?:v\d+)?$/.exec(what) ?? [];
  if (id !== undefined) {
    const isFile = after.length === 0 || after[0] === 'document' || after[0] === 'file';
    const q = `halId_s:"${id}" OR halIdSameAs_s:"${id}"`;
    return isFile ? search('', new URLSearchParams({ q })) : undefined;
  }
  if (what === 'search') return ofSearch(url, isCollection ? first : '', after);
  if (what !== '' || !isCollection) return undefined;
  choosing(
    url,
    () => false,
    () => false,
  );
  return search(first, new URLSearchParams());
}

/** HAL as a whole; every other host is a portal. */
const wholeHosts: readonly string[] = ['hal.science', 'www.hal.science', 'hal.archives-ouvertes.fr'];

/** A search on a portal: only HAL's own list says that `theses.hal.science` is its `tel`. */
function inPortal(host: string, chosen: URLSearchParams): Query {
  const path = (reply: Json): string | undefined => {
    const { response } = reply;
    const portals = isObject(response) && Array.isArray(response.docs) ? response.docs.filter(isObject) : [];
    const portal = portals.find(({ url }) => webAddress(textOf(url) ?? '')?.host === host);
    const code = textOf(portal?.code);
    return code === undefined ? undefined : search(code, chosen).path;
  };
  return { ...search('', chosen), open: { name: host, list: '/ref/instance?wt=json', path } };
}

/** A search on the site: its facets are fields, in the parameters, or in the path as HAL wrote them before. */
function ofSearch(
  url: URL,
  place: string,
  [index = 'index', ...pairs]: readonly string[],
): Query | undefined {
  if (index !== 'index' || pairs.length % 2 !== 0) return undefined;
  const asked = new URL(url);
  for (let at = 0; at < pairs.length; at += 2)
    asked.searchParams.append(decoded(pairs[at] ?? ''), decoded(pairs[at + 1] ?? ''));
  const isKept = (name: string) => name === 'q' || /^\w+_(?:s|i|t|bool|fs|tdate|id)$/.test(name);
  const isLeft = (name: string) => /^(?:rows|page|sort|submit|order|view)$/.test(name);
  const given = choosing(asked, isKept, isLeft);
  const chosen = new URLSearchParams();
  for (const [name, value] of given) {
    if (name === 'q' && value.trim() !== '') chosen.append('q', value);
    if (name !== 'q' && value.trim() !== '') chosen.append('fq', `${name}:${facetValue(value)}`);
  }
  if (place === '' && !wholeHosts.includes(url.host)) return inPortal(url.host, chosen);
  const isAll = place === '' && !chosen.has('fq') && /^(?:\*|\*:\*)?$/.test(chosen.get('q') ?? '');
  return isAll ? undefined : search(place, chosen);
}

/** The value of a facet: words that belong together, or several after each other, `ART OR COMM`. */
function facetValue(text: string): string {
  const value = text.trim();
  if (/^[[{("]|\*/.test(value)) return value;
  const quoted = value.split(/\s+OR\s+/).map((part) => (/^\w[\w.-]*$/.test(part) ? part : quotedText(part)));
  return quoted.length === 1 ? (quoted[0] ?? '') : `(${quoted.join(' OR ')})`;
}

const quotedText = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** The site takes `*` for everything, and Solr no query for a mistake. */
function search(place: string, chosen: URLSearchParams): Query {
  const parameters = new URLSearchParams(chosen);
  if (/^\*?$/.test(parameters.get('q') ?? '')) parameters.set('q', '*:*');
  return { path: withParameters(place === '' ? '/search/' : `/search/${place}/`, parameters) };
}
