/** A tag and its value, if there is one. */
export type Tag = readonly [name: string, value: string | undefined];

/**
 * The lines of a record, one a tag: a value has no line break in it, for many readers begin anew there. U+2028, which
 * says the same in the middle of a line, is a space to Zotero and a line break to us.
 */
export function risLines(tags: readonly Tag[]): string {
  let lines = '';
  for (const [name, value] of tags) {
    const words = value?.replace(/\r\n?|\n/g, '\u2028').trim();
    if (words) lines += `${name}  - ${words}\n`;
  }
  return lines;
}
