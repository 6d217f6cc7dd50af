import { isIri } from '../base/iri.ts';
import type { Funding, Identifier } from '../base/work.ts';
import { doiIri } from './doi.ts';
import { keep, keepOthers, type Part, partsOf, words } from './json-part.ts';

const ofFunder: ReadonlySet<string> = new Set(['id', 'display_name', 'ror']);
const ofAward: ReadonlySet<string> = new Set([
  ...['id', 'display_name', 'funder_award_id', 'funder_id', 'funder_display_name', 'doi'],
]);
const ofGrant: ReadonlySet<string> = new Set(['funder', 'funder_display_name', 'award_id']);

/** The awards (`grants` until 2025), and the funders that gave none. */
export function fundingOf(record: Part): readonly Funding[] {
  const funders = new Map(partsOf(record, 'funders').map((part) => [part.of.id, part]));
  const funding = new Map<string, Funding>();
  const add = (id: string | undefined, name: string | undefined, award: Funding) => {
    const known = funders.get(id);
    const funder = name ?? (known && words(known, 'display_name'));
    const key = `${id ?? funder} ${award.awardNumber ?? award.awardIri ?? award.title?.value}`;
    if (funding.has(key)) return;
    funding.set(key, {
      funder:
        funder === undefined ? undefined : { name: funder, ids: idsOf(id, known && words(known, 'ror')) },
      ...award,
    });
  };
  for (const part of partsOf(record, 'awards')) {
    keepOthers(part, ofAward);
    add(words(part, 'funder_id'), words(part, 'funder_display_name'), awardOf(part));
  }
  for (const part of partsOf(record, 'grants')) {
    keepOthers(part, ofGrant);
    add(words(part, 'funder'), words(part, 'funder_display_name'), { awardNumber: words(part, 'award_id') });
  }
  const paid = new Set(
    [...funding.values()].flatMap(({ funder }) => funder?.ids.map(({ iri }) => iri) ?? []),
  );
  for (const [id, part] of funders) {
    keepOthers(part, ofFunder);
    if (!paid.has(typeof id === 'string' ? id : undefined))
      add(words(part, 'id'), words(part, 'display_name'), {});
  }
  return [...funding.values()].filter((each) => Object.values(each).some((value) => value !== undefined));
}

function awardOf(part: Part): Funding {
  const [title, id, doi] = [words(part, 'display_name'), words(part, 'id'), words(part, 'doi')];
  const awardIri = doi === undefined ? id : doiIri(doi);
  if (doi !== undefined && awardIri === undefined) keep(part, 'doi', doi);
  return {
    awardNumber: words(part, 'funder_award_id'),
    awardIri: awardIri !== undefined && isIri(awardIri) ? awardIri : undefined,
    title: title === undefined ? undefined : { value: title },
  };
}

/** In their last form, for nobody tidies funding after this. */
function idsOf(id: string | undefined, ror: string | undefined): readonly Identifier[] {
  const own = /^https?:\/\/openalex\.org\/([FI]\d+)$/.exec(id ?? '')?.[1];
  const bare = /^https?:\/\/ror\.org\/(0[0-9a-z]{6}\d{2})$/.exec(ror ?? '')?.[1];
  return [
    ...(bare === undefined ? [] : [{ scheme: 'ror', value: bare, iri: `https://ror.org/${bare}` }]),
    ...(own === undefined ? [] : [{ scheme: 'openalex', value: own, iri: `https://openalex.org/${own}` }]),
  ];
}
