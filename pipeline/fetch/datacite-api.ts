import {
  type Api,
  choosing,
  decoded,
  doiOf,
  isObject,
  numberOf,
  orcidOf,
  type Page,
  type Query,
  recordsOf,
  webAddress,
  withParameters,
} from './api.ts';

/** Of a page; DataCite gives up to a thousand. */
const size = '250';

/** The REST API of DataCite: a DOI, an ORCID iD, or an address of its DOIs. */
export const dataciteApi: Api = {
  name: 'datacite',
  origin: 'https://api.datacite.org',
  understood: [
    'https://api.datacite.org/dois?query=…',
    'https://api.datacite.org/dois/10.…',
    'https://commons.datacite.org/doi.org/10.…',
    'https://commons.datacite.org/orcid.org/0000-…',
    'https://doi.org/10.… --api datacite',
    'https://orcid.org/0000-… --api datacite',
  ],
  owns: (address) => isHost(webAddress(address)?.host),
  understands,

  page(query, cursor) {
    const url = new URL(query);
    // The places and identifiers of institutions, which are left out otherwise.
    url.searchParams.set('affiliation', 'true');
    url.searchParams.set('publisher', 'true');
    if (url.pathname !== '/dois') return url;
    url.searchParams.set('page[size]', size);
    url.searchParams.set('page[cursor]', cursor ?? '1');
    return url;
  },

  read({ data, meta, links }): Page | undefined {
    if (isObject(data) && data.type === 'dois')
      return { records: recordsOf([data], ({ id }) => id), cursor: undefined, size: 1 };
    if (!Array.isArray(data)) return undefined;
    return {
      records: recordsOf(data, ({ id }) => id),
      cursor: cursorOf(isObject(links) ? links.next : undefined),
      size: isObject(meta) ? numberOf(meta.total) : undefined,
    };
  },
};

const isHost = (host: string | undefined) => host === 'api.datacite.org' || host === 'commons.datacite.org';

/** Of the address of the next page only the cursor: everything else of it is known. */
function cursorOf(next: unknown): string | undefined {
  if (typeof next !== 'string' || !URL.canParse(next, 'https://api.datacite.org')) return undefined;
  return new URL(next, 'https://api.datacite.org').searchParams.get('page[cursor]') ?? undefined;
}

const filters = new Set([
  ...['query', 'prefix', 'client-id', 'provider-id', 'consortium-id', 'resource-type', 'resource-type-id'],
  ...['created', 'registered', 'published', 'subject', 'user-id', 'affiliation-id', 'funder-id', 'funded-by'],
  ...['has-person', 'has-organization', 'has-funder', 'license', 'language', 'certificate', 'state'],
  ...['fields-of-science', 'field-of-science', 'schema-version', 'link-check-status', 'sort'],
]);

function understands(address: string): Query | undefined {
  const url = webAddress(address);
  if (url?.host === 'commons.datacite.org') return identified(decoded(url.pathname.slice(1)));
  if (url?.host !== 'api.datacite.org') return identified(address);
  if (/^\/dois\/?$/.test(url.pathname)) {
    const isLeft = (name: string) =>
      /^(?:page\[\w+\]|fields\[\w+\]|include|affiliation|publisher|detail|disable-facets|facets)$/.test(name);
    const chosen = choosing(url, (name) => filters.has(name), isLeft);
    // A list of everything is nobody's.
    return chosen.size > 0 ? { path: withParameters('/dois', chosen) } : undefined;
  }
  const [, doi] = /^\/dois\/(.+)$/.exec(url.pathname) ?? [];
  return doi === undefined ? undefined : identified(decoded(doi));
}

/** A DOI or an ORCID iD, with its resolver or without. */
function identified(words: string): Query | undefined {
  const address = words.replace(/^(?:doi|orcid)\.org\//, (host) => `https://${host}`);
  const doi = doiOf(address);
  if (doi !== undefined) return { path: `/dois/${encodeURIComponent(doi)}` };
  const orcid = orcidOf(address);
  if (orcid === undefined) return undefined;
  const query = `creators.nameIdentifiers.nameIdentifier:("https://orcid.org/${orcid}" OR "${orcid}")`;
  return { path: withParameters('/dois', new URLSearchParams({ query })) };
}
