import type { Marked, Style } from './inline.ts';
import type { RuleName } from './rules.ts';

/** What a stretch of words is. */
export type Field =
  | 'mark'
  | 'authors'
  | 'editors'
  | 'supervisors'
  | 'translators'
  | 'with'
  | 'date'
  | 'title'
  | 'translated'
  | 'container'
  | 'series'
  | 'volume'
  | 'issue'
  | 'issueTitle'
  | 'pages'
  | 'article'
  | 'total'
  | 'publisher'
  | 'place'
  | 'event'
  | 'language'
  | 'kind'
  | 'doi'
  | 'hal'
  | 'arxiv'
  | 'nnt'
  | 'pmid'
  | 'pmcid'
  | 'isbn'
  | 'issn'
  | 'link'
  | 'access'
  | 'note'
  | 'open';

/** A stretch of a notice that a rule has understood. */
export interface Claim {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
  /** The words themselves, or the address behind them. */
  readonly value: string;
  readonly rule: RuleName;
  readonly inferred?: boolean | undefined;
}

/** One notice while it is being read: its words, and which of them a rule has claimed so far. Lives for one notice. */
export class Tape {
  readonly text: string;
  readonly styles: readonly Style[];
  readonly claims: Claim[] = [];
  readonly taken: Uint8Array;

  constructor({ text, styles }: Pick<Marked, 'text' | 'styles'>) {
    this.text = text;
    this.styles = styles;
    this.taken = new Uint8Array(text.length);
  }

  claim(
    field: Field,
    start: number,
    end: number,
    rule: RuleName,
    more: { value?: string; inferred?: boolean } = {},
  ): void {
    const words = this.text.slice(start, end);
    this.claims.push({
      field,
      start,
      end,
      rule,
      value: more.value ?? words.replace(/\s+/g, ' ').trim(),
      ...(more.inferred ? { inferred: true } : {}),
    });
    this.taken.fill(1, start, end);
  }

  /** Whether no word between two offsets is claimed. */
  isFree(start: number, end: number): boolean {
    for (let index = start; index < end; index += 1) if (this.taken[index]) return false;
    return true;
  }

  /** The text with what is claimed as `\u0001`, so that a pattern finds free words at their own offsets. */
  free(start = 0, end = this.text.length): string {
    let words = '';
    let from = start;
    for (let index = start; index < end; index += 1) {
      if (!this.taken[index]) continue;
      words += `${this.text.slice(from, index)}\u0001`;
      from = index + 1;
    }
    return words + this.text.slice(from, end);
  }

  first(field: Field): Claim | undefined {
    return this.claims.find((claim) => claim.field === field);
  }

  all(field: Field): readonly Claim[] {
    return this.claims.filter((claim) => claim.field === field);
  }
}
