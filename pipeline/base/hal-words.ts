import { encodeIriPart } from './iri.ts';
import type { ContainerType, RelationType } from './work.ts';

/** HAL's words that are both read and written (hal.md sections 2 and 3). */

/** The graph of HAL's domains (hal.md section 6). */
export const domainScheme = 'https://data.archives-ouvertes.fr/subject';

/** A domain as a concept of that graph. */
export const domainConcept = (code: string): string => `${domainScheme}/${encodeIriPart(code)}`;

/** What the names of other classifications begin with: `jel`, `mesh`. */
export const classScheme = 'https://namespace.ccsd.cnrs.fr/hal/metadata/';

/** The schemes that HAL calls otherwise than we do. */
export const halSchemes: readonly (readonly [hal: string, ours: string])[] = [
  ['pubmed', 'pmid'],
  ['pubmedcentral', 'pmcid'],
  ['swh', 'swhid'],
  ['localref', 'local'],
  ['localreference', 'local'],
];

/** Relations by HAL's words; the first of each is written. */
export const halRelations: readonly (readonly [RelationType, words: readonly [string, ...string[]]])[] = [
  ['isVersionOf', ['isVersionOf', 'isFormatOf', 'isVariantFormatOf']],
  ['hasVersion', ['hasVersion', 'hasFormat', 'isOriginalFormOf']],
  ['isPartOf', ['isPartOf']],
  ['hasPart', ['hasPart']],
  ['cites', ['references', 'cites']],
  ['isCitedBy', ['isReferencedBy', 'isCitedBy']],
  ['reviews', ['reviews']],
  ['isReviewedBy', ['isReviewedBy']],
  ['isIdenticalTo', ['isIdenticalTo']],
  ['isTranslationOf', ['isTranslationOf']],
  ['hasTranslation', ['hasTranslation']],
  ['isSupplementTo', ['illustrate']],
  ['isSupplementedBy', ['isIllustratedBy']],
];

const containers: ReadonlyMap<string, ContainerType> = new Map([
  ['COMM', 'proceedings'],
  ['POSTER', 'proceedings'],
  ['PRESCONF', 'proceedings'],
  ['BLOG', 'website'],
]);

/** What a work of this type appears in, where that is no journal. */
export const hostType = (code: string): ContainerType => containers.get(code.toUpperCase()) ?? 'book';

const whole: ReadonlySet<string> = new Set(
  'OUV DOUV PROCEEDINGS ISSUE THESE HDR MEM ETABTHESE REPORT SOFTWARE PATENT LECTURE IMG MAP SON VIDEO'.split(
    ' ',
  ),
);

/** Whether works of this type stand by themselves: the number and the editors on their record are their own. */
export const isWholeWork = (code: string): boolean => whole.has(code.toUpperCase());

/** The type of an organisation's number in HAL's register, where no id says it: `struct-12345`. */
export const structureNumberType = 'halStructureId';

/** The funders that HAL's two registers of projects stand for. */
export const halFunders = {
  anr: { name: 'Agence nationale de la recherche', ids: [] },
  europe: { name: 'European Commission', ids: [] },
} as const;
