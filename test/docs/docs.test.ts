import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { commands } from '../../pipeline/commands/index.ts';
import { moisson } from '../commands/moisson.ts';
import { pages } from './pages.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

describe('the documents', () => {
  test.each(pages().map(({ path, content }) => [path, content]))(
    '%s is what the code says (npm run docs)',
    (path, content) => {
      expect(read(path)).toBe(content);
    },
  );

  test('the README is short and names every command', () => {
    const text = read('README.md');
    expect(text.split('\n').length).toBeLessThanOrEqual(150);
    for (const { usage } of commands) expect(text).toContain(`moisson ${usage.split(' ')[0]}`);
  });

  test('what the README shows of the graph and of the report is in out/', () => {
    const text = read('README.md');
    const lines = (language: string) =>
      new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1]?.split('\n').filter(Boolean) ?? [];
    const [turtle, report] = [lines('turtle'), lines('markdown')];
    expect([turtle.length, report.length]).toEqual([7, 1]);
    for (const line of turtle) expect(read('out/labacces.ttl')).toContain(line);
    for (const line of report) expect(read('out/report.md')).toContain(line);
  });

  test('every command that the README shows with its output gives that output', async () => {
    const shown = [...read('README.md').matchAll(/```console\n\$ moisson ([^\n]*)\n([\s\S]*?)```/g)];
    expect(shown.length).toBeGreaterThan(0);
    for (const [, line = '', output] of shown) {
      const argv = [...line.matchAll(/'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
      const paths = argv.map((word) => (word.startsWith('out/') ? fileURLToPath(new URL(word, root)) : word));
      expect((await moisson(paths)).out).toBe(output);
    }
  });

  test.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])('every link of %s leads somewhere', (path) => {
    const links = [...read(path).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !/^https?:/.test(link) && !existsSync(new URL(link, root)))).toEqual([]);
  });
});
