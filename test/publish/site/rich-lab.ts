import { readdirSync, readFileSync } from 'node:fs';
import { base } from './site-of.ts';

const samples = new URL('../../read/samples/', import.meta.url);

// What JSON is of which database, a person has to say.
const formats: Readonly<Record<string, string>> = {
  'hal.json': 'hal',
  'datacite.json': 'datacite',
  'zotero.json': 'zotero',
  'openalex.json': 'openalex',
  'csl.json': 'csl',
};

/** The folder of a lab whose sources are the samples of all readers, with every field of their formats. */
export function richLab(): ReadonlyMap<string, string | Uint8Array> {
  const files = readdirSync(samples);
  const sources = files.map((file) => {
    const format = formats[file];
    return `  - { name: ${file.replace('.', '-')}, file: ${file}${format ? `, format: ${format}` : ''} }`;
  });
  return new Map<string, string | Uint8Array>([
    ['data/lab.yaml', `${labYaml}sources:\n${sources.join('\n')}\n`],
    ...files.map((file) => [`data/${file}`, readFileSync(new URL(file, samples))] as const),
  ]);
}

const labYaml = `name: Labo <des> "échantillons" & Cie
base: ${base}
homepage: https://www.example.org/
language: fr
licence: https://creativecommons.org/publicdomain/zero/1.0/
`;
