import { type Context, Hono } from 'hono';
import type { Tombstone } from '../base/entity.ts';
import { encodeIriPart } from '../base/iri.ts';
import {
  allowed,
  documentParts,
  formTypes,
  type MediaType,
  mediaTypeOf,
  openHeaders,
} from '../base/media-types.ts';
import { survivorOf } from '../base/survivor.ts';
import type { Language } from '../base/words.ts';
import { type Asked, body, headersOf, moved, permitted, said, sent } from './answer.ts';
import { linkHeader } from './link-header.ts';
import { preferredLanguage, preferredType } from './negotiate.ts';
import { safePath } from './safe-path.ts';
import { FolderAway, siteFolder } from './site-file.ts';

/** A built site and what a server must know of it. */
export interface Site {
  /** The folder `out/site`. */
  readonly root: string;
  /** Every IRI begins with it; its path is where the site is mounted. */
  readonly base: string;
  /** Language of the pages whose name says none. */
  readonly own: Language;
  /** What is no more, by its local id. */
  readonly tombstones: ReadonlyMap<string, Tombstone>;
}

/**
 * The site as an application: it answers what is below the path of the base IRI and leads `/` there. Things by content
 * negotiation (303, Cool URIs for the Semantic Web), documents with validators, ranges and their typed links, the deleted
 * by 410 and the merged by 301.
 */
export function siteApp(site: Site): Hono {
  const answer = answering(site);
  return new Hono()
    .on(['GET', 'HEAD'], '*', (context) => answer(requestOf(context)))
    .options('*', permitted)
    .all('*', () => said(405, `${allowed}\n`, { Allow: allowed }))
    .onError((error) => {
      // To say that there is no such document would be false.
      if (error instanceof FolderAway) return said(503, '503\n', { 'Retry-After': '5' });
      throw error;
    });
}

function requestOf({ req }: Context): Asked {
  const { pathname, search } = new URL(req.url);
  return { pathname, search, isHead: req.raw.method === 'HEAD', header: (name) => req.header(name) };
}

function answering(site: Site): (asked: Asked) => Promise<Response> {
  const folder = siteFolder(site.root);
  const mount = new URL(site.base).pathname;
  const languages: readonly Language[] = site.own === 'fr' ? ['fr', 'en'] : ['en', 'fr'];

  async function answer(asked: Asked): Promise<Response> {
    const { pathname } = asked;
    if (pathname !== mount && (pathname === '/' || `${pathname}/` === mount)) return moved(302, mount);
    const path = safePath(pathname, mount);
    if (path === undefined) return notFound(asked);
    const { id, ending } = documentParts(path);
    const stone = site.tombstones.get(id);
    if (stone !== undefined) return noMore(asked, stone, ending);
    if (path === '' || path.endsWith('/')) return document(asked, `${path}index.html`);
    if (ending === '' && (await folder.has(`${path}.html`))) return thing(asked, path);
    return document(asked, path);
  }

  /** A thing cannot be sent: see its document (303). */
  async function thing(asked: Asked, id: string): Promise<Response> {
    const forms = await formsOf(id);
    const type = preferredType(
      asked.header('accept'),
      forms.map((form) => form.type),
    );
    const form = forms.find((each) => each.type === type);
    const varied = { Vary: 'Accept, Accept-Language' };
    if (form === undefined) return unacceptable(id, forms, varied);
    const file = form.ending === '.html' ? await pageOf(asked, id) : id + form.ending;
    return moved(303, addressOf(file) + asked.search, { ...varied, 'Cache-Control': 'no-cache' });
  }

  async function formsOf(id: string): Promise<readonly MediaType[]> {
    const are = await Promise.all(formTypes.map(({ ending }) => folder.has(id + ending)));
    return formTypes.filter((_, index) => are[index]);
  }

  function unacceptable(id: string, forms: readonly MediaType[], varied: Readonly<Record<string, string>>) {
    const list = forms.map(({ ending, type }) => `${type}\t${addressOf(id + ending)}\n`);
    return said(406, list.join(''), varied);
  }

  /** The page in the language that suits. */
  async function pageOf(asked: Asked, id: string): Promise<string> {
    const language = preferredLanguage(asked.header('accept-language'), languages) ?? site.own;
    const file = language === site.own ? `${id}.html` : `${id}.${language}.html`;
    return (await folder.has(file)) ? file : `${id}.html`;
  }

  async function document(asked: Asked, path: string): Promise<Response> {
    const file = await folder.open(path);
    if (file === undefined) return notFound(asked);
    const type = mediaTypeOf(path);
    const links = await linksOf(path);
    const headers = { ...headersOf(path, type), ...(links !== undefined && { Link: links }) };
    return sent(asked, file, headers, type?.isText === true);
  }

  /** The typed links of a document about a thing: those that its link set says, a dump's that of the dataset. */
  async function linksOf(path: string): Promise<string | undefined> {
    const { id, ending } = documentParts(path);
    if (ending === '.linkset.json') return undefined;
    const isThing = await folder.has(`${id}.linkset.json`);
    // A picture or a script is no part of the data.
    if (!isThing && (ending === '.html' || mediaTypeOf(path)?.isOpen !== true)) return undefined;
    const name = isThing ? id : 'dataset';
    const linkset = await folder.open(`${name}.linkset.json`);
    if (linkset === undefined) return undefined;
    const text = await linkset.text();
    const anchor = uriOf(path);
    if (name !== id && !text.includes(`"anchor":${JSON.stringify(anchor)}`)) return undefined;
    return linkHeader({ text, href: uriOf(`${name}.linkset.json`) }, anchor);
  }

  /** What was withdrawn (410), or went into something else, whose document of the same form is given (301). */
  async function noMore(asked: Asked, stone: Tombstone, ending: string): Promise<Response> {
    const survivor = survivorOf(site.tombstones, stone);
    if (survivor !== undefined) return moved(301, addressOf(survivor + ending) + asked.search);
    const language = /^\.(fr|en)\.html$/.exec(ending)?.[1];
    const page =
      language === undefined && ending !== '.html' ? await pageOf(asked, stone.id) : stone.id + ending;
    return farewell(410, asked, page);
  }

  async function notFound(asked: Asked): Promise<Response> {
    const ending = /\.(?:fr|en)\.html$/.exec(asked.pathname)?.[0];
    const named = ending === undefined ? undefined : `404${ending}`;
    const isThere = named !== undefined && (await folder.has(named));
    return farewell(404, asked, isThere ? named : await pageOf(asked, '404'));
  }

  /** A page that says that there is nothing else; a site without it is answered by a word. */
  async function farewell(status: 404 | 410, asked: Asked, path: string): Promise<Response> {
    const file = await folder.open(path);
    if (file === undefined) return said(status, `${status}\n`);
    const headers = { ...headersOf(path, mediaTypeOf(path)), ...openHeaders, Vary: 'Accept-Language' };
    if (!asked.isHead) return new Response(body(file.stream()), { status, headers });
    await file.close();
    return new Response(null, { status, headers });
  }

  const addressOf = (path: string) => mount + uriPart(path);
  const uriOf = (path: string) => site.base + uriPart(path);
  return answer;
}

/** The path of a file as part of a URI (RFC 3987, section 3.1). */
function uriPart(path: string): string {
  return encodeIriPart(path).replace(/[^\u0000-\u007f]+/gu, encodeURIComponent);
}
