import { codeList } from '../base/code-list.ts';
import type { Draft, Origin } from '../base/draft.ts';
import type { DateEvent, LangText, Title } from '../base/work.ts';
import { keep, keepWhole } from './json-part.ts';
import { placeOf } from './schema-container.ts';
import { identifiersOf } from './schema-identifiers.ts';
import { accessOf, addressesOf, licencesOf } from './schema-links.ts';
import { keepUnread, type Node, textsOf, valuesOf, words } from './schema-node.ts';
import { peopleOf } from './schema-people.ts';
import { fundingOf, referencesOf, relationNames, relationsOf } from './schema-relations.ts';
import { subjectsOf } from './schema-subjects.ts';
import { narrowest } from './schema-types.ts';

/** What the text says about itself, about its page and about who visits it: nothing of the work. */
export const ignored: ReadonlySet<string> = new Set([
  ...[
    'sdDatePublished',
    'sdLicense',
    'sdPublisher',
    'schemaVersion',
    'potentialAction',
    'interactionStatistic',
  ],
  ...['commentCount', 'isFamilyFriendly', 'mainEntity', 'breadcrumb', 'speakable', 'accountablePerson'],
]);

const dateKeys: readonly (readonly [key: string, event: DateEvent])[] = [
  ['datePublished', 'published'],
  ['dateIssued', 'published'],
  ['dateCreated', 'written'],
  ['dateModified', 'modified'],
  ['dateAccepted', 'accepted'],
  ['dateSubmitted', 'submitted'],
  ['dateReceived', 'submitted'],
  ['uploadDate', 'deposited'],
  ['copyrightYear', 'copyright'],
];

/** The keys that become fields of the work. */
export const mapped: ReadonlySet<string> = new Set([
  ...['name', 'headline', 'alternativeHeadline', 'alternateName', 'abstract', 'description', 'inLanguage'],
  ...[
    'author',
    'creator',
    'editor',
    'translator',
    'illustrator',
    'contributor',
    'publisher',
    'additionalType',
  ],
  ...['isPartOf', 'periodical', 'issn', 'isbn', 'volumeNumber', 'issueNumber', 'articleSection'],
  ...['pagination', 'pageStart', 'pageEnd', 'numberOfPages', 'keywords', 'about', 'creativeWorkStatus'],
  ...['identifier', 'sameAs', 'url', 'mainEntityOfPage', 'encoding', 'associatedMedia', 'distribution'],
  ...['contentUrl', 'downloadUrl', 'codeRepository', 'archivedAt', 'license', 'isAccessibleForFree'],
  ...['conditionsOfAccess', 'funding', 'funder', 'sponsor', 'citation', ...relationNames],
  ...dateKeys.map(([key]) => key),
]);

const known: ReadonlySet<string> = new Set([...mapped, ...ignored]);
/** In our own texts this says what dataset they are from. */
const knownOfOurs: ReadonlySet<string> = new Set([...known, 'subjectOf']);

/** A work as schema.org describes it → a draft (crosswalk section 2). */
export function draftOfNode(work: Node, origin: Origin): Draft {
  keepUnread(work, work.base === undefined ? known : knownOfOurs);
  const languages = languagesOf(work);
  const lang = textLanguage(work, languages);
  const place = placeOf(work);
  const isOwnIsbn = !work.types.includes('Chapter');
  const { identifiers, links } = addressesOf(work, isOwnIsbn);
  const { abstracts, notes } = abstractsOf(work, lang);
  return {
    origin,
    id: work.local,
    type: typeOf(work),
    titles: titlesOf(work, lang, languages),
    abstracts,
    contributions: peopleOf(work),
    dates: datesOf(work, place.issued),
    container: place.container,
    position: place.position,
    publisher: publisherOf(work, place.publisher),
    identifiers,
    links,
    languages,
    subjects: subjectsOf(work),
    access: accessOf(work),
    licences: licencesOf(work),
    funding: fundingOf(work),
    relations: relationsOf(work, place.wholes),
    references: referencesOf(work),
    status: statusOf(work),
    notes,
    unmapped: work.left.kept,
  };
}

const coar = /^https?:\/\/purl\.org\/coar\/resource_type\/(\w+-?\w*)\/?$/i;

/** The narrowest class; a COAR resource type beside it is narrower still. */
function typeOf(work: Node): Draft['type'] {
  let finer: string | undefined;
  for (const { at, text, node } of valuesOf(work, 'additionalType')) {
    const said = text?.value ?? node?.id;
    const code = coar.exec(said ?? '')?.[1];
    if (finer === undefined && code !== undefined && codeList('types').read('coar', code)) finer = code;
    else if (said === undefined || !work.types.includes(said.replace(/^https?:\/\/schema\.org\//, '')))
      keep(work, at, said ?? node?.of);
  }
  const narrow = narrowest(work.types);
  // What the list of types has no word for beside the one chosen.
  for (const type of work.types) {
    if (type !== narrow && codeList('types').read('schema', type) === undefined) keep(work, '@type', type);
  }
  if (finer !== undefined) return { list: 'coar', code: finer };
  return narrow === undefined ? undefined : { list: 'schema', code: narrow };
}

/** `fr`, or `{"@type": "Language", "alternateName": "fr", "name": "French"}`. */
function languagesOf(work: Node): readonly string[] {
  return valuesOf(work, 'inLanguage').flatMap(({ text, node }) => {
    if (text) return [text.value];
    const said =
      node && (words(node, 'alternateName') ?? words(node, 'identifier') ?? words(node, 'name') ?? node.id);
    if (node && said === undefined) keepWhole(node);
    if (node) keepUnread(node, ofLanguage);
    return said === undefined ? [] : [said];
  });
}

/** The language of bare texts: the only one of the work, unless a code alone, as our own texts say it, names it. */
function textLanguage(work: Node, [only, ...more]: readonly string[]): string | undefined {
  if (only === undefined || more.length > 0 || only === 'mul' || only === 'und') return undefined;
  const isCodeAlone = valuesOf(work, 'inLanguage').some(({ node }) => node && !('name' in node.of));
  return isCodeAlone ? undefined : only;
}

const ofLanguage = new Set(['alternateName', 'identifier', 'name']);

/**
 * The main title is the name, else the headline; in several languages, the one in the work's own. Each title is said
 * once; a headline that was cut short for a page says the name again.
 */
function titlesOf(work: Node, lang: string | undefined, languages: readonly string[]): readonly Title[] {
  const names = [...textsOf(work, 'name'), ...textsOf(work, 'headline')];
  const own = names.find((name) => name.lang !== undefined && languages.includes(name.lang));
  const main = own ?? names[0];
  const titles: Title[] = [];
  const isSaid = ({ value, lang: of }: LangText) =>
    titles.some(
      ({ text }) => text.value === value && (of === undefined || text.lang === undefined || of === text.lang),
    );
  const say = (role: Title['role'], text: LangText) => {
    if (!isSaid(text)) titles.push({ role, text });
  };
  const other = (text: LangText): Title['role'] =>
    text.lang !== undefined && text.lang !== (main?.lang ?? lang) ? 'translated' : 'alternative';
  if (main) say('main', { lang, ...main });
  for (const text of names)
    if (text !== main && !isCutShort(text.value, main?.value ?? '')) say(other(text), text);
  for (const text of textsOf(work, 'alternativeHeadline'))
    say(other(text) === 'translated' ? 'translated' : 'subtitle', { lang, ...text });
  for (const text of textsOf(work, 'alternateName')) say(other(text), text);
  return titles;
}

const isCutShort = (short: string, whole: string) =>
  /(?:…|\.\.\.)$/.test(short) && whole.startsWith(short.replace(/\s*(?:…|\.\.\.)$/, ''));

/** The abstract, else the description; a description beside an abstract is a note. */
function abstractsOf(work: Node, lang: string | undefined): Pick<Draft, 'abstracts' | 'notes'> {
  const inLanguage = (text: LangText): LangText => ({ lang, ...text });
  const abstracts = textsOf(work, 'abstract').map(inLanguage);
  const descriptions = textsOf(work, 'description').map(inLanguage);
  if (abstracts.length === 0) return { abstracts: descriptions };
  const isSaid = (text: LangText) =>
    abstracts.some(({ value }) => value === text.value || isCutShort(text.value, value));
  return { abstracts, notes: descriptions.filter((text) => !isSaid(text)) };
}

/** The first that names an event says its date; another date for it is kept. */
function datesOf(work: Node, issued: string | undefined): Draft['dates'] {
  const dates: { event: DateEvent; words: string }[] = [];
  for (const [key, event] of dateKeys) {
    const date = words(work, key);
    const said = dates.find((each) => each.event === event);
    if (date !== undefined && !said) dates.push({ event, words: date });
    else if (said && said.words !== date) keep(work, key, date);
  }
  const published = dates.find(({ event }) => event === 'published');
  if (issued !== undefined && !published) dates.unshift({ event: 'published', words: issued });
  else if (issued !== undefined && !published?.words.startsWith(issued))
    keep(work, 'isPartOf.datePublished', issued);
  return dates;
}

const ofPublisher = new Set(['name', 'legalName', 'identifier', 'sameAs', 'url', 'address', 'logo']);

function publisherOf(work: Node, holders: Node | undefined): Draft['publisher'] {
  const [first, ...others] = valuesOf(work, 'publisher');
  for (const { at, text, node } of others) keep(work, at, text?.value ?? node?.of);
  if (first?.text) return { name: first.text.value };
  const node = first?.node ?? holders;
  const name = node && (words(node, 'name') ?? words(node, 'legalName'));
  if (!node || name === undefined) {
    if (node) keepWhole(node);
    return undefined;
  }
  keepUnread(node, ofPublisher);
  return { name, place: townOf(node), ids: identifiersOf(node, ['identifier', 'sameAs', 'url']) };
}

function townOf(node: Node): string | undefined {
  const [address] = valuesOf(node, 'address');
  if (!address?.node) return address?.text?.value;
  keepUnread(address.node, new Set(['addressLocality']));
  return words(address.node, 'addressLocality');
}

/** A word of the list of statuses, in the model's own words. */
function statusOf(work: Node): string | undefined {
  const [first] = valuesOf(work, 'creativeWorkStatus');
  const said = first?.text?.value ?? (first?.node && (words(first.node, 'name') ?? first.node.id));
  if (said === undefined) return undefined;
  const list = codeList('status');
  const found = ['schema', 'en', 'fr'].map((column) => list.read(column, said)).find(Boolean);
  if (found === undefined) keep(work, 'creativeWorkStatus', said);
  return found;
}
