import { plainText } from '../base/plain-text.ts';
import type { LangText } from '../base/work.ts';
import { languageTag } from './language-tag.ts';
import { escapeAttribute, escapeText } from './xml.ts';

/** One thing said of a work: an element of Dublin Core. */
export interface Statement {
  /** Qualified name: `dc:title`, `dcterms:issued`. */
  readonly name: string;
  readonly words: string;
  /** BCP 47. */
  readonly lang?: string | undefined;
  /** Encoding scheme of the DCMI terms, which only qualified Dublin Core can say: `W3CDTF`, `URI`. */
  readonly scheme?: string | undefined;
}

/** A statement of words without a language. */
export const say = (name: string, words: string): Statement => ({ name, words });

/** A statement of words in their language. */
export function sayIn(name: string, text: LangText): Statement {
  return { name, words: plainText(text), lang: languageTag(text.lang) };
}

/** The element of one record: a container with its namespaces, one statement a line; what says nothing is left out. */
export function recordElement(
  name: string,
  declarations: Readonly<Record<string, string>>,
  statements: readonly Statement[],
): string {
  const attributes = Object.entries(declarations).map(
    ([key, value]) => ` ${key}="${escapeAttribute(value)}"`,
  );
  const lines = new Map<string | Statement, string>();
  for (const each of statements) {
    if (each.words.trim() === '') continue;
    const line = `  ${element(each)}\n`;
    // Two people of one name are two; anything else that is said twice is one.
    lines.set(/creator|contributor/.test(each.name) ? each : line, line);
  }
  return `<${name}${attributes.join('')}>\n${[...lines.values()].join('')}</${name}>\n`;
}

function element({ name, words, lang, scheme }: Statement): string {
  // The schema of the terms allows no language beside an encoding scheme.
  const type = scheme === undefined ? '' : ` xsi:type="dcterms:${scheme}"`;
  const tag = lang === undefined || scheme !== undefined ? '' : ` xml:lang="${lang}"`;
  return `<${name}${type}${tag}>${escapeText(words)}</${name}>`;
}

/** What stands around the records of a file. */
export const envelope = {
  head: '<?xml version="1.0" encoding="UTF-8"?>\n<records>\n',
  between: '',
  tail: '</records>\n',
} as const;
