import { fold } from '../base/fold.ts';
import type { Carrying, Keeps } from '../base/losses.ts';
import { plainText } from '../base/plain-text.ts';
import { nameOf } from '../base/values.ts';
import type { Contribution, LangText, Link, Work } from '../base/work.ts';
import { familyFirst } from './family-first.ts';
import { firsts } from './firsts.ts';
import { isNamed, orcidOf, printedOf } from './highwire-people.ts';
import { conferenceOf, hasSeries, hostOf, isInBook, shortTitles } from './highwire-place.ts';
import { tagOf } from './highwire-tag.ts';
import { abstractOf, hasTag, isFirst, isKeyword, languagesOf, linksOf } from './highwire-tags.ts';
import { kept } from './kept.ts';
import { isPlainAgain } from './plain-words.ts';

const plain: Keeps = (value) => isPlainAgain(value);

/** The item that the value with this index is of: the values of a kind are of those items alone that have it. */
function nth<Item>(items: readonly Item[], has: (item: Item) => unknown, index: number): Item | undefined {
  return items.filter((item) => has(item))[index];
}

/** Whether the value is of a contribution that has a tag and more; `has` picks those that have such a value. */
function ofOne(
  has: (one: Contribution) => unknown,
  keeps: (one: Contribution) => boolean = () => true,
): Keeps {
  return kept(({ contributions }) => contributions.filter(has).map((one) => isNamed(one) && keeps(one)));
}

const ofLink =
  (has: (link: Link) => unknown, keeps: (link: Link, tag: string) => boolean = () => true): Keeps =>
  (_value, index, work) => {
    const link = nth(work.links, has, index);
    const written = linksOf(work).find((each) => each.link === link);
    return written !== undefined && keeps(written.link, written.tag);
  };

/** What the tags say the work is. */
function typeSaid(work: Work): string | undefined {
  const { type, publisher } = work;
  if ((type === 'thesis' || type === 'report') && publisher?.name) return type;
  if (conferenceOf(work)) return 'proceedingsPaper';
  const tag = hostOf(work)?.tag;
  return (
    tag &&
    {
      journal_title: 'article',
      inbook_title: 'chapter',
      conference_title: 'proceedingsPaper',
      series_title: 'other',
    }[tag]
  );
}

/** A periodical comes back as a journal; one without a title, by its numbers. */
function isContainerSaid(work: Work): boolean {
  const host = hostOf(work);
  return (
    host?.tag !== undefined ||
    (host !== undefined && (work.container?.issn.length ?? 0) + shortTitles(work).length > 0)
  );
}

const titleOfHost = (work: Work) => hostOf(work)?.title;

/** The particles of a name are known again in lower case, and a suffix by its word. */
function keepsParts({
  family = '',
  given,
  particle = '',
  droppingParticle = '',
  suffix = '',
}: Contribution): boolean {
  if (!given || /^\p{Ll}+ /u.test(family)) return false;
  if (!/^(?:(?!de\b)\p{Ll}+(?: \p{Ll}+)*)?$/u.test(particle)) return false;
  return (
    /^(?:|de|d['’]|von|van|du|des)$/.test(droppingParticle) &&
    /^(?:|(?:jr|sr|junior|senior|ii|iii|iv)\.?)$/i.test(suffix)
  );
}

const isNamedAuthor = (one: Contribution) => one.role === 'author' && isNamed(one);
const isSplit = (one: Contribution) => one.kind === 'person' && familyFirst(one).includes(',');

function keepsTitleLanguage(work: Work, index: number): boolean {
  const title = nth(work.titles, ({ text }) => text.lang, index);
  if (title === undefined || tagOf(title.text) === undefined) return false;
  return (
    title === work.titles.find(({ role }) => role === title.role) && ['main', 'subtitle'].includes(title.role)
  );
}

const isTagged = (text: LangText | undefined) => text !== undefined && tagOf(text) !== undefined;

/** Keywords that differ in nothing but case and accents are one. */
const keepsSubject = kept(({ subjects }) => {
  const said = subjects.filter(({ text }) => plainText(text) !== '');
  const first = firsts(said.map(({ text }) => `${text.lang ?? ''} ${fold(plainText(text))}`));
  return said.map(
    (each, index) => isKeyword(each) && isPlainAgain(plainText(each.text)) && first[index] === true,
  );
});

/** What the tags say, so that a page read back gives it again. */
export const highwireCarries: Carrying = {
  type: (value, _index, work) => (typeSaid(work) ?? 'other') === value,
  'titles.main': (value, index) => index === 0 && isPlainAgain(value),
  'titles.subtitle': (value, index) => index === 0 && isPlainAgain(value),
  'titles.lang': (_value, index, work) => keepsTitleLanguage(work, index),
  abstracts: (value, index, work) => isPlainAgain(value) && work.abstracts[index] === abstractOf(work),
  'abstracts.lang': (_value, index, work) => {
    const abstract = nth(work.abstracts, ({ lang }) => lang, index);
    return isTagged(abstract) && abstract === abstractOf(work);
  },
  contributions: ofOne(nameOf),
  'contributions.role': ofOne(() => true),
  'contributions.kind': ofOne(
    ({ kind }) => kind !== 'unknown',
    (one) => one.kind === 'organisation' || isSplit(one),
  ),
  'contributions.parts': ofOne(
    ({ family }) => family,
    (one) => isSplit(one) && keepsParts(one),
  ),
  'contributions.nameAsPrinted': ofOne(
    (one) => one.nameAsPrinted !== '' && one.nameAsPrinted !== nameOf(one),
    (one) => one.nameAsPrinted === (printedOf(one) ?? familyFirst(one)),
  ),
  'contributions.identifiers': kept(({ contributions }) =>
    contributions.flatMap((one) =>
      one.identifiers.map((each) => isNamedAuthor(one) && each === orcidOf(one)),
    ),
  ),
  'contributions.affiliations': kept(({ contributions }) =>
    contributions.flatMap((one) =>
      one.affiliations.map(({ nameAsPrinted }) => isNamedAuthor(one) && isPlainAgain(nameAsPrinted)),
    ),
  ),
  'dates.published': true,
  'dates.publishedOnline': (value, _index, work) => isFirst(work, value),
  'container.type': (value, _index, work) => isContainerSaid(work) && hostOf(work)?.type === value,
  'container.titles': (_value, index, work) =>
    nth(work.container?.titles ?? [], plainText, index) === titleOfHost(work) && hostOf(work) !== undefined,
  'container.titles.lang': (_value, index, work) => {
    const title = nth(work.container?.titles ?? [], ({ lang }) => lang, index);
    return isTagged(title) && title === titleOfHost(work);
  },
  'container.shortTitles': (value, _index, work) =>
    hostOf(work) !== undefined && shortTitles(work).includes(value),
  'container.issn': kept((work) =>
    hostOf(work) ? firsts((work.container?.issn ?? []).map(({ value }) => value)) : [],
  ),
  'container.issn.medium': (value, _index, work) =>
    hostOf(work) !== undefined && value.endsWith(' electronic'),
  'container.isbn': (_value, _index, work) => isInBook(work),
  'container.series': (value, _index, work) => isPlainAgain(value) && hasSeries(hostOf(work)),
  'position.volume': true,
  'position.issue': true,
  'position.pages': true,
  'position.articleNumber': true,
  'position.section': plain,
  'event.name': (value, _index, work) => isPlainAgain(value) && conferenceOf(work) !== undefined,
  'publisher.name': plain,
  identifiers: (value, index, work) => {
    const identifier = work.identifiers[index];
    return identifier !== undefined && (hasTag(identifier) || (value.startsWith('isbn ') && !isInBook(work)));
  },
  links: ofLink(() => true),
  'links.role': ofLink(() => true),
  'links.mediaType': ofLink(
    ({ mediaType }) => mediaType,
    (_, tag) => tag !== 'fulltext_url' && !/^(?:abstract_html|public)_url$/.test(tag),
  ),
  languages: (value, _index, work) => languagesOf(work).includes(value),
  subjects: keepsSubject,
  'subjects.lang': kept(({ subjects }) =>
    subjects.filter(({ text }) => text.lang).map((subject) => isKeyword(subject) && isTagged(subject.text)),
  ),
  'access.status': (value) => value === 'open',
  references: kept(({ references }) => {
    const said = references
      .flatMap(({ id, citation }) => id ?? citation ?? [])
      .filter((words) => words !== '');
    const first = firsts(said);
    return said.map((words, index) => !/^\s*citation_\w+=/.test(words) && first[index] === true);
  }),
  status: (value) => value === 'retracted',
};
