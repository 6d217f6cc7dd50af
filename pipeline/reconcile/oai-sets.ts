import { yearOf } from '../base/edtf.ts';
import type { Lab, LabSet } from '../base/lab.ts';
import { dateOf, type IdentifiedWork } from '../base/work.ts';

/**
 * The sets of OAI-PMH that a work is in (OAI-PMH 2.0, section 2.6), in a fixed order: by type, year and person, those that
 * harvesters ask for by name, and the lab's own. None where the lab is no repository.
 */
export function setsOf(work: IdentifiedWork, { oai }: Lab): readonly string[] {
  if (!oai) return [];
  const published = dateOf(work, 'published');
  const year = published === undefined ? undefined : yearOf(published);
  return [
    `type:${work.type}`,
    ...(year === undefined ? [] : [`year:${year}`]),
    ...peopleOf(work).map((id) => `person:${id.slice('person/'.length)}`),
    ...(isForIsidore(work) ? ['isidore'] : []),
    ...(isForOpenaire(work) ? ['openaire'] : []),
    ...oai.sets.filter((set) => isIn(work, set)).map(({ spec }) => spec),
  ];
}

/** Those who have pages of their own. */
function peopleOf({ contributions }: IdentifiedWork): readonly string[] {
  const ids = contributions.flatMap(({ agent }) => agent ?? []);
  return [...new Set(ids)].filter((id) => id.startsWith('person/')).sort();
}

/** What ISIDORE wants of every record (isidore section 3): who wrote it and when it came out, besides what all works have. */
function isForIsidore(work: IdentifiedWork): boolean {
  return work.titles.length > 0 && hasAuthor(work) && dateOf(work, 'published') !== undefined;
}

/** What the guidelines of OpenAIRE make mandatory (oai-pmh section 4): besides, how far it is open. */
function isForOpenaire(work: IdentifiedWork): boolean {
  return isForIsidore(work) && work.access?.status !== undefined;
}

const hasAuthor = ({ contributions }: IdentifiedWork) => contributions.some(({ role }) => role === 'author');

function isIn(work: IdentifiedWork, set: LabSet): boolean {
  const { container } = work;
  return (
    set.types.includes(work.type) ||
    set.works.includes(work.id) ||
    work.contributions.some(({ agent }) => agent !== undefined && set.people.includes(agent)) ||
    work.subjects.some(({ id }) => id !== undefined && set.subjects.includes(id)) ||
    (container?.id !== undefined && set.journals.includes(container.id))
  );
}
