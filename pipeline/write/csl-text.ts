import { decodeEntities } from '../base/html-entities.ts';
import { plainText } from '../base/plain-text.ts';
import type { LangText } from '../base/work.ts';

const tagOrText = /<[^<>]*>|[^<]+|</g;
const formula = /<(?:math|m[a-z]+)[\s>]/;
const tagLike = /<(?=[A-Za-z/])/g;

/**
 * A text with the tags that CSL knows (`i b sub sup` and small caps), everything else as it is read: CSL has no
 * entities. `em` is printed as `i`; of a formula the words are left.
 */
export function cslRich(text: LangText): string {
  if (text.markup !== 'html') return text.value;
  if (formula.test(text.value)) return cslPlain(text);
  return text.value.replace(tagOrText, (piece) =>
    piece.startsWith('<') && piece.length > 1 ? cslTag(piece) : untagged(decodeEntities(piece)),
  );
}

/** A text without markup. */
export function cslPlain(text: LangText): string {
  return text.markup === 'html' ? untagged(plainText(text)) : text.value;
}

/** Whether the markup of a text comes through whole. */
export function isCslMarkup(html: string): boolean {
  return !formula.test(html) && !/<\/?em>/.test(html);
}

// citeproc-js knows small caps by this very spelling.
function cslTag(tag: string): string {
  if (tag.startsWith('<span')) return '<span style="font-variant:small-caps;">';
  return tag.replace(/^(<\/?)em>$/, '$1i>');
}

/** What only looks like a tag would be taken for one. */
function untagged(text: string): string {
  return text.includes('<') ? text.replace(tagLike, '&lt;') : text;
}
