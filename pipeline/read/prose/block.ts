/** A part of a page that stands by itself: a paragraph, an item of a list, a row of a table, a heading, a card. */
export interface Block {
  readonly kind: 'heading' | 'item' | 'paragraph' | 'row' | 'fields' | 'card' | 'hidden';
  /** Of a heading, from 1. */
  readonly level?: number | undefined;
  /** From 1. */
  readonly line: number;
  /** With the marks of Markdown or inline HTML; its own line breaks are hard ones. Of fields, headings and cells between tabs. */
  readonly source: string;
}

/** What stands before an abstract or keywords, or says in which language they are. */
export const label =
  /^[\s*_[(]*(?:abstract|résumé|resume|summary|mots[- ]clés|keywords|\[?(?:fr|en|es|de)\]?(?=[\s*_:\])]))[\s*_:.\])]*/iu;

/** The abstract without its label: `Résumé. Cet article …`. */
export const withoutLabel = (words: string) => words.replace(label, '').trim();
export const isLanguageMark = (words: string) =>
  /^[\s*_]*\[?(?:fr|en|es|de)\]?[\s*_:]*(?:\n|$)/iu.test(words);

const link =
  /^[\s*_[(]*(?:(?:disponible|lire|texte|consult\S+|available|read|lien|pdf|doi|hal|télécharger|voir)\b.{0,60}|https?:\S+|10\.\d{4,9}\/\S+)$/iu;

/** A line below a citation that is an address, or the label of one. */
export const isLinkLine = (words: string) => words.length <= 200 && link.test(words);
