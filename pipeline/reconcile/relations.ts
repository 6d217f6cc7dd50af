import { type Finding, finding, type Place } from '../base/finding.ts';
import type { IdentifiedWork, Relation, RelationType } from '../base/work.ts';

const inverses: Readonly<Partial<Record<RelationType, RelationType>>> = {
  isVersionOf: 'hasVersion',
  hasVersion: 'isVersionOf',
  isTranslationOf: 'hasTranslation',
  hasTranslation: 'isTranslationOf',
  isPartOf: 'hasPart',
  hasPart: 'isPartOf',
  replaces: 'isReplacedBy',
  isReplacedBy: 'replaces',
  cites: 'isCitedBy',
  isCitedBy: 'cites',
  isSupplementTo: 'isSupplementedBy',
  isSupplementedBy: 'isSupplementTo',
  reviews: 'isReviewedBy',
  isReviewedBy: 'reviews',
  isIdenticalTo: 'isIdenticalTo',
  isRelatedTo: 'isRelatedTo',
  retracts: 'isRetractedBy',
  isRetractedBy: 'retracts',
  corrects: 'isCorrectedBy',
  isCorrectedBy: 'corrects',
};

/**
 * Relations between works of the lab, said in both directions. `current` gives the live id of an id that was merged;
 * a target that does not exist is reported and the relation kept in `unmapped`.
 */
export function relate(
  works: readonly IdentifiedWork[],
  current: (id: string) => string,
  placeOf: (id: string) => Place,
): { readonly works: readonly IdentifiedWork[]; readonly findings: readonly Finding[] } {
  const ids = new Set(works.map(({ id }) => id));
  const incoming = new Map<string, Relation[]>();
  const findings: Finding[] = [];

  const resolved = works.map((work) => {
    const lost: Relation[] = [];
    const relations = work.relations.flatMap((relation): readonly Relation[] => {
      const { workId } = relation.target;
      if (workId === undefined) return [relation];
      const target = current(workId);
      if (!ids.has(target)) {
        lost.push(relation);
        findings.push({
          ...finding(
            'relation-without-target',
            placeOf(work.id),
            { type: relation.type, id: workId },
            'relations',
          ),
          work: work.id,
        });
        return [];
      }
      const inverse = inverses[relation.type];
      if (inverse)
        incoming.set(target, [
          ...(incoming.get(target) ?? []),
          { type: inverse, target: { workId: work.id } },
        ]);
      return [{ ...relation, target: { ...relation.target, workId: target } }];
    });
    const unmapped = lost.map((value) => ({
      source: work.provenance[0]?.source.name ?? '',
      path: 'relations',
      value,
    }));
    return { ...work, relations, unmapped: [...work.unmapped, ...unmapped] };
  });

  return { works: resolved.map((work) => withIncoming(work, incoming.get(work.id) ?? [])), findings };
}

function withIncoming(work: IdentifiedWork, incoming: readonly Relation[]): IdentifiedWork {
  const has = (relation: Relation) =>
    work.relations.some(
      ({ type, target }) => type === relation.type && target.workId === relation.target.workId,
    );
  return { ...work, relations: [...work.relations, ...incoming.filter((relation) => !has(relation))] };
}
