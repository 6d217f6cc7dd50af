import type { LangText, Link } from '../base/work.ts';
import { isObject, keep, keepOthers, type Part, partAt, words } from './json-part.ts';

/** What the files and the notes of an item say. */
export interface Children {
  readonly links: readonly Link[];
  readonly notes: readonly LangText[];
}

/** The files and notes that stand in an item, or were put there from beside it. */
export function childrenOf(whole: Part, item: Part): Children {
  const links: Link[] = [];
  const notes: LangText[] = [];
  const lists = [item, ...(item === whole ? [] : [whole])].flatMap((owner) =>
    ['attachments', 'notes', 'children'].map((key) => [owner, key] as const),
  );
  for (const [owner, key] of lists) {
    const value = owner.of[key];
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    if (!Array.isArray(value)) keep(owner, key, value);
    for (const [index, each] of list.entries()) {
      if (key === 'notes' && typeof each === 'string') {
        if (/\S/.test(each)) notes.push({ value: each, markup: 'html' });
        continue;
      }
      const part = childAt(owner, `${key}.${index}`, each);
      const link = part && linkOf(part);
      const note = part && noteOf(part);
      if (link) links.push(link);
      if (note) notes.push(note);
    }
  }
  return { links, notes };
}

/** The child's own data; what is neither a file nor a note is kept. */
function childAt(owner: Part, key: string, value: unknown): Part | undefined {
  const part: Part = {
    ...owner,
    of: isObject(value) ? value : {},
    path: `${owner.path}${owner.path && '.'}${key}`,
  };
  const data = isObject(part.of.data) ? partAt(part, 'data') : part;
  const type = data?.of.itemType;
  if (data && isObject(value) && (type === undefined || type === 'attachment' || type === 'note'))
    return data;
  keep(owner, key, value);
  return undefined;
}

/** Where Zotero keeps the file, and when it did. */
const ofZotero = [
  ...['key', 'version', 'library', 'links', 'meta', 'itemID', 'itemKey', 'libraryID', 'uri', 'select'],
  ...['itemType', 'parentItem', 'dateAdded', 'dateModified', 'accessDate', 'collections', 'inPublications'],
  ...['linkMode', 'charset', 'md5', 'mtime'],
];
const ofChild = new Set([...ofZotero, 'note', 'url', 'contentType', 'mimeType']);

/** A file that has an address; one that is only on somebody's disk is kept, name and all. */
function linkOf(part: Part): Link | undefined {
  keepOthers(part, ofChild);
  const url = words(part, 'url');
  const mediaType = words(part, 'contentType') ?? words(part, 'mimeType');
  if (url === undefined) {
    keep(part, 'contentType', mediaType);
    return undefined;
  }
  // A snapshot is a page, and which one it does not say.
  const isPage = mediaType === undefined || /html/i.test(mediaType);
  return { role: isPage ? 'other' : 'fulltext', url, mediaType };
}

function noteOf(part: Part): LangText | undefined {
  const value = words(part, 'note');
  return value === undefined ? undefined : { value, markup: 'html' };
}
