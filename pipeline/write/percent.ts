/** Percent escapes decoded; as it was when a percent sign is only itself. */
export function decoded(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}
