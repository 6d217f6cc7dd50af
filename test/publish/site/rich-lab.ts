import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderOf } from '../../commands/moisson.ts';

const samples = fileURLToPath(new URL('../../read/samples/', import.meta.url));

// HTML of a page and RDF say little that the others do not; their samples name works of their own.
const formats: Readonly<Record<string, string>> = {
  'hal.json': 'hal',
  'datacite.json': 'datacite',
  'zotero.json': 'zotero',
  'openalex.json': 'openalex',
  'csl.json': 'csl',
};

/** A lab whose sources are the samples of all readers, with every field of their formats, and some files more. */
export function richLab(more: Readonly<Record<string, string>> = {}): string {
  const files = readdirSync(samples);
  const sources = [...files, ...Object.keys(more)].map((file) => {
    const format = formats[file];
    return `  - { name: ${file.replace('.', '-')}, file: ${file}${format ? `, format: ${format}` : ''} }`;
  });
  const lab = `name: Labo <des> "échantillons" & Cie
base: https://data.example.org/id/
homepage: https://www.example.org/
language: fr
licence: https://creativecommons.org/publicdomain/zero/1.0/
sources:
${sources.join('\n')}
`;
  const data = files.map((file) => [`data/${file}`, readFileSync(join(samples, file))] as const);
  return folderOf({
    'data/lab.yaml': lab,
    ...Object.fromEntries(data),
    ...Object.fromEntries(Object.entries(more).map(([file, text]) => [`data/${file}`, text])),
  });
}
