import type { Draft, Evidence, Origin, Remark } from '../base/draft.ts';
import { fold } from '../base/fold.ts';
import { type Citation, citationOf, type Span } from './citation.ts';
import { csv } from './csv.ts';
import { html } from './html.ts';
import { isAddress, isCitationLine, isLinkLabel, type Notice, noticeOf, type Paragraph } from './notice.ts';
import { isFields } from './prose/fields.ts';
import { cutPage, hasNotices, isHtml, isMachine } from './prose/forms.ts';
import { parseProse } from './prose/page-prose.ts';
import { type Piece, type Reader, Unreadable } from './reader.ts';
import { reference } from './reference.ts';

/**
 * A page of notices in prose, as text, Markdown or HTML: one notice a paragraph, an item, a row or a card; or a title,
 * an abstract and a line such as `Par François Sorin, juin 2023 dans Les Politiques Sociales, 1-2, 66-79.`
 */
export const page: Reader = {
  name: 'page',
  title: { fr: 'page de notices en prose', en: 'page of notices in prose' },
  mediaType: 'text/plain',
  extensions: ['.txt', '.text', '.md', '.markdown', '.html', '.htm', '.xhtml'],
  sniff: isPage,
  cut: cutPage,
  parse: (piece, origin) => {
    if (piece.around) return parseProse(piece, origin);
    return isFields(piece.text) ? csv.parse(piece, origin) : parseSigned(piece, origin);
  },
};

function isPage(head: string): boolean {
  if (isHtml(head.slice(0, 2000))) return !html.sniff(head) && hasNotices(head);
  if (/^[\s\ufeff]*</.test(head) || isMachine(head)) return false;
  if (head.split(/\r\n|\r|\n/).some(isCitationLine)) return true;
  return !reference.sniff(head) && hasNotices(head);
}

/** A notice whose names stand below its title and abstract, in a line of its own. */
function parseSigned(piece: Piece, origin: Origin): Draft {
  const notice = noticeOf(piece);
  const { title, citation } = notice;
  if (!title) {
    throw new Unreadable({
      fr: 'aucun titre avant la ligne « Par … dans … »',
      en: 'no title before the line “Par … dans …”',
    });
  }
  if (!citation) {
    throw new Unreadable({
      fr: 'aucune ligne « Par … dans … » après le titre et le résumé',
      en: 'no line “Par … dans …” after title and abstract',
    });
  }
  const language = origin.language;
  const found = citationOf(citation.text);
  const main = titleWords(title.text);
  const addresses = [found.address, ...notice.labels].flatMap((each) =>
    each && isAddress(each.text) ? [each.text] : [],
  );
  const { labels, leftovers } = sort([...found.rest, ...notice.labels], main);
  const { volume, issue, pages } = found;

  return {
    origin,
    type: found.container && { list: 'work', code: 'article' },
    titles: [{ role: 'main', text: { value: main, lang: language } }],
    abstracts:
      notice.abstract.length > 0
        ? [{ value: notice.abstract.map(({ text }) => text).join('\n\n'), lang: language }]
        : [],
    contributions: found.names && [{ role: 'author', names: found.names.text }],
    dates: found.date && [{ event: 'published', words: found.date.text }],
    container: found.container && { type: 'journal', titles: [{ value: found.container.text }] },
    position: (volume || issue || pages) && {
      volume: volume?.text,
      issue: issue?.text,
      pages: pages?.text,
    },
    identifiers: [found.doi?.text, ...addresses].flatMap((words) =>
      words && /\b10\.\d{4,9}\//.test(words) ? [{ scheme: 'doi', value: words }] : [],
    ),
    links: addresses.flatMap((url) =>
      /^https?:/i.test(url) && !url.includes('doi.org/') ? [{ role: 'landing' as const, url }] : [],
    ),
    languages: language ? [language] : [],
    citationText: { value: citation.text, lang: language },
    evidence: evidence(notice, title, citation, found, language),
    remarks: remarks(addresses.length > 0 ? [] : labels, leftovers, citation),
    unmapped: leftovers.map(({ text }) => ({ source: origin.source.name, path: 'citation', value: text })),
  } satisfies Draft;
}

/** The title without what a page puts around it: a final stop, quotation marks that hold it whole. */
function titleWords(words: string): string {
  const whole = /^[«“"]\s*([^«»“”"]+?)\s*[»”"]\.?$/.exec(words)?.[1] ?? words;
  return whole.replace(/([^.])\.$/, '$1').trim();
}

/** Which left-over words announce a link (a label, or the title said again), and which nobody understood. */
function sort(
  rest: readonly (Span | Paragraph)[],
  title: string,
): { labels: readonly string[]; leftovers: readonly { text: string }[] } {
  const isLabel = ({ text }: { text: string }) => isLinkLabel(text) || fold(text).startsWith(fold(title));
  return {
    labels: rest.filter(isLabel).map(({ text }) => text),
    leftovers: rest.filter((each) => !isLabel(each)),
  };
}

function remarks(
  labels: readonly string[],
  leftovers: readonly { text: string }[],
  { line }: Paragraph,
): readonly Remark[] {
  return [
    ...labels.map((words) => ({
      rule: 'link-without-target' as const,
      values: { words },
      field: 'links',
      line,
    })),
    ...leftovers.map(({ text }) => ({
      rule: 'words-not-understood' as const,
      values: { words: text },
      field: 'citation',
      line,
    })),
  ];
}

function evidence(
  notice: Notice,
  title: Paragraph,
  citation: Paragraph,
  found: Citation,
  language: string | undefined,
): readonly Evidence[] {
  const said = (
    path: string,
    span: Span | undefined,
    rule: string,
    confidence?: Evidence['confidence'],
  ): readonly Evidence[] =>
    span ? [{ path, words: span.text, rule, confidence, line: citation.line, column: span.offset + 1 }] : [];
  const [abstract] = notice.abstract;
  return [
    { path: 'titles.main', words: title.text, rule: 'page-title', line: title.line, column: 1 },
    ...(abstract ? [{ path: 'abstracts.1', rule: 'page-abstract', line: abstract.line, column: 1 }] : []),
    ...said('type', found.container, 'page-article', 'inferred'),
    ...said('contributions', found.names, 'page-par'),
    ...said('dates.published', found.date, 'page-date'),
    ...said('container', found.container, 'page-dans'),
    ...said('position.volume', found.volume, 'page-volume'),
    ...said('position.issue', found.issue, 'page-issue', found.issueIsInferred ? 'inferred' : undefined),
    ...said('position.pages', found.pages, 'page-pages'),
    ...(language
      ? [
          {
            path: 'languages',

            rule: 'source-language',
            confidence: 'inferred' as const,
            line: title.line,
            column: 1,
          },
        ]
      : []),
  ];
}
