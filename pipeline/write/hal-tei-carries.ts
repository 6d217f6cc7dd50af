import { domainConcept, halFunders } from '../base/hal-words.ts';
import type { Carrying, Keeps } from '../base/losses.ts';
import { plainText } from '../base/plain-text.ts';
import { dateOf, type Funding, type LangText, type Subject, type Title, type Work } from '../base/work.ts';
import { isWhole, nth } from './dublin-core-carries.ts';
import { isDateTold, isPublishedTold, ownDate, publicationDate } from './hal-tei-dates.ts';
import { fundingWords, isProgrammeTold, registerOf } from './hal-tei-funding.ts';
import { isIdentifierTold, linkPlace, relationTold, toldLicence } from './hal-tei-identifiers.ts';
import { peopleCarries } from './hal-tei-people-carries.ts';
import { placeCarries } from './hal-tei-place-carries.ts';
import { subjectScheme, toldAbstracts, toldLanguage, toldSubtitles, toldTitles } from './hal-tei-texts.ts';
import { shownType } from './hal-tei-types.ts';
import { languageTag } from './language-tag.ts';

/** A text whose spaces are single ones, as those of XML are read. */
const isOneLine = (text: string) => !/[\t\n\r]| {2}|^ | $/.test(text);
/** The same of each paragraph. */
const isParagraphs = (text: string) => isWhole(text) && text.split('\n\n').every(isOneLine);
const hasTag = (text: LangText | undefined) => languageTag(text?.lang) !== undefined;

/** What is read again from what HAL has a place for; the rest is said to be lost. */
export const halTeiCarries: Carrying = {
  ...peopleCarries,
  type: (type, _, work) => shownType(work) === type,
  'titles.main': titleOf('main'),
  'titles.subtitle': titleOf('subtitle'),
  'titles.translated': titleOf('translated'),
  'titles.alternative': titleOf('alternative'),
  'titles.lang': (_, index, work) => {
    const title = nth(work.titles, ({ text }) => text.lang, index);
    return title !== undefined && hasTag(title.text) && isTitleTold(title, work);
  },
  abstracts: (text, index, work) => isParagraphs(text) && isAbstractTold(work.abstracts[index], work),
  'abstracts.lang': (_, index, work) => {
    const text = nth(work.abstracts, ({ lang }) => lang, index);
    return hasTag(text) && isAbstractTold(text, work);
  },
  notes: (text, index) => index < 2 && isOneLine(text),
  'dates.published': (date, _, work) => isPublishedTold(date, work),
  'dates.publishedOnline': (date) => isDateTold(date, true),
  'dates.defended': (date) => isDateTold(date, true),
  'dates.written': (date) => isDateTold(date, false),
  ...placeCarries,
  identifiers: (_, index, work) => {
    const identifier = work.identifiers[index];
    return identifier !== undefined && isIdentifierTold(identifier, work);
  },
  links: (_, index, work) => {
    const link = work.links[index];
    return link !== undefined && linkPlace(link, work) !== undefined;
  },
  'links.role': (_, index, work) => {
    const link = work.links[index];
    const place = link && linkPlace(link, work);
    return place !== undefined && placeRoles[place] === link?.role;
  },
  languages: (language, _, work) => toldLanguage(work) === language,
  subjects: isOneLine,
  'subjects.lang': (_, index, { subjects }) => {
    const subject = nth(subjects, ({ text }) => text.lang, index);
    return subject !== undefined && subjectScheme(subject) === 'author' && hasTag(subject.text);
  },
  'subjects.scheme': ofSubject(({ scheme }) => scheme, isClassed),
  'subjects.concept': ofSubject(
    ({ concept }) => concept,
    (subject) =>
      subjectScheme(subject) === 'halDomain' && subject.concept === domainConcept(subject.code ?? ''),
  ),
  'subjects.code': ofSubject(
    ({ code }) => code,
    (subject) =>
      subjectScheme(subject) === 'halDomain' ||
      (isClassed(subject) && subject.code !== plainText(subject.text)),
  ),
  licences: (_, index, work) => {
    const told = toldLicence(work);
    const licence = work.licences[index];
    return told !== undefined && told.of === licence && sameAddress(told.target) === sameAddress(licence.iri);
  },
  'funding.funder': ofFunding(
    ({ funder }) => funder?.name,
    (one) => {
      const register = registerOf(one);
      return register !== undefined && halFunders[register].name === one.funder?.name;
    },
  ),
  'funding.programme': ofFunding(({ programme }) => programme, isProgrammeTold),
  'funding.awardNumber': ofFunding(
    ({ awardNumber }) => awardNumber,
    (one) => registerOf(one) !== undefined,
  ),
  'funding.title': ofFunding(
    ({ title }) => title?.value,
    (one) => registerOf(one) !== undefined || fundingWords(one) === (one.title && plainText(one.title)),
  ),
  'funding.acronym': ofFunding(
    ({ acronym }) => acronym,
    (one) => registerOf(one) !== undefined,
  ),
  relations: (_, index, { relations }) => {
    const relation = relations[index];
    return relation !== undefined && relationTold(relation) !== undefined;
  },
  status: (status, _, work) =>
    status === 'inPress' || (status === 'preprint' && shownType(work) === 'preprint'),
  'review.peerReviewed': true,
  'review.audience': true,
  'review.popularScience': true,
  unmapped: (_, index, work) => {
    const { path, value } = work.unmapped[index] ?? {};
    return path === 'dates.published' && value === ownDate(work) && isOwnDateTold(work);
  },
};

function titleOf(role: Title['role']): Keeps {
  return (title, index, work) => {
    const one = work.titles.filter((each) => each.role === role)[index];
    return one !== undefined && isOneLine(title) && isTitleTold(one, work);
  };
}

function isTitleTold(title: Title, work: Work): boolean {
  if (title.role === 'subtitle') return toldSubtitles(work).includes(title);
  return shownRoles(work).get(title) === title.role;
}

/** The title in the language of the text is read as the main one, and one in another as a translation of it. */
function shownRoles(work: Work): ReadonlyMap<Title, Title['role']> {
  const all = toldTitles(work);
  const language = toldLanguage(work);
  const tagOf = ({ text }: Title) => (languageTag(text.lang) === undefined ? undefined : text.lang);
  const main = all.find((title) => language !== undefined && tagOf(title) === language) ?? all[0];
  const roleOf = (title: Title) => {
    if (title === main) return 'main';
    const [lang, of] = [tagOf(title), main && tagOf(main)];
    return lang !== undefined && of !== undefined && lang !== of ? 'translated' : 'alternative';
  };
  return new Map(all.map((title) => [title, roleOf(title)]));
}

function isAbstractTold(text: LangText | undefined, work: Work): boolean {
  return text !== undefined && toldAbstracts(work).includes(text);
}

const placeRoles = { halUri: 'landing', publisher: 'publisher', seeAlso: 'other' } as const;

function isClassed(subject: Subject): boolean {
  return subjectScheme(subject) !== 'author';
}

function ofSubject(has: (one: Subject) => unknown, told: (one: Subject) => boolean): Keeps {
  return (_, index, { subjects }) => {
    const subject = nth(subjects, has, index);
    return subject !== undefined && told(subject);
  };
}

function ofFunding(has: (one: Funding) => unknown, told: (one: Funding) => boolean): Keeps {
  return (_, index, { funding }) => {
    const one = nth(funding, has, index);
    return one !== undefined && told(one);
  };
}

/** HAL writes the addresses of licences without the `s` of `https`. */
const sameAddress = (iri: string | undefined) => iri?.replace(/^https:/, 'http:');

/** A date of the source that the one online comes before is kept beside it again. */
function isOwnDateTold(work: Work): boolean {
  const [own, online] = [ownDate(work), dateOf(work, 'publishedOnline')];
  return (
    own !== undefined &&
    online !== undefined &&
    isDateTold(online, true) &&
    publicationDate(work) === own &&
    !online.startsWith(own) &&
    !own.startsWith(online)
  );
}
