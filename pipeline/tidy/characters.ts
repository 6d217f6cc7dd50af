import { decodeEntities } from '../base/html-entities.ts';

/** A text with what was taken out of it. */
export interface Cleaned {
  readonly value: string;
  /** How many control characters were removed. */
  readonly controls: number;
}

// Everything below U+0300 is in NFC already, and so is the general punctuation after U+2001.
const beyondLatin = /[\u0300-\u2001\u2070-\uffff]/;
const lineBreaksAndTabs = /[\t\r\u2028\u2029]/;
const lineBreak = /\r\n?|\u2028|\u2029/g;
// Controls, half surrogate pairs and non-characters: what XML 1.0 (section 2.2) and UTF-8 cannot carry, and U+0080–9F.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\p{Cs}]/u;
const controlAll = new RegExp(control.source, 'gu');
const doubleSpace = / {2}/;
const spaces = / {2,}/g;

/** Decodes entities until nothing changes, at most three times, as HAL's exports need (T2). */
export function decoded(text: string): string {
  let current = text;
  for (let round = 0; round < 3 && current.includes('&'); round += 1) {
    const next = decodeEntities(current);
    if (next === current) return current;
    current = next;
  }
  return current;
}

/** NFC, line breaks as `\n`, tabs as spaces, control characters counted and removed (T1). Spaces stay. */
export function cleaned(text: string): Cleaned {
  let value = text;
  let controls = 0;
  if (lineBreaksAndTabs.test(value)) value = value.replace(lineBreak, '\n').replaceAll('\t', ' ');
  if (control.test(value)) {
    value = value.replace(controlAll, () => {
      controls += 1;
      return '';
    });
  }
  if (beyondLatin.test(value)) value = value.normalize('NFC');
  return { value, controls };
}

/** One ordinary space where there were several, none around the whole. No-break and thin spaces inside are kept. */
export function spaced(text: string): string {
  return (doubleSpace.test(text) ? text.replace(spaces, ' ') : text).trim();
}
