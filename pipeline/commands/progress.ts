import type { Progress } from '../convert.ts';
import type { Context } from './context.ts';

/** A line on the terminal that says how far a conversion is; nothing for the first second, and nothing in a pipe. */
export interface ProgressLine {
  update(progress: Progress): void;
  /** Takes the line away. */
  clear(): void;
}

const silence = 1000;
const pause = 200;

/** `clock`: milliseconds since any moment. */
export function progressLine(
  { err, language }: Context,
  clock: () => number = () => performance.now(),
): ProgressLine {
  if (!('isTTY' in err) || !err.isTTY) return { update: () => {}, clear: () => {} };
  const begun = clock();
  let last = begun + silence - pause;
  let isShown = false;
  return {
    update(progress) {
      const now = clock();
      if (now - last < pause) return;
      last = now;
      isShown = true;
      err.write(`\r\u001b[K${sentence(progress, now - begun, language)}`);
    },
    clear() {
      if (isShown) err.write('\r\u001b[K');
    },
  };
}

/** `[████░░░░] 42 %  12 000 notices  34 Mo  8 500/s  reste 1 min 20 s  3 refusées`. `elapsed`: milliseconds. */
export function sentence(
  { read, total, records, rejected }: Progress,
  elapsed: number,
  language: 'fr' | 'en',
): string {
  const number = new Intl.NumberFormat(language);
  const share = total ? Math.min(read / total, 1) : undefined;
  const words = {
    fr: { records: 'notices', left: 'reste', rejected: 'refusées', bytes: 'Mo' },
    en: { records: 'records', left: 'left', rejected: 'rejected', bytes: 'MB' },
  }[language];
  const filled = Math.round((share ?? 0) * 20);
  return [
    share === undefined
      ? undefined
      : `[${'█'.repeat(filled)}${'░'.repeat(20 - filled)}] ${Math.floor(share * 100)} %`,
    `${number.format(records)} ${words.records}`,
    `${number.format(Math.round(read / 1e6))} ${words.bytes}`,
    `${number.format(Math.round(records / (elapsed / 1000)))}/s`,
    share ? `${words.left} ${duration((elapsed / share) * (1 - share))}` : undefined,
    rejected > 0 ? `${number.format(rejected)} ${words.rejected}` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join('  ');
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
