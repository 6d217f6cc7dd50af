import type { Work } from './work.ts';

type Bare = Omit<Work, 'provenance' | 'unmapped'>;

const parts = ['volume', 'issue', 'issueTitle', 'pages', 'articleNumber', 'section'] as const;
const single = ['container', 'event', 'publisher', 'access', 'review', 'citationText'] as const;
const lists = ['languages', 'subjects', 'licences', 'funding', 'relations', 'references', 'notes'] as const;

/** The path of each field that has a value, as `Assertion.path` names it: `titles.main`, `contributions.1`. */
export function pathsOf(work: Bare): readonly string[] {
  const paths = work.type === 'other' ? [] : ['type'];
  for (const { role } of work.titles) paths.push(`titles.${role}`);
  for (const index of work.abstracts.keys()) paths.push(`abstracts.${index + 1}`);
  for (const { position } of work.contributions) paths.push(`contributions.${position}`);
  for (const { event } of work.dates) paths.push(`dates.${event}`);
  for (const part of parts) if (work.position?.[part] !== undefined) paths.push(`position.${part}`);
  for (const { scheme } of work.identifiers) paths.push(`identifiers.${scheme}`);
  for (const { role } of work.links) paths.push(`links.${role}`);
  for (const field of single) if (work[field] !== undefined) paths.push(field);
  for (const field of lists) if (work[field].length > 0) paths.push(field);
  return paths;
}
