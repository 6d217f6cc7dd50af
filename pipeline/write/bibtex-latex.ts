import { plainText } from '../base/plain-text.ts';
import type { LangText } from '../base/work.ts';

/** The characters that TeX takes for its own (The TeXbook, chapter 7); all others are written as they are, in UTF-8. */
const own: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const commands: Readonly<Record<string, string>> = {
  i: '\\textit{',
  em: '\\emph{',
  b: '\\textbf{',
  strong: '\\textbf{',
  sub: '\\textsubscript{',
  sup: '\\textsuperscript{',
};

const tag = /<(\/?)(i|em|b|strong|sub|sup)>/;

/** A text in LaTeX; italics, bold, subscripts and superscripts as commands, other markup as its plain text. */
export function latexOf(text: LangText | undefined): string | undefined {
  if (!text) return undefined;
  const value = text.value;
  if (text.markup !== 'html' || !/[<&]/.test(value)) return escaped(plainText(text));
  const hasOther = /<(?!\/?(?:i|em|b|strong|sub|sup)>)[a-z/]/i.test(value);
  if (hasOther) return escaped(plainText(text));
  // A capturing split gives the text, the slash and the name in turn.
  const pieces = value.split(tag);
  let latex = '';
  for (let at = 0; at < pieces.length; at += 3) {
    latex += escaped(plainPiece(pieces[at] ?? ''));
    const name = pieces[at + 2];
    if (name !== undefined) latex += pieces[at + 1] === '/' ? '}' : (commands[name] ?? '{');
  }
  return latex;
}

/** Entities decoded, spaces at the ends kept. */
function plainPiece(html: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(html) ?? [];
  return before + plainText({ value: inner, markup: 'html' }) + after;
}

function escaped(text: string): string {
  return text.replace(/[\\{}&%$#_~^]/g, (character) => own[character] ?? character);
}

/** An identifier or an address, which TeX takes as it is, but for braces that would end the field. */
export function verbatimOf(value: string | undefined): string | undefined {
  return value?.replace(/[{}]/g, (brace) => encodeURIComponent(brace));
}
