import { readFileSync, statSync } from 'node:fs';
import { exitCode, UserError } from '../base/user-error.ts';

/** The lines of a file with an account, which nobody else may read: the login, then the password. */
export function credentialLines(file: string): readonly string[] {
  let text: string;
  try {
    // Windows keeps no such rights.
    const open = process.platform === 'win32' ? 0 : statSync(file).mode & 0o077;
    if (open !== 0)
      throw new UserError({
        fr: `${file} : d’autres peuvent le lire ; chmod 600 ${file}`,
        en: `${file}: others can read it; chmod 600 ${file}`,
      });
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError({ fr: `${file} : illisible`, en: `${file}: cannot be read` }, exitCode.input);
  }
  return text.split(/\r?\n/);
}
