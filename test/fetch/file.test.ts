import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '../../pipeline/base/user-error.ts';
import { fetched, readSource } from '../../pipeline/fetch/file.ts';
import { readStdin } from '../../pipeline/fetch/stdin.ts';

let folder = '';
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moisson-'));
  await writeFile(file('articles.txt'), 'Vie sociale, 28\n');
  await writeFile(file('empty.txt'), '');
  await writeFile(file('articles.txt.gz'), gzipSync('Vie sociale, 28\n'));
  await writeFile(file('packed.txt'), gzipSync('Vie sociale, 28\n'));
  await writeFile(file('short.txt.gz'), gzipSync('Vie sociale, 28\n'.repeat(99)).subarray(0, 30));
  await writeFile(file('not.gz'), 'Vie sociale, 28\n');
  await writeFile(file('logo.png'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  await writeFile(file('list.xlsx'), Buffer.from('504b0304140000000800', 'hex'));
  await writeFile(file('other.dat'), Buffer.from('0001020300', 'hex'));
  await writeFile(file('huge.txt'), '');
  await truncate(file('huge.txt'), 512 * 1024 * 1024 + 1);
});
afterAll(() => rm(folder, { recursive: true }));

const refusal = async (reading: Promise<unknown>) => {
  const error = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw new Error('no UserError', { cause: error });
  return error;
};

describe('readSource', () => {
  test('gives the text, the size and the checksum of the file', async () => {
    expect(await readSource(file('articles.txt'))).toEqual({
      text: 'Vie sociale, 28\n',
      encoding: 'utf-8',
      inferred: false,
      bytes: 16,
      sha256: 'c3b89b090a22018e2987b64698ba1ca26bcde9af0253bfaac2558c81c2a6b0cc',
    });
  });

  test.each(['articles.txt.gz', 'packed.txt'])('unzips %s, and counts the stored bytes', async (name) => {
    const source = await readSource(file(name));
    expect(source.text).toBe('Vie sociale, 28\n');
    expect(source.bytes).toBeGreaterThan(16);
  });

  test('reads an empty file as an empty text', async () => {
    expect(await readSource(file('empty.txt'))).toMatchObject({ text: '', bytes: 0 });
  });

  test.each([
    [
      'a missing file',
      'article.txt',
      'no such file (near: “articles.txt”)',
      'n’existe pas (proche : « articles.txt »)',
    ],
    ['a missing folder', 'no/where/at/all.txt', 'no such file; check the path', 'n’existe pas ; vérifier'],
    ['a file taken for a folder', 'articles.txt/x', 'no such file; check', 'n’existe pas ; vérifier'],
    ['a folder', '.', 'is a folder', 'est un dossier'],
    ['an image', 'logo.png', 'is not text but a PNG image', 'n’est pas un texte mais une image PNG'],
    ['a workbook', 'list.xlsx', 'an office file (xlsx', 'un classeur (xlsx'],
    ['any binary', 'other.dat', 'a binary file', 'un fichier binaire'],
    ['a truncated archive', 'short.txt.gz', 'damaged gzip archive', 'archive gzip tronquée'],
    ['a false archive', 'not.gz', 'damaged gzip archive', 'archive gzip tronquée'],
    ['a file that is too large', 'huge.txt', 'is over 512 MiB', 'dépasse 512 Mio'],
  ])('refuses %s in both languages, with its path', async (_name, path, en, fr) => {
    const error = await refusal(readSource(file(path)));
    expect(error.exit).toBe(3);
    expect(error.words.en).toContain(en);
    expect(error.words.fr).toContain(fr);
    expect(error.words.fr).toContain(file(path));
    expect(error.words.en).toContain(file(path));
  });

  // Root may read everything.
  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'refuses a file that may not be read',
    async () => {
      await writeFile(file('secret.txt'), 'x', { mode: 0 });
      expect((await refusal(readSource(file('secret.txt')))).words.en).toContain('refuses to read');
    },
  );
});

describe('readStdin', () => {
  test('joins what comes in pieces, even inside a letter', async () => {
    const whole = Buffer.from('numérique');
    const input = (async function* () {
      yield whole.subarray(0, 4);
      yield whole.subarray(4);
    })();
    expect((await readStdin(input)).text).toBe('numérique');
  });

  test('names standard input when it refuses it', async () => {
    const input = (async function* () {
      yield Buffer.from([0, 1, 2]);
    })();
    expect((await refusal(readStdin(input))).words.en).toContain('stdin is not text');
  });
});

describe('fetched', () => {
  test('says which encoding it guessed', async () => {
    expect(await fetched(Buffer.from('num\xe9rique', 'latin1'), 'x.txt')).toMatchObject({
      text: 'numérique',
      encoding: 'windows-1252',
      inferred: true,
    });
  });
});
