import { plainText } from '../../base/plain-text.ts';
import type { LangText } from '../../base/work.ts';
import { type Html, html, trusted } from './html.ts';

/** What a text may hold in a page (crosswalk T3); anything else between angle brackets is shown as it is. */
const allowed = /^<\/?(?:i|em|b|sub|sup|math|m[a-z]+|none|semantics)(?: [a-z]+="[^"<>]*")*\/?>$/;
const smallCaps = '<span style="font-variant:small-caps">';

/** A text with its inline markup. */
export function inline({ value, lang, markup }: LangText): Html {
  if (markup !== 'html') return html`${lang?.startsWith('fr') ? spaced(value) : value}`;
  const pieces = value.split(/(<[^<>]*>)/).map((piece, at) => (at % 2 === 0 ? content(piece) : tag(piece)));
  return trusted(pieces.join(''));
}

/** The paragraphs of a text, which an empty line parts. */
export function paragraphs(text: LangText): Html {
  const parts = text.value.split(/\n{2,}/).filter((part) => part.trim() !== '');
  return html`${parts.map((value) => html`<p>${inline({ ...text, value: value.trim() })}</p>\n`)}`;
}

/** The attribute that marks a text whose language is not that around it; `''` where nobody knows it (HTML, `lang`). */
export function langOf(text: LangText, around: string): Html | undefined {
  const own = text.lang === 'mul' || text.lang === 'und' ? '' : (text.lang ?? '');
  // On a page in French a text without a language is most often French: saying nothing is read aloud best.
  if (own === around || own === '') return undefined;
  return html` lang="${own}"`;
}

/** The plain words of a text on one line, for a title bar or an attribute; spaces at which no line may break stay. */
export function plainLine(text: LangText): string {
  return plainText(text)
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim();
}

/** French sets a space before high punctuation at which no line may break. */
function spaced(text: string): string {
  return text.replace(/ (?=[:;?!»](?:\s|$))/g, '\u00a0').replace(/« /g, '«\u00a0');
}

function content(text: string): string {
  return text
    .replace(/&(?!(?:[a-z][a-z0-9]*|#\d+|#x[0-9a-f]+);)/gi, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function tag(text: string): string {
  // The page's Content-Security-Policy knows no style attributes.
  if (text === smallCaps) return '<span class="small-caps">';
  if (text === '</span>' || allowed.test(text)) return text;
  return content(text);
}
