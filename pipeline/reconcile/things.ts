import { createHash } from 'node:crypto';
import type { Agent, Journal, JournalPart } from '../base/entity.ts';
import { slug } from '../base/fold.ts';
import { plainText } from '../base/plain-text.ts';
import type { Container, Contribution, Identifier, LangText, Position } from '../base/work.ts';

/** The agent that a contribution names, as far as this contribution says. */
export function agentOf(contribution: Contribution, id: string): Agent {
  const { kind, given, nameAsPrinted, identifiers } = contribution;
  const name = displayName(contribution);
  return {
    id,
    kind,
    name: { value: name },
    given: kind === 'person' ? given : undefined,
    family: kind === 'person' ? familyName(contribution) : undefined,
    alias: nameAsPrinted === name ? [] : [nameAsPrinted],
    identifiers,
    affiliations: [],
  };
}

/** `Given particle Family`, or the whole name where it is not split. */
export function displayName(contribution: Contribution): string {
  const { given, droppingParticle, suffix, literal, nameAsPrinted } = contribution;
  const family = familyName(contribution);
  if (!family) return literal ?? nameAsPrinted;
  return [given, droppingParticle, family, suffix].filter(Boolean).join(' ');
}

function familyName({ particle, family }: Contribution): string | undefined {
  return family && particle ? `${particle} ${family}` : family;
}

/** The journal or book that a container describes. */
export function journalOf(container: Container, id: string): Journal {
  const { type, titles, shortTitles, issn, isbn, identifiers, url } = container;
  return { id, type, titles, shortTitles, issn, isbn, identifiers, url };
}

/** `journal` for what appears in numbers, `book` for the rest. */
export function containerPath(container: Container): 'journal' | 'book' {
  return container.type === 'book' || container.type === 'proceedings' ? 'book' : 'journal';
}

/**
 * The volume and the issue that a position names, the outer one first. They are described in the documents of their
 * journal, so what tells them apart is a fragment of its IRI. No slug has an underscore, which therefore parts the two.
 */
export function partsOf(journal: string, position: Position | undefined): readonly JournalPart[] {
  const volume = position?.volume;
  const issue = position?.issue;
  const outer: readonly JournalPart[] = volume
    ? [{ id: `${journal}#volume-${readableId(volume)}`, kind: 'volume', number: volume, partOf: journal }]
    : [];
  if (!issue) return outer;
  const [volumePart] = outer;
  const inner: JournalPart = {
    id: `${volumePart ? `${volumePart.id}_` : `${journal}#`}issue-${readableId(issue)}`,
    kind: 'issue',
    number: issue,
    title: position.issueTitle,
    partOf: volumePart?.id ?? journal,
  };
  return [...outer, inner];
}

/**
 * A slug that stays one even for a text without a Latin letter: then it is a digest. A long one ends in a digest too, as
 * it becomes the name of a file, of which disks allow 255 bytes.
 */
export function readableId(text: string): string {
  const readable = slug(text);
  if (readable.length > 0 && readable.length <= longestId) return readable;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const words = readable.slice(0, longestId - digest.length - 1).replace(/-$/, '');
  return words ? `${words}-${digest}` : digest;
}

// Room for what is added to it, such as `-2` and `.fr.html`.
const longestId = 160;

/** Titles of one thing, one for each language and wording. */
export function union(texts: readonly LangText[], more: readonly LangText[]): readonly LangText[] {
  return uniqueBy([...texts, ...more], (text) => `${text.lang ?? ''}|${plainText(text)}`);
}

export function unionOfIdentifiers(
  some: readonly Identifier[],
  more: readonly Identifier[],
): readonly Identifier[] {
  return uniqueBy([...some, ...more], ({ scheme, value }) => `${scheme}|${value}`);
}

/** The first of each key, in order. */
export function uniqueBy<T>(things: readonly T[], key: (thing: T) => string): readonly T[] {
  const firsts = new Map<string, T>();
  for (const thing of things) {
    const own = key(thing);
    if (!firsts.has(own)) firsts.set(own, thing);
  }
  return [...firsts.values()];
}
