import { figures } from './results.ts';
import { cpuOfParse, type Row } from './targets.ts';

const width = 860;
const left = 330;
const step = 26;
const top = 58;

interface Bar {
  readonly row: Row;
  /** Speed, as a share of the speed of parsing alone. */
  readonly share: number;
}

const groups = [
  ['run', 'From file to file'],
  ['writing', 'Writing alone, from things already read'],
] as const;

/** A bar for each contender: its speed as a share of the speed of parsing alone. */
export function svg(rows: readonly Row[], caption: string): string {
  const bars = rows
    .filter(({ contender }) => contender !== 'parse')
    .flatMap((row): readonly Bar[] => {
      const parse = cpuOfParse(rows, row.records);
      return parse === undefined ? [] : [{ row, share: parse / row.cpu }];
    });
  const longest = Math.max(...bars.map(({ share }) => share), 0.01);
  const drawn: string[] = [];
  let y = top;
  for (const [kind, heading] of groups) {
    drawn.push(`<text x="16" y="${y + 18}" font-weight="bold" fill="#222">${heading}</text>`);
    y += step;
    for (const { row, share } of bars.filter((each) => each.row.kind === kind)) {
      drawn.push(bar(row, share / longest, { share, y }));
      y += step;
    }
  }
  const described = bars.map(({ row, share }) => `${plain(row.title)} ${percent(share)}`).join('; ');
  const height = y + 16;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" font-family="sans-serif" font-size="13">`,
    '<title id="title">Speed of each contender against parsing the JSON alone</title>',
    `<desc id="desc">${escaped(`Records per second of CPU, as a share of reading the file and parsing its JSON: ${described}. ${caption}`)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    '<text x="16" y="24" font-size="16" font-weight="bold" fill="#222">Speed, as a share of parsing the JSON alone</text>',
    `<text x="16" y="44" fill="#555">${escaped(caption)}</text>`,
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

function bar(row: Row, part: number, { share, y }: { readonly share: number; readonly y: number }): string {
  const length = Math.max(1, Math.round((width - left - 90) * part));
  const isOurs = row.title.startsWith('Moisson') && row.contender !== 'moisson-n3';
  return [
    `<text x="${left - 10}" y="${y + 15}" text-anchor="end" fill="#222">${escaped(plain(row.title))}</text>`,
    `<rect x="${left}" y="${y + 3}" width="${length}" height="16" fill="${isOurs ? '#2f6f4f' : '#8a8a8a'}"/>`,
    `<text x="${left + length + 6}" y="${y + 15}" fill="#222">${percent(share)}</text>`,
  ].join('\n');
}

function percent(share: number): string {
  return `${figures(share * 100)} %`;
}

function plain(title: string): string {
  return title.replaceAll('`', '');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
