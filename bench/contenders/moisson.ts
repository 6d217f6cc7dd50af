import { Writable } from 'node:stream';
import { main } from '../../pipeline/cli.ts';
import { type Job, Unavailable } from '../contender.ts';

/** One or several conversions of the command line, each from the file to a file. */
export interface MoissonRun {
  readonly to: readonly string[];
  readonly jobs?: number | undefined;
  readonly distinct?: boolean | undefined;
}

/** Base of all IRIs in the benchmark. */
export const base = 'https://example.org/id/';

/** Moisson as a person runs it: the same words, the same checks, the same output. */
export function moisson({ to, jobs = 1, distinct = false }: MoissonRun): Job {
  return async ({ input, output }, clock) => {
    for (const [index, format] of to.entries()) {
      const target = index === 0 ? output : `${output}.${index}`;
      const words = ['convert', input, '--from', 'crossref', '--to', format, '--base', base, '-o', target];
      const options = [...words, '--jobs', String(jobs), ...(distinct ? ['--distinct'] : [])];
      const { code, talk } = await clock.time(() => convert(options));
      // 1: some records bear findings of level error, or were rejected; the conversion itself is complete.
      if (code > 1) throw new Unavailable(`moisson ${options.join(' ')}: ${talk.trim().split('\n')[0]}`);
    }
  };
}

async function convert(argv: readonly string[]): Promise<{ readonly code: number; readonly talk: string }> {
  let talk = '';
  const err = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      if (talk.length < 10_000) talk += chunk.toString();
      done();
    },
  });
  const code = await main(argv, {
    out: process.stdout,
    err,
    environment: { LC_ALL: 'C' },
    clock: () => new Date(0),
  });
  return { code, talk };
}
