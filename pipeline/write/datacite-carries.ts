import { codeList } from '../base/code-list.ts';
import { type Carrying, firstOnly, type Keeps } from '../base/losses.ts';
import { plainText } from '../base/plain-text.ts';
import { usualContainer } from '../base/usual-container.ts';
import { nameOf } from '../base/values.ts';
import type { Contribution, DateEvent, Funding, Identifier, LangText, Subject, Work } from '../base/work.ts';
import { isNamed, ownIdentifier, pagesAgain } from './datacite-container.ts';
import { statedDate } from './datacite-dates.ts';
import { funderId } from './datacite-funding.ts';
import { areNew, chosen, isSchemeSaid } from './datacite-identifiers.ts';
import { fileLinks, fileRole, formatOf, landingLink, onlyFile } from './datacite-links.ts';
import { contributorType } from './datacite-people.ts';
import { tieOf, tieTo } from './datacite-relations.ts';
import { areFirst, embargoEnd } from './datacite-rights.ts';
import { languageTag } from './language-tag.ts';

/** What DataCite's schema has a place for, and what comes back from there. */
export const dataciteCarries: Carrying = {
  type: true,
  'titles.main': firstOnly,
  'titles.subtitle': true,
  'titles.translated': true,
  'titles.alternative': true,
  'titles.lang': (value) => !value.startsWith('short ') && isTag(value.split(' ')[1]),
  markup: kept(({ titles, abstracts }) => [
    ...titles.filter(({ text }) => isMarkedUp(text)).map(({ role }) => role !== 'short'),
    ...abstracts.filter(isMarkedUp).map(() => true),
  ]),
  abstracts: true,
  'abstracts.lang': isTag,
  contributions: true,
  'contributions.role': (_, index, { contributions }) => {
    const role = contributions[index]?.role ?? 'other';
    return role === 'author' || codeList('roles').read('datacite', contributorType(role)) === role;
  },
  'contributions.kind': true,
  // A family name alone is taken for a name that nobody could split.
  'contributions.parts': (value) => !/^[^|]*\|\|/.test(value),
  // It comes back in the order in which names are composed, and in that order alone.
  'contributions.nameAsPrinted': kept(({ contributions }) =>
    contributions
      .filter((one) => one.nameAsPrinted !== '' && one.nameAsPrinted !== nameOf(one))
      .map((one) => one.nameAsPrinted === composed(one)),
  ),
  'contributions.identifiers': kept(({ contributions }) =>
    contributions.flatMap(({ identifiers }) => identifiers.map(isSchemeSaid)),
  ),
  'contributions.affiliations': true,
  'contributions.affiliations.ids': kept(({ contributions }) =>
    contributions.flatMap(({ affiliations }) => affiliations.flatMap(({ ids }) => areSaid(ids, chosen(ids)))),
  ),
  'dates.published': isDated('published'),
  'dates.publishedPrint': isDated('publishedPrint'),
  'dates.publishedOnline': isDated('publishedOnline'),
  'dates.accepted': isDated('accepted'),
  'dates.submitted': isDated('submitted'),
  'dates.written': isDated('written'),
  'dates.defended': isDated('defended'),
  'dates.deposited': isDated('deposited'),
  'dates.modified': isDated('modified'),
  'dates.copyright': isDated('copyright'),
  'dates.withdrawn': isDated('withdrawn'),
  'dates.available': isDated('available'),
  'container.type': (type, _, { type: work, container }) =>
    container !== undefined &&
    isNamed(container) &&
    // Magazines and newspapers are journals there, and a website has no word.
    (['journal', 'book', 'proceedings', 'series'].includes(type) ||
      (type === 'website' && usualContainer(work) === type)),
  'container.titles': true,
  'container.titles.lang': isTag,
  'container.issn': true,
  'container.issn.medium': (value) => !value.endsWith(' print'),
  'container.isbn': true,
  'container.editors': isTitled,
  'container.series': isTitled,
  'container.series.number': isTitled,
  'container.identifiers': kept(({ container }) =>
    container && isNamed(container) ? areSaid(container.identifiers, ownIdentifier(container)) : [],
  ),
  'position.volume': true,
  'position.issue': true,
  'position.pages': (raw, _, { position }) =>
    position?.pages !== undefined && pagesAgain(position.pages) === raw,
  'position.articleNumber': true,
  'publisher.name': true,
  'publisher.ids': kept(({ publisher }) => areSaid(publisher?.ids ?? [], chosen(publisher?.ids ?? []))),
  identifiers: kept(({ identifiers }) => {
    const firsts = areNew(identifiers);
    return identifiers.map((each, index) => isSchemeSaid(each) && firsts[index] === true);
  }),
  links: kept((work) => {
    const said = new Set([landingLink(work), ...fileLinks(work)]);
    return work.links.map((link) => said.has(link));
  }),
  'links.role': kept((work) => {
    const landing = landingLink(work);
    return work.links.map((link) => link.role === (link === landing ? 'landing' : fileRole(work.type)));
  }),
  'links.mediaType': (value, _, work) => value === `${onlyFile(work)?.url} ${formatOf(work)}`,
  'links.bytes': (value, _, work) => value === `${onlyFile(work)?.url} ${onlyFile(work)?.bytes}`,
  languages: firstOnly,
  subjects: kept(({ subjects }) => subjects.filter(({ text }) => plainText(text) !== '').map(isWhole)),
  'subjects.lang': kept(({ subjects }) =>
    subjects.filter(({ text }) => text.lang).map((each) => isWhole(each) && isTag(each.text.lang)),
  ),
  'subjects.scheme': true,
  'subjects.concept': true,
  'subjects.code': true,
  'access.status': (status) => status !== 'unknown',
  'access.embargoUntil': (_, __, { access }) => embargoEnd(access) !== undefined,
  licences: kept(({ licences }) => areFirst(licences)),
  'funding.funder': true,
  'funding.funder.ids': kept(({ funding }) =>
    funding.flatMap(({ funder }) => areSaid(funder?.ids ?? [], funderId(funder?.ids ?? []))),
  ),
  'funding.awardNumber': isFunded(({ awardNumber }) => awardNumber),
  'funding.awardIri': isFunded(({ awardIri }) => awardIri),
  'funding.title': isFunded(({ title }) => title && plainText(title)),
  relations: kept(({ relations }) => {
    const isNew = firstTime();
    return relations.map((relation) => {
      const { type, target } = relation;
      // What a work cites is among its references there.
      const tie = type === 'cites' ? undefined : tieOf(relation);
      const isKnown = tie !== undefined && (target.id === undefined || tie.pointer !== undefined);
      return isKnown && isNew(`${type} ${target.id ?? target.citation}`);
    });
  }),
  references: kept(({ references }) => {
    const isNew = firstTime();
    return references
      .filter(({ id, citation }) => id ?? citation)
      .map(({ id, citation }) => {
        const isKnown = id === undefined || tieTo({ id }, '') !== undefined;
        return isKnown && isNew(`${id ?? citation}`);
      });
  }),
  'references.citation': kept(({ references }) => {
    const isNew = firstTime();
    return references
      .filter(({ id, citation }) => id && citation)
      .map(({ id = '' }) => tieTo({ id }, '') !== undefined && isNew(id));
  }),
  status: (status, _, { type, dates }) =>
    (status === 'preprint' && type === 'preprint') ||
    (status === 'withdrawn' && dates.some(({ event }) => event === 'withdrawn')),
  notes: true,
  'notes.lang': isTag,
};

/** Keeps those values for which a list says so, one answer a value; the list is made once for a work. */
function kept(answers: (work: Work) => readonly boolean[]): Keeps {
  const known = new WeakMap<Work, readonly boolean[]>();
  return (_value, index, work) => {
    const found = known.get(work) ?? answers(work);
    known.set(work, found);
    return found[index] === true;
  };
}

/** Whether a text has not come yet. */
function firstTime(): (text: string) => boolean {
  const seen = new Set<string>();
  return (text) => seen.size < seen.add(text).size;
}

function isTag(lang: string | undefined): boolean {
  return languageTag(lang) !== undefined;
}

const isMarkedUp = (text: LangText) => text.markup === 'html' && text.value !== plainText(text);

/** Only a related item, which has a title, says these. */
function isTitled(_value: string, _index: number, { container }: Work): boolean {
  return container !== undefined && container.titles.length > 0;
}

function isDated(event: DateEvent): (value: string) => boolean {
  return (value) => statedDate({ event, value }) !== undefined;
}

/** DataCite knows no grant without the name of its funder. */
function isFunded(of: (grant: Funding) => string | undefined): Keeps {
  return kept(({ funding }) => funding.filter(of).map(({ funder }) => funder !== undefined));
}

/** Of each identifier whether it is the one that there is room for. */
function areSaid(ids: readonly Identifier[], choice: Identifier | undefined): readonly boolean[] {
  return ids.map((id) => id === choice && isSchemeSaid(id));
}

/** Given name, particles, family name and suffix in a row, an elided particle joined. */
function composed(one: Contribution): string {
  return nameOf(one).replace(/(?<=(?:^| )[dl]['’]) /g, '');
}

/** Free words with a semicolon are parted by whoever reads them (L1). */
function isWhole({ text, scheme, concept, code }: Subject): boolean {
  return !plainText(text).includes(';') || [scheme, concept, code].some((value) => value !== undefined);
}
