/** A sentence in both languages of the interface. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}

export type Language = keyof Words;

/** What may fill a hole in a sentence; words are taken in the sentence's language. */
export type Filling = Readonly<Record<string, string | number | Words>>;

/** Fills `{name}` holes in both languages. A hole without a value stays visible, so that a test catches it. */
export function fill(words: Words, values: Filling): Words {
  const filled = (language: Language) =>
    words[language].replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = values[name] ?? hole;
      return typeof value === 'object' ? value[language] : String(value);
    });
  return { fr: filled('fr'), en: filled('en') };
}

/** A text as one line of at most 120 characters, for a message. */
export function shortened(text: string): string {
  let line = '';
  // No further than that: the text may be a whole file.
  for (const [word] of text.matchAll(/\S+/g)) {
    line += line === '' ? word : ` ${word}`;
    if (line.length > 120) return `${line.slice(0, 117)}…`;
  }
  return line;
}
