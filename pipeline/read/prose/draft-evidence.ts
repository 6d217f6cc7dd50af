import type { Evidence, Remark } from '../../base/draft.ts';
import type { Around } from './around.ts';
import { namesAt } from './people.ts';
import type { Reading } from './reading.ts';
import type { Field } from './tape.ts';

const paths: Partial<Record<Field, string>> = {
  title: 'titles.main',
  translated: 'titles.translated',
  authors: 'contributions',
  date: 'dates.published',
  container: 'container',
  volume: 'position.volume',
  issue: 'position.issue',
  issueTitle: 'position.issueTitle',
  pages: 'position.pages',
  article: 'position.articleNumber',
  publisher: 'publisher',
  doi: 'identifiers',
  link: 'links',
};

/** Where each value of a notice stands, and the rule that found it. */
export function evidence(reading: Reading, around: Around, isKnown: boolean): readonly Evidence[] {
  const { tape, kind, title } = reading;
  const place = placed(reading, around);
  const found = tape.claims.flatMap((claim): readonly Evidence[] => {
    const path = paths[claim.field];
    if (path === undefined) return [];
    const words = tape.text.slice(claim.start, claim.end).replace(/\s+/g, ' ').trim();
    return [
      {
        path,
        words,
        rule: claim.rule,
        confidence: claim.inferred ? 'inferred' : undefined,
        ...place(claim.start),
      },
    ];
  });
  const [abstract] = around.abstracts;
  return [
    ...found,
    {
      path: 'type',
      words: kind.words || undefined,
      rule: kind.rule,
      confidence: kind.inferred ? 'inferred' : undefined,
      ...place(0),
    },
    ...(abstract ? [{ path: 'abstracts.1', rule: 'page-abstract', line: abstract.line, column: 1 }] : []),
    ...(around.year && !tape.first('date')
      ? [
          {
            path: 'dates.published',
            words: around.year,
            rule: 'year-of-heading',
            confidence: 'inferred' as const,
            ...place(0),
          },
        ]
      : []),
    {
      path: 'languages',
      rule: tape.first('language')?.rule ?? (isKnown ? 'title-language' : 'source-language'),
      confidence: tape.first('language') ? undefined : 'inferred',
      ...place(title?.start ?? 0),
    },
  ];
}

/** The line and column of an offset of the tape. */
function placed(
  { at }: Reading,
  { source, line, hasColumns }: Around,
): (offset: number) => { line: number; column: number } {
  return (offset) => {
    const before = source.slice(0, at[offset] ?? 0);
    const lines = before.split('\n');
    return hasColumns
      ? { line: line + lines.length - 1, column: (lines.at(-1)?.length ?? 0) + 1 }
      : { line, column: 1 };
  };
}

/** What a person should know of a reading: words left over, authors who are not all named. */
export function remarks(reading: Reading, around: Around): readonly Remark[] {
  const { tape, open } = reading;
  const place = placed(reading, around);
  const list = tape.claims.filter(({ field }) => field === 'authors' || field === 'editors');
  return [
    ...open.map(
      ({ words, start }): Remark => ({
        rule: 'words-not-understood',
        values: { words },
        field: 'citation',
        line: place(start).line,
      }),
    ),
    ...tape.all('mark').flatMap(({ rule, value, start }): readonly Remark[] =>
      rule === 'names-as-before'
        ? [
            {
              rule: 'creators-incomplete',
              values: { value },
              field: 'contributions',
              line: place(start).line,
            },
          ]
        : [],
    ),
    // The others are said, and not the one whose page it is.
    ...(list.length > 0 ? [] : tape.all('with')).map(
      ({ value, start }): Remark => ({
        rule: 'creators-incomplete',
        values: { value: `(avec ${value})` },
        field: 'contributions',
        line: place(start).line,
      }),
    ),
    ...list.flatMap(({ start }): readonly Remark[] => {
      const incomplete = namesAt(tape.text, start)?.incomplete;
      return incomplete
        ? [
            {
              rule: 'creators-incomplete',
              values: { value: incomplete },
              field: 'contributions',
              line: place(start).line,
            },
          ]
        : [];
    }),
  ];
}
