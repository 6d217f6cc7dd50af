import { domainScheme } from '../base/hal-words.ts';
import type { Words } from '../base/words.ts';
import { dateOf, type Work } from '../base/work.ts';
import { halTypology } from './hal-tei-types.ts';

/** Something that HAL wants of a work and that nobody said. */
export interface HalNeed {
  readonly name: string;
  readonly words: Words;
  /** Where it can be filled in. */
  readonly where: Words;
}

type Rule = Omit<HalNeed, 'name'> & { isMet(work: Work, hasFile: boolean): boolean };

const inSource: Words = {
  fr: 'dans la source ou data/corrections.yaml',
  en: 'in the source or data/corrections.yaml',
};
const inLab = (key: string): Words => ({
  fr: `dans data/lab.yaml (${key}), ou ${inSource.fr}`,
  en: `in data/lab.yaml (${key}), or ${inSource.en}`,
});

const inLabOnly = (key: string): Words => ({
  fr: `dans data/lab.yaml (${key})`,
  en: `in data/lab.yaml (${key})`,
});

const hasRole = (work: Work, role: string) => work.contributions.some((one) => one.role === role);
const authors = ({ contributions }: Work) => contributions.filter(({ role }) => role === 'author');

// biome-ignore format: a table
const rules = {
  title:       rule('un titre', 'a title', inSource, ({ titles }) => titles.some(({ role }) => role === 'main')),
  titleLanguage: rule('la langue du titre, que HAL prendrait pour de l’anglais', 'the language of the title, which HAL would take for English', inLab('language'), ({ titles }) => titles.every(({ role, text }) => role !== 'main' || text.lang !== undefined)),
  domain:      rule('un domaine de HAL', 'a domain of HAL', inLab('hal: domain'), ({ subjects }) => subjects.some(({ scheme }) => scheme === domainScheme)),
  language:    rule('la langue du document', 'the language of the document', inLab('language'), ({ languages }) => languages.length > 0),
  author:      rule('un auteur', 'an author', inSource, (work) => hasRole(work, 'author')),
  names:       rule('le prénom et le nom de chaque auteur', 'the first and last name of each author', inLab('people'), (work) => authors(work).every(({ kind, given, family }) => kind === 'organisation' || (given !== undefined && family !== undefined))),
  affiliation: rule('l’affiliation d’un auteur au moins', 'the affiliation of one author at least', inLab('people: affiliations, organisations'), (work) => authors(work).some(({ affiliations }) => affiliations.length > 0)),
  journal:     rule('la revue', 'the journal', inSource, ({ container }) => (container?.titles.length ?? 0) > 0),
  book:        rule('le titre du livre', 'the title of the book', inSource, ({ container }) => (container?.titles.length ?? 0) > 0),
  date:        rule('une date de publication', 'a date of publication', inSource, (work) => dateOf(work, 'published') !== undefined),
  defence:     rule('la date de soutenance', 'the date of the defence', inSource, (work) => (dateOf(work, 'defended') ?? dateOf(work, 'published')) !== undefined),
  event:       rule('le nom du colloque', 'the name of the conference', inSource, ({ event }) => event !== undefined),
  eventDate:   rule('la date du colloque', 'the date of the conference', inSource, ({ event }) => event?.start !== undefined),
  city:        rule('la ville du colloque', 'the city of the conference', inSource, ({ event }) => event?.place !== undefined),
  country:     rule('le pays du colloque', 'the country of the conference', inSource, ({ event }) => event?.country !== undefined),
  institution: rule('l’établissement', 'the institution', inSource, ({ publisher }) => publisher !== undefined),
  director:    rule('le directeur ou la directrice', 'the supervisor', inSource, (work) => hasRole(work, 'supervisor')),
  abstract:    rule('un résumé', 'an abstract', inSource, ({ abstracts }) => abstracts.length > 0),
  keyword:     rule('un mot-clé', 'a keyword', inSource, ({ subjects }) => subjects.some(({ scheme }) => scheme !== domainScheme)),
  place:       rule('une revue, un livre ou une description', 'a journal, a book or a description', inSource, ({ container, notes }) => container !== undefined || notes.length > 0),
  file:        rule('le fichier, obligatoire pour ce type', 'the file, which this type must have', inLabOnly('hal: files'), (_, hasFile) => hasFile),
} as const;

type Name = keyof typeof rules;

const always: readonly Name[] = [
  'title',
  'titleLanguage',
  'domain',
  'language',
  'author',
  'names',
  'affiliation',
];

/** What HAL wants besides, by its code for the type (hal.md section 3, required metadata). */
// biome-ignore format: a table
const byType: Readonly<Record<string, readonly Name[]>> = {
  ART:       ['journal', 'date'],
  COMM:      ['event', 'eventDate', 'city', 'country', 'date'],
  POSTER:    ['event', 'eventDate', 'city', 'country'],
  COUV:      ['book', 'date'],
  OUV:       ['date'],
  OTHER:     ['date', 'place'],
  REPORT:    ['date', 'institution'],
  THESE:     ['abstract', 'keyword', 'defence', 'institution', 'director', 'file'],
  LECTURE:   ['file'],
  IMG:       ['file'],
  VIDEO:     ['file'],
};

const noType: HalNeed = {
  name: 'type',
  words: { fr: 'un type que HAL prend', en: 'a type that HAL takes' },
  where: inSource,
};

/**
 * What is missing of a work before HAL takes it, as a notice or with its file, in the order in which its form asks;
 * nothing when it can go.
 */
export function halNeeds(work: Work, hasFile = false): readonly HalNeed[] {
  const code = halTypology(work);
  if (code === undefined) return [noType];
  return [...always, ...(byType[code] ?? ['date' as const])].flatMap((name) => {
    const { isMet, words, where } = rules[name];
    return isMet(work, hasFile) ? [] : [{ name, words, where }];
  });
}

/** Our words for what HAL calls one of its metadata (FinHal `config/portail/meta.ini`), where they are other names. */
const theirs: Readonly<Record<string, Name>> = {
  conferenceTitle: 'event',
  conferenceStartDate: 'eventDate',
  bookTitle: 'book',
  authorityInstitution: 'institution',
  description: 'place',
};

/** A need by HAL's name for it, as its answers name what they miss. */
export function halNeedNamed(name: string): HalNeed | undefined {
  if (name === 'typdoc') return noType;
  const ours = theirs[name] ?? name;
  if (!Object.hasOwn(rules, ours)) return undefined;
  const { words, where } = rules[ours as Name];
  return { name: ours, words, where };
}

function rule(fr: string, en: string, where: Words, isMet: Rule['isMet']): Rule {
  return { words: { fr, en }, where, isMet };
}
