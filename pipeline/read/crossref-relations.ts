import { encodeIriPart, isIri } from '../base/iri.ts';
import type {
  Funding,
  Identifier,
  Iri,
  Reference,
  Relation,
  RelationType,
  WorkStatus,
} from '../base/work.ts';
import { assertedBy, identifiersOf } from './crossref-people.ts';
import { bareDoi, doiIri } from './doi.ts';
import { keep, keepOthers, Leftovers, type Part, partAt, partsOf, words, wordsOf } from './json-part.ts';

const relationTypes: ReadonlyMap<string, RelationType> = new Map(
  Object.entries<RelationType>({
    'is-preprint-of': 'isVersionOf',
    'has-preprint': 'hasVersion',
    'is-manuscript-of': 'isVersionOf',
    'has-manuscript': 'hasVersion',
    'is-version-of': 'isVersionOf',
    'has-version': 'hasVersion',
    'is-expression-of': 'isVersionOf',
    'has-expression': 'hasVersion',
    'is-manifestation-of': 'isVersionOf',
    'has-manifestation': 'hasVersion',
    'is-translation-of': 'isTranslationOf',
    'has-translation': 'hasTranslation',
    'is-part-of': 'isPartOf',
    'has-part': 'hasPart',
    'is-component-of': 'isPartOf',
    'has-component': 'hasPart',
    'is-replaced-by': 'isReplacedBy',
    replaces: 'replaces',
    references: 'cites',
    cites: 'cites',
    'is-referenced-by': 'isCitedBy',
    'is-cited-by': 'isCitedBy',
    'is-supplement-to': 'isSupplementTo',
    'is-supplemented-by': 'isSupplementedBy',
    'is-review-of': 'reviews',
    'has-review': 'isReviewedBy',
    'is-identical-to': 'isIdenticalTo',
    'is-same-as': 'isIdenticalTo',
  }),
);
const ofRelation = new Set(['id', 'id-type', 'asserted-by']);

/** `relation` by type, then the notices: `update-to` on a notice, `updated-by` on what it speaks of. */
export function relationsOf(record: Part): readonly Relation[] {
  return [
    ...statedRelations(record),
    ...updates(record, 'update-to', ({ to }) => to),
    ...updates(record, 'updated-by', ({ by }) => by),
  ];
}

function statedRelations(record: Part): readonly Relation[] {
  const relation = partAt(record, 'relation');
  if (!relation) return [];
  return Object.keys(relation.of).flatMap((name) => {
    const type = relationTypes.get(name);
    // The model has no word for a comment or a reply: that there is a link is said, and its kind is kept.
    if (type === undefined) keep(relation, name, relation.of[name]);
    return partsOf(relation, name).flatMap((part): readonly Relation[] => {
      keepOthers(part, ofRelation);
      const id = words(part, 'id');
      if (id === undefined) return [];
      return [{ type: type ?? 'isRelatedTo', target: target(id, words(part, 'id-type')?.toLowerCase()) }];
    });
  });
}

function target(id: string, kind: string | undefined): Relation['target'] {
  const iri = targetIri(id, kind);
  if (iri !== undefined) return { id: iri };
  return { citation: kind === undefined || kind === 'other' ? id : `${kind}: ${id}` };
}

function targetIri(id: string, kind: string | undefined): Iri | undefined {
  if (kind === 'doi') return doiIri(id);
  if (kind === 'issn' && /^\d{4}-\d{3}[\dX]$/.test(id)) return `https://portal.issn.org/resource/ISSN/${id}`;
  if (kind === 'arxiv' && /^\d{4}\.\d{4,5}$/.test(id)) return `https://arxiv.org/abs/${encodeIriPart(id)}`;
  return isIri(id) && /^https?:/.test(id) ? id : undefined;
}

interface Update {
  /** What the notice does to the other work, and the other way round. */
  readonly to: RelationType;
  readonly by: RelationType;
  readonly status?: WorkStatus | undefined;
}

const correction: Update = { to: 'corrects', by: 'isCorrectedBy', status: 'corrected' };
const newer: Update = { to: 'replaces', by: 'isReplacedBy' };
const updateTypes: ReadonlyMap<string, Update> = new Map(
  Object.entries<Update>({
    retraction: { to: 'retracts', by: 'isRetractedBy', status: 'retracted' },
    withdrawal: { to: 'retracts', by: 'isRetractedBy', status: 'withdrawn' },
    removal: { to: 'retracts', by: 'isRetractedBy', status: 'withdrawn' },
    correction,
    corrigendum: correction,
    erratum: correction,
    new_version: newer,
    new_edition: newer,
    expression_of_concern: { to: 'isRelatedTo', by: 'isRelatedTo', status: 'expressionOfConcern' },
  }),
);
const linked: Update = { to: 'isRelatedTo', by: 'isRelatedTo' };
const ofUpdate = new Set(['DOI', 'type', 'label', 'source']);

function updates(record: Part, key: string, side: (update: Update) => RelationType): readonly Relation[] {
  return partsOf(record, key).flatMap((part): readonly Relation[] => {
    keepOthers(part, ofUpdate);
    const doi = words(part, 'DOI');
    const type = side(updateOf(part) ?? linked);
    if (type === 'isRelatedTo') keep(part, 'type', part.of.type);
    return doi === undefined ? [] : [{ type, target: target(doi, 'doi') }];
  });
}

const updateOf = (part: Part) => updateTypes.get(words(part, 'type')?.toLowerCase() ?? '');

/** What the notices about a work make of it, the gravest first. */
export function statusOf(record: Part): WorkStatus | undefined {
  if (record.of['updated-by'] === undefined) return undefined;
  const said = partsOf({ ...record, left: new Leftovers('') }, 'updated-by').map(
    (part) => updateOf(part)?.status,
  );
  return (['retracted', 'withdrawn', 'expressionOfConcern', 'corrected'] as const).find((status) =>
    said.includes(status),
  );
}

const ofFunder = new Set(['name', 'DOI', 'id', 'award', 'doi-asserted-by']);

/** One for each award, and one for a funder whose awards are not said. */
export function fundingOf(record: Part): readonly Funding[] {
  return partsOf(record, 'funder').flatMap((part): readonly Funding[] => {
    const awards = wordsOf(part, 'award');
    for (const key in part.of) {
      // `award-info` is `award` said again.
      if (!ofFunder.has(key) && !(key === 'award-info' && awards.length > 0)) keep(part, key, part.of[key]);
    }
    const name = words(part, 'name');
    const ids = name === undefined ? [] : funderIds(part);
    if (name === undefined) keep(part, 'DOI', part.of.DOI);
    const funder = name === undefined ? undefined : { name, ids };
    if (awards.length > 0) return awards.map((awardNumber) => ({ funder, awardNumber }));
    return funder ? [{ funder }] : [];
  });
}

function funderIds(part: Part): readonly Identifier[] {
  const stated = words(part, 'DOI');
  const all = [
    ...(stated === undefined
      ? []
      : [{ scheme: 'doi', value: stated, assertedBy: assertedBy(part, 'doi-asserted-by') }]),
    ...identifiersOf(part, 'id'),
  ].map(({ scheme = 'unknown', value, assertedBy: by }): Identifier => {
    const doi = scheme === 'doi' ? bareDoi(value) : undefined;
    const iri = doi === undefined && isIri(value) ? value : doi && doiIri(doi);
    return { scheme, value: doi ?? value, ...(iri ? { iri } : {}), ...(by ? { assertedBy: by } : {}) };
  });
  return all.filter(({ value }, index) => all.findIndex((each) => each.value === value) === index);
}

const citationKeys = [
  ...['author', 'year', 'article-title', 'journal-title', 'volume-title', 'series-title'],
  ...['volume', 'issue', 'first-page', 'edition', 'component', 'standard-designator', 'standards-body'],
];
const ofReference = new Set([
  ...['key', 'DOI', 'unstructured', ...citationKeys],
  // Who matched the reference.
  'doi-asserted-by',
]);

/** The works that this one cites: a DOI where there is one, the citation as given, else its pieces in a row. */
export function referencesOf(record: Part): readonly Reference[] {
  return partsOf(record, 'reference').map((part): Reference => {
    keepOthers(part, ofReference);
    const doi = words(part, 'DOI');
    const id = doi === undefined ? undefined : doiIri(doi);
    if (doi !== undefined && id === undefined) keep(part, 'DOI', doi);
    return { id, citation: words(part, 'unstructured') ?? pieces(part), key: words(part, 'key') };
  });
}

function pieces(part: Part): string | undefined {
  let citation: string | undefined;
  for (const key of citationKeys) {
    if (part.of[key] === undefined) continue;
    const piece = words(part, key);
    if (piece !== undefined) citation = citation === undefined ? piece : `${citation}, ${piece}`;
  }
  return citation;
}
