import { gzipSync } from 'node:zlib';
import type { Distribution } from '../base/entity.ts';
import { byCodePoint } from '../base/order.ts';
import type { Entry } from '../base/sink.ts';
import { type Dataset, type Writer, writers } from '../write/index.ts';
import type { OutFile } from './file.ts';

/** What reference managers and scripts take, beside the graph (design.md section 5). */
const ofWorks: ReadonlySet<string> = new Set(['ndjson', 'bibtex', 'ris', 'csl']);
// One JSON-LD document of a lab is enough: lines of it are for streams.
const formats = writers.filter(({ name, takes }) =>
  takes === 'graph' ? name !== 'jsonld-lines' : ofWorks.has(name),
);

/** The entries as a graph in every syntax, and as records: `<name>.ttl`, `<name>.bib`…; and the dump `<name>.nq.gz`. */
export async function graphFiles(
  name: string,
  entries: readonly Entry[],
  dataset: Dataset,
): Promise<readonly OutFile[]> {
  const files = await Promise.all(
    formats.map(
      async (writer): Promise<OutFile> => ({
        path: name + writer.extension,
        content: await written(writer, entries, dataset),
      }),
    ),
  );
  const dump = files.find(({ path }) => path.endsWith('.nq'));
  return dump ? [...files, { path: `${dump.path}.gz`, content: gzipSync(dump.content) }] : files;
}

/** All entries in one text. Statement lines are sorted and unique, as `LC_ALL=C sort -u` would make them. */
export async function written(writer: Writer, entries: readonly Entry[], dataset: Dataset): Promise<string> {
  const { head, one, between, tail } = await writer.open(dataset);
  const taken = writer.takes === 'works' ? entries.filter(({ work }) => work) : entries;
  const body = taken.map(one).join(between);
  if (!writer.lines) return head + body + tail;
  const lines = new Set(body.split('\n').filter(Boolean));
  return [...lines]
    .sort(byCodePoint)
    .map((line) => `${line}\n`)
    .join('');
}

/** How the description of the dataset names these files. */
export function distributionsOf(files: readonly OutFile[]): readonly Distribution[] {
  return files.map(({ path, content }) => {
    const compressed = path.endsWith('.gz');
    const writer = writers.find(({ extension }) => path.replace(/\.gz$/, '').endsWith(extension));
    return {
      file: path,
      mediaType: writer?.mediaType.split(';')[0] ?? 'application/octet-stream',
      compressed,
      // The bytes of a compressed file depend on the compressing library, not on the data.
      bytes: compressed ? undefined : Buffer.byteLength(content),
    };
  });
}
