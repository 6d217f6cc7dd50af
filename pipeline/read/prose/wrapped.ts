/** Lines of nearly one width, none of them long: a mail program or an editor broke them. */
export function isWrapped(lines: readonly string[]): boolean {
  const lengths = lines.slice(0, -1).map((text) => text.length);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const shortest = lengths.reduce((least, length) => Math.min(least, length), longest);
  return lengths.length >= 2 && longest <= 100 && shortest >= longest - 25 && longest >= 50;
}
