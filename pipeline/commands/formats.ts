import { type FieldName, fields } from '../base/values.ts';
import type { Words } from '../base/words.ts';
import { carriesOf, readers, type Writer, writers } from '../stages.ts';
import type { Context } from './context.ts';

/** One format, as a person looks it up. */
export interface FormatLine {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly title: Words;
  readonly mediaType: string;
  readonly extensions: readonly string[];
  readonly reads: boolean;
  readonly writes: boolean;
  /** Kinds of value that the format cannot carry at all, and those of which it carries some. */
  readonly loses: readonly FieldName[];
  readonly losesInPart: readonly FieldName[];
}

/** Every format that is read or written, by name. */
export function formatLines(): readonly FormatLine[] {
  const names = [...new Set([...readers, ...writers].map(({ name }) => name))].sort();
  return names.flatMap((name) => {
    const reader = readers.find((each) => each.name === name);
    const writer = writers.find((each) => each.name === name);
    const known = reader ?? writer;
    if (!known) return [];
    const extensions = [...new Set([...(reader?.extensions ?? []), ...(writer ? [writer.extension] : [])])];
    const { title, mediaType } = known;
    return [
      {
        name,
        aliases: writer?.aliases ?? [],
        title,
        mediaType,
        extensions,
        reads: !!reader,
        writes: !!writer,
        ...lossesOf(writer),
      },
    ];
  });
}

function lossesOf(writer: Writer | undefined): Pick<FormatLine, 'loses' | 'losesInPart'> {
  if (!writer) return { loses: [], losesInPart: [] };
  const carries = carriesOf(writer);
  const names = fields.map(({ name }) => name);
  return {
    loses: names.filter((name) => carries[name] === undefined),
    losesInPart: names.filter((name) => typeof carries[name] === 'function'),
  };
}

/** `moisson formats`: what is read and what is written. */
export function formats(
  options: { readonly json?: boolean | undefined },
  { out, language }: Context,
): number {
  if (options.json) {
    out.write(`${JSON.stringify(formatLines(), undefined, 2)}\n`);
    return 0;
  }
  const yes = { fr: 'oui', en: 'yes' }[language];
  const headings = {
    fr: ['format', 'lit', 'écrit', 'extensions', ''],
    en: ['format', 'reads', 'writes', 'extensions', ''],
  }[language];
  const rows = formatLines().map(({ name, aliases, title, extensions, reads, writes }) => [
    [name, ...aliases].join(', '),
    reads ? yes : '',
    writes ? yes : '',
    extensions.join(' '),
    title[language],
  ]);
  out.write(table([headings, ...rows]));
  return 0;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<readonly number[]>(
    (known, row) => row.map((cell, at) => Math.max(known[at] ?? 0, cell.length)),
    [],
  );
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
