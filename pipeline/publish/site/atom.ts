import { codeList } from '../../base/code-list.ts';
import { namespaces } from '../../base/terms.ts';
import type { LangText } from '../../base/work.ts';
import { languageTag, textElement, type Written } from '../../write/index.ts';
import type { OutFile } from '../file.ts';
import { type Feed, type FeedEntry, feedName, feedOf } from './feed.ts';
import { asUri } from './signposts.ts';
import { plainLine } from './text.ts';
import { languagesOf, type View } from './view.ts';
import { xmlDocument } from './xml-document.ts';

/** The newest works as Atom feeds (RFC 4287), one for each language of the pages. */
export function atomFiles(view: View): readonly OutFile[] {
  return languagesOf(view).flatMap((language) => {
    const feed = feedOf(view, language);
    const path = feedName('atom', language, view.own);
    return feed ? [{ path, content: xmlDocument(feedElement(view, feed, path)) }] : [];
  });
}

function feedElement({ lab }: View, feed: Feed, path: string): Written {
  const address = asUri(lab.base + path);
  const home = lab.homepage === undefined ? [] : textElement('uri', asUri(lab.homepage));
  return {
    name: 'feed',
    // No language for the whole: of texts in one that nobody knows it would be said as well.
    attributes: { xmlns: 'http://www.w3.org/2005/Atom' },
    inside: [
      { name: 'id', inside: address },
      text('title', feed.title),
      ...(lab.description ? [text('subtitle', lab.description)] : []),
      { name: 'updated', inside: feed.updated },
      { name: 'author', inside: [{ name: 'name', inside: lab.name }, ...home] },
      link({ rel: 'self', type: 'application/atom+xml', href: address }),
      link({ rel: 'alternate', type: 'text/html', hreflang: feed.language, href: feed.home }),
      // Of the records (RFC 4946).
      link({ rel: 'license', href: asUri(lab.licence) }),
      { name: 'icon', inside: asUri(`${lab.base}icon.svg`) },
      { name: 'generator', inside: 'Moisson' },
      ...feed.entries.map((entry) => entryElement(entry, feed)),
    ],
  };
}

function entryElement(entry: FeedEntry, { language }: Feed): Written {
  const { id, title, updated, page, authors, summary } = entry;
  return {
    name: 'entry',
    inside: [
      { name: 'id', inside: id },
      text('title', title),
      { name: 'updated', inside: updated },
      ...authors.map(
        ({ name, page: uri }): Written => ({
          name: 'author',
          inside: [{ name: 'name', inside: name }, ...textElement('uri', uri)],
        }),
      ),
      link({ rel: 'alternate', type: 'text/html', hreflang: language, href: page }),
      ...categories(entry, language),
      ...(summary ? [text('summary', summary)] : []),
    ],
  };
}

/** The type by its class in schema.org, then the subjects. */
function categories({ work }: FeedEntry, language: Feed['language']): readonly Written[] {
  const list = codeList('types');
  const term = list.write('schema', work.type) ?? 'CreativeWork';
  const label = list.write(language, work.type);
  return [
    category({ term, scheme: namespaces.schema, label, 'xml:lang': language }),
    ...work.subjects.map(({ text: words, scheme }) =>
      category({
        term: plainLine(words),
        scheme: scheme && asUri(scheme),
        'xml:lang': languageTag(words.lang),
      }),
    ),
  ];
}

function category(attributes: Written['attributes']): Written {
  return { name: 'category', attributes, inside: '' };
}

function link(attributes: Written['attributes']): Written {
  return { name: 'link', attributes, inside: '' };
}

function text(name: string, words: LangText): Written {
  const attributes = { type: 'text', 'xml:lang': languageTag(words.lang) };
  return { name, attributes, inside: plainLine(words) };
}
