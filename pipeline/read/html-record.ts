import type { Draft, Origin } from '../base/draft.ts';
import { isWebAddress } from '../base/iri.ts';
import type { Link, Title } from '../base/work.ts';
import { draftOfCoins } from './html-coins.ts';
import { joined } from './html-join.ts';
import { bibliographic, last, type NamedLayer } from './html-metas.ts';
import type { Page, Script } from './html-page.ts';
import type { Layer } from './html-said.ts';
import { type Piece, Unreadable } from './reader.ts';
import { parseSchema } from './schema.ts';
import { isPersistent } from './schema-identifiers.ts';

/** The work that a page is about, from all that the page says of it, in the order of trust. */
export function draftOfPage(page: Page, origin: Origin): Draft {
  const source = origin.source.name;
  const layers = [
    ...bibliographic(page, source),
    ...page.scripts.map((script) => schemaLayer(script, origin)),
    ...page.spans.map(({ text }): NamedLayer => ({ name: 'coins', of: draftOfCoins(text, source) })),
  ];
  if (layers.length === 0 && page.metas.length === 0) throw noMetadata();
  const draft = joined(
    [...layers, { name: 'link', of: linked(page, source) }, ...last(page, source)],
    source,
  );
  const { titles = [], languages = [], unmapped = [] } = draft;
  const title = titles.some(({ role }) => role === 'main') ? undefined : page.title?.text;
  // What language the page is in is evidence for a person, not the language of the work.
  const evidence = languages.length === 0 && page.lang !== undefined;
  return {
    origin,
    ...draft,
    titles: title ? [{ role: 'main', text: { value: title } }, ...titles] : withSubtitle(titles),
    unmapped: evidence ? [...unmapped, { source, path: 'html.lang', value: page.lang }] : unmapped,
  };
}

/** Another title that the main one ends in, after a colon, is its subtitle. */
function withSubtitle(titles: readonly Title[]): readonly Title[] {
  const main = titles.find(({ role }) => role === 'main');
  if (!main) return titles;
  const subtitle = titles.find((title) => title !== main && endOf(main, title) !== undefined);
  return titles.map((title): Title => {
    if (title === main && subtitle)
      return { role: 'main', text: { ...main.text, value: endOf(main, subtitle) ?? main.text.value } };
    return title === subtitle ? { ...title, role: 'subtitle' } : title;
  });
}

/** What stands before the colon. */
function endOf({ text: { value } }: Title, { text: subtitle }: Title): string | undefined {
  if (!value.endsWith(subtitle.value)) return undefined;
  const before = value.slice(0, -subtitle.value.length);
  const colon = before.trimEnd();
  const end = colon.endsWith(':') && colon !== before ? colon.slice(0, -1).trimEnd() : '';
  return end === '' ? undefined : end;
}

function noMetadata(): Unreadable {
  return new Unreadable({
    fr: 'la page ne porte aucune métadonnée de publication',
    en: 'the page holds no metadata of a work',
  });
}

function schemaLayer({ text, line, from }: Script, origin: Origin): NamedLayer {
  const piece: Piece = { text, line, kind: 'record' };
  const { origin: _origin, ...layer } = parseSchema(piece, origin);
  return { name: from ?? 'json-ld', of: layer };
}

/** What the links of the head say: where the work is, what it is cited as, its files, its licence. */
function linked(page: Page, source: string): Layer {
  const addresses = page.links.map(({ rel, href, type }) => ({ rel, href, type, url: resolved(href, page) }));
  const at = (rel: string) => addresses.filter((link) => link.rel === rel);
  const named = [...at('cite-as'), ...at('canonical')].flatMap(({ url }) =>
    url && isPersistent(url) ? [url] : [],
  );
  const landing = [...at('canonical'), ...at('cite-as')].flatMap(({ url }) =>
    url && !isPersistent(url) ? [url] : [],
  );
  return {
    identifiers: [...new Set(named)].map((value) => ({ value })),
    links: [
      ...[...new Set(landing)].slice(0, 1).map((url): Link => ({ role: 'landing', url })),
      ...at('item').flatMap(({ url, type }): readonly Link[] =>
        url ? [{ role: 'fulltext', url, mediaType: type }] : [],
      ),
    ],
    licences: at('license').flatMap(({ url }) => (url ? [{ words: url }] : [])),
    unmapped: addresses
      .filter(({ url, rel }) => url === undefined && rel !== 'canonical')
      .map(({ rel, href }) => ({ source, path: `link.${rel}`, value: href })),
  };
}

/** An address as the page means it; a path alone means something only where the page says what it starts from. */
function resolved(href: string, { base }: Page): string | undefined {
  if (isWebAddress(href)) return href;
  if (base === undefined || !isWebAddress(base) || !URL.canParse(href, base)) return undefined;
  const url = new URL(href, base).href;
  return isWebAddress(url) ? url : undefined;
}
