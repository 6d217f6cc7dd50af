import { type Binding, csv, type Rows } from '../base/sparql-results.ts';
import { namespaces } from '../base/terms.ts';
import { UserError } from '../base/user-error.ts';
import { blocks, prefixLines } from '../write/blocks.ts';
import { sortQuads } from '../write/quads.ts';
import type { Answer } from './store.ts';

export type AnswerFormat = 'table' | 'json' | 'csv' | 'turtle';

/** An answer as text; a table for people has headings of its own. A table or CSV of a graph, and Turtle of rows, are a `UserError`: they would say something else. */
export function formatAnswer(
  answer: Answer,
  format: AnswerFormat,
  headingOf: (variable: string) => string = (variable) => variable,
): string {
  if (answer.kind === 'graph') {
    if (format !== 'turtle') throw unfit(format, 'SELECT, ASK');
    return `${prefixLines}${blocks(sortQuads(answer.quads))}`;
  }
  if (format === 'turtle') throw unfit(format, 'CONSTRUCT, DESCRIBE');
  if (format === 'json') return `${JSON.stringify(json(answer), undefined, 2)}\n`;
  if (answer.kind === 'ask') return `${answer.yes}\n`;
  return format === 'csv' ? csv(answer) : table(answer, headingOf);
}

/** SPARQL 1.1 Query Results JSON. */
function json(answer: Exclude<Answer, { kind: 'graph' }>): object {
  if (answer.kind === 'ask') return { head: {}, boolean: answer.yes };
  return { head: { vars: answer.variables }, results: { bindings: answer.rows } };
}

/** For people: aligned columns, IRIs shortened by the prefixes that everybody knows. */
function table({ variables, rows }: Rows, headingOf: (variable: string) => string): string {
  const headings = variables.map(headingOf);
  const cells = rows.map((row) => variables.map((variable) => shown(row[variable])));
  const widths = headings.map((heading, at) =>
    Math.max(width(heading), ...cells.map((row) => width(row[at] ?? ''))),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((each) => '─'.repeat(each)).join('  ');
  return [line(headings), rule, ...cells.map(line)].map((text) => `${text}\n`).join('');
}

function shown(term: Binding | undefined): string {
  if (!term) return '';
  // A control character of the data must not command the terminal.
  const text = term.value.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '\ufffd');
  if (term.type === 'bnode') return `_:${text}`;
  if (term.type !== 'uri') return text;
  const [prefix, namespace] = Object.entries(namespaces).find(([, each]) => text.startsWith(each)) ?? [];
  return namespace ? `${prefix}:${text.slice(namespace.length)}` : text;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Columns of a terminal: one a character as people see it, two for wide ones. */
function width(text: string): number {
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) {
    columns +=
      /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(
        segment,
      )
        ? 2
        : 1;
  }
  return columns;
}

function unfit(format: AnswerFormat, kinds: string): UserError {
  return new UserError({
    fr: `--format ${format} convient à ${kinds}`,
    en: `--format ${format} goes with ${kinds}`,
  });
}
