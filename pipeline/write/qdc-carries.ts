import type { Carrying } from '../base/losses.ts';
import { plainText } from '../base/plain-text.ts';
import type { Work } from '../base/work.ts';
import {
  dublinCoreCarries,
  formOf,
  isFirst,
  isOnce,
  isPart,
  isShown,
  isWhole,
  nth,
  shownContainer,
  versionKeeps,
} from './dublin-core-carries.ts';
import { availableDate } from './dublin-core-dates.ts';
import { isLeftover, qualifiedLeftovers } from './dublin-core-leftovers.ts';
import { relationName, targetOf } from './dublin-core-relations.ts';
import { subjectForm } from './dublin-core-subjects.ts';
import { languageTag } from './language-tag.ts';
import { citationLine, isLineRead, placeLine } from './place-line.ts';

/** What the refinements of the DCMI terms tell besides. */
export const qdcCarries: Carrying = {
  ...dublinCoreCarries,
  abstracts: isWhole,
  'abstracts.lang': (lang) => languageTag(lang) !== undefined,
  notes: isWhole,
  'notes.lang': (lang) => languageTag(lang) !== undefined,
  'dates.published': true,
  'dates.accepted': true,
  'dates.submitted': true,
  'dates.written': true,
  'dates.copyright': true,
  'dates.modified': true,
  'dates.available': (date, _, work) => availableDate(work) === date,
  'container.type': (type, _, work) => {
    const { issn = [], isbn = [] } = work.container ?? {};
    const isSaid = issn.length + isbn.length + (isHolderTold(work) ? 1 : 0) > 0;
    return isSaid && shownContainer(work, { issn, isbn }) === type;
  },
  'container.titles': (_, index, work) => index === 0 && isHolderTold(work),
  'container.titles.lang': (lang, index, work) =>
    index === 0 && isHolderTold(work) && languageTag(lang) !== undefined,
  'container.issn.medium': (value, index, { container }) =>
    value.endsWith(' electronic') &&
    isFirst(
      container?.issn ?? [],
      nth(container?.issn ?? [], ({ medium }) => medium, index),
      (each) => each.value,
    ),
  'container.isbn': true,
  'links.role': (_, index, { links }) => {
    const link = links[index];
    return link !== undefined && isToldApart(link, links);
  },
  'links.version': versionKeeps(isToldApart),
  'subjects.lang': (_, index, { subjects }) => {
    const subject = nth(subjects, ({ text }) => text.lang, index);
    const form = subject && subjectForm(subject);
    return (form === 'words' || form === 'domain') && languageTag(subject?.text.lang) !== undefined;
  },
  'subjects.scheme': (_, index, { subjects }) =>
    ['classification', 'scheme', 'domain'].includes(formOf(nth(subjects, ({ scheme }) => scheme, index))),
  'subjects.concept': (_, index, { subjects }) =>
    ['concept', 'domain'].includes(formOf(nth(subjects, ({ concept }) => concept, index))),
  'subjects.code': (_, index, { subjects }) =>
    ['classification', 'scheme', 'domain'].includes(formOf(nth(subjects, ({ code }) => code, index))),
  relations: (_, index, { relations }) => {
    const { type = 'cites', target } = relations[index] ?? {};
    if (!isFirst(relations, relations[index], (each) => `${each.type} ${targetOf(each)}`)) return false;
    if (target?.workId !== undefined || type === 'cites') return false;
    return type === 'isRelatedTo' || relationName(type) !== 'dc:relation';
  },
  references: (words, index, { references }) => {
    const said = ({ id, citation }: Work['references'][number]) => id ?? citation;
    return isFirst(references, nth(references, said, index), said) && !/\s{2}/.test(words);
  },
  // What the fields say already is read as such.
  citationText: (words, _, work) =>
    isLineRead(work) && words !== placeLine(work) && words !== citationLine(work),
  unmapped: (_, index, work) => {
    const each = work.unmapped[index];
    return each !== undefined && isLeftover(work, each, qualifiedLeftovers);
  },
};

/** A full text is another form of the work, a page identifies it. */
function isToldApart(link: Work['links'][number], links: Work['links']): boolean {
  if (link.role === 'fulltext') return isFormOf(link, links);
  return isShown(link, links) && !links.some(({ role, url }) => role === 'fulltext' && url === link.url);
}

/** The address of a full text is not said as that of a page as well. */
function isFormOf(link: Work['links'][number], links: Work['links']): boolean {
  const files = links.filter(({ role }) => role === 'fulltext');
  return isOnce(files, link);
}

/** Whether the title of the journal or book is read again from `isPartOf`, which holds other words as well. */
function isHolderTold(work: Work): boolean {
  const [title] = work.container?.titles ?? [];
  if (title === undefined || !isPart(work)) return false;
  return placeLine(work) !== undefined || !/\d|^\w+:/.test(plainText(title));
}
