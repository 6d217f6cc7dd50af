import { type Block, label } from './block.ts';
import { fieldsBlock, nameFields } from './fields.ts';
import { cardRecord } from './front-matter.ts';
import { kindOfHeading } from './kind.ts';
import { isWrapped } from './wrapped.ts';

interface Line {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

const bullet = /^\s*(?:[-*+•▪■►–—]|\d{1,3}[.)])\s+(?=\S)/;
const rule = /^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})$/;
const heading = /^\s*(#{1,6})\s+(.*?)\s*#*\s*$/;
const htmlHeading = /^\s*<h([1-6])[^>]*>(.*)<\/h\1>\s*$/i;
const template = /^\s*(?:\{%.*%\}|<!--.*-->|```.*|:::.*)\s*$/;
const blockTag =
  /<\/?(?:p|div|ul|ol|li|table|tbody|thead|tr|td|th|section|article|main|center|font|iframe|figure)\b[^<>]*>/gi;

/** The blocks of a page in Markdown or plain text. */
export function* blocksOfText(text: string): Iterable<Block> {
  const lines = text.split(/\r\n|\r|\n/).map((words, index): Line => ({ text: words, line: index + 1 }));
  let run: Line[] = [];
  let columns: readonly string[] | undefined;
  for (let index = 0; index <= lines.length; index += 1) {
    const line = lines[index];
    const kind = line ? (cardEnd(lines, index) > index ? 'card' : kindOf(line, run)) : 'end';
    if (kind === 'text' && line) {
      run.push(line);
      continue;
    }
    if (kind === 'setext') run = yield* underlined(run);
    else {
      // A line alone right above a list.
      const [only] = run;
      if (kind === 'item' && run.length === 1 && only && isTitleOfList(only.text, line?.text))
        yield { kind: 'heading', level: 6, line: only.line, source: only.text.trim() };
      else yield* blocksOfRun(run);
      run = [];
    }
    if (line && kind === 'heading') yield* headingOf(line);
    if (line && kind === 'row') {
      const cells = cellsOf(line);
      const isHead = tableRule.test(lines[index + 1]?.text ?? '');
      if (isHead) columns = nameFields(cells) ? cells : undefined;
      if (isHead || !columns) yield rowOf(line);
      else yield fieldsBlock(columns, cells, line.line);
    } else if (line?.text.trim() === '') columns = undefined;
    if (line && kind === 'card') {
      const end = cardEnd(lines, index);
      yield cardOf(lines.slice(index + 1, end));
      index = end;
    }
    if (line && kind === 'item') run.push(line);
  }
}

type Kind = 'text' | 'card' | 'blank' | 'heading' | 'setext' | 'row' | 'item' | 'end';

function kindOf({ text }: Line, run: readonly Line[]): Kind {
  if (text.trim() === '' || template.test(text)) return 'blank';
  if (run.length === 1 && /^(?:=+|-{2,})\s*$/.test(text) && !bullet.test(run[0]?.text ?? '')) return 'setext';
  if (rule.test(text)) return 'blank';
  if (heading.test(text) || htmlHeading.test(text)) return 'heading';
  if (/^\s*\|.*\|\s*$/.test(text)) return tableRule.test(text) ? 'blank' : 'row';
  return bullet.test(text) || /<li\b/i.test(text) ? 'item' : 'text';
}

function* headingOf({ text, line }: Line): Iterable<Block> {
  const [, marks = '', words = ''] = heading.exec(text) ?? [];
  const [, level, inside = ''] = htmlHeading.exec(text) ?? [];
  const source = (marks ? words : inside).replace(/\s*\{[^{}]*\}\s*$/, '').trim();
  if (source) yield { kind: 'heading', level: marks ? marks.length : Number(level), line, source };
}

function* underlined(run: readonly Line[]): Generator<Block, Line[]> {
  const [line] = run;
  if (line) yield { kind: 'heading', level: 2, line: line.line, source: line.text.trim() };
  return [];
}

const tableRule = /^[\s|:]*-[\s|:-]*$/;

const cellsOf = ({ text }: Line) =>
  text
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

const rowOf = (row: Line): Block => ({
  kind: 'row',
  line: row.line,
  source: cellsOf(row).filter(Boolean).join('\n'),
});

/**
 * Lines without an empty one between: one block where an editor or a mail program wrapped them, else a block a line
 * when each begins as a notice does, or when each is dated and ends. An abstract below a notice is a block of its own.
 */
function* blocksOfRun(run: readonly Line[]): Iterable<Block> {
  let open: Line[] = [];
  const isList = run.length > 1 && run.every(({ text }) => isDated(text) && endsNotice(text));
  const wrapped = !isList && isWrapped(run.map(({ text }) => text));
  for (const [index, line] of run.entries()) {
    if (isTitleOfList(line.text, run[index + 1]?.text)) {
      yield* blockOf(open);
      open = [];
      yield { kind: 'heading', level: 6, line: line.line, source: line.text.trim() };
      continue;
    }
    const begins = isList || (!wrapped && beginsNotice(line.text));
    const isNext = begins && endsNotice(open.at(-1)?.text ?? '');
    if (open.length > 0 && (isNext || isAbstract(line.text))) {
      yield* blockOf(open);
      open = [];
    }
    open.push(line);
  }
  yield* blockOf(open);
}

/** `Articles dans des revues`, right above the first notice: a heading that no sign marks. */
const isTitleOfList = (text: string, next = '') =>
  text.trim().length <= 80 &&
  /^\s*\p{Lu}[^\d«“".,;:()]*:?\s*$/u.test(text) &&
  kindOfHeading(text) !== undefined &&
  (beginsNotice(next) || bullet.test(next));

/** `Résumé : …` in the lines of a notice. */
const isAbstract = (text: string) => /^\s*[*_]{0,2}\p{L}{2,}/u.test(text) && label.test(text);

function* blockOf(lines: readonly Line[]): Iterable<Block> {
  const [first] = lines;
  if (!first) return;
  const source = lines
    .map(({ text }) => text.replace(blockTag, (tag) => ' '.repeat(tag.length)).trimEnd())
    .join('\n');
  const isItem = bullet.test(first.text) || /<li\b/i.test(first.text);
  if (source.trim()) yield { kind: isItem ? 'item' : 'paragraph', line: first.line, source };
}

/** A name or a quoted title first, and a year somewhere: `Mauss, M. (1925)`, `(avec H. Hubert) « Essai … », 1899`. */
const beginsNotice = (text: string) =>
  /^\s*(?:\[\d+\]\s*)?(?:(?:19|20)\d{2}\s*[-–—:.,]?\s*)?[*_]{0,2}(?:(?:(?:\p{Lu}[\p{L}'’-]*\.?|d[eu]|v[ao]n)[\s,]+){1,5}|(?:\((?:avec|with)\s[^()]*\)\s*)?[«“"])/u.test(
    text,
  ) && isDated(text);
const isDated = (text: string) => /\b(?:1[89]|20)\d{2}\b|à paraître|in press/u.test(text);
const endsNotice = (text: string) =>
  /(?:[.>)\]\d]|à paraître|sous presse|in press|forthcoming)\s*$/iu.test(text) && text.length > 40;

const fence = /^\ufeff?---\s*$/;
const longestCard = 200;

/** The line that closes the front matter which a line opens; that line itself when it opens none. */
function cardEnd(lines: readonly Line[], start: number): number {
  if (!fence.test(lines[start]?.text ?? '')) return start;
  // Lower down the page a line of dashes is a rule, unless keys follow it.
  if (start > 0 && !/^[\p{L}_-]+\s?:(?:\s|$)/u.test(lines[start + 1]?.text ?? '')) return start;
  for (let index = start + 1; index < lines.length && index <= start + longestCard; index += 1)
    if (/^(?:---|\.\.\.)\s*$/.test(lines[index]?.text ?? '')) return index;
  return start;
}

/** Front matter, the card of a site generator: a record where it describes a work. */
function cardOf(lines: readonly Line[]): Block {
  const source = lines.map(({ text }) => text).join('\n');
  const line = lines[0]?.line ?? 1;
  return cardRecord(source, line) ?? { kind: 'card', line, source };
}
