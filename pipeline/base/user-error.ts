import type { Words } from './words.ts';

/** Exit codes of the command line (design.md section 3). */
export const exitCode = { fine: 0, findings: 1, usage: 2, input: 3, bug: 70 } as const;

/** Trouble that the person at the keyboard can mend: shown as one sentence, without a stack. */
export class UserError extends Error {
  readonly words: Words;
  /** 2 when the call is wrong, 3 when input, network or disk cannot be had, 1 when the data stops the run. */
  readonly exit: number;

  constructor(words: Words, exit: number = exitCode.usage) {
    super(words.en);
    this.name = 'UserError';
    this.words = words;
    this.exit = exit;
  }
}
