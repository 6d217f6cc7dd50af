import { codeList } from '../base/code-list.ts';
import type { WorkType } from '../base/work.ts';

/** What a reference is in RIS, and what `M3` adds where works of several types share one. */
export interface RisType {
  readonly code: string;
  readonly kind: string | undefined;
}

export function risType(type: WorkType): RisType {
  const list = codeList('types');
  return { code: list.write('ris', type) ?? 'GEN', kind: list.write('risKind', type) };
}

/** Whether a type is told again. */
export function isTypeKept(type: WorkType): boolean {
  const { code, kind } = risType(type);
  const list = codeList('types');
  return (kind === undefined ? list.read('ris', code) : list.read('risKind', kind)) === type;
}
