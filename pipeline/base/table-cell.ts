// How several values share a cell of a table, and how a cell that a spreadsheet would compute is made harmless: both
// directions side by side, so that reading undoes what writing did and nothing else.

/** What a spreadsheet takes for a formula (OWASP, CSV injection), and what tables write in an empty cell. */
const unsafe = /^'*(?:[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]|(?:n\/a|#n\/a|null|[–—][-–—]*)$)/i;

/** A text that no spreadsheet computes: an apostrophe before one that begins like a formula. */
export function guarded(text: string): string {
  return unsafe.test(text) ? `'${text}` : text;
}

/** The text without that apostrophe; any other stays. */
export function unguarded(text: string): string {
  return text.startsWith("'") && unsafe.test(text) ? text.slice(1) : text;
}

// Backslashes just before a separator are doubled, and one more escapes it; elsewhere they are plain characters.
const separator = /(?<!\\)(\\*)([;|\n])/g;

/** Short values in one cell, parted by semicolons (L1). */
export function joinedList(values: readonly string[]): string {
  return values.map((value) => value.replace(separator, '$1$1\\$2')).join(' ; ');
}

/** The values that semicolons, bars and line breaks part, never commas (L1). */
export function partedList(words: string): readonly string[] {
  const values: string[] = [];
  let [value, at] = ['', 0];
  for (const { 0: whole, 1: slashes = '', 2: sign = '', index } of words.matchAll(separator)) {
    value += words.slice(at, index) + slashes.slice(0, slashes.length / 2);
    at = index + whole.length;
    if (slashes.length % 2 === 1) value += sign;
    else {
      values.push(value.trim());
      value = '';
    }
  }
  values.push((value + words.slice(at)).trim());
  return values.filter((each) => each !== '');
}

/** Texts of any length in one cell, a line with a pilcrow between them. */
export function joinedTexts(texts: readonly string[]): string {
  return texts.join('\n¶\n');
}

export function partedTexts(words: string): readonly string[] {
  return words.includes('¶') ? words.split(/\r?\n¶\r?\n/) : [words];
}
