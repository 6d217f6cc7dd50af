import type { Draft } from '../base/draft.ts';
import type { LangText, Subject, Title } from '../base/work.ts';
import { isReference } from './rdf-graph.ts';
import { isbdTitle, isCatalogued } from './rdf-isbd.ts';
import {
  ids,
  iris,
  isLocal,
  type Reading,
  saidBy,
  says,
  type Thing,
  textOf,
  texts,
  thing,
  uniqueBy,
  word,
} from './rdf-node.ts';

/** Whether the publisher is HAL, whose properties mean something else in three places. */
export const isOfHal = ({ work }: Reading) =>
  work.said.some(({ key }) => key.startsWith('hal:')) ||
  /^https?:\/\/data\.(?:archives-ouvertes\.fr|hal\.science)\//.test(work.id);

/**
 * The titles. Ours says the main one twice, with its subtitle (`dcterms:title`) and alone (`schema:name`), and every
 * translation twice, too; in other graphs the first title, or that in the language of the work, is the main one.
 */
export function titlesOf(reading: Reading, languages: readonly string[]): readonly Title[] {
  const { work } = reading;
  const hal = isOfHal(reading);
  const names = texts(work, 'schema:name', 'schema:headline');
  const whole = statedTitles(work);
  const subtitles = texts(
    work,
    ...['schema:alternativeHeadline', 'fabio:hasSubtitle', ...(hal ? ['dcterms:alternative'] : [])],
  );
  const translated = texts(work, 'fabio:hasTranslatedTitle');
  const others = texts(work, 'dcterms:alternative', 'schema:alternateName');
  const short = texts(work, 'bibo:shortTitle', 'fabio:hasShortTitle');
  const joined = new Set(names.slice(0, 20).flatMap((name) => joinedWith(name, subtitles)));

  const titles = unique([...whole.filter(({ value }) => !joined.has(value)), ...names]);
  const main = mainOf(titles, others, languages) ?? labelOf(work);
  if (!main) return [];
  const [isSubtitle, isTranslated, isTitle] = [among(subtitles), among(translated), among(titles)];
  const alternatives = unique([...titles, ...translated, ...others]).filter(
    (text) => !isSubtitle(text) && formOf(text) !== formOf(main),
  );
  return [
    { role: 'main', text: main },
    ...subtitles.map((text): Title => ({ role: 'subtitle', text })),
    ...alternatives.map((text): Title => {
      const isTranslation = isTranslated(text) || (isTitle(text) && isForeign(text, main));
      return { role: isTranslation ? 'translated' : 'alternative', text };
    }),
    ...short.map((text): Title => ({ role: 'short', text })),
  ];
}

/** `dc:title` of a catalogue holds who is responsible as well: the title is cut out of it, and the whole is kept. */
function statedTitles(work: Thing): readonly LangText[] {
  const whole = texts(work, 'dcterms:title');
  if (!isCatalogued(work.id)) return unique([...whole, ...texts(work, 'dc:title')]);
  const cut = saidBy(work, 'dc:title').flatMap((each) => {
    const text = textOf(each.value);
    if (!text) return [];
    const value = isbdTitle(text.value);
    each.taken = value === text.value;
    return value === '' ? [] : [{ ...text, value }];
  });
  return unique([...whole, ...cut]);
}

function mainOf(
  titles: readonly LangText[],
  others: readonly LangText[],
  languages: readonly string[],
): LangText | undefined {
  const isOther = among(others);
  const own = titles.filter((text) => !isOther(text));
  const candidates = own.length > 0 ? own : titles;
  return (
    candidates.find(({ lang }) => lang !== undefined && languages.includes(lang.toLowerCase())) ??
    candidates[0]
  );
}

/** A label, or the title of the citation, when nothing else is said: catalogues list works so. */
function labelOf(work: Thing): LangText | undefined {
  const label = texts(work, 'rdfs:label', 'skos:prefLabel')[0];
  if (label) return label;
  const citation = saidBy(work, 'dcterms:bibliographicCitation').map(({ value }) => textOf(value))[0];
  const value = citation && isCatalogued(work.id) ? isbdTitle(citation.value) : '';
  return value === '' ? undefined : { value, lang: citation?.lang };
}

/** `T : S` in French, `T: S` elsewhere (crosswalk section 3, subtitle). */
function joinedWith({ value }: LangText, subtitles: readonly LangText[]): readonly string[] {
  return subtitles.slice(0, 20).flatMap((each) => [`${value} : ${each.value}`, `${value}: ${each.value}`]);
}

const isForeign = (text: LangText, main: LangText) => text.lang !== undefined && text.lang !== main.lang;
const formOf = ({ value, lang = '' }: LangText) => `${lang}|${value}`;
const unique = (all: readonly LangText[]) => uniqueBy(all, formOf);
/** Whether a text is among these. */
const among = (list: readonly LangText[]) => {
  const forms = new Set(list.map(formOf));
  return (text: LangText) => forms.has(formOf(text));
};

/** Abstracts; a description is one when nothing is called an abstract. */
export function abstractsOf({ work }: Reading): readonly LangText[] {
  const abstracts = texts(work, 'dcterms:abstract', 'schema:abstract', 'bibo:abstract');
  return abstracts.length > 0 ? abstracts : texts(work, ...descriptions);
}

const descriptions = ['dcterms:description', 'dc:description', 'schema:description'];

/** Notes, and descriptions beside an abstract that say something else. */
export function notesOf({ work }: Reading, abstracts: readonly LangText[]): readonly LangText[] {
  const notes = texts(work, 'skos:note', 'rdfs:comment', ...descriptions);
  const isAbstract = among(abstracts);
  return notes.filter((note) => !isAbstract(note));
}

/** The citation as found; one that our mapping composed of container and place is not the source's. */
export function citationOf({ work }: Reading, { container, position }: Draft): LangText | undefined {
  const where = [
    position?.volume && `, vol. ${position.volume}`,
    position?.issue && `, no. ${position.issue}`,
    position?.pages && `, p. ${position.pages}`,
    position?.articleNumber && `, ${position.articleNumber}`,
  ];
  const tail = where.filter(Boolean).join('');
  const bare = tail.replace(', p. ', ', ');
  for (const each of saidBy(work, 'dcterms:bibliographicCitation')) {
    const text = textOf(each.value)?.value ?? '';
    const isComposed = container?.titles?.some(
      ({ value }) => tail !== '' && (text === value + tail || text === value + bare),
    );
    if (isComposed) each.taken = true;
  }
  const value = word(work, 'dcterms:bibliographicCitation');
  return value === undefined ? undefined : { value };
}

/** Keywords, and concepts with their labels; a concept without one says no words and is left. */
export function subjectsOf(reading: Reading): readonly Subject[] {
  const { work } = reading;
  const keywords = texts(
    work,
    'dc:subject',
    'schema:keywords',
    'dcterms:subject',
    'hal:jelSubject',
    'hal:meshSubject',
  );
  const concepts = new Map<string, Concept>();
  for (const said of saidBy(work, 'dcterms:subject', 'schema:about', 'dc:subject')) {
    if (!isReference(said.value)) continue;
    const concept = concepts.get(said.value.id) ?? conceptOf(reading, said.value.id);
    if (!concept) continue;
    concepts.set(said.value.id, concept);
    said.taken = true;
  }
  const all = [...concepts.values()];
  const isKeyword = among(keywords);
  const named = new Map<string, Concept>();
  for (const concept of all) {
    const match = concept.labels.find(isKeyword);
    if (match) named.set(formOf(match), concept);
  }
  const matched = new Set(named.values());
  return [
    ...keywords.map((text): Subject => {
      const concept = named.get(formOf(text));
      return concept ? { text, ...concept.of } : { text };
    }),
    ...all
      .filter((concept) => !matched.has(concept))
      .flatMap(({ labels, of }) => labels.map((text): Subject => ({ text, ...of }))),
  ];
}

interface Concept {
  readonly labels: readonly LangText[];
  readonly of: Pick<Subject, 'concept' | 'scheme' | 'code'>;
}

function conceptOf(reading: Reading, id: string): Concept | undefined {
  const node = thing(reading, id);
  if (!node || !says(node, ...labelKeys)) return undefined;
  const labels = texts(node, ...labelKeys);
  ids(node, 'rdf:type');
  // A concept of the lab gets its IRI from the lab again.
  const isOwn = reading.base !== undefined && id.startsWith(`${reading.base}concept/`);
  if (isOwn) return { labels, of: {} };
  const scheme = iris(node, 'skos:inScheme', 'schema:inDefinedTermSet')[0];
  const code = word(node, 'skos:notation', 'schema:termCode');
  const concept = isLocal(id) ? undefined : id;
  return { labels, of: { ...(concept && { concept }), ...(scheme && { scheme }), ...(code && { code }) } };
}

const labelKeys = ['skos:prefLabel', 'schema:name', 'rdfs:label', 'foaf:name'];
