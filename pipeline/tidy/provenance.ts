import type { Assertion, Work } from '../base/work.ts';
import type { Passage } from './passage.ts';

type Bare = Omit<Work, 'provenance' | 'unmapped'>;

/** One assertion for each field that has a value: its source, place, rule and how sure it is (crosswalk section 6). */
export function provenance({ draft, changed }: Passage, work: Bare): readonly Assertion[] {
  const { source } = draft.origin;
  const evidence = new Map((draft.evidence ?? []).map((each) => [each.path, each]));
  return pathsOf(work).map((path): Assertion => {
    // A phrase of several names is the evidence of each of them.
    const seen = evidence.get(path) ?? evidence.get(path.replace(/\.\d+$/, ''));
    const change = changed.get(path);
    return {
      path,
      source,
      words: seen?.words,
      line: seen?.line,
      column: seen?.column,
      confidence: seen?.confidence ?? change?.confidence ?? 'stated',
      rule: [seen?.rule, change?.rule].filter(Boolean).join(' ') || undefined,
      chosen: true,
    };
  });
}

const parts = ['volume', 'issue', 'issueTitle', 'pages', 'articleNumber', 'section'] as const;
const single = ['container', 'event', 'publisher', 'access', 'review', 'citationText'] as const;
const lists = ['languages', 'subjects', 'licences', 'funding', 'relations', 'references', 'notes'] as const;

function pathsOf(work: Bare): readonly string[] {
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
