import { decodeEntities } from './html-entities.ts';
import type { LangText } from './work.ts';

// biome-ignore format: a table
const raised: ReadonlyMap<string, string> = pairs(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ',
);
const lowered: ReadonlyMap<string, string> = pairs(
  '0123456789+-−=()aehijklmnoprstuvxβγρφχ',
  '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ',
);

const token = /<(\/?)([A-Za-z][\w:.-]*)((?:\s[^<>]*|\/)?)>|[^<]+|</g;
const paragraphs = new Set(['p', 'div']);
const silent = new Set(['annotation', 'annotation-xml']);
// Longer than any index or exponent that is read as one.
const longestScript = 40;

/**
 * The plain form of a text, for literals, meta tags and XML without markup: `CO<sub>2</sub>` → `CO₂`, entities decoded,
 * MathML reduced to its text, inline tags leaving no space behind (crosswalk T3).
 */
export function plainText(text: LangText): string {
  if (text.markup !== 'html') return text.value;
  if (!/[<&]/.test(text.value)) return text.value;
  return new PlainText().read(text.value);
}

/** Reads one HTML text; the pieces and the open tags live only that long. */
class PlainText {
  readonly pieces: string[] = [];
  readonly scripts: { readonly name: string; readonly start: number }[] = [];
  math = 0;
  skipped: string | undefined;

  read(html: string): string {
    for (const [whole, slash, tag] of html.matchAll(token)) {
      if (tag === undefined) this.text(whole);
      else if (!whole.endsWith('/>')) this.tag(localName(tag), slash === '/');
    }
    return this.pieces
      .join('')
      .replace(/ ?\n\n[ \n]*/g, '\n\n')
      .trim();
  }

  text(words: string): void {
    if (this.skipped !== undefined) return;
    // Between MathML elements, white space is only the layout of the source.
    if (this.math > 0 && words.trim() === '') return;
    this.pieces.push(decodeEntities(this.math > 0 ? words.trim() : words));
  }

  tag(name: string, closes: boolean): void {
    if (this.skipped !== undefined) {
      if (closes && name === this.skipped) this.skipped = undefined;
      return;
    }
    if (silent.has(name) && !closes) this.skipped = name;
    else if (name === 'math') this.math = Math.max(0, this.math + (closes ? -1 : 1));
    else if (paragraphs.has(name)) this.pieces.push('\n\n');
    else if (name === 'br') this.pieces.push('\n');
    else if (name === 'sub' || name === 'sup') this.script(name, closes);
  }

  script(name: string, closes: boolean): void {
    if (!closes) {
      this.scripts.push({ name, start: this.pieces.length });
      return;
    }
    const open = this.scripts.pop();
    if (open?.name !== name) return;
    let length = 0;
    for (let i = open.start; i < this.pieces.length; i += 1) {
      length += this.pieces[i]?.length ?? 0;
      if (length > longestScript) return;
    }
    const inside = this.pieces.slice(open.start).join('');
    this.pieces.length = open.start;
    this.pieces.push(scripted(inside, name));
  }
}

/** A text in Unicode's own indices or exponents when each of its characters has one; else the text itself. */
export function scripted(text: string, place: string): string {
  const table = place === 'sub' ? lowered : raised;
  const characters = [...text].map((character) => table.get(character));
  return characters.every((character) => character !== undefined) ? characters.join('') : text;
}

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const images = [...to];
  return new Map([...from].map((character, index) => [character, images[index] ?? character]));
}

const localName = (tag: string) => tag.slice(tag.indexOf(':') + 1).toLowerCase();
