import type { OutFile } from '../file.ts';
import { type Feed, type FeedEntry, feedName, feedOf } from './feed.ts';
import { asUri } from './signposts.ts';
import { plainLine } from './text.ts';
import { languagesOf, type View } from './view.ts';

/** The newest works as JSON Feeds (version 1.1), one for each language of the pages. */
export function jsonFeedFiles(view: View): readonly OutFile[] {
  return languagesOf(view).flatMap((language) => {
    const feed = feedOf(view, language);
    const path = feedName('json', language, view.own);
    return feed ? [{ path, content: `${JSON.stringify(feedJson(view, feed, path), undefined, 1)}\n` }] : [];
  });
}

function feedJson({ lab }: View, { title, home, language, entries }: Feed, path: string) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: plainLine(title),
    home_page_url: home,
    feed_url: asUri(lab.base + path),
    description: lab.description && plainLine(lab.description),
    favicon: asUri(`${lab.base}icon.svg`),
    authors: [{ name: lab.name, url: lab.homepage && asUri(lab.homepage) }],
    language,
    items: entries.map(item),
  };
}

/** An item must have a content: that of a work of which nobody knows a date or abstract is its title. */
function item({ id, page, title, summary, updated, authors, work }: FeedEntry) {
  const tags = work.subjects.map(({ text }) => plainLine(text));
  return {
    id,
    url: page,
    title: title.value,
    content_text: summary?.value ?? title.value,
    date_modified: updated,
    authors: authors.map(({ name, page: url }) => ({ name, url })),
    tags: tags.length > 0 ? tags : undefined,
    language: summary ? summary.lang : title.lang,
  };
}
