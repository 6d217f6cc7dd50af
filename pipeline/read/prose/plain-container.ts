import { claimHeld } from './container.ts';
import { isImprint } from './imprint.ts';
import { journalAt } from './journals.ts';
import { namesIn } from './people.ts';
import { isInstitution, isPeriodical, isPlace, isPublisher } from './publishers.ts';
import type { Tape } from './tape.ts';

/** `Sillery : Septentrion`, whatever the place and the publisher. */
const imprint =
  /^(?!Éditeur|Editore|Publisher)((?:\p{Lu}[\p{L}'’-]+[\s-]?){1,3})\s?:\s?((?:\p{Lu}[\p{L}'’&.-]*\s?){1,5})$/u;

const segment = /^[^;\n\u0001()[\]]+/u;

/** The free words right after the title: a journal up to its first number, else up to a comma. */
export function claimPlainContainer(
  tape: Tape,
  from: number,
  { isJournal, isQuoted }: { isJournal: boolean; isQuoted: boolean },
): void {
  const free = tape.free(from);
  const skipped = /^[\s.,;:\u0001«»“”"()–—-]*/u.exec(free)?.[0].length ?? 0;
  const whole = segment.exec(free.slice(skipped))?.[0] ?? '';
  const words = whole.slice(0, isJournal ? journalLength(whole) : partLength(whole));
  const text = words.replace(/[\s.:]+$/u, '');
  const [, place = '', house = ''] = isJournal ? [] : (imprint.exec(text) ?? []);
  if (house !== '') {
    const start = from + skipped;
    tape.claim('place', start, start + place.trimEnd().length, 'place-of-publication');
    tape.claim('publisher', start + text.length - house.length, start + text.length, 'publisher-after-place');
    return;
  }
  // With an unquoted title a number of pages in all is said of a book, and what stands before it is no journal.
  if (!isJournal && !isQuoted && tape.first('total')) return;
  if (!isTitle(text)) return;
  // `Les rivières, Rives-Bleues, Rennes, 1984`: a publisher and its place, for a book has no other words there.
  const after = whole.slice(words.length).replace(/^[\s,]+|[\s,.]+$/g, '');
  if (!isJournal && !isQuoted && isPlace(after)) return;
  const stop = isJournal ? undefined : /[.?!]\s+(?=\p{Lu})/u.exec(text);
  const end = stop ? stop.index : text.length;
  const named = text.slice(0, end);
  if (isPublisher(named)) return;
  const isShort = /(?:\p{L}{1,7}\.\s?)+$/u.test(words.trim()) && /\.\s/.test(named);
  claimHeld(
    tape,
    from + skipped,
    from + skipped + end + (isShort && !stop ? 1 : 0),
    'container-after-title',
    !isJournal,
  );
}

const other =
  /^(?:coll(?:ection|\.)|série|series|partie|part|chapitre|chapter|chap\.|section|éditeur|editore|publisher)(?![\p{L}])/iu;

const isTitle = (text: string) =>
  !other.test(text) &&
  /\p{L}{2}/u.test(text) &&
  text.length <= 160 &&
  /^[\p{Lu}\d]|^l['’]|^[a-zé]+ (?:&|et) /u.test(text) &&
  !isImprint(text) &&
  !(namesIn(text) && /\s(?:et|and|&)\s/.test(text)) &&
  text.split(/\s+/).length <= 14;

const partLength = (words: string) => (words.indexOf(',') + 1 || words.length + 1) - 1;

/** What follows a journal and is not of its name: an issue on a theme, its editors, a date in words. */
const beside =
  /^(?:dossier|numéro|n[°º]|hors|special|spécial|thème|theme|coord|dir|sous|avec|with|in|dans|à|en|le|mis|consult|volume|vol|tome|série|series|coll|rubrique|supplément|cahier|ici|lien|pp?\.|pages?)(?![\p{L}])|[\d«“"]/iu;

/**
 * How much of the words before a number is the name of a journal: `Travail, genre et sociétés` has commas in it,
 * `Études et résultats, DREES` has its publisher beside it. Where it could be either, the part before the comma.
 */
function journalLength(whole: string): number {
  const known = journalAt(whole);
  if (known) return known;
  const [first = '', ...rest] = whole.split(',');
  const open = rest.findIndex((part) => !isOfName(part.trim()));
  const more = rest.slice(0, open < 0 ? rest.length : open);
  // Only blank words before the number.
  if (more.at(-1)?.trim() === '') more.pop();
  const isOne =
    more.length >= 2 ||
    /^\s*\p{Ll}/u.test(more[0] ?? '') ||
    /\s(?:et|and|&|y|e|und)\s/u.test(more.at(-1) ?? '') ||
    isPeriodical(more[0] ?? '');
  return isOne && more.length > 0 ? [first, ...more].join(',').length : first.length;
}

/** Whether words after a comma may still be of the name: few, and neither a place nor a publisher nor in capitals. */
const isOfName = (part: string) =>
  part === '' ||
  (part.split(/\s+/).length <= 5 &&
    !beside.test(part) &&
    !isPlace(part) &&
    !isPublisher(part) &&
    !isInstitution(part) &&
    !/^\p{Lu}{2,}(?![\p{Ll}])/u.test(part));
