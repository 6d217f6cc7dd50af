import { type Finding, finding, type Reviewed, type RuleName } from '../base/finding.ts';
import { jsonSchema } from '../base/json-schema.ts';
import type { Filling } from '../base/words.ts';
import { dateOf, identifierOf, mainTitle, type Work } from '../base/work.ts';

/** What is wrong or missing, added to what was found before. The work itself is not touched. */
export function check(reviewed: Reviewed<Work>): Reviewed<Work> {
  const { thing, place, findings } = reviewed;
  // That there is no main title is a rule's to say, and said once.
  const complaints = jsonSchema('work')(thing)
    .filter(({ pointer }) => pointer !== '/titles' || mainTitle(thing) !== undefined)
    .map(({ pointer, words }) =>
      finding('schema', place, { path: pointer, found: words }, pointer.slice(1).replaceAll('/', '.')),
    );
  const poor = rules.flatMap(([rule, field, test]): readonly Finding[] => {
    const found = test(thing);
    return found ? [finding(rule, place, found === true ? {} : found, field)] : [];
  });
  return { thing, place, findings: [...findings, ...complaints, ...poor] };
}

/** Whether a work can be published at all; one that cannot is rejected, whole and with the reason. */
export function isFit({ findings }: Reviewed<Work>): boolean {
  return !findings.some(({ rule }) => rule === 'schema' || rule === 'title-missing');
}

/** A quality rule, the field it speaks of, and when it applies; it may give the values of its sentence. */
type Rule = readonly [rule: RuleName, field: string, test: (work: Work) => boolean | Filling | undefined];

// biome-ignore format: a table
const rules: readonly Rule[] = [
  ['title-missing', 'titles', (work) => mainTitle(work) === undefined],
  ['creator-missing', 'contributions', (work) => work.contributions.length === 0],
  ['issued-missing', 'dates.published', (work) => dateOf(work, 'published') === undefined && work.status !== 'inPress'],
  ['container-missing', 'container', (work) => isPart(work) && work.container === undefined],
  ['pages-missing', 'position.pages', (work) => isPart(work) && work.container?.type !== 'website' && !work.position?.pages && !work.position?.articleNumber],
  ['doi-missing', 'identifiers.doi', (work) => isPart(work) && identifierOf(work, 'doi') === undefined],
  ['link-missing', 'links', (work) => work.links.length === 0 && !work.identifiers.some(({ iri }) => iri?.startsWith('http'))],
  ['abstract-missing', 'abstracts', (work) => work.abstracts.length === 0],
  ['language-missing', 'languages', (work) => work.languages.length === 0],
  ['pages-reversed', 'position.pages', reversedPages],
];

/** Works that appear inside something else. */
function isPart({ type }: Work): boolean {
  return [
    'article',
    'reviewArticle',
    'chapter',
    'proceedingsPaper',
    'popularArticle',
    'newspaperArticle',
    'dataPaper',
    'editorial',
  ].includes(type);
}

function reversedPages({ position }: Work): Filling | undefined {
  const { start, end } = position?.pages ?? {};
  const isNumber = (page: string | undefined): page is string => page !== undefined && /^\d+$/.test(page);
  return isNumber(start) && isNumber(end) && Number(start) > Number(end) ? { start, end } : undefined;
}
