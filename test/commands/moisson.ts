import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { main } from '../../pipeline/cli.ts';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The time in tests. */
export const now = '2026-01-15T08:00:00Z';

/** Runs a command line as a person would, in English unless the environment says otherwise. */
export async function moisson(
  argv: readonly string[],
  environment: Record<string, string> = { LANG: 'C' },
): Promise<Run> {
  const [out, err] = [collector(), collector()];
  const code = await main(argv, { out, err, environment, clock: () => new Date(environment.NOW ?? now) });
  return { code, out: out.text(), err: err.text() };
}

/** A folder that is gone after the test, with these files in it. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'moisson-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export function fileOf(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

/** A small lab. Its page has two notices of 1899 and 1904. */
export const labYaml = `name: Mon labo
base: https://data.example.org/id/
language: fr
licence: https://creativecommons.org/publicdomain/zero/1.0/
sources:
  - { name: articles, file: articles.txt }
people:
  - { family: Mauss, given: Marcel }
journals:
  - { title: L’Année sociologique, language: fr }
`;

export const sacrifice = `Essai sur la nature et la fonction du sacrifice

Par Henri Hubert et Marcel Mauss, 1899, dans L’Année sociologique, 2, 29-138.
`;

export const magie = `Esquisse d’une théorie générale de la magie

Par Henri Hubert et Marcel Mauss, 1904, dans L’Année sociologique, 7, 1-146.
`;

/** The folder of the small lab, with some of its files changed. */
export function labFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  return folderOf({
    'data/lab.yaml': labYaml,
    'data/articles.txt': `Articles\n\n${sacrifice}\n${magie}`,
    ...files,
  });
}

function collector(): Writable & { text(): string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer | string, _, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return Object.assign(stream, { text: () => Buffer.concat(chunks).toString('utf8') });
}
