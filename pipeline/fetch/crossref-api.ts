import {
  type Api,
  choosing,
  doiOf,
  isIdentifier,
  isObject,
  numberOf,
  orcidOf,
  type Page,
  type Query,
  recordsOf,
  textOf,
  webAddress,
  withParameters,
} from './api.ts';

/** References make a record long: a thousand of them, the most that Crossref gives, are too much for one answer. */
const rows = '200';

/** The REST API of Crossref: a DOI, an ORCID iD, or an address of its works. */
export const crossrefApi: Api = {
  name: 'crossref',
  origin: 'https://api.crossref.org',
  understood: [
    'https://doi.org/10.…',
    'https://orcid.org/0000-…',
    'https://api.crossref.org/works?query=…',
    'https://api.crossref.org/journals/…/works',
  ],
  contact: 'mailto',
  owns: (address) => isIdentifier(address) || webAddress(address)?.host === 'api.crossref.org',
  understands,

  page(query, cursor) {
    const url = new URL(query);
    if (isOne(url.pathname)) return url;
    url.searchParams.set('rows', rows);
    url.searchParams.set('cursor', cursor ?? '*');
    return url;
  },

  read({ message, 'message-type': type }): Page | undefined {
    if (!isObject(message)) return undefined;
    if (type === 'work')
      return { records: recordsOf([message], ({ DOI }) => DOI), cursor: undefined, size: 1 };
    if (type !== 'work-list' || !Array.isArray(message.items)) return undefined;
    return {
      records: recordsOf(message.items, ({ DOI }) => DOI),
      cursor: textOf(message['next-cursor']),
      size: numberOf(message['total-results']),
    };
  },
};

/** One work, by its DOI; not what else is told under it. */
const isOne = (path: string) =>
  /^(?:\/v1)?\/works\/./.test(path) && !/\/(?:agency|quality|transform.*)$/.test(path);
const isList = (path: string) =>
  /^(?:\/v1)?\/(?:works|(?:journals|members|funders|prefixes|types)\/[^?]+\/works)\/?$/.test(path);

function understands(address: string): Query | undefined {
  const doi = doiOf(address);
  if (doi !== undefined) return { path: `/works/${encodeURIComponent(doi)}` };
  const orcid = orcidOf(address);
  if (orcid !== undefined) return { path: `/works?filter=orcid:${orcid}` };
  const url = webAddress(address);
  if (url?.host !== 'api.crossref.org') return undefined;
  const isKept = (name: string) => /^(?:query(?:\.[a-z-]+)?|filter|sort|order)$/.test(name);
  const isLeft = (name: string) => /^(?:rows|offset|cursor|select|facet|mailto)$/.test(name);
  if (isOne(url.pathname)) return { path: url.pathname };
  if (isList(url.pathname)) return { path: withParameters(url.pathname, choosing(url, isKept, isLeft)) };
  return undefined;
}
