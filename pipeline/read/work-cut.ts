import { parseLocated } from '../base/located.ts';
import type { Piece } from './reader.ts';

/** Some lines of a text, and the number of the first, from 1. */
interface Block {
  readonly lines: readonly string[];
  readonly first: number;
}

/**
 * Cuts our own records: one JSON object on each line, or YAML or JSON documents that hold a record, a list, or
 * `works:` and a list. A list in block style is cut by its dashes alone, so that a mistake in one record spoils no other.
 */
export function* cutWorks(text: string): Iterable<Piece> {
  if (isOneRecord.test(text)) {
    yield { text, line: 1, kind: 'record' };
    return;
  }
  const whole: Block = { lines: text.split(/\r\n?|\n/), first: 1 };
  if (isOnePerLine(whole)) yield* onePerLine(whole);
  else for (const document of documents(whole)) yield* cutDocument(document);
}

// A line of JSON that holds no list of works.
const isOneRecord = /^\s*\{(?!.*"works"\s*:)[^\n]*\}\s*$/;

/** Whether a text that begins so is one JSON object on each line. */
export function isLines(head: string): boolean {
  return isOnePerLine({ lines: head.split('\n', 25), first: 1 });
}

function isOnePerLine({ lines }: Block): boolean {
  const head = lines.findIndex((line) => line.trim() !== '');
  const first = lines[head] ?? '';
  const second = lines.slice(head + 1, head + 20).find((line) => line.trim() !== '');
  return first.startsWith('{') && second !== undefined && (second.startsWith('{') || isJson(first));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function* onePerLine({ lines, first }: Block): Iterable<Piece> {
  for (const [index, line] of lines.entries()) {
    if (line.trim() !== '') yield { text: line, line: first + index, kind: 'record' };
  }
}

/** YAML 1.2.2, section 9.1: `---` and `...` at the start of a line are document marks, even inside a text. */
function documents(block: Block): readonly Block[] {
  const marked = split(block, (line) => /^(---|\.\.\.)(?=\s|$)/.test(line));
  return marked.map(({ lines: [head = '', ...rest], first }) => ({
    lines: [head.replace(/^(---|\.\.\.)(?=\s|$)/, '   '), ...rest],
    first,
  }));
}

function* cutDocument(block: Block): Iterable<Piece> {
  const head = block.lines.find(isSaid);
  if (head === undefined) return;
  if (/^\s*[[{]/.test(head)) yield* flow(block);
  else if (isItem(head)) yield* items(block);
  else if (
    block.lines.some((line) => worksKey.test(line)) &&
    !block.lines.some((line) => /^titles\s*:/.test(line))
  ) {
    for (const section of split(block, (line) => /^[^\s#-]/.test(line))) yield* cutSection(section);
  } else yield piece(block, 'record');
}

const worksKey = /^["']?works["']?\s*:/;

/** One key of a document that holds `works:`. What stands under another key is no record. */
function* cutSection(section: Block): Iterable<Piece> {
  if (!section.lines.some(isSaid)) return;
  const [head = '', ...rest] = section.lines;
  if (!worksKey.test(head)) {
    yield piece(section, 'aside');
    return;
  }
  const inner: Block = {
    lines: [head.replace(worksKey, (key) => ' '.repeat(key.length)), ...rest],
    first: section.first,
  };
  yield* cutDocument(inner);
}

/** The items of a list with dashes; each dash becomes a space, so that the item reads alone and keeps its columns. */
function* items(block: Block): Iterable<Piece> {
  const indent = block.lines.find(isSaid)?.search(/\S/) ?? 0;
  for (const { lines, first } of split(block, (line) => isItem(line) && line.search(/\S/) === indent)) {
    const [head = '', ...rest] = lines;
    if (isItem(head)) yield piece({ lines: [head.replace('-', ' '), ...rest], first }, 'record');
  }
}

/** A document between brackets or braces: its parts where the parser sees them, else by the lines that open a brace. */
function* flow(block: Block): Iterable<Piece> {
  const { value, errors, sourceOf } = parseLocated(block.lines.join('\n'), '');
  if (errors.length > 0) {
    yield* brokenFlow(block);
    return;
  }
  const part = (pointer: string, kind: Piece['kind']): Piece => {
    const { text, line } = sourceOf(pointer) ?? { text: '', line: 1 };
    return { text, line: block.first + line - 1, kind };
  };
  if (Array.isArray(value)) {
    yield* value.map((_item, index) => part(`/${index}`, 'record'));
    return;
  }
  const record = value as Readonly<Record<string, unknown>>;
  if (!Array.isArray(record.works) || 'titles' in record) {
    yield piece(block, 'record');
    return;
  }
  const others = Object.keys(record).filter((key) => key !== 'works');
  yield* others.map((key) => part(`/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, 'aside'));
  yield* record.works.map((_item, index) => part(`/works/${index}`, 'record'));
}

/** A list that the parser cannot read, by the lines that open a brace no further in than its first record. */
function* brokenFlow(block: Block): Iterable<Piece> {
  const opening = block.lines.findIndex((line) => /^\s*(\{?\s*["']?works["']?\s*:\s*)?\[/.test(line));
  if (opening < 0) {
    yield piece(block, 'record');
    return;
  }
  const [head = '', ...rest] = block.lines.slice(opening);
  const lines = [head.replace(/^[^[]*\[/, (start) => ' '.repeat(start.length)), ...rest];
  const opens = (line: string) => /^\s*\{/.test(line);
  const indent = lines.find(opens)?.search(/\S/) ?? 0;
  const first = block.first + opening;
  for (const part of split({ lines, first }, (line) => opens(line) && line.search(/\S/) <= indent)) {
    if (part.lines.some(isSaid))
      yield { ...piece(part, 'record'), text: withoutListEnd(part.lines.join('\n')) };
  }
}

/** Without the comma after an item, or what closes the list after the last. */
function withoutListEnd(text: string): string {
  const item = text.replace(/\s*,\s*$/, '');
  return isJson(item) ? item : item.replace(/\}\s*\]\s*\}?\s*$/, '}');
}

/** Cuts before each line that begins a part; lines before the first are a part too. */
function split({ lines, first }: Block, begins: (line: string) => boolean): readonly Block[] {
  const starts = [0, ...lines.flatMap((line, index) => (index > 0 && begins(line) ? [index] : []))];
  return starts.map((start, index) => ({
    lines: lines.slice(start, starts[index + 1]),
    first: first + start,
  }));
}

function piece({ lines, first }: Block, kind: Piece['kind']): Piece {
  return { text: lines.join('\n'), line: first, kind };
}

/** Whether the line says something: no blank, comment or directive. */
const isSaid = (line: string) => /^\s*[^\s#%]/.test(line);

const isItem = (line: string) => /^ *-(?=\s|$)/.test(line);
