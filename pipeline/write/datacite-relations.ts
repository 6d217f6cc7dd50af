import type { Reference, Relation, RelationType, Work } from '../base/work.ts';
import { type Pointer, pointerTo } from './datacite-identifiers.ts';

// What is not here DataCite 4.6 has no word for: a relation of no kind, retractions, corrections.
const words: ReadonlyMap<RelationType, string> = new Map<RelationType, string>([
  ['isVersionOf', 'IsVersionOf'],
  ['hasVersion', 'HasVersion'],
  ['isTranslationOf', 'IsTranslationOf'],
  ['hasTranslation', 'HasTranslation'],
  ['isPartOf', 'IsPartOf'],
  ['hasPart', 'HasPart'],
  ['replaces', 'IsNewVersionOf'],
  ['isReplacedBy', 'IsPreviousVersionOf'],
  ['cites', 'References'],
  ['isCitedBy', 'IsReferencedBy'],
  ['isSupplementTo', 'IsSupplementTo'],
  ['isSupplementedBy', 'IsSupplementedBy'],
  ['reviews', 'Reviews'],
  ['isReviewedBy', 'IsReviewedBy'],
  ['isIdenticalTo', 'IsIdenticalTo'],
]);

/** Another work, and what it is to this one, in DataCite's word. */
interface Tie {
  readonly relationType: string;
  readonly pointer?: Pointer | undefined;
  readonly citation?: string | undefined;
}

/** The other works that DataCite can say: those with an identifier, and those with a citation. */
export function relatedWorks({ relations, references }: Work) {
  const ties = once([
    ...relations.flatMap((relation) => tieOf(relation) ?? []),
    ...references.flatMap((reference) => tieTo(reference, 'References') ?? []),
  ]);
  return {
    identifiers: ties.flatMap(({ pointer, relationType }) =>
      pointer === undefined
        ? []
        : [{ relatedIdentifier: pointer.value, relatedIdentifierType: pointer.type, relationType }],
    ),
    items: ties.flatMap(({ pointer, citation, relationType }) =>
      citation === undefined ? [] : [citedItem(citation, relationType, pointer)],
    ),
  };
}

/** A reference list may name a work twice, the record does not. */
function once(ties: readonly Tie[]): readonly Tie[] {
  const found = new Map<string, Tie>();
  for (const tie of ties) {
    const key = `${tie.relationType} ${tie.pointer?.value ?? tie.citation}`;
    const known = found.get(key);
    found.set(key, known?.citation === undefined ? tie : known);
  }
  return [...found.values()];
}

/** How DataCite says a relation; undefined for a type or a target that it has no word for. */
export function tieOf({ type, target }: Relation): Tie | undefined {
  const relationType = words.get(type);
  return relationType === undefined ? undefined : tieTo(target, relationType);
}

/** How DataCite says a reference. */
export function tieTo({ id, citation }: Reference, relationType: string): Tie | undefined {
  const pointer = id === undefined ? undefined : pointerTo(id);
  if (pointer === undefined && !citation) return undefined;
  return { relationType, pointer, citation: citation || undefined };
}

/** A citation, whose pieces nobody told apart, stands in the place of the title. */
function citedItem(citation: string, relationType: string, pointer: Pointer | undefined) {
  return {
    relatedItemType: 'Other',
    relationType,
    ...itemIdentifier(pointer),
    titles: [{ title: citation }],
  };
}

/** The identifier of a related item. */
export function itemIdentifier(pointer: Pointer | undefined) {
  return (
    pointer && {
      relatedItemIdentifier: {
        relatedItemIdentifier: pointer.value,
        relatedItemIdentifierType: pointer.type,
      },
    }
  );
}
