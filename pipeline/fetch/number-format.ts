/** How a workbook shows a number: as a date of some precision, or with a fixed count of digits. */
export interface NumberFormat {
  readonly year: boolean;
  readonly month: boolean;
  readonly day: boolean;
  readonly time: boolean;
  /** `00000000`, `0000-0000`: zeros that are shown though the number has fewer digits. */
  readonly digits?: string | undefined;
}

const format = (parts: string): NumberFormat => ({
  year: parts.includes('y'),
  month: parts.includes('m'),
  day: parts.includes('d'),
  time: parts.includes('t'),
});

/** Formats that a workbook need not write out (ECMA-376 part 1, section 18.8.30). */
const builtIn: ReadonlyMap<number, NumberFormat> = new Map([
  ...[14, 15, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, format('ymd')] as const),
  [16, format('md')],
  [17, format('ym')],
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, format('t')] as const),
  [22, format('ymdt')],
]);

/** The format of a number and of its code, when it has one; undefined when the number is shown as it is. */
export function numberFormat(id: number, code: string | undefined): NumberFormat | undefined {
  if (code === undefined) return builtIn.get(id);
  const [section = ''] = code.split(';');
  if (section.length > 200) return undefined;
  const plain = section
    .replace(/"[^"]*"|[_*]./g, '')
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\\(.)/g, (_, character: string) => (/[a-z]/i.test(character) ? '' : character));
  if (/^0[0-]*0$/.test(plain)) return { ...format(''), digits: plain };
  if (/[#?]|general/i.test(plain) || !/[ymdhs]/i.test(plain)) return undefined;
  // An `m` after hours or before seconds counts minutes.
  const dates = plain.replace(/h[^a-z]*m{1,2}(?!m)|(?<!m)m{1,2}(?=[^a-z]*s)/gi, 'h');
  return {
    year: /y/i.test(dates),
    month: /m/i.test(dates),
    day: /(?<!d)d{1,2}(?!d)/i.test(dates),
    time: /[hs]/i.test(dates),
  };
}

/** A number as the workbook keeps it, shown by its format: dates in ISO 8601, no more precise than they are shown. */
export function shown(raw: string, how: NumberFormat | undefined, is1904: boolean): string {
  if (!how) return plainNumber(raw);
  if (how.digits !== undefined) return padded(raw, how.digits);
  return dateOf(Number(raw) + (is1904 ? 1462 : 0), how) ?? plainNumber(raw);
}

/** Without exponent where it is whole, and without the noise of a binary fraction. */
function plainNumber(raw: string): string {
  const number = Number(raw);
  if (/^-?\d+$/.test(raw) || !Number.isFinite(number)) return raw;
  const text = String(number);
  return /e/.test(text) && Number.isInteger(number) ? BigInt(number).toString() : text;
}

function padded(raw: string, digits: string): string {
  if (!/^\d+$/.test(raw)) return plainNumber(raw);
  const zeros = digits.replaceAll('-', '').length;
  let rest = raw.padStart(zeros, '0');
  let text = '';
  for (let at = digits.length - 1; at > 0; at -= 1) {
    if (digits[at] === '-') text = `-${text}`;
    else {
      text = rest.slice(-1) + text;
      rest = rest.slice(0, -1);
    }
  }
  return rest + text;
}

const last = 2_958_465;

/** Days since 31 December 1899, with a 29 February 1900 that never was. */
function dateOf(serial: number, { year, month, day, time }: NumberFormat): string | undefined {
  if (!(serial >= 0) || serial > last + 1) return undefined;
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const days = Math.floor(serial) + Math.floor(seconds / 86_400);
  if (days === 60) return undefined;
  const clock = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
  if (!year && !month && !day) return time ? clock : undefined;
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000).toISOString();
  const [y = '', m = '', d = ''] = date.slice(0, 10).split('-');
  // What the sheet does not show may be no more than what its program filled in.
  if (!year) return day ? `--${m}-${d}` : `--${m}`;
  const parts = month || day ? (day ? [y, m, d] : [y, m]) : [y];
  return parts.join('-') + (day && time && seconds % 86_400 > 0 ? `T${clock}` : '');
}
