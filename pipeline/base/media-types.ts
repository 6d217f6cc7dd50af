/** What a file of the site is, by the end of its name. */
export interface MediaType {
  /** End of the file's name. */
  readonly ending: string;
  readonly type: string;
  /** UTF-8, and worth compressing. */
  readonly isText: boolean;
  /** Its text says nowhere how it is encoded, and no standard does: the `Content-Type` must. */
  readonly hasCharset: boolean;
  /** Data that scripts of other sites may read (Fetch standard, CORS protocol). */
  readonly isOpen: boolean;
  /** The IRI of a thing leads to it when it is asked for. */
  readonly isForm: boolean;
}

const kinds = {
  page: { isText: true, isOpen: false, isForm: true },
  form: { isText: true, isOpen: true, isForm: true },
  data: { isText: true, isOpen: true, isForm: false },
  part: { isText: true, isOpen: false, isForm: false },
  archive: { isText: false, isOpen: true, isForm: false },
  picture: { isText: false, isOpen: false, isForm: false },
} as const;

// biome-ignore format: a table
const rows: readonly (readonly [ending: string, type: string, kind: keyof typeof kinds])[] = [
  // Of the forms the first is given to whoever has no preference.
  ['.html',         'text/html',                                 'page'],
  ['.ttl',          'text/turtle',                               'form'],
  ['.jsonld',       'application/ld+json',                       'form'],
  ['.bib',          'application/x-bibtex',                      'form'],
  ['.ris',          'application/x-research-info-systems',       'form'],
  ['.csl.json',     'application/vnd.citationstyles.csl+json',   'form'],
  ['.tei.xml',      'application/tei+xml',                       'form'],
  ['.linkset.json', 'application/linkset+json',                  'data'],
  ['feed.json',     'application/feed+json',                     'data'],
  ['feed.en.json',  'application/feed+json',                     'data'],
  ['feed.fr.json',  'application/feed+json',                     'data'],
  ['.atom',         'application/atom+xml',                      'data'],
  ['.json',         'application/json',                          'data'],
  ['.ndjson',       'application/x-ndjson',                      'data'],
  ['.nt',           'application/n-triples',                     'data'],
  ['.nq',           'application/n-quads',                       'data'],
  ['.trig',         'application/trig',                          'data'],
  ['.rdf',          'application/rdf+xml',                       'data'],
  ['.csv',          'text/csv',                                  'data'],
  ['.xml',          'application/xml',                           'data'],
  ['.txt',          'text/plain',                                'data'],
  ['embed.js',      'text/javascript',                           'data'],
  ['.js',           'text/javascript',                           'part'],
  ['.css',          'text/css',                                  'part'],
  ['.svg',          'image/svg+xml',                             'part'],
  ['.gz',           'application/gzip',                          'archive'],
  ['.pdf',          'application/pdf',                           'archive'],
  ['.png',          'image/png',                                 'picture'],
  ['.jpg',          'image/jpeg',                                'picture'],
  ['.jpeg',         'image/jpeg',                                'picture'],
  ['.webp',         'image/webp',                                'picture'],
];

// Without a registration, and read by programs that would take them for Latin-1.
const plainTexts = ['application/x-bibtex', 'application/x-research-info-systems'];

/** Every media type of the site, longer ends of names before those that they end in. Servers and their recipes read it. */
export const mediaTypes: readonly MediaType[] = rows.map(([ending, type, kind]) => ({
  ending,
  type,
  hasCharset: type.startsWith('text/') || plainTexts.includes(type),
  ...kinds[kind],
}));

/** The forms that a thing may have, pages first: what its IRI can be negotiated to. */
export const formTypes: readonly MediaType[] = mediaTypes.filter(({ isForm }) => isForm);

/** What a file is; nobody knows of a name that the table does not have. `path`: with `/`. */
export function mediaTypeOf(path: string): MediaType | undefined {
  return mediaTypes.find(
    ({ ending }) => path.endsWith(ending.startsWith('.') ? ending : `/${ending}`) || path === ending,
  );
}

/** The `Content-Type` of a file. JSON and RDF are UTF-8 by their standards and know no `charset`; XML declares its own. */
export function contentTypeOf({ type, hasCharset }: Pick<MediaType, 'type' | 'hasCharset'>): string {
  return hasCharset ? `${type}; charset=utf-8` : type;
}

/**
 * The list of works that other sites show in their pages, as a regular expression on the end of its path: their scripts
 * fetch it, their frames show it.
 */
export const embeddedFile = 'embed(?:\\.(?:fr|en))?\\.html$';
const embedded = new RegExp(`^${embeddedFile}`);

/** May scripts of other sites read the file? */
export function isOpen(path: string): boolean {
  return mediaTypeOf(path)?.isOpen === true || embedded.test(path);
}

/** What a server says with every answer, and with pages. */
export const safeHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
} as const;

/** Scripts of other sites may read it, its typed links too (Fetch standard, section 3.3). */
export const openHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Link, ETag, Content-Range',
} as const;

/** What may be done with all that a server has. */
export const allowed = 'GET, HEAD, OPTIONS';

/** What a script of another site may ask (Fetch standard, CORS preflight): anything, for nobody is known here. */
export const preflightHeaders = {
  Allow: allowed,
  'Access-Control-Allow-Methods': allowed,
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Max-Age': '86400',
} as const;

/** What a page cannot say itself (Content Security Policy 3, section 3.3): who may frame it. */
export const framePolicy = "frame-ancestors 'self'";

/** Is the file a page, but for the list of works, which others may frame? */
export function isOwnFrame(path: string): boolean {
  return path.endsWith('.html') && !embedded.test(path);
}

/** Ends of the names of all documents about a thing, the long before those that they end in. */
const documentEndings = ['.linkset.json', '.en.html', '.fr.html', ...formTypes.map(({ ending }) => ending)];

/** The path of a document → the id of the thing that it is about, and the rest: `work/x`, `.en.html`. */
export function documentParts(path: string): { readonly id: string; readonly ending: string } {
  const ending = documentEndings.find((each) => path.endsWith(each)) ?? '';
  return { id: path.slice(0, path.length - ending.length), ending };
}
