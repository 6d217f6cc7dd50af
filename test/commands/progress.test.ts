import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import type { Context } from '../../pipeline/commands/context.ts';
import { countLine } from '../../pipeline/commands/progress.ts';

function terminal(isTTY: boolean) {
  let text = '';
  const err = Object.assign(
    new Writable({
      write(chunk: Buffer, _, done) {
        text += chunk.toString();
        done();
      },
    }),
    { isTTY },
  );
  const context: Context = {
    language: 'fr',
    out: err,
    err,
    now: '',
    time: () => '',
    environment: {},
    onInterrupt: () => () => {},
  };
  return { context, text: () => text };
}

test('what is counted shows on a terminal after a second, five times a second, and goes away', () => {
  const { context, text } = terminal(true);
  let now = 0;
  const line = countLine(context, { fr: 'affirmations', en: 'statements' }, () => now);
  for (const [at, done] of [
    [900, 1],
    [1100, 500],
    [1200, 600],
    [1300, 750],
  ] as const) {
    now = at;
    line.update(done, 1000);
  }
  line.clear();
  expect(text().replaceAll('\u202f', ' ')).toBe(
    `\r\u001b[K[${'█'.repeat(10)}${'░'.repeat(10)}] 50 %  500 affirmations sur 1 000` +
      `\r\u001b[K[${'█'.repeat(15)}${'░'.repeat(5)}] 75 %  750 affirmations sur 1 000\r\u001b[K`,
  );
});

test('nothing in a pipe', () => {
  const { context, text } = terminal(false);
  countLine(context, { fr: 'affirmations', en: 'statements' }, () => 1e9).update(1, 2);
  expect(text()).toBe('');
});
