import { isInstitution, isPlace, isPublisher } from './publishers.ts';
import type { Tape } from './tape.ts';
import { matches, opensQuote } from './words.ts';

const labelledPublisher =
  /(?<=^|[\s.,;(\u0001])(?:editore|éditeur|publisher|editor(?:ial)?|verlag)\s?:\s*([^,;.()\u0001]{2,60})/iu;
const series = /^(?:coll(?:ection|\.)|série|series)\s*[:\s]*[«“"]?\s*(.+?)\s*[»”"]?$/iu;
const parts = /(?:coll(?:ection)?\s?:\s?)?[^,;:\n\u0001()[\]]+/giu;

/** Place, publisher and series among the free words after an offset. */
export function claimPublisher(
  tape: Tape,
  from: number,
  { isBook, isThesis }: { isBook: boolean; isThesis: boolean },
): void {
  const labelled = labelledPublisher.exec(tape.free(from));
  if (labelled?.[1]) {
    const start = from + labelled.index;
    const end = start + labelled[0].trimEnd().length;
    tape.claim('publisher', end - labelled[1].trim().length, end, 'publisher-labelled');
    tape.taken.fill(1, start, end);
  }
  const free = tape.free(from);
  const candidates = [...matches(parts, free)]
    .flatMap(({ 0: words, index }) => stopped(words, from + index))
    .filter(({ words }) => words.length > 1);
  for (const { words, start } of candidates) {
    const named = series.exec(words);
    const name = named?.[1];
    if (name && !tape.first('series')) {
      const at = start + words.indexOf(name);
      tape.claim('series', at, at + name.length, 'series-labelled');
      tape.taken.fill(1, start, start + words.length);
    } else if (!tape.first('series') && tape.first('publisher') && isQuoted(tape.text, start, words.length))
      tape.claim('series', start, start + words.length, 'series-quoted');
    else if (isPlace(words)) tape.claim('place', start, start + words.length, 'place-of-publication');
    else if (!tape.first('publisher') && isPublisher(words) && !/\d{3}/.test(words))
      tape.claim('publisher', start, start + words.length, 'publisher-by-name');
  }
  claimBetween(tape, candidates, from);
  if (!isBook || tape.first('publisher')) return;
  // In a notice of a book or chapter, capitalised words that stand alone after the title are the publisher's.
  const rest = candidates.filter(
    ({ words, start }) =>
      tape.isFree(start, start + words.length) &&
      /^(?:l['’]|les |la |le )?\p{Lu}/iu.test(words) &&
      /^\p{Lu}|^l['’]/u.test(words) &&
      words.split(/\s+/).length <= 7 &&
      (!/\d/.test(words) || (isInstitution(words) && !/\d{3}/.test(words))),
  );
  const [only, second] = isThesis ? rest.filter(({ words }) => isInstitution(words)) : rest;
  if (only && !second)
    tape.claim('publisher', only.start, only.start + only.words.length, 'publisher-by-place', {
      inferred: true,
    });
}

/** `Seuil, « Idées », 1981`. */
const isQuoted = (text: string, start: number, length: number) =>
  opensQuote(text.slice(0, start).trimEnd().at(-1)) && /^\s*[»”"]/.test(text.slice(start + length));

/** HAL's order: journal, publisher, year, title of the issue, volume. */
function claimBetween(
  tape: Tape,
  candidates: readonly { words: string; start: number }[],
  from: number,
): void {
  const container = tape.first('container');
  const date = tape.all('date').find(({ start }) => start >= from);
  const volume = tape.first('volume') ?? tape.first('pages');
  if (container?.rule !== 'container-italic' || !date || !volume || date.start > volume.start) return;
  for (const { words, start } of candidates) {
    if (!tape.isFree(start, start + words.length) || !/^\p{Lu}/u.test(words)) continue;
    const isBefore = start + words.length < date.start && !tape.first('publisher');
    const isAfter = start > date.start && start < volume.start && !tape.first('issueTitle');
    if (isBefore)
      tape.claim('publisher', start, start + words.length, 'publisher-before-year', { inferred: true });
    else if (isAfter)
      tape.claim('issueTitle', start, start + words.length, 'issue-title-after-year', { inferred: true });
  }
}

/** The sentences of a stretch, without the white space around them. */
function stopped(words: string, start: number): readonly { words: string; start: number }[] {
  const found: { words: string; start: number }[] = [];
  let at = 0;
  for (const piece of words.split(
    /(?<=(?<!coll|série|dir|coord)(?<=\p{Ll}{3}|\p{Lu}{3}))\.\s+|\.\s*$|\s[-–—]\s/u,
  )) {
    const place = words.indexOf(piece, at);
    at = place + piece.length;
    const lead = /^[\s.«»“”"]*/u.exec(piece)?.[0].length ?? 0;
    const trimmed = piece.slice(lead).replace(/[\s.«»“”"]+$/u, '');
    if (trimmed) found.push({ words: trimmed, start: start + place + lead });
  }
  return found;
}
