import { isHalPage } from '../base/address-form.ts';
import type { Link } from '../base/work.ts';
import { bareDoi } from './doi.ts';
import { type Sense, senseOf } from './identifier-sense.ts';
import { type Citation, isNew, isPart, type Sheet } from './sheet.ts';
import { keepStatement, type Statement, textIn } from './statement.ts';

const mediaType = /^[a-z]+\/[a-z0-9][\w.+-]*$/i;

/**
 * Identifiers, addresses of pages and files, and citations in prose, all of which are `identifier`; `hasFormat` names
 * another form of the same text. A media type that only one file can have is its own.
 */
export function readIdentifiers(on: Sheet, said: readonly Statement[]): void {
  for (const statement of said) {
    if (statement.name === 'identifier') place(on, statement, senseOf(statement.words, statement.scheme));
    if (statement.name === 'hasFormat') otherForm(on, statement);
  }
  const formats = said.filter(({ name }) => name === 'format');
  for (const format of formats) {
    if (!isNew(on, 'format', format.words) || isOfFile(on, format)) continue;
    if (isExtent(format.words)) on.position.pages ??= format.words;
    // A media type shows that it is one.
    else keepStatement(on, mediaType.test(format.words) ? { ...format, scheme: undefined } : format);
  }
}

/** Puts an identifying value where it belongs; an ISBN or ISSN on the record of a part is the container's. */
export function place(on: Sheet, statement: Statement, sense: Sense): void {
  if (sense.kind === 'identifier') {
    const { scheme, value } = sense.identifier;
    const key = bareDoi(value) ?? value.toLowerCase();
    if (isNew(on, 'identifier', key))
      on.identifiers.push(scheme === undefined ? { value } : { scheme, value });
  } else if (sense.kind === 'issn') {
    if (isNew(on, 'issn', sense.issn.value)) on.issn.push(sense.issn);
  } else if (sense.kind === 'isbn') {
    if (!isNew(on, 'isbn', sense.value)) return;
    if (isPart(on.kind)) on.isbn.push(sense.value);
    else on.identifiers.push({ scheme: 'isbn', value: sense.value });
  } else if (sense.kind === 'address') {
    addLink(on, { role: sense.role, url: sense.url });
  } else {
    cite(on, statement);
  }
}

/** An address, once; a page of HAL is an identifier too. */
export function addLink(on: Sheet, link: Link): void {
  if (!isNew(on, 'address', link.url)) return;
  on.links.push(link);
  const id = /[^/]+$/.exec(link.url)?.[0];
  if (id === undefined || !isHalPage(link.url)) return;
  if (isNew(on, 'identifier', id.toLowerCase())) on.identifiers.push({ scheme: 'hal', value: id });
}

/** The first citation in prose is kept verbatim as such, others as they are. */
export function cite(on: Sheet, statement: Citation): void {
  if (on.citationText === undefined) on.citationText = textIn(statement);
  else if (on.citationText.value !== statement.words) keepStatement(on, statement);
}

function otherForm(on: Sheet, statement: Statement): void {
  const { words, scheme } = statement;
  const sense = senseOf(words);
  if (sense.kind !== 'address') {
    keepStatement(on, statement);
    return;
  }
  const isTei = scheme !== undefined && /TEI$/i.test(scheme);
  addLink(on, { role: 'fulltext', url: sense.url, ...(isTei ? { mediaType: 'application/tei+xml' } : {}) });
}

const extensions: ReadonlyMap<string, RegExp> = new Map([
  ['application/pdf', /\.pdf(?:$|[?#])/i],
  ['application/epub+zip', /\.epub(?:$|[?#])/i],
]);

/** Whether words are a number of pages or a range of them; the size of something else is not. */
export function isExtent(words: string): boolean {
  return /^(?:pp?\.\s?)?\d+\s?[\u2010-\u2015-]\s?\d+$|^\d+\s?p(?:ages|\.)?$/.test(words);
}

/** Whether a media type is that of a file whose name says so, which then has it. */
function isOfFile(on: Sheet, { words }: Statement): boolean {
  if (!mediaType.test(words)) return false;
  const extension = extensions.get(words.toLowerCase());
  if (!extension) return false;
  let found = false;
  for (const [index, link] of on.links.entries()) {
    if (link.role !== 'fulltext' || !extension.test(link.url)) continue;
    on.links[index] = { ...link, mediaType: words };
    found = true;
  }
  return found;
}
