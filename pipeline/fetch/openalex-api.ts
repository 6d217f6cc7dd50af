import { UserError } from '../base/user-error.ts';
import {
  type Api,
  choosing,
  doiOf,
  isObject,
  type Json,
  numberOf,
  orcidOf,
  type Page,
  type Query,
  recordsOf,
  textOf,
  webAddress,
  withParameters,
} from './api.ts';

/** The most that OpenAlex gives at once, and all that it gives by page numbers. */
const perPage = 100;
const mostByNumber = 10_000;

/**
 * The API of OpenAlex: a person, an institution, a work, or an address of its works. Its cursors need a key (`api_key`);
 * without one the pages are counted, which is enough for a lab.
 */
export const openalexApi: Api = {
  name: 'openalex',
  origin: 'https://api.openalex.org',
  understood: [
    'https://openalex.org/A…',
    'https://openalex.org/I…',
    'https://openalex.org/W…',
    'https://api.openalex.org/works?filter=…',
    'https://orcid.org/0000-… --api openalex',
    'https://doi.org/10.… --api openalex',
  ],
  contact: 'mailto',
  owns: (address) => isHost(webAddress(address)?.host),
  understands,

  page(query, cursor) {
    const url = new URL(query);
    if (url.pathname !== '/works') return url;
    url.searchParams.set('per_page', String(perPage));
    if (url.searchParams.has('api_key')) url.searchParams.set('cursor', cursor ?? '*');
    else url.searchParams.set('page', cursor ?? '1');
    return url;
  },

  read(reply): Page | undefined {
    const { meta, results } = reply;
    if (isWork(reply)) return { records: recordsOf([reply], ({ id }) => id), cursor: undefined, size: 1 };
    if (!isObject(meta) || !Array.isArray(results)) return undefined;
    const size = numberOf(meta.count);
    const cursor = textOf(meta.next_cursor) ?? nextNumber(meta, size ?? 0);
    return { records: recordsOf(results, ({ id }) => id), cursor, size };
  },
};

const isHost = (host: string | undefined) => /^(?:api\.|www\.|explore\.)?openalex\.org$/.test(host ?? '');
const isWork = ({ id }: Json) => typeof id === 'string' && /^https?:\/\/openalex\.org\/W\d+$/i.test(id);

/** The number of the next page, where pages are counted. */
function nextNumber({ page, per_page: length }: Json, size: number): string | undefined {
  if (typeof page !== 'number' || typeof length !== 'number' || page * length >= size) return undefined;
  if (size <= mostByNumber) return String(page + 1);
  throw new UserError({
    fr: `${size} notices : OpenAlex n’en donne plus de ${mostByNumber} qu’avec une clé (gratuite : openalex.org/settings/api), à ajouter à l’adresse : &api_key=…`,
    en: `${size} records: OpenAlex gives more than ${mostByNumber} only with a key (free: openalex.org/settings/api), to be added to the address: &api_key=…`,
  });
}

function understands(address: string): Query | undefined {
  const doi = doiOf(address);
  if (doi !== undefined) return { path: `/works/https://doi.org/${encodeURIComponent(doi)}` };
  const orcid = orcidOf(address);
  if (orcid !== undefined) return { path: `/works?filter=author.orcid:${orcid}` };
  const url = webAddress(address);
  if (!url || !isHost(url.host)) return undefined;
  const isKept = (name: string) => /^(?:filter|search(?:\.[a-z_]+)?|sort)$/.test(name);
  const isLeft = (name: string) => /^(?:page|per[-_]page|cursor|select|mailto|api_key|view)$/.test(name);
  const chosen = choosing(url, isKept, isLeft);
  const key = url.searchParams.get('api_key');
  const path = pathOf(url.pathname, chosen);
  return path === undefined ? undefined : { path, ...(key !== null && { secret: { api_key: key } }) };
}

/** The path of works that an address means: a person's, an institution's with those under it, one, or a list. */
function pathOf(path: string, chosen: URLSearchParams): string | undefined {
  // A list of everything is nobody's.
  if (/^\/works\/?$/.test(path)) return chosen.size > 0 ? withParameters('/works', chosen) : undefined;
  if (chosen.size > 0) return undefined;
  const [, letter = '', number = ''] =
    /^\/(?:authors\/|institutions\/|works\/)?([aiw])(\d+)\/?$/i.exec(path) ?? [];
  const id = `${letter.toUpperCase()}${number}`;
  if (id.startsWith('W')) return `/works/${id}`;
  if (id.startsWith('A')) return `/works?filter=authorships.author.id:${id}`;
  if (id.startsWith('I')) return `/works?filter=authorships.institutions.lineage:${id}`;
  const doi = doiOf(path.replace(/^\/works\/(?:doi:)?/, ''));
  return doi === undefined ? undefined : `/works/https://doi.org/${encodeURIComponent(doi)}`;
}
