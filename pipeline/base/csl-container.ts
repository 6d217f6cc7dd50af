import { usualContainer } from './usual-container.ts';
import { type ContainerType, type WorkType, workTypes } from './work.ts';

/** Works that stand alone, and where they are put. */
const shelves: ReadonlyMap<WorkType, ContainerType> = new Map([
  ['preprint', 'website'],
  ['dataset', 'website'],
  ['software', 'website'],
]);

/** Works that appear inside something, and in what. */
const homes: ReadonlyMap<WorkType, ContainerType> = new Map(
  workTypes.flatMap((type): readonly [WorkType, ContainerType][] => {
    const home = type === 'talk' ? 'proceedings' : usualContainer(type);
    return home === undefined ? [] : [[type, home]];
  }),
);

/** What a work of this type appears in, whose title and ISBN are then not its own; undefined for a whole. */
export function cslHome(type: WorkType | undefined): ContainerType | undefined {
  return type && homes.get(type);
}

/** The kind of thing that `container-title` names, which CSL does not say: it follows from the type and the issue. */
export function cslContainer(type: WorkType | undefined, isInIssue: boolean): ContainerType {
  const known = type && (homes.get(type) ?? shelves.get(type));
  return known ?? (isInIssue ? 'journal' : 'series');
}
