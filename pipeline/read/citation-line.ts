/** What a line about a journal says, as far as it is certain. */
export interface CitationLine {
  readonly title?: string | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly issueTitle?: string | undefined;
  readonly pages?: string | undefined;
}

const longest = 1000;
const number = '[\\w][\\w./\\u2010-\\u2015-]{0,15}';
const ofVolume = `(?:vol(?:ume)?|v|bd|t(?:ome)?|volumen)\\.?\\s?(?<volume>${number})`;
const ofIssue = `(?:no|n|nr|n[°ºo]s?|num|núm|numéro|issue|número)\\.?\\s?(?<issue>${number})`;
const range = '[a-z]{0,2}\\d[\\w.]*\\s?[\\u2010-\\u2015-]\\s?[\\w.]+';

/** `Journal; Vol. 5 No. 2 (2010): Title of the issue; 33-49`, the `source` of every journal made with OJS. */
const ojs = new RegExp(
  `^(?<title>[^;]{2,200});\\s(?:${ofVolume}(?:,?\\s${ofIssue})?|${ofIssue.replace('<issue>', '<only>')})\\s\\(\\d{4}\\)(?::\\s(?<issueTitle>[^;]{1,300}))?(?:;\\s(?<pages>${range}|\\d+))?$`,
  'iu',
);

type Segment = readonly [form: RegExp, field: 'volume' | 'issue' | 'pages' | undefined];

// biome-ignore format: a table
const segments: readonly Segment[] = [
  [/^(?:vol(?:ume)?|t(?:ome)?)\.?\s?([\dIVXLC]+(?:[-/]\d+)?)$/iu, 'volume'],
  [/^(?:n[°ºo]s?|no|num(?:éro)?|issue|№)\.?\s?([\d][\w./ -]{0,20})$/iu, 'issue'],
  [/^(?:pp?|pages?)\.?\s?(\d[\w.]*(?:\s?(?:[\u2010-\u2015-]|à)\s?[\w.]+)?)$/iu, 'pages'],
  [/^\(?(?:1[5-9]|20)\d{2}\)?$/u, undefined],
];

/** HAL's `28 (4)`: volume and issue. */
const both = /^(\d{1,4}) \((\d[\w-]{0,10})\)$/;
/** What stands after the pages: `. ⟨10.3917/vsoc.194.0033⟩`, `(2023)`. */
const tail = /(?:[.,]?\s?⟨[^⟨⟩]{1,200}⟩|\s?\(\d{4}\)|\.)$/u;

/** Volume, issue and pages of a line, by their labels alone (P2); the title too when it begins the line for sure. */
export function citationLine(words: string): CitationLine | undefined {
  if (words.length > longest || !/\d/.test(words)) return undefined;
  const line = words.replace(/&#x27E8;/gi, '⟨').replace(/&#x27E9;/gi, '⟩');
  const found = line.includes('; ') ? ojs.exec(line)?.groups : undefined;
  if (found) {
    const { title, volume, issue, only, issueTitle, pages } = found;
    return { title, volume, issue: issue ?? only, issueTitle, pages };
  }
  return labelledLine(line);
}

function labelledLine(line: string): CitationLine | undefined {
  let text = line;
  for (let times = 0; times < 4 && tail.test(text); times += 1) text = text.replace(tail, '');
  const values: { volume?: string; issue?: string; pages?: string } = {};
  const words = text.split(/[,;]\s/);
  let isFound = false;
  for (const segment of words) {
    const [, volume, issue] = both.exec(segment.trim()) ?? [];
    if (volume !== undefined && issue !== undefined && isAbsent(values, 'volume', 'issue')) {
      Object.assign(values, { volume, issue });
      isFound = true;
      continue;
    }
    for (const [form, field] of segments) {
      const value = form.exec(segment.trim())?.[1];
      if (value === undefined || field === undefined) continue;
      // Said twice, it is not one place in one journal.
      if (!isAbsent(values, field)) return undefined;
      values[field] = value.trim();
      isFound = true;
    }
  }
  if (!isFound) return undefined;
  // P2: two numbers in a row that are no pages number a double issue.
  const double = words.map((segment) => segment.trim()).filter(isDouble);
  if (values.pages !== undefined && isAbsent(values, 'volume', 'issue') && double.length === 1) {
    Object.assign(values, { issue: double[0] });
  }
  return { ...values, title: titleOf(words) };
}

/** The number of one segment with its label: `n° 28` is an issue. */
export function labelledNumber(
  segment: string,
): { readonly field: 'volume' | 'issue' | 'pages'; readonly value: string } | undefined {
  if (segment.length > longest) return undefined;
  for (const [form, field] of segments) {
    const value = form.exec(segment)?.[1];
    if (value !== undefined && field !== undefined) return { field, value: value.trim() };
  }
  return undefined;
}

function isDouble(segment: string): boolean {
  const [, first, second] = /^(\d{1,3})[-/](\d{1,3})$/.exec(segment) ?? [];
  return first !== undefined && Number(second) === Number(first) + 1;
}

function isAbsent(values: Readonly<Record<string, string>>, ...fields: readonly string[]): boolean {
  return fields.every((field) => values[field] === undefined);
}

/** The first words of the line, when all that follows them has a number. */
function titleOf([first = '', ...rest]: readonly string[]): string | undefined {
  const title = first.trim();
  const isTitle = title !== '' && !/\d|\.\s/.test(title) && title.length <= 200;
  return isTitle && rest.length > 0 && rest.every((segment) => /\d/.test(segment)) ? title : undefined;
}
