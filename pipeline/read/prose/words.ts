import { monthNumber, seasonNumber } from '../../base/months.ts';

/** The source of expressions that several rules share; to be used with the flags `iu`. */
export const year = '(?:1[6-9]\\d{2}|20\\d{2})(?:[a-h](?![\\p{L}\\d]))?';
// How names of months and seasons begin: to name each whole, a dozen times over, takes a second to compile.
const month =
  '(?:jan|ene|gen|f[ée]v|feb|fév|mar|mär|a[vbp]r|ma[iyg]|ju[inl]|giu|lug|ao[uû]|a[ug][go]|s[ec]t|sep|o[ckut]t|nov|d[éei][cz]|printemps|été|spring|summer|autumn|automne|fall|hiver|winter)\\p{L}{0,8}(?![\\p{L}])\\.?';
const dayNumber = '\\d{1,2}(?:er|st|nd|rd|th|e)?';
const weekday =
  '(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\\s)?';
const to = '\\s?(?:[-–—/]|à|au|et|and|to)\\s?';

/** A date with its month, from the most to the least precise. */
export const monthDate = [
  `(?:le\\s)?${weekday}${dayNumber}(?:${to}(?:au\\s)?${dayNumber})?\\s(?:de\\s)?(?:${month}${to}${dayNumber}\\s)?${month}\\s(?:de\\s)?${year}`,
  `${month}\\s${dayNumber}(?:${to}${dayNumber})?,?\\s${year}`,
  `${month}${to}${month}\\s${year}`,
  `${month},?\\s(?:de\\s)?${year}`,
  `${month},?\\s\\(${year}\\)`,
  `${year}[,\\s]\\s?${month}(?:\\s${dayNumber}(?:${to}${dayNumber})?)?(?!\\s\\d)`,
  `${year},\\s${dayNumber}(?:${to}${dayNumber})?\\s${month}`,
  `(?:0[1-9]|1[0-2])[/-]${year}`,
  `${dayNumber}[./]\\d{1,2}[./]${year}`,
  `${year}-(?:0[1-9]|1[0-2])(?:-\\d{2})?(?![\\d-])`,
].join('|');

/** Whether each word of a date is a month, a season or a small word between them. */
export const isDate = (words: string): boolean =>
  (words.match(/\p{L}+/gu) ?? []).every(
    (word) => monthNumber(word) !== undefined || seasonNumber(word) !== undefined || smallWord.test(word),
  );

const smallWord =
  /^(?:le|du|de|au|à|et|and|to|of|the|er|st|nd|rd|th|e|[a-h]|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/iu;

export const inPress =
  '(?:à paraître|a paraître|sous presse|en cours de publication|accepté|accepted|forthcoming|in press|to appear)(?![\\p{L}])(?:\\s(?:en|in)?\\s?(?:(?:19|20)\\d{2}|\\((?:19|20)\\d{2}\\)))?';

/** Words that a name of an organisation begins with or holds. */
export const bodyWords =
  'association|ministère|commission|collectif|agence|institut|fédération|conseil|comité|observatoire|laboratoire|groupe|société|haute autorité|organisation|centre|office|ministry|agency|council|institute|committee|organization|group';

/** Words that make editors of the names before them. */
export const editorRole =
  '\\(?\\s?(?:sous la dir(?:ection|\\.)?(?:\\sd[eu])?|dirs?|éds?|eds?|editors?|édit(?:eurs?|rices?)?|coords?|coordinat(?:eurs?|rices?|ion)|comps?|directeurs?|dir\\. (?:publ|sc)|orgs?|hrsg|cur)\\.?\\s?\\)?(?![\\p{L}])';

const closers: Readonly<Record<string, string>> = {
  '«': '»',
  '“': '”"',
  '„': '“”',
  '"': '"”',
  '‟': '”',
  '‹': '›',
  '‘': '’',
};

/** Where a quotation that opens at an offset closes: quotes inside it are passed over, and so are apostrophes. */
export function quoteEnd(text: string, start: number): number | undefined {
  const opener = text[start] ?? '';
  const closing = closers[opener];
  if (!closing) return undefined;
  let depth = 0;
  for (let index = start + 1; index < text.length && index < start + 800; index += 1) {
    const char = text[index] ?? '';
    if ((char === opener && opener !== '"') || (opener === '"' && char === '“')) depth += 1;
    else if (closing.includes(char)) {
      const next = text[index + 1] ?? ' ';
      if (depth > 0) depth -= 1;
      else if (opener === '‘' && /[\p{L}]/u.test(next)) continue;
      // A quotation mark inside the title, as `"“Article 8”: …"`: a letter follows at once.
      else if (opener !== '«' && /[\p{L}\p{N}]/u.test(next)) continue;
      else return index;
    }
  }
  return undefined;
}

export const opensQuote = (char: string | undefined) => char !== undefined && char in closers;

/** Every match of an expression (flag `g`). `matchAll` makes a new expression each time, and to compile these costs more than to run them. */
export function* matches(pattern: RegExp, text: string): Iterable<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const next = found[0] === '' ? found.index + 1 : pattern.lastIndex;
    yield found;
    pattern.lastIndex = next;
  }
}

/** An expression at one offset, and nowhere later. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
