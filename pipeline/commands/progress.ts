import type { Words } from '../base/words.ts';
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
export function progressLine(context: Context, clock: () => number = () => performance.now()): ProgressLine {
  const { show, clear } = slowLine(context, clock);
  const { language } = context;
  return { update: (progress) => show((elapsed) => sentence(progress, elapsed, language)), clear };
}

/** The same for what is counted only: `[████░░░░] 42 %  12 000 affirmations sur 28 000`. */
export function countLine(
  context: Context,
  noun: Words,
  clock: () => number = () => performance.now(),
): { update(done: number, total: number): void; clear(): void } {
  const { show, clear } = slowLine(context, clock);
  const { language } = context;
  const number = new Intl.NumberFormat(language);
  const of = { fr: 'sur', en: 'of' }[language];
  return {
    update: (done, total) =>
      show(
        () => `${bar(done / total)}  ${number.format(done)} ${noun[language]} ${of} ${number.format(total)}`,
      ),
    clear,
  };
}

function slowLine({ err }: Context, clock: () => number) {
  if (!('isTTY' in err) || !err.isTTY) return { show: () => {}, clear: () => {} };
  const begun = clock();
  let last = begun + silence - pause;
  let isShown = false;
  return {
    show(text: (elapsed: number) => string): void {
      const now = clock();
      if (now - last < pause) return;
      last = now;
      isShown = true;
      err.write(`\r\u001b[K${text(now - begun)}`);
    },
    clear(): void {
      if (isShown) err.write('\r\u001b[K');
    },
  };
}

function bar(share: number): string {
  const filled = Math.round(share * 20);
  return `[${'█'.repeat(filled)}${'░'.repeat(20 - filled)}] ${Math.floor(share * 100)} %`;
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
  return [
    share === undefined ? undefined : bar(share),
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
