import { extname } from 'node:path';
import type { Agent, Collection } from '../base/entity.ts';
import { domainConcept, domainScheme } from '../base/hal-words.ts';
import type { Lab, LabHalFile, LabPerson } from '../base/lab.ts';
import type { Language } from '../base/words.ts';
import { type Contribution, dateOf, type IdentifiedWork, identifierOf, mainTitle } from '../base/work.ts';
import { type HalNeed, halDeposit, halNeeds } from '../write/index.ts';
import type { OutFile } from './file.ts';
import { languageOfPages } from './site/view.ts';

/** A work as it goes to HAL. */
export interface HalNotice {
  readonly work: IdentifiedWork;
  /** What HAL knows it by, when it is there. */
  readonly halId: string | undefined;
  /** What is missing before HAL takes it. */
  readonly needs: readonly HalNeed[];
  readonly file: LabHalFile | undefined;
  /** The document to send, in HAL's TEI. */
  tei(): string;
}

/** The works of a lab as HAL would take them (hal.md section 3), with what the lab says of all of its works. */
export function halNotices(
  lab: Lab,
  { works, agents }: Pick<Collection, 'works' | 'agents'>,
): readonly HalNotice[] {
  const people = new Map(agents.map((agent) => [agent.id, agent]));
  const files = new Map(lab.hal?.files.map((file) => [file.work, file]));
  return works.map((known): HalNotice => {
    const work = asDeposited(known, lab, people);
    const file = files.get(known.id);
    const target = file && fileName(file);
    return {
      work: known,
      halId: identifierOf(known, 'hal'),
      needs: halNeeds(work, file !== undefined),
      file,
      tei: () => halDeposit(work, file && target ? { target, ...file } : undefined),
    };
  });
}

/** What a file is called beside the TEI: its work's slug, since HAL takes no accent or space, and its own extension. */
export function fileName({ work, file }: LabHalFile): string {
  return `${work.slice('work/'.length).replaceAll('/', '-')}${extname(file).toLowerCase()}`;
}

/**
 * `hal/` (design.md section 5): the TEI of each work that HAL can take, and for the others what is missing and where to
 * fill it in. What is in HAL already has neither.
 */
export function halFiles(lab: Lab, collection: Pick<Collection, 'works' | 'agents'>): readonly OutFile[] {
  const files: OutFile[] = [];
  const lacking: string[] = [];
  const language = languageOfPages(lab);
  const colon = language === 'fr' ? ' :' : ':';
  for (const { work, halId, needs, tei } of halNotices(lab, collection)) {
    if (halId !== undefined) continue;
    if (needs.length === 0) {
      files.push({ path: `hal/${work.id.slice('work/'.length)}.xml`, content: tei() });
      continue;
    }
    const lines = needs.map(({ words: need, where }) => `- ${need[language]}${colon} ${where[language]}`);
    const title = mainTitle(work)?.value.replace(/\s+/g, ' ') ?? work.id;
    lacking.push(`## ${title}\n\n\`${work.id}\`\n\n${lines.join('\n')}\n`);
  }
  if (lacking.length === 0) return files;
  const { heading, count } = words[language];
  return [
    ...files,
    { path: 'hal/missing.md', content: `# ${heading}\n\n${count(lacking.length)}\n\n${lacking.join('\n')}` },
  ];
}

const words = {
  fr: {
    heading: 'Ce qui manque pour HAL',
    count: (number: number) =>
      number === 1
        ? 'HAL ne prendrait pas cette publication :'
        : `HAL ne prendrait pas ces ${number} publications :`,
  },
  en: {
    heading: 'What is missing for HAL',
    count: (number: number) =>
      number === 1
        ? 'HAL would not take this publication:'
        : `HAL would not take these ${number} publications:`,
  },
} as const satisfies Record<Language, unknown>;

/**
 * A work with what the lab says of all of its works: its domain, where its members belong. What HAL knows it by is no part
 * of what is sent, so that a deposit is the same before and after it was made.
 */
function asDeposited(work: IdentifiedWork, lab: Lab, people: ReadonlyMap<string, Agent>): IdentifiedWork {
  const { domain } = lab.hal ?? {};
  const hasDomain = work.subjects.some(({ scheme }) => scheme === domainScheme);
  return {
    ...work,
    identifiers: work.identifiers.filter(({ scheme }) => scheme !== 'hal'),
    subjects:
      domain === undefined || hasDomain
        ? work.subjects
        : [
            ...work.subjects,
            { text: { value: domain }, scheme: domainScheme, concept: domainConcept(domain), code: domain },
          ],
    contributions: work.contributions.map((one) => affiliated(one, work, lab, people)),
  };
}

/** An author whom the work does not place, where the lab says that they were when it came out. */
function affiliated(
  one: Contribution,
  work: IdentifiedWork,
  { people, organisations }: Lab,
  agents: ReadonlyMap<string, Agent>,
): Contribution {
  const agent = agents.get(one.agent ?? '');
  if (one.role !== 'author' || one.affiliations.length > 0 || agent === undefined) return one;
  const member = people.find(({ given, family }) => given === agent.given && family === agent.family);
  const names = member === undefined ? [] : organisationsOf(member, dateOf(work, 'published'));
  const affiliations = names.flatMap((name) => {
    const organisation = organisations.find((each) => each.name === name);
    const ror = organisation?.ror;
    const ids = ror === undefined ? [] : [{ scheme: 'ror', value: ror, iri: `https://ror.org/${ror}` }];
    return [{ nameAsPrinted: name, ids }];
  });
  return { ...one, affiliations };
}

/** Those that a person belonged to at a date; a membership without an end lasts, and one of a year lasts all of it. */
function organisationsOf({ affiliations }: LabPerson, date: string | undefined): readonly string[] {
  return affiliations
    .filter(({ from, to }) => {
      if (from === undefined && to === undefined) return true;
      if (date === undefined) return false;
      const year = date.slice(0, 4);
      return (from === undefined || from.slice(0, 4) <= year) && (to === undefined || to.slice(0, 4) >= year);
    })
    .map(({ organisation }) => organisation);
}
