import type { Carrying } from '../base/losses.ts';
import {
  dublinCoreCarries,
  formOf,
  isFirst,
  isPart,
  isShown,
  isWhole,
  nth,
  shownContainer,
  versionKeeps,
} from './dublin-core-carries.ts';
import { isW3cdtf, simpleDate } from './dublin-core-dates.ts';
import { isLeftover, simpleLeftovers } from './dublin-core-leftovers.ts';
import { referenceName, targetOf } from './dublin-core-relations.ts';
import { subjectForm } from './dublin-core-subjects.ts';
import { longestAbstract, plainNotes } from './dublin-core-texts.ts';
import { languageTag } from './language-tag.ts';
import { isAlone, isLineRead, isTitleTold, placeLine } from './place-line.ts';

/** What simple Dublin Core can say: much of it in prose that is read back, some of it only by habit. */
export const oaiDcCarries: Carrying = {
  ...dublinCoreCarries,
  abstracts: (value, index, work) => {
    const text = work.abstracts[index];
    return text !== undefined && longestAbstract(work, text.lang) === text && isWhole(value);
  },
  'abstracts.lang': (_, index, work) => {
    const text = nth(work.abstracts, ({ lang }) => lang, index);
    return longestAbstract(work, text?.lang) === text && languageTag(text?.lang) !== undefined;
  },
  notes: (value, index, work) =>
    isWhole(value) && plainNotes(work).some((note) => note === work.notes[index]),
  'notes.lang': (lang, index, work) => {
    const note = nth(work.notes, (each) => each.lang, index);
    return note !== undefined && plainNotes(work).includes(note) && languageTag(lang) !== undefined;
  },
  'dates.published': (date) => simpleDate(date) === date,
  'dates.available': (date, _, { access }) => access?.embargoUntil === date && isW3cdtf(date),
  'access.embargoUntil': isW3cdtf,
  'container.type': (type, _, work) => {
    const { issn = [], isbn = [] } = work.container ?? {};
    const read = { issn, isbn: isPart(work) ? isbn : [] };
    const isSaid = issn.length + read.isbn.length + (isTitleTold(work) ? 1 : 0) > 0;
    return isSaid && shownContainer(work, read) === type;
  },
  'container.titles': (_, index, work) => index === 0 && isTitleTold(work),
  'container.titles.lang': (lang, index, work) =>
    index === 0 && isTitleTold(work) && isAlone(work) && languageTag(lang) !== undefined,
  'container.issn.medium': (_, index, { container }) =>
    isFirst(
      container?.issn ?? [],
      nth(container?.issn ?? [], ({ medium }) => medium, index),
      ({ value }) => value,
    ),
  'container.isbn': (_, __, work) => isPart(work),
  'links.role': (_, index, { links }) => {
    const link = links[index];
    return link !== undefined && isShown(link, links);
  },
  'links.version': versionKeeps(isShown),
  'subjects.lang': (_, index, { subjects }) => {
    const subject = nth(subjects, ({ text }) => text.lang, index);
    const form = subject && subjectForm(subject);
    return (form === 'words' || form === 'domain') && languageTag(subject?.text.lang) !== undefined;
  },
  'subjects.scheme': (_, index, { subjects }) =>
    ['classification', 'domain'].includes(formOf(nth(subjects, ({ scheme }) => scheme, index))),
  'subjects.concept': (_, index, { subjects }) =>
    ['concept', 'domain'].includes(formOf(nth(subjects, ({ concept }) => concept, index))),
  'subjects.code': (_, index, { subjects }) =>
    ['classification', 'scheme', 'domain'].includes(formOf(nth(subjects, ({ code }) => code, index))),
  // It says that two works have to do with each other, and not what.
  relations: (_, index, { relations, links }) => {
    const { type, target } = relations[index] ?? {};
    return (
      isFirst(relations, relations[index], targetOf) &&
      type === 'isRelatedTo' &&
      target?.workId === undefined &&
      !links.some(({ url }) => url === target?.id)
    );
  },
  references: (_, index, { references }) => {
    const reference = nth(references, ({ id, citation }) => id ?? citation, index);
    return isFirst(references, reference, ({ id }) => id) && referenceName(reference ?? {}) !== undefined;
  },
  // A title that shows no better what it is would be taken for the citation.
  citationText: (words, _, work) =>
    words.length > 15 &&
    /\d/.test(words) &&
    words !== placeLine(work) &&
    isLineRead(work) &&
    (isTitleTold(work) || !/\d/.test(work.container?.titles[0]?.value ?? '')),
  unmapped: (_, index, work) => {
    const each = work.unmapped[index];
    return each !== undefined && isLeftover(work, each, simpleLeftovers);
  },
};
