import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { folderOf, labFolder, moisson } from './moisson.ts';

const root = join(import.meta.dirname, '../..');

/** The program in a folder of its own, so that its `ontology/` can be changed. */
function copyOfProgram(): string {
  const folder = folderOf({});
  for (const part of ['pipeline', 'ontology', 'package.json', 'tsconfig.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function run(program: string, argv: readonly string[], environment: Record<string, string> = {}) {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(program, 'pipeline/moisson.js'), ...argv],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LANG: 'C', ...environment },
    },
  );
  return { status, stderr, stdout };
}

function bytesOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map((entry) => [
      join(entry.parentPath, entry.name).slice(folder.length),
      readFileSync(join(entry.parentPath, entry.name)).toString('base64'),
    ]),
  );
}

describe('a shape broken on purpose', () => {
  test.each([
    [
      'that the graph cannot meet',
      '\n<urn:strict> a sh:NodeShape ; sh:targetClass schema:ScholarlyArticle ; sh:property [ sh:path bibo:doi ; sh:minCount 1 ; sh:message "il faut un DOI"@fr, "a DOI is needed"@en ] .\n',
      1,
      /a DOI is needed/,
    ],
    ['that is no Turtle', '\nthis is no Turtle\n', 3, /shapes\.ttl cannot be read/],
  ])('%s stops the build with a message, and the old out/ stays', async (_, text, exit, message) => {
    const program = copyOfProgram();
    const lab = labFolder();
    expect((await moisson(['build', lab])).code).toBe(0);
    const before = bytesOf(lab);
    appendFileSync(join(program, 'ontology/shapes.ttl'), text);
    writeFileSync(
      join(lab, 'data/articles.txt'),
      readFileSync(join(lab, 'data/articles.txt'), 'utf8').replace('sacrifice', 'sacrifices'),
    );
    const { status, stderr } = run(program, ['build', lab]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(exit);
    expect({ ...bytesOf(lab), '/data/articles.txt': '' }).toEqual({ ...before, '/data/articles.txt': '' });
  });
});

test('time zone, language and time of day change no byte', async () => {
  const [lab, other] = [labFolder(), labFolder()];
  const epoch = { SOURCE_DATE_EPOCH: '1700000000' };
  expect(run(root, ['build', lab], { ...epoch, TZ: 'Pacific/Auckland', LANG: 'C' }).status).toBe(0);
  expect(run(root, ['build', other], { ...epoch, TZ: 'America/Lima', LANG: 'fr_FR.UTF-8' }).status).toBe(0);
  expect(bytesOf(other)).toEqual(bytesOf(lab));
  expect((await moisson(['build', lab], { LANG: 'tr_TR.UTF-8', NOW: '2027-03-01T23:59:59Z' })).code).toBe(0);
  expect(bytesOf(lab)).toEqual(bytesOf(other));
});

describe('a build that is killed', () => {
  // The folders are those that a build makes beside out/: for the files of the dump, and for the new out/.
  test('leaves a whole out/, and the next build puts all right', async () => {
    const lab = labFolder();
    const page = join(lab, 'data/articles.txt');
    await moisson(['build', lab]);
    for (const folder of ['data', '.out-graph', '.out-building']) {
      const before = bytesOf(join(lab, 'out'));
      writeFileSync(
        page,
        readFileSync(page, 'utf8').replace(/sacrifices*/, (word) => `${word}s`),
      );
      const child = spawn(process.execPath, [join(root, 'pipeline/moisson.js'), 'build', lab], {
        stdio: 'ignore',
      });
      while (!existsSync(join(lab, folder)) && child.exitCode === null) await setTimeout(2);
      child.kill('SIGKILL');
      await ended(child);
      const killed = existsSync(join(lab, 'out')) ? bytesOf(join(lab, 'out')) : before;
      expect((await moisson(['build', lab])).code).toBe(0);
      const after = bytesOf(join(lab, 'out'));
      expect(after).not.toEqual(before);
      expect([before, after]).toContainEqual(killed);
      expect(readdirSync(lab).sort()).toEqual(['data', 'out']);
    }
  });
});

test('a reader that closes the pipe early is no error', () => {
  const { status, stderr } = spawnSync(
    'sh',
    [
      '-c',
      `"${process.execPath}" "${join(root, 'pipeline/moisson.js')}" convert "${join(root, 'data/articles.txt')}" --to nt --base https://data.example.org/ | head -1 >/dev/null`,
    ],
    { encoding: 'utf8' },
  );
  expect(status).toBe(0);
  expect(stderr).not.toContain('bug');
});

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
}
