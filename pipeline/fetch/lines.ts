import { exitCode, UserError } from '../base/user-error.ts';
import type { Words } from '../base/words.ts';
import { chunksOf, type Damage, utf8 } from './chunks.ts';

/**
 * The lines of a file, gzip or not, without their ends. Only LF ends one: other ends of lines may stand in a text. A file that
 * cannot be read, is damaged or is not UTF-8 is a `UserError`, with the line.
 */
export async function* linesOf(file: string): AsyncIterable<string> {
  let count = 0;
  let damage: UserError | undefined;
  const onDamage = ({ message }: Damage) => {
    damage = unreadable(file, { fr: `gzip abîmé (${message})`, en: `damaged gzip (${message})` });
  };
  for await (const { bytes } of readable(file, onDamage)) {
    // The last line of a damaged archive is cut.
    if (damage !== undefined) throw damage;
    const text = utf8(bytes);
    if (text === undefined) throw unreadable(`${file}:${count + 1}`, notUtf8);
    const lines = text.split('\n');
    if (lines.at(-1) === '') lines.pop();
    count += lines.length;
    yield* lines;
  }
  if (damage !== undefined) throw damage;
}

async function* readable(file: string, onDamage: (damage: Damage) => void) {
  try {
    yield* chunksOf(file, undefined, onDamage);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error instanceof UserError) throw error;
    throw unreadable(file, {
      fr: `lecture impossible (${error.code})`,
      en: `cannot be read (${error.code})`,
    });
  }
}

const notUtf8: Words = { fr: 'pas en UTF-8', en: 'not in UTF-8' };

/** What is wrong in a file. `place`: its name, and the line if there is one. */
export function unreadable(place: string, { fr, en }: Words): UserError {
  return new UserError({ fr: `${place} : ${fr}`, en: `${place}: ${en}` }, exitCode.input);
}
