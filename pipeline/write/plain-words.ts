/** Whether a plain text is read again as it stands: nothing in it looks like a tag or an entity (crosswalk T2, T3). */
export function isPlainAgain(text: string): boolean {
  return !/<\/?[a-z][^<>]*>|&(?:[a-z]+|#\w+);/i.test(text);
}
