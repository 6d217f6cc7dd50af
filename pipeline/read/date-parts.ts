import { isObject, keep, type Part } from './json-part.ts';

/** `{"date-parts": [[2016, 9]]}` → `2016-09`; `[[null]]` says nothing. As many parts as there are, and no more (D1). */
export function dateWords(part: Part, key: string): string | undefined {
  const value = part.of[key];
  if (value === undefined || value === null) return undefined;
  const parts = isObject(value) ? value['date-parts'] : undefined;
  const dates: readonly unknown[] = Array.isArray(parts) ? parts : [];
  if (dates.length > 0 && dates.every(isNoDate)) return undefined;
  const said = dates.map(dateOf);
  if (said.length > 0 && said.length <= 2 && !said.includes(undefined)) return said.join('/');
  keep(part, key, value);
  return undefined;
}

function isNoDate(parts: unknown): boolean {
  return Array.isArray(parts) && parts.every((part) => part === null || part === '');
}

function dateOf(parts: unknown): string | undefined {
  if (!Array.isArray(parts) || parts.length > 3) return undefined;
  const list: readonly unknown[] = parts;
  const [year, month, day] = list.map(Number);
  if (!isWithin(year, 1, 9999)) return undefined;
  const text = String(year).padStart(4, '0');
  if (month === undefined) return text;
  if (!isWithin(month, 1, 12)) return undefined;
  if (day === undefined) return `${text}-${twoDigits(month)}`;
  return isWithin(day, 1, 31) ? `${text}-${twoDigits(month)}-${twoDigits(day)}` : undefined;
}

const isWithin = (part: number | undefined, from: number, to: number): part is number =>
  part !== undefined && Number.isInteger(part) && part >= from && part <= to;
const twoDigits = (part: number) => String(part).padStart(2, '0');
