import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const house = join(import.meta.dirname, '../pipeline');

/** Which doors each place has: the rooms it may import from, besides its own files and packages. */
const doors: Readonly<Record<string, readonly string[]>> = {
  base: [],
  fetch: ['base'],
  read: ['base'],
  tidy: ['base'],
  check: ['base'],
  reconcile: ['base'],
  map: ['base'],
  write: ['base'],
  'stages.ts': ['base', 'read', 'tidy', 'check', 'reconcile', 'map', 'write'],
  'run.ts': ['base', 'fetch', 'stages.ts'],
  'output.ts': [],
  'stream.ts': ['base', 'fetch', 'stages.ts', 'output.ts'],
  'worker.ts': ['base', 'fetch', 'stages.ts', 'output.ts', 'stream.ts'],
  'shards.ts': ['base', 'fetch', 'worker.ts'],
  'convert.ts': ['base', 'fetch', 'stages.ts', 'run.ts', 'output.ts', 'stream.ts', 'shards.ts'],
  publish: ['base', 'write'],
  deposit: ['base', 'fetch', 'write'],
  load: ['base', 'fetch'],
  serve: ['base', 'write'],
  'dump-thread.ts': ['base', 'publish', 'stages.ts'],
  'dump-thread.js': ['dump-thread.ts'],
  commands: [
    'base',
    'fetch',
    'publish',
    'deposit',
    'load',
    'serve',
    'run.ts',
    'convert.ts',
    'stream.ts',
    'stages.ts',
    'dump-thread.ts',
  ],
  'cli.ts': ['base', 'commands'],
  'index.ts': ['base', 'run.ts', 'convert.ts', 'stages.ts'],
  'moisson.js': ['cli.ts'],
  'worker.js': ['worker.ts'],
};

interface Import {
  readonly file: string;
  readonly target: string;
}

const files = readdirSync(house, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:ts|js)$/.test(file))
  .map((file) => file.replaceAll('\\', '/'));

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(house, file), 'utf8');
  const targets = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '');
  return targets.map((target) => ({
    file,
    target: relative(house, join(house, dirname(file), target)).replaceAll('\\', '/'),
  }));
});

const placeOf = (file: string) => file.split('/')[0] ?? file;

describe('the house', () => {
  test('every place is known', () => {
    expect([...new Set(files.map(placeOf))].sort()).toEqual(Object.keys(doors).sort());
  });

  test('nobody goes through a wall', () => {
    const wrong = imports.filter(({ file, target }) => {
      const [from, to] = [placeOf(file), placeOf(target)];
      return from !== to && !doors[from]?.includes(to) && !target.startsWith('../');
    });
    expect(wrong).toEqual([]);
  });

  test('no file imports itself in a circle', () => {
    const reaches = new Map(
      files.map((file) => [file, imports.filter((each) => each.file === file).map(({ target }) => target)]),
    );
    const circles = files.filter((file) => isReached(file, reaches.get(file) ?? [], reaches));
    expect(circles).toEqual([]);
  });

  // What a package of others exports is its own affair.
  test.each(files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts')))(
    '%s has named exports only, and no attic name',
    (file) => {
      const text = readFileSync(join(house, file), 'utf8');
      expect(text).not.toMatch(/export default|export \* /);
      expect(file).not.toMatch(/utils|common|misc|manager|service|helper/);
    },
  );
});

function isReached(
  file: string,
  next: readonly string[],
  reaches: ReadonlyMap<string, readonly string[]>,
): boolean {
  const seen = new Set<string>();
  const queue = [...next];
  for (let target = queue.pop(); target !== undefined; target = queue.pop()) {
    if (target === file) return true;
    if (seen.has(target)) continue;
    seen.add(target);
    queue.push(...(reaches.get(target) ?? []));
  }
  return false;
}
