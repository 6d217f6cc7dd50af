import { yearOf } from '../base/edtf.ts';
import { plainText } from '../base/plain-text.ts';
import { type Contribution, contributionsAs, type Work } from '../base/work.ts';
import {
  addressOf,
  fullTitle,
  nameParts,
  type Run,
  referenceDate,
  stopped,
  type Typography,
  typography,
} from './citation-words.ts';

/** A reference in the name and date form of NF ISO 690 (2010, section 5 and appendix A.2), as far as the work tells. */
export function iso690(work: Work, language: Typography): readonly Run[] {
  const words = typography[language];
  const authors = contributionsAs(work, 'author');
  const editors = contributionsAs(work, 'editor');
  const leading = authors.length > 0 ? authors : editors;
  const role = authors.length === 0 && editors.length > 0 ? ` (${words.editor})` : '';
  const date = referenceDate(work);
  const year = (date && yearOf(date)) ?? (work.status === 'inPress' ? words.inPress : date) ?? words.noDate;
  const head = leading.length > 0 ? `${stopped(`${names(leading, words.and)}${role}, ${year}`)} ` : '';
  const isPart = work.container !== undefined && work.container.titles.length > 0;
  const title = stopped(fullTitle(work, language));
  const untold = leading.length === 0 ? ` ${stopped(year)}` : '';
  return [
    { text: head },
    { text: title, italic: !isPart },
    { text: untold },
    ...(isPart ? container(work, language) : publication(work, language)),
    { text: ending(work, language) },
  ].filter(({ text }) => text !== '');
}

function names(people: readonly Contribution[], and: string): string {
  const written = people.map((one) => {
    const { family, given } = nameParts(one);
    return given ? `${family.toUpperCase()}, ${given}` : family.toUpperCase();
  });
  const last = written.at(-1) ?? '';
  return written.length > 1 ? written.slice(0, -1).join(', ') + and + last : last;
}

function container(work: Work, language: Typography): readonly Run[] {
  const words = typography[language];
  const { container: host, position } = work;
  const title = host?.titles[0] ? plainText(host.titles[0]) : '';
  const isJournal = host?.type !== 'book' && host?.type !== 'proceedings';
  const editors =
    host && host.editors.length > 0 ? `${names(host.editors, words.and)} (${words.editor}), ` : '';
  const parts = [
    position?.volume && words.volume + position.volume,
    position?.issue && words.issue + position.issue,
    position?.articleNumber,
    position?.pages && (position.pages.start ? words.pages : '') + position.pages.raw,
  ].filter(Boolean);
  const place = isJournal ? '' : publisherOf(work, language);
  const after = [place, ...parts].filter(Boolean).join(', ');
  return [
    { text: isJournal ? ' ' : ` ${words.in}${editors}` },
    { text: title, italic: true },
    { text: after ? `${isJournal ? ', ' : '. '}${after}.` : '.' },
  ];
}

function publication(work: Work, language: Typography): readonly Run[] {
  const words = typography[language];
  const kind = work.type === 'thesis' ? ` ${words.thesis}.` : '';
  const publisher = publisherOf(work, language);
  return [{ text: kind }, { text: publisher ? ` ${stopped(publisher)}` : '' }];
}

function publisherOf({ publisher }: Work, language: Typography): string {
  if (!publisher) return '';
  return publisher.place ? publisher.place + typography[language].colon + publisher.name : publisher.name;
}

function ending(work: Work, language: Typography): string {
  const isbn = work.identifiers.find(({ scheme }) => scheme === 'isbn')?.value;
  const address = addressOf(work);
  return (
    (isbn ? ` ISBN\u00a0${isbn}.` : '') + (address ? ` ${typography[language].available}${address}` : '')
  );
}
