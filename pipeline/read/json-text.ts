import { isObject, type Json } from './json-part.ts';
import { type Piece, Unreadable } from './reader.ts';
import { ofBearableSize } from './record-size.ts';

/** The object that a piece of JSON is; unreadable, with line and column, when it is none. */
export function jsonObject(piece: Piece): Json {
  const { text, line } = ofBearableSize(piece);
  const value = parsed(text, line);
  if (isObject(value)) return value;
  throw new Unreadable({ fr: 'la notice n’est pas un objet JSON', en: 'the record is not a JSON object' });
}

function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const reason = message.includes('end of JSON input')
      ? { fr: 'le texte s’arrête au milieu', en: 'the text stops in the middle' }
      : { fr: 'faute de syntaxe', en: 'syntax error' };
    const position = /at position (\d+)/.exec(message)?.[1];
    if (position === undefined) {
      throw new Unreadable({ fr: `JSON illisible : ${reason.fr}`, en: `unreadable JSON: ${reason.en}` });
    }
    const before = text.slice(0, Number(position)).split('\n');
    const column = (before.at(-1) ?? '').length + 1;
    throw new Unreadable(
      {
        fr: `JSON illisible, colonne ${column} : ${reason.fr}`,
        en: `unreadable JSON, column ${column}: ${reason.en}`,
      },
      line + before.length - 1,
      column,
    );
  }
}
