import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fetched } from '../pipeline/fetch/index.ts';
import { gatherText } from '../pipeline/run.ts';
import { corpus } from './corpus-folder.ts';

/** A folder of the corpus, the files of it that are read, and what comes of them. */
// biome-ignore format: a table
const formats: readonly (readonly [reader: string, folder: string, files: RegExp, works: number, rejected: number])[] = [
  ['bibtex', 'bibtex', /\.bib$/, 295, 29],
  ['crossref', 'crossref-json', /\.jsonl$/, 300, 11],
  ['csl', 'csl-json', /^(?!.*crosscite).*\.json$/, 24, 0],
  ['csv', 'csv', /\.csv$/, 1095, 4],
  ['datacite', 'datacite-json', /\.jsonl?$/, 112, 2],
  ['datacite', 'datacite-xml', /\.xml$/, 45, 2],
  ['hal', 'hal-json', /\.json$/, 28, 0],
  ['hal-tei', 'hal-tei', /\.xml$/, 84, 0],
  ['html', 'html-embedded-metadata', /\.html$/, 8, 0],
  ['oai-dc', 'oai-dc', /\.xml$/, 22, 13],
  ['openaire', 'oai-openaire', /\.xml$/, 2, 0],
  ['openalex', 'openalex-json', /\.jsonl$/, 31, 1],
  ['ris', 'ris', /\.ris$/, 20, 4],
  ['schema', 'schema-org', /\.json$/, 11, 0],
  ['rdf', 'rdf-and-other', /(?:sudoc|persee|idref).*\.rdf$/, 38, 0],
];

describe.skipIf(!existsSync(corpus))(`the corpus in ${corpus}`, () => {
  test.each(formats)(
    '%s reads %s, nothing lost on the way',
    async (reader, folder, files, works, rejected) => {
      const found = { works: 0, rejected: 0, findings: new Map<string, number>() };
      const refused: string[] = [];
      for (const path of filesIn(join(corpus, folder), files)) {
        const source = { name: 'corpus', file: path, format: reader };
        const gathering = gatherText({ path, shown: path, source }, await fetched(readFileSync(path), path));
        found.works += gathering.records.length;
        found.rejected += gathering.rejected.length;
        for (const { place, reason } of gathering.rejected)
          refused.push(`${place.file.slice(corpus.length)}:${place.line}: ${reason.en}`);
        for (const { findings } of gathering.records)
          for (const { rule } of findings) found.findings.set(rule, (found.findings.get(rule) ?? 0) + 1);
      }
      if (process.env.MOISSON_CORPUS_REPORT) report(reader, found, refused);
      expect([found.works, found.rejected]).toEqual([works, rejected]);
    },
  );
});

function filesIn(folder: string, files: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => files.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function report(
  reader: string,
  { works, rejected, findings }: { works: number; rejected: number; findings: ReadonlyMap<string, number> },
  refused: readonly string[],
): void {
  const rules = [...findings].sort(([, a], [, b]) => b - a).map(([rule, count]) => `${rule} ${count}`);
  process.stdout.write(
    `| ${reader} | ${works + rejected} | ${works} | ${rejected} | ${rules.join(', ')} |\n`,
  );
  for (const line of refused) process.stdout.write(`    ${line}\n`);
}
