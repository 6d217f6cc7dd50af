import { describe, expect, test } from 'vitest';
import { readableId } from '../../pipeline/reconcile/things.ts';

describe('readableId', () => {
  test.each([
    ['Les pratiques numériques', 'les-pratiques-numeriques'],
    ['社会福祉', '2c7c59535c80'],
    [`${'x'.repeat(100)} ${'y'.repeat(59)}`, `${'x'.repeat(100)}-${'y'.repeat(59)}`],
    [`${'x'.repeat(100)} ${'y'.repeat(60)}`, `${'x'.repeat(100)}-${'y'.repeat(46)}-491e2af6e0ea`],
  ])('%s', (text, id) => expect(readableId(text)).toBe(id));

  test.each([['x'.repeat(10_000)], ['é'.repeat(300)], ['xyz '.repeat(300)]])(
    'names a file on any disk, and tells long texts apart: %#',
    (text) => {
      const [id, other] = [readableId(text), readableId(`${text}a`)];
      expect(id.length).toBeLessThanOrEqual(160);
      expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(other).not.toBe(id);
    },
  );
});
