import { fork } from 'node:child_process';
import type { ReaderRow } from './reader-child.ts';

/**
 * What each reader costs, on its sample with every field; each in a process of its own, the least of some rounds,
 * for other programs only ever add to a time. A round measures every reader once, so that a busy minute of the machine
 * falls on all of them.
 */
export async function readerRows(child: URL, samples: URL, rounds: number): Promise<readonly ReaderRow[]> {
  const all = inputs.map((): ReaderRow[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, { reader, file }] of inputs.entries())
      all[index]?.push(await measured(child, reader, new URL(file, samples)));
  return all.flatMap(([first, ...others]) => (first ? [others.reduce(least, first)] : []));
}

const least = (one: ReaderRow, two: ReaderRow): ReaderRow => ({
  ...one,
  bare: Math.min(one.bare, two.bare),
  read: Math.min(one.read, two.read),
  whole: Math.min(one.whole, two.whole),
});

// biome-ignore format: a table
const inputs: readonly { readonly reader: string; readonly file: string }[] = [
  { reader: 'crossref', file: 'records.jsonl' },
  { reader: 'bibtex', file: 'bibtex.bib' },
  { reader: 'csl', file: 'csl.json' },
  { reader: 'csv', file: 'csv.csv' },
  { reader: 'datacite', file: 'datacite.json' },
  { reader: 'datacite', file: 'datacite.xml' },
  { reader: 'hal', file: 'hal.json' },
  { reader: 'hal-tei', file: 'hal-tei.xml' },
  { reader: 'html', file: 'html.html' },
  { reader: 'oai-dc', file: 'oai-dc.xml' },
  { reader: 'openaire', file: 'openaire.xml' },
  { reader: 'openalex', file: 'openalex.json' },
  { reader: 'qdc', file: 'qdc.xml' },
  { reader: 'ris', file: 'ris.ris' },
  { reader: 'schema', file: 'schema.jsonld' },
  { reader: 'zotero', file: 'zotero.json' },
  { reader: 'zotero', file: 'zotero.rdf' },
];

function measured(child: URL, reader: string, file: URL): Promise<ReaderRow> {
  return new Promise((resolve, reject) => {
    const process_ = fork(child, [reader, file.href], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    process_.on('message', (row) => resolve(row as ReaderRow));
    process_.on('error', reject);
    process_.on('exit', (code) => {
      if (code !== 0) reject(new Error(`${reader}: it ended with ${code}`));
    });
  });
}
