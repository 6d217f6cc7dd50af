import { codeList } from '../../base/code-list.ts';
import { byCodePoint } from '../../base/order.ts';
import type { Language } from '../../base/words.ts';
import type { IdentifiedWork } from '../../base/work.ts';
import { html } from './html.ts';
import { counted, word } from './page-words.ts';
import { listedYear, type View } from './view.ts';
import type { ListPage } from './work-list.ts';

/** Works that have something in common, with the page that lists them. */
export interface Group {
  readonly name: string;
  readonly title: string;
  readonly count: number;
  readonly works: readonly IdentifiedWork[];
}

/** The works of each year, the last first; those without a year at the end. */
export function yearGroups(view: View, language: Language): readonly Group[] {
  const groups = grouped(view.works, (work) => listedYear(work) ?? 'undated');
  return [...groups]
    .sort(([a], [b]) => Number(a === 'undated') - Number(b === 'undated') || byCodePoint(b, a))
    .map(([year, works]) =>
      group(`year/${year}`, year === 'undated' ? word('undated', language) : year, works),
    );
}

/** The works of each type, the most frequent first. */
export function typeGroups(view: View, language: Language): readonly Group[] {
  const types = codeList('types');
  return [...grouped(view.works, ({ type }) => type)]
    .sort(([a, some], [b, more]) => more.length - some.length || byCodePoint(a, b))
    .map(([type, works]) => group(`type/${type}`, capital(types.write(language, type) ?? type), works));
}

/** The pages of the years and types. */
export function groupPages(view: View, language: Language): readonly ListPage[] {
  const page =
    (isByYear: boolean) =>
    ({ name, title, works }: Group): ListPage => ({
      name,
      title,
      works,
      isByYear,
      path: [],
      opening: () => html`<h1>${title}</h1>
<p class="count">${counted(works.length, 'work', language)}</p>
`,
    });
  return [...yearGroups(view, language).map(page(false)), ...typeGroups(view, language).map(page(true))];
}

function group(name: string, title: string, works: readonly IdentifiedWork[]): Group {
  return { name, title, works, count: works.length };
}

function grouped(
  works: readonly IdentifiedWork[],
  key: (work: IdentifiedWork) => string,
): ReadonlyMap<string, readonly IdentifiedWork[]> {
  const groups = new Map<string, IdentifiedWork[]>();
  for (const work of works) {
    const name = key(work);
    const list = groups.get(name);
    if (list) list.push(work);
    else groups.set(name, [work]);
  }
  return groups;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
