/** For each key whether it is the first of its kind: what is said twice is read as one. */
export function firsts(keys: readonly string[]): readonly boolean[] {
  const seen = new Set<string>();
  return keys.map((key) => {
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
