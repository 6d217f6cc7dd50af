import type { Draft } from '../base/draft.ts';
import type { ArticleVersion, DateEvent, Link } from '../base/work.ts';
import { keep, keepOthers, kindOf, partsOf, type TeiPart } from './hal-tei-part.ts';
import { finalDate } from './hal-words.ts';
import { attribute, elementAt, textOf } from './xml-tree.ts';

/** What the current edition says: its number, dates and files. */
interface Edition {
  readonly version: string | undefined;
  readonly dates: NonNullable<Draft['dates']>;
  readonly links: readonly Link[];
  readonly access: Draft['access'];
}

const ofStatement = new Set(['edition', 'respStmt']);
const ofEdition = new Set(['date', 'ref']);

/** The current edition, or the last one; others repeat its dates of deposit, and are kept. */
export function editionOf(statement: TeiPart | undefined): Edition {
  const all = partsOf(statement, 'edition');
  const current = all.find((part) => kindOf(part) === 'current') ?? all.at(-1);
  keepOthers(statement, ofStatement);
  for (const part of all) if (part.of !== current?.of) keep(part);
  if (!current) return { version: undefined, dates: [], links: [], access: undefined };
  keepOthers(current, ofEdition);
  const links = partsOf(current, 'ref').flatMap((part) => linkOf(part));
  return {
    version: attribute(current.of, 'n'),
    dates: datesOf(current),
    links,
    access: accessOf(current, links),
  };
}

const events: ReadonlyMap<string, DateEvent> = new Map([
  ['whenWritten', 'written'],
  ['whenSubmitted', 'deposited'],
  ['whenModified', 'modified'],
  ['whenEndEmbargoed', 'available'],
]);

/** `whenProduced` is read with the dates of publication; when HAL put the record online is kept. */
function datesOf(edition: TeiPart): NonNullable<Draft['dates']> {
  return partsOf(edition, 'date').flatMap((part) => {
    const [kind = '', words] = [kindOf(part), textOf(part.of)];
    const event = events.get(kind);
    if (event !== undefined && words !== undefined) return [{ event, words }];
    if (kind !== 'whenProduced') keep(part);
    return [];
  });
}

/** The date that HAL sorts by. */
export function producedIn(statement: TeiPart | undefined): TeiPart | undefined {
  return partsOf(statement, 'edition')
    .flatMap((part) => partsOf(part, 'date'))
    .find((part) => kindOf(part) === 'whenProduced');
}

const roles: ReadonlyMap<string, Link['role']> = new Map<string, Link['role']>([
  ['file', 'fulltext'],
  ['externalLink', 'fulltext'],
  ['annex', 'supplement'],
]);
/** Where a file comes from: what the publisher made is the published version, and of what the author made nobody knows. */
const versions: ReadonlyMap<string, ArticleVersion> = new Map<string, ArticleVersion>([
  ['greenPublisher', 'published'],
  ['publisherAgreement', 'published'],
  ['publisherPaid', 'published'],
]);
const sayNothing = new Set(['author', 'other', 'undefined']);
const ofLink = new Set(['date']);

function linkOf(part: TeiPart): readonly Link[] {
  const [url, kind, subtype] = ['target', 'type', 'subtype'].map((name) => attribute(part.of, name));
  const role = roles.get(kind ?? '');
  if (url === undefined || role === undefined) {
    keep(part);
    return [];
  }
  keepOthers(part, ofLink);
  const version = versions.get(subtype ?? '');
  if (subtype !== undefined && version === undefined && !sayNothing.has(subtype)) keep(part);
  const from = visibleFrom(part);
  return [
    { role, url, ...(version === undefined ? {} : { version }), ...(from === undefined ? {} : { from }) },
  ];
}

function visibleFrom(part: TeiPart): string | undefined {
  const date = elementAt(part.of, 'date');
  const words = attribute(date, 'notBefore') ?? textOf(date);
  const final = finalDate(words);
  if (words !== undefined && final === undefined) keep(part);
  return final;
}

/**
 * Open when a file can be seen or stands open elsewhere, under embargo when all files are to be seen after the record
 * was last changed, and a record alone when there is none. What is being deposited says none of this yet.
 */
function accessOf(edition: TeiPart, links: readonly Link[]): Draft['access'] {
  const date = (kind: string) => textOf(partsOf(edition, 'date').find((part) => kindOf(part) === kind)?.of);
  const known = date('whenModified') ?? date('whenSubmitted');
  if (known === undefined) return undefined;
  const files = links.filter(({ role }) => role === 'fulltext');
  if (files.length === 0) return { status: 'metadataOnly' };
  if (files.some(({ from }) => from === undefined || from <= known)) return { status: 'open' };
  return { status: 'embargoed', embargoUntil: files.map(({ from }) => from).sort()[0] };
}
