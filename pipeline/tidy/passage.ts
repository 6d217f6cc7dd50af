import type { Draft, DraftIdentifier } from '../base/draft.ts';
import { type Finding, finding, type Place, type RuleName } from '../base/finding.ts';
import type { Filling } from '../base/words.ts';
import type { Assertion, Identifier, LangText, Unmapped } from '../base/work.ts';
import { tidyIdentifier } from './identifier.ts';
import { tidyLanguage } from './language.ts';

import { tidyMarkup, tidyText } from './text.ts';

/** One draft on its way to a work, and what was noted on the way. It belongs to that draft alone. */
export interface Passage {
  readonly draft: Draft;
  readonly findings: Finding[];
  readonly unmapped: Unmapped[];
  /** By path: the rule that changed a value, and how sure it is. */
  readonly changed: Map<string, Change>;
  /** Control characters that were removed. */
  controls: number;
}

export interface Change {
  readonly rule: string;
  readonly confidence: Assertion['confidence'];
}

export function passage(draft: Draft): Passage {
  return { draft, findings: [], unmapped: [...(draft.unmapped ?? [])], changed: new Map(), controls: 0 };
}

/** Notes a finding where the source said the field, or at the record. */
export function note({ draft, findings }: Passage, rule: RuleName, values: Filling, field?: string): void {
  const seen = draft.evidence?.find((evidence) => evidence.path === field);
  const place = seen ? { file: draft.origin.file, line: seen.line, column: seen.column } : placeOf(draft);
  findings.push(finding(rule, place, values, field));
}

/** Keeps words that found no place in the work. */
export function keep({ draft, unmapped }: Passage, path: string, value: unknown): void {
  unmapped.push({ source: draft.origin.source.name, path, value });
}

export function placeOf({ origin }: Draft): Place {
  return { file: origin.file, line: origin.line };
}

/** A string without markup. */
export function plain(on: Passage, words: string): string {
  const { value, controls } = tidyText(words);
  on.controls += controls;
  return value;
}

/** A text, its inline markup kept when the rules allow it (T3), its language as a BCP 47 tag. */
export function text(on: Passage, { value, lang, markup }: LangText): LangText {
  const tag = lang && (tidyLanguage(lang) ?? lang.toLowerCase());
  if (markup !== 'html' && !/<[a-z/]|&[a-z#]/i.test(value)) return { value: plain(on, value), lang: tag };
  const tidied = tidyMarkup(value);
  on.controls += tidied.controls;
  return tidied.markup === 'html'
    ? { value: tidied.value, lang: tag, markup: 'html' }
    : { value: tidied.value, lang: tag };
}

/** Identifiers with their IRIs; one that fails its check is noted, and keeps its words alone (I1–I6). */
export function identifiers(
  on: Passage,
  drafts: readonly DraftIdentifier[] | undefined,
  path: string,
): readonly Identifier[] {
  return (drafts ?? []).map((draft) => {
    const { identifier, valid } = tidyIdentifier(draft);
    if (!valid) note(on, 'identifier-invalid', { scheme: identifier.scheme, value: draft.value }, path);
    else if (identifier.scheme === 'unknown') note(on, 'identifier-unknown', { value: draft.value }, path);
    return identifier;
  });
}
