import { Writable } from 'node:stream';
import { main } from '../pipeline/cli.ts';
import { newClock, type Spent } from './clock.ts';

// One build of a lab: `site-child.js <folder>`; the answer goes to the parent as a message.

/** What a build cost, and what it said. */
export interface Build extends Spent {
  /** Bytes of the largest resident set of the process. */
  readonly peak: number;
  readonly said: string;
}

const [, , folder = ''] = process.argv;
let said = '';
const err = new Writable({
  write(chunk: Buffer, _, done) {
    said += chunk.toString();
    done();
  },
});
const clock = newClock();
const code = await clock.time(() =>
  main(['build', folder], {
    out: process.stdout,
    err,
    environment: { LANG: 'C', SOURCE_DATE_EPOCH: '1767225600' },
    clock: () => new Date(0),
  }),
);
if (code !== 0) throw new Error(`the build ended with ${code}: ${said}`);
process.send?.({ ...clock.read(), peak: process.resourceUsage().maxRSS * 1024, said } satisfies Build);
process.disconnect?.();
