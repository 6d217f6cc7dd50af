import type { Place } from './finding.ts';
import { type Complaint, checkedBy } from './json-schema.ts';
import { type Located, parseLocated } from './located.ts';
import { exitCode, UserError } from './user-error.ts';
import type { Words } from './words.ts';

/** A file that a person writes for the program, such as `lab.yaml`, after the check of its syntax and its schema. */
export interface HandWritten {
  /** Null when the file is empty. */
  readonly value: unknown;
  readonly complaints: readonly Complaint[];
  readonly placeOf: Located['placeOf'];
}

/** Reads such a file. A mistake of syntax is a `UserError`; what the schema says is left to be joined with the rest. */
export function handWritten(text: string, file: string, schema: string): HandWritten {
  const located = parseLocated(text, file);
  if (located.errors.length > 0) {
    throw refusal(
      located.errors.map(({ words, line, column }) => ({ place: { file, line, column }, words })),
    );
  }
  const { value, complaints } = checkedBy(schema)(located.value);
  return { value, complaints, placeOf: located.placeOf };
}

/** One `UserError` for all complaints, each on its line as `file:line:column: sentence`, in the order of the file. */
export function refuse(complaints: readonly Complaint[], placeOf: Located['placeOf']): void {
  if (complaints.length === 0) return;
  throw refusal(complaints.map(({ pointer, part, words }) => ({ place: placeOf(pointer, part), words })));
}

interface Remark {
  readonly place: Place;
  readonly words: Words;
}

function refusal(remarks: readonly Remark[]): UserError {
  const sorted = remarks.toSorted(
    ({ place: a }, { place: b }) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  const lines = (language: keyof Words) => [
    ...new Set(
      sorted.map(({ place, words }) => `${place.file}:${place.line}:${place.column}: ${words[language]}`),
    ),
  ];
  return new UserError({ fr: lines('fr').join('\n'), en: lines('en').join('\n') }, exitCode.usage);
}
