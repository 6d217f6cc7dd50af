import { shortened } from '../../base/words.ts';
import type { Piece, Surroundings } from '../reader.ts';
import { type Block, isLinkLine, label } from './block.ts';
import { fieldsWith } from './fields.ts';
import { isGivenName } from './given-names.ts';
import { inlineOf } from './inline.ts';
import { kindOfHeading } from './kind.ts';
import { namesAt } from './people.ts';
import { type Group, pieceOf } from './piece.ts';
import { type Reading, readingOf } from './reading.ts';

/** The notices of a page; what stands between them is aside. */
export function* piecesOf(blocks: readonly Block[], isText: boolean): Iterable<Piece> {
  const order = orderOf(blocks);
  const headings = new Headings();
  let aside: Block[] = [];
  let last: { blocks: Block[]; around: Surroundings; reading?: Reading } | undefined;
  const flush = function* (): Iterable<Piece> {
    if (last) yield pieceOf(last);
    last = undefined;
    yield* asideOf(aside);
    aside = [];
  };

  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (!block) continue;
    const titled = titledAt(blocks, index, headings);
    if (titled) {
      yield* flush();
      last = { blocks: [...titled.blocks], around: titled.around };
      index += titled.length - 1;
      continue;
    }
    if (block.kind === 'heading') {
      yield* flush();
      if (!headings.add(block)) aside.push(block);
      continue;
    }
    if (block.kind === 'fields') {
      yield* flush();
      yield { kind: 'record', line: block.line, text: fieldsWith(block.source, headings) };
      continue;
    }
    if (block.kind === 'hidden' || block.kind === 'card') {
      yield* flush();
      yield* asideOf([block]);
      continue;
    }
    if (last && belongs(block)) {
      last.blocks.push(block);
      continue;
    }
    const reading = readingOf(bounded(block.source), { type: headings.type, order });
    if (isNotice(reading, block, headings.type)) {
      yield* flush();
      last = {
        blocks: [block],
        reading,
        around: { type: headings.type, year: headings.year, order, isText: isText && block.kind !== 'row' },
      };
    } else if (last && isProse(block.source) && block.kind !== 'item') last.blocks.push(block);
    else {
      if (last) yield* flush();
      if (headings.addBold(block)) continue;
      aside.push(block);
    }
  }
  yield* flush();
}

/** A page keeps to one order of names: that of those whose given names are known. */
function orderOf(blocks: readonly Block[]): 'family' | undefined {
  let reversed = 0;
  let usual = 0;
  for (const { kind, source } of blocks.slice(0, mostSampled)) {
    if (kind === 'heading' || kind === 'hidden' || kind === 'card' || kind === 'fields') continue;
    const text = inlineOf(source.slice(0, 300)).text.replace(/^\s*(?:\[\d+\]|\d+[.)]|[-*•–])\s*/, '');
    for (const { family, printed } of namesAt(text, 0)?.names ?? []) {
      if (family !== undefined && printed.startsWith(family) && !/[.,]/.test(printed)) reversed += 1;
      else if (isGivenName(printed.split(' ')[0] ?? '')) usual += 1;
    }
  }
  return reversed >= 3 && reversed >= usual * 4 ? 'family' : undefined;
}

const mostSampled = 200;

/** The year and the kind that headings give to what follows, until a heading of their level or above. */
class Headings {
  readonly open: { level: number; type: string | undefined; year: string | undefined }[] = [];

  /** Whether the heading says something of the notices below it. */
  add({ source, level = 2 }: Block): boolean {
    while ((this.open.at(-1)?.level ?? 0) >= level) this.open.pop();
    const words = inlineOf(source).text.trim();
    const year = /^(?:année\s|publications\s(?:de\s|en\s)?)?((?:19|20)\d{2})\s*:?$/iu.exec(words)?.[1];
    const type = year ? undefined : kindOfHeading(words);
    this.open.push({ level, type, year });
    return year !== undefined || type !== undefined;
  }

  /** A short line in bold is a heading too, below those of the page. */
  addBold(block: Block): boolean {
    const { text, styles } = inlineOf(bounded(block.source));
    const words = text.trim();
    const isShort = words.length <= 80 && !/[.,;]$/.test(words);
    const isBold = styles.some(({ kind, start, end }) => kind === 'bold' && end - start >= words.length - 2);
    const isYear = /^(?:19|20)\d{2}\s*:?$/.test(words);
    if (!isShort || !(isBold || isYear)) return false;
    return this.add({ ...block, level: isYear ? 8 : 7 });
  }

  get type(): string | undefined {
    return this.open.findLast(({ type }) => type !== undefined)?.type;
  }

  get year(): string | undefined {
    return this.open.findLast(({ year }) => year !== undefined)?.year;
  }
}

const longest = 8000;
const bounded = (source: string) => (source.length > longest ? '' : source);

/** What follows a citation and is of it: an abstract, the same in another language, an address. */
function belongs({ source, kind }: Block): boolean {
  if (kind === 'item' && !label.test(source)) return false;
  const words = inlineOf(bounded(source)).text.trim();
  return label.test(words) || isLinkLine(words);
}

/** Whether what was read is a work: a title, and two more signs of one, and not mostly words that nobody understood. */
export function isNotice(
  { tape, title, kind, open }: Reading,
  { source }: Pick<Block, 'source'>,
  heading?: string,
): boolean {
  if (!title || title.words.length > 400) return false;
  const has = (field: Parameters<typeof tape.first>[0]) => tape.first(field) !== undefined;
  const names = has('authors') || (has('editors') && tape.first('editors')?.rule === 'editors-first');
  const signs = [
    names,
    has('date'),
    has('volume') || has('issue') || has('pages') || has('article'),
    has('doi') || has('hal') || has('arxiv') || has('isbn'),
    has('kind') || has('supervisors') || (kind.type === 'chapter' && kind.rule === 'kind-words'),
    has('container') && !tape.first('container')?.inferred,
    has('publisher'),
    // A list of books says what the words before a publisher are.
    has('publisher') && (has('place') || heading === 'book' || heading === 'editedBook'),
    has('total'),
    has('link') && title.rule !== 'title-plain',
  ].filter(Boolean).length;
  const isMarked = title.rule !== 'title-plain';
  const openLength = open.reduce((sum, { words }) => sum + words.length, 0);
  const isUnderstood = openLength <= tape.text.length * 0.45;
  const isDone = names
    ? signs >= 2
    : isMarked
      ? signs >= (title.rule === 'title-quoted' ? 1 : 2)
      : signs >= 3;
  return isDone && isUnderstood && !isSentence(tape.text, names) && kind !== undefined && source !== '';
}

/** A paragraph of prose names no author at its start and goes on in whole sentences. */
const isSentence = (text: string, names: boolean) =>
  !names &&
  /(?<![\p{L}])(?:nous|vous|je|cette page|est une|sont|we|our|this page|is a)(?![\p{L}])/iu.test(text);

const isProse = (text: string) => text.length > 160 && /[.!?…]\s+\p{Lu}|[.!?…]["»”)]?\s*$/u.test(text);

/** A heading that is itself a title: below it stands a line that says who, where and when. */
function titledAt(
  blocks: readonly Block[],
  index: number,
  headings: Headings,
): (Group & { length: number }) | undefined {
  const heading = blocks[index];
  const next = blocks[index + 1];
  if (heading?.kind !== 'heading' || !next || next.kind === 'heading') return undefined;
  const words = inlineOf(heading.source).text.trim();
  if (words.split(/\s+/).length < 3 || /^(?:19|20)\d{2}$/.test(words) || kindOfHeading(words))
    return undefined;
  const below: Block[] = [];
  for (const block of blocks.slice(index + 1, index + 8)) {
    if (block.kind === 'heading') break;
    below.push(block);
  }
  const untitled = below.filter((block) => isUntitled(heading, block, headings.type));
  const [citation] = untitled;
  if (!citation || untitled.length > 1 || below.some((block) => hasOwnTitle(block, headings.type)))
    return undefined;
  const at = below.indexOf(citation);
  const joined: Block = { kind: 'paragraph', line: heading.line, source: joinedSource(heading, citation) };
  const rest = below.filter((block, place) => place !== at && (isProse(block.source) || belongs(block)));
  return {
    blocks: [joined, ...rest],
    around: { type: headings.type, year: headings.year, isText: false },
    length: below.length + 1,
  };
}

/** A notice that needs no heading: its title is in quotation marks, bold or linked. */
function hasOwnTitle(block: Block, type: string | undefined): boolean {
  const reading = readingOf(bounded(block.source), { type });
  return isNotice(reading, block) && /quoted|bold|linked|before/.test(reading.title?.rule ?? '');
}

const joinedSource = (heading: Block, citation: Block) =>
  `**${heading.source.replace(/^\*\*|\*\*$/g, '').trim()}**. ${citation.source.trim().replace(/^[-*•–]\s+/, '')}`;

function isUntitled(heading: Block, block: Block, type: string | undefined): boolean {
  if (block.source.length > 500) return false;
  const { tape, title } = readingOf(bounded(joinedSource(heading, block)), { type });
  const first = tape.first('authors');
  const named = first?.rule === 'names-after-title';
  return (
    title?.rule === 'title-bold' &&
    named &&
    (tape.first('container') !== undefined ||
      tape.first('date') !== undefined ||
      tape.first('publisher') !== undefined)
  );
}

function* asideOf(blocks: readonly Block[]): Iterable<Piece> {
  const [first] = blocks;
  if (!first) return;
  yield {
    kind: 'aside',
    line: first.line,
    text: blocks.map(({ source }) => inlineOf(bounded(source) || shortened(source)).text.trim()).join('\n\n'),
  };
}
