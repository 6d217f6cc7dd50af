import type { Finding } from '../base/finding.ts';
import { exitCode } from '../base/user-error.ts';
import type { Words } from '../base/words.ts';
import { countLevels } from '../publish/index.ts';
import type { Gathering } from '../run.ts';
import { type Context, tell } from './context.ts';

/** Says what a run could not read, and gives the exit code: 3 when a source is missing, 1 for errors or rejects, else 0. */
export function concluded({ rejected, failures, findings }: Gathering, context: Context): number {
  for (const failure of failures) tell(context, failure.words);
  for (const { place, reason } of rejected)
    tell(
      context,
      prefixed(place, { fr: `notice refusée : ${reason.fr}`, en: `record rejected: ${reason.en}` }),
    );
  for (const each of findings)
    if (each.level === 'error' && !each.corrected) tell(context, prefixed(each.place, each.message));
  if (failures.length > 0) return Math.max(...failures.map(({ exit }) => exit));
  return rejected.length > 0 || countLevels(findings).error > 0 ? exitCode.findings : exitCode.fine;
}

/** `file:line:column: sentence`, the form that editors follow. */
export function prefixed({ file, line, column }: Finding['place'], words: Words): Words {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return { fr: `${place}: ${words.fr}`, en: `${place}: ${words.en}` };
}
