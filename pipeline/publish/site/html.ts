/** Markup that may stand in a page as it is. */
export interface Html {
  readonly html: string;
}

/** What a template may hold: text, which is escaped; markup; lists of both; nothing. */
export type Piece = Html | string | number | undefined | false | readonly Piece[];

/** A piece of a page. Whatever fills a hole is escaped, in content and in quoted attributes alike, unless it is markup. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const all = [parts[0] ?? ''];
  for (let at = 0; at < pieces.length; at += 1) all.push(markup(pieces[at]), parts[at + 1] ?? '');
  // Not added one to the other: what is kept would be a tree of its pieces, walked each time that it is used.
  return { html: all.join('') };
}

/** Markup that was made by another writer of ours, and escaped there. */
export function trusted(markup: string): Html {
  return { html: markup };
}

/** Pieces with something between each two. */
export function joined(pieces: readonly Piece[], between: Piece): Html {
  return { html: pieces.map(markup).join(markup(between)) };
}

function markup(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  if ('html' in piece) return piece.html;
  return piece.map(markup).join('');
}

const special = /[&<>"]/;
const everySpecial = /[&<>"]/g;
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  if (!special.test(text)) return text;
  return text.replace(everySpecial, (character) => references[character] ?? character);
}
