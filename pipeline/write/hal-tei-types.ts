import { codeList } from '../base/code-list.ts';
import type { Work, WorkType } from '../base/work.ts';

/**
 * HAL's code for the type of a work (hal.md section 2), without the subtype, which a deposit cannot say; undefined for
 * what HAL does not take, such as a dataset.
 */
export function halTypology({ type }: Pick<Work, 'type'>): string | undefined {
  return codeList('types').write('hal', type)?.split('/')[0];
}

/** Whether a work is for all: said, or what its type means, for HAL has one code for these and other articles. */
export function isPopular({ type, review }: Pick<Work, 'type' | 'review'>): boolean | undefined {
  return review?.popularScience ?? (type === 'popularArticle' ? true : undefined);
}

/** The type that the record shows when it is read. */
export function shownType(work: Pick<Work, 'type' | 'review'>): WorkType {
  const code = halTypology(work);
  if (code === 'ART' && isPopular(work)) return 'popularArticle';
  return (code === undefined ? 'other' : codeList('types').read('hal', code)) as WorkType;
}
