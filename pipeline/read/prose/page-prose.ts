import type { Draft, Origin } from '../../base/draft.ts';
import { type Piece, Unreadable } from '../reader.ts';
import { isLanguageMark, isLinkLine, withoutLabel } from './block.ts';
import { draftOf } from './draft.ts';
import { inlineOf } from './inline.ts';
import { blocksOf, readingOfPiece } from './piece.ts';
import { type Reading, readingOf } from './reading.ts';

/** Reads one notice: its citation, and below it abstracts, addresses and the same in another language. */
export function parseProse(piece: Piece, origin: Origin): Draft {
  const { around } = piece;
  const [citation, ...rest] = blocksOf(piece);
  const reading = citation && readingOfPiece(piece, citation.source);
  if (!citation || !reading?.title) {
    throw new Unreadable({
      fr: 'aucun titre reconnu dans la notice',
      en: 'no title recognised in the notice',
    });
  }
  const others = rest.map(({ source, line }) => ({ line, source, words: flat(source) }));
  const versions = others.filter(({ words, source }) => isVersion(words, source));
  const abstracts = others.filter(
    (each) => !versions.includes(each) && !isLinkLine(each.words) && !isLanguageMark(each.source),
  );
  const draft = draftOf(
    reading,
    {
      abstracts: joinedAbstracts(abstracts),
      year: around?.year,
      source: citation.source,
      line: citation.line,
      hasColumns: around?.isText ?? true,
    },
    origin,
  );
  return withMore(
    draft,
    [...versions, ...others.filter(({ words }) => isLinkLine(words))].map(({ source }) =>
      readingOf(source.replace(/^[\s*_]*\[?(?:FR|EN|ES|DE)\]?[\s*_:]*/u, ''), { type: around?.type }),
    ),
  );
}

const flat = (source: string) =>
  inlineOf(source)
    .text.replace(/\s*\n\s*/g, ' ')
    .trim();
/** `[EN] “Article 8”: …, French Review, n° 157`: the same work in another language. */
const isVersion = (words: string, source: string) =>
  /^\[?(?:FR|EN|ES|DE)\]?[\s:]/u.test(words) && !isLanguageMark(source.trim()) && words.length < 500;

/** Paragraphs that follow a labelled one are of the same abstract. */
function joinedAbstracts(
  parts: readonly { source: string; words: string; line: number }[],
): readonly { words: string; line: number }[] {
  const found: { words: string; line: number }[] = [];
  for (const { words, line } of parts) {
    const text = withoutLabel(words);
    if (text === '') continue;
    const last = found.at(-1);
    const isNew = text !== words || !last;
    if (isNew) found.push({ words: text, line });
    else if (last) last.words += `\n\n${text}`;
  }
  return found;
}

/** Addresses and identifiers of the lines below, and the title in another language. */
function withMore(draft: Draft, readings: readonly Reading[]): Draft {
  if (readings.length === 0) return draft;
  const of = (field: 'doi' | 'hal' | 'link') =>
    readings.flatMap(({ tape }) => tape.all(field).map(({ value }) => value));
  return {
    ...draft,
    titles: [
      ...(draft.titles ?? []),
      ...readings.flatMap(({ title }) =>
        title && title.rule !== 'title-plain'
          ? [{ role: 'translated' as const, text: { value: title.words } }]
          : [],
      ),
    ],
    identifiers: [
      ...(draft.identifiers ?? []),
      ...of('doi').map((value) => ({ scheme: 'doi', value })),
      ...of('hal').map((value) => ({ scheme: 'hal', value })),
    ],
    links: [...(draft.links ?? []), ...of('link').map((url) => ({ role: 'landing' as const, url }))],
  };
}
