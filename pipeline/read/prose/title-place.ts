import type { RuleName } from './rules.ts';

/** Where the title stands, and where what follows it begins. */
export interface TitlePlace {
  readonly start: number;
  readonly end: number;
  readonly rule: RuleName;
  /** Offset of what follows. */
  readonly after: number;
  /** The stretch may hold the container too: no mark says where the title ends. */
  readonly isOpen?: boolean | undefined;
}
