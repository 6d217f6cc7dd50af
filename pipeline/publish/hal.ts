import type { Agent, Collection } from '../base/entity.ts';
import { domainConcept, domainScheme } from '../base/hal-words.ts';
import type { Lab, LabPerson } from '../base/lab.ts';
import type { Entry } from '../base/sink.ts';
import type { Language } from '../base/words.ts';
import { type Contribution, dateOf, type IdentifiedWork, mainTitle } from '../base/work.ts';
import { type Dataset, halNeeds, halTei } from '../write/index.ts';
import type { OutFile } from './file.ts';
import { languageOfPages } from './site/view.ts';

/**
 * `hal/` (design.md section 5): the TEI of each work that HAL can take as a notice, and for the others what is missing and
 * where to fill it in. What is in HAL already has neither.
 */
export async function halFiles(
  lab: Lab,
  { works, agents }: Pick<Collection, 'works' | 'agents'>,
  dataset: Dataset,
): Promise<readonly OutFile[]> {
  const { head, one, tail } = await halTei.open(dataset);
  const people = new Map(agents.map((agent) => [agent.id, agent]));
  const files: OutFile[] = [];
  const lacking: string[] = [];
  const language = languageOfPages(lab);
  const colon = language === 'fr' ? ' :' : ':';
  for (const known of works) {
    if (known.identifiers.some(({ scheme }) => scheme === 'hal')) continue;
    const work = asDeposited(known, lab, people);
    const needs = halNeeds(work);
    if (needs.length === 0) {
      const entry: Entry = { iri: lab.base + work.id, work, describe: () => {} };
      files.push({ path: `hal/${work.id.slice('work/'.length)}.xml`, content: head + one(entry) + tail });
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

/** A work with what the lab says of all of its works: its domain, where its members belong. */
function asDeposited(work: IdentifiedWork, lab: Lab, people: ReadonlyMap<string, Agent>): IdentifiedWork {
  const { domain } = lab.hal ?? {};
  const hasDomain = work.subjects.some(({ scheme }) => scheme === domainScheme);
  return {
    ...work,
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
