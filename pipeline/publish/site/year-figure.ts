import { codeList } from '../../base/code-list.ts';
import type { Language } from '../../base/words.ts';
import { type Bar, barsDrawing, legendOf, mostSeries, totalOf } from './bars.ts';
import type { Figure } from './figure.ts';
import { peakOf } from './figure-words.ts';
import { type Group, yearGroups } from './group-pages.ts';
import { type Html, html } from './html.ts';
import type { LinkFrom } from './layout.ts';
import { counted, word } from './page-words.ts';
import type { View } from './view.ts';
import { spansOf } from './year-spans.ts';

/** The works of each year, stacked by type; those without a year are said in words. */
export function yearFigure(view: View, link: LinkFrom, language: Language): Figure | undefined {
  const groups = yearGroups(view, language);
  const dated = groups.filter(({ name }) => name !== 'year/undated');
  if (dated.length === 0) return undefined;
  const id = 'by-year';
  const series = seriesOf(dated, language);
  const names = series.map(({ name }) => name);
  const bars = barsOf(dated, series, link);
  const counts = bars.map((bar) => [bar.name, totalOf(bar)] as const);
  return {
    id,
    title: word('worksByYear', language),
    description: `${span(dated, language)} ${peakOf(counts, language)}`,
    drawing: barsDrawing(bars, { id, names: 'before', language }),
    legend: legendOf(id, names),
    note: undatedNote(
      groups.find(({ name }) => name === 'year/undated'),
      link,
      language,
    ),
    table: {
      columns: [word('year', language), ...names, word('total', language)],
      rows: bars.map((bar) => ({ heads: [bar.name], cells: [...bar.parts, totalOf(bar)] })),
    },
  };
}

function barsOf(dated: readonly Group[], series: readonly Series[], link: LinkFrom): readonly Bar[] {
  const years = dated.map(({ title, works }) => [Number(title), works] as const);
  return spansOf(years).map(({ first, last, works }) => ({
    name: first === last ? year(first) : `${year(first)}–${year(last)}`,
    href: first === last && works.length > 0 ? link(`year/${year(first)}`) : undefined,
    parts: series.map(({ has }) => works.filter(({ type }) => has(type)).length),
  }));
}

function year(number: number): string {
  return String(number).padStart(4, '0');
}

interface Series {
  readonly name: string;
  has(type: string): boolean;
}

/** The most frequent types, the others together where they are more than the fills. */
function seriesOf(groups: readonly Group[], language: Language): readonly Series[] {
  const counts = new Map<string, number>();
  for (const { works } of groups) {
    for (const { type } of works) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  const types = [...counts]
    .sort(([a, some], [b, more]) => more - some || (a < b ? -1 : 1))
    .map(([type]) => type);
  const shown = types.length > mostSeries ? types.slice(0, mostSeries - 1) : types;
  const names = codeList('types');
  const own = shown.map((type) => ({
    name: names.write(language, type) ?? type,
    has: (each: string) => each === type,
  }));
  if (shown.length === types.length) return own;
  return [...own, { name: word('otherTypes', language), has: (each) => !shown.includes(each) }];
}

function span(dated: readonly Group[], language: Language): string {
  const fr = language === 'fr';
  const [newest, oldest] = [dated[0]?.title, dated.at(-1)?.title];
  if (oldest === newest) return fr ? `Toutes sont de ${newest}.` : `All are of ${newest}.`;
  return fr ? `De ${oldest} à ${newest}.` : `From ${oldest} to ${newest}.`;
}

function undatedNote(undated: Group | undefined, link: LinkFrom, language: Language): Html | undefined {
  if (undated === undefined) return undefined;
  const { name, count } = undated;
  const words = {
    fr: count === 1 ? 'sans date n’y figure pas.' : 'sans date n’y figurent pas.',
    en: count === 1 ? 'without a date is not in it.' : 'without a date are not in it.',
  }[language];
  return html`<a href="${link(name)}">${counted(count, 'work', language)}</a> ${words}`;
}
