import type { DraftIdentifier } from '../base/draft.ts';
import { halFunders } from '../base/hal-words.ts';
import { isWebAddress } from '../base/iri.ts';
import type { Funding, Link, Relation } from '../base/work.ts';
import { type HalRecord, one, texts } from './hal-fields.ts';
import { workScheme } from './hal-words.ts';
import { keep, type Part } from './json-part.ts';

const roles: readonly (readonly [field: string, role: Link['role']])[] = [
  ['uri_s', 'landing'],
  ['fileMain_s', 'fulltext'],
  ['files_s', 'fulltext'],
  ['linkExtUrl_s', 'fulltext'],
  ['fileAnnexes_s', 'supplement'],
  ['fileMainAnnex_s', 'supplement'],
  ['publisherLink_s', 'publisher'],
  ['seeAlso_s', 'other'],
  ['softCodeRepository_s', 'code'],
];

/** The fields that become links. */
export const linkFields: ReadonlySet<string> = new Set(roles.map(([field]) => field));

/** HAL's page, the files, the open copy elsewhere, the publisher's page and what to see besides; each address once. */
export function linksOf(record: Part): readonly Link[] {
  const links = new Map<string, Link>();
  for (const [field, role] of roles) {
    for (const url of texts(record, field)) if (!links.has(url)) links.set(url, { role, url });
  }
  return [...links.values()];
}

/** HAL's own id with its version (I6), those merged into it, and those of other registers. */
export function identifiersOf(record: HalRecord): readonly DraftIdentifier[] {
  const id = one(record, 'halId_s');
  const version = one(record, 'version_i');
  const own = id === undefined || version === undefined || /v\d+$/.test(id) ? id : `${id}v${version}`;
  if (own === undefined) keep(record, 'version_i', version);
  return [
    ...(own === undefined ? [] : [{ scheme: 'hal', value: own }]),
    ...texts(record, 'halIdSameAs_s').map((value) => ({ scheme: 'hal', value })),
    ...record.fields.workIds.flatMap(({ key, register }) =>
      texts(record, key).map((value) => ({ scheme: workScheme(register), value })),
    ),
    ...texts(record, 'localReference_s').map((value) => ({ scheme: 'local', value })),
  ];
}

/** HAL names the other work and not how they are related. */
export function relationsOf(record: Part): readonly Relation[] {
  return texts(record, 'related_s').map((target) => ({
    type: 'isRelatedTo',
    target: isWebAddress(target) ? { id: target } : { citation: target },
  }));
}

/** The fields of the two registers of projects, and the words of the depositor. */
export const fundingFields: ReadonlySet<string> = new Set([
  ...['funding_s', 'anrProjectReference_s', 'anrProjectAcronym_s', 'anrProjectTitle_s'],
  ...['anrProjectCallTitle_s', 'europeanProjectReference_s', 'europeanProjectAcronym_s'],
  ...['europeanProjectTitle_s', 'europeanProjectFinancing_s'],
]);

/** ANR and European projects, then funding in the depositor's words. */
export function fundingOf(record: Part): readonly Funding[] {
  return [
    ...projects(record, 'anrProject', halFunders.anr, 'CallTitle'),
    ...projects(record, 'europeanProject', halFunders.europe, 'Financing'),
    ...texts(record, 'funding_s').map((value) => ({ title: { value } })),
  ];
}

/** One for each reference; a list that is not as long leaves out some, nobody knows which (N5), and is kept. */
function projects(
  record: Part,
  register: string,
  funder: NonNullable<Funding['funder']>,
  programme: string,
): readonly Funding[] {
  const field = (end: string) => texts(record, `${register}${end}_s`);
  const references = field('Reference');
  const titles = field('Title');
  const count = Math.max(references.length, titles.length, field('Acronym').length);
  const at = (end: string): readonly string[] => {
    const values = field(end);
    if (values.length === count) return values;
    keep(record, `${register}${end}_s`, values);
    return [];
  };
  const [numbers, names, acronyms, programmes] = [at('Reference'), at('Title'), at('Acronym'), at(programme)];
  return Array.from({ length: count }, (_, index) => ({
    funder,
    awardNumber: numbers[index],
    programme: programmes[index],
    title: names[index] === undefined ? undefined : { value: names[index] },
    acronym: acronyms[index],
  }));
}
