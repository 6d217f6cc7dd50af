import { type Block, label } from './block.ts';
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
  const start = yield* cardOf(lines);
  let run: Line[] = [];
  for (let index = start; index <= lines.length; index += 1) {
    const line = lines[index];
    const kind = line ? kindOf(line, run) : 'end';
    if (kind === 'text' && line) {
      run.push(line);
      continue;
    }
    if (kind === 'setext') run = yield* underlined(run);
    else {
      yield* blocksOfRun(run);
      run = [];
    }
    if (line && kind === 'heading') yield* headingOf(line);
    if (line && kind === 'row') yield rowOf(line);
    if (line && kind === 'item') run.push(line);
  }
}

type Kind = 'text' | 'blank' | 'heading' | 'setext' | 'row' | 'item' | 'end';

function kindOf({ text }: Line, run: readonly Line[]): Kind {
  if (text.trim() === '' || template.test(text)) return 'blank';
  if (run.length === 1 && /^(?:=+|-{2,})\s*$/.test(text) && !bullet.test(run[0]?.text ?? '')) return 'setext';
  if (rule.test(text)) return 'blank';
  if (heading.test(text) || htmlHeading.test(text)) return 'heading';
  if (/^\s*\|.*\|\s*$/.test(text)) return /^[\s|:-]+$/.test(text) ? 'blank' : 'row';
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

function rowOf({ text, line }: Line): Block {
  const cells = text
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
  return { kind: 'row', line, source: cells.filter(Boolean).join('\n') };
}

/**
 * Lines without an empty one between: one block where an editor or a mail program wrapped them, else a block a line
 * when each begins as a notice does, or when each is dated and ends. An abstract below a notice is a block of its own.
 */
function* blocksOfRun(run: readonly Line[]): Iterable<Block> {
  let open: Line[] = [];
  const isList = run.length > 1 && run.every(({ text }) => isDated(text) && endsNotice(text));
  const wrapped = !isList && isWrapped(run.map(({ text }) => text));
  for (const line of run) {
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
  /^\s*(?:\[\d+\]\s*)?[*_]{0,2}(?:(?:(?:\p{Lu}[\p{L}'’-]*\.?|d[eu]|v[ao]n)[\s,]+){1,5}|(?:\((?:avec|with)\s[^()]*\)\s*)?[«“"])/u.test(
    text,
  ) && isDated(text);
const isDated = (text: string) => /\b(?:1[89]|20)\d{2}\b|à paraître|in press/u.test(text);
const endsNotice = (text: string) => /[.>)\]\d]\s*$/.test(text) && text.length > 40;

/** Front matter: the card of a site generator. Gives where the page itself begins. */
function* cardOf(lines: readonly Line[]): Generator<Block, number> {
  if (!/^\ufeff?---\s*$/.test(lines[0]?.text ?? '')) return 0;
  const end = lines.findIndex(({ text }, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(text));
  if (end < 0 || end > 200) return 0;
  const source = lines
    .slice(1, end)
    .map(({ text }) => text)
    .join('\n');
  if (source.trim()) yield { kind: 'card', line: 2, source };
  return end + 1;
}
