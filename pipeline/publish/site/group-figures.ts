import type { Journal } from '../../base/entity.ts';
import type { Language } from '../../base/words.ts';
import { barsDrawing } from './bars.ts';
import type { Figure } from './figure.ts';
import { peakOf } from './figure-words.ts';
import { type Group, typeGroups } from './group-pages.ts';
import type { LinkFrom } from './layout.ts';
import { counted, word } from './page-words.ts';
import { plainLine } from './text.ts';
import { mostFirst, type View } from './view.ts';

/** The works of each type. */
export function typeFigure(view: View, link: LinkFrom, language: Language): Figure | undefined {
  const groups = typeGroups(view, language);
  const words = { title: word('worksByType', language), column: word('type', language) };
  return groups.length === 0 ? undefined : groupFigure('by-type', groups, { ...words, link, language });
}

const mostJournals = 30;

/** The works in each journal or book, of those that have most; the others are said in words. */
export function journalFigure(view: View, link: LinkFrom, language: Language): Figure | undefined {
  const all = mostFirst(view, view.collection.journals, nameOf)
    .filter(([, count]) => count > 0)
    .map(([journal, count]): Counted => ({ name: journal.id, title: nameOf(journal), count }));
  if (all.length === 0) return undefined;
  const outside = view.works.filter(({ container }) => container?.id === undefined).length;
  return groupFigure('by-journal', all.slice(0, mostJournals), {
    title: word('worksByJournal', language),
    column: word('journalOrBook', language),
    note: journalNotes(all.length - mostJournals, outside, language),
    link,
    language,
  });
}

function nameOf({ id, titles }: Journal): string {
  return titles[0] ? plainLine(titles[0]) : id;
}

function journalNotes(rest: number, outside: number, language: Language): string {
  const fr = language === 'fr';
  const [journals, works] = [counted(rest, 'journal', language), counted(outside, 'work', language)];
  const notes = [
    rest > 0 && (fr ? `Non dessinées ici\u00a0: ${journals}.` : `Not drawn here: ${journals}.`),
    outside > 0 &&
      (fr ? `Hors revue et hors ouvrage\u00a0: ${works}.` : `In no journal and no book: ${works}.`),
  ];
  return notes.filter(Boolean).join(' ');
}

type Counted = Pick<Group, 'name' | 'title' | 'count'>;

interface GroupWords {
  readonly title: string;
  /** Heading of the first column. */
  readonly column: string;
  readonly note?: string;
  readonly link: LinkFrom;
  readonly language: Language;
}

/** Groups of works as bars, each leading to its page. */
function groupFigure(id: string, groups: readonly Counted[], words: GroupWords): Figure {
  const { title, column, note, link, language } = words;
  const bars = groups.map(({ name, title: label, count }) => ({
    name: label,
    href: link(name),
    parts: [count],
  }));
  const counts = groups.map(({ title: label, count }) => [label, count] as const);
  return {
    id,
    title,
    description: peakOf(counts, language),
    note,
    drawing: barsDrawing(bars, { id, names: 'above', language }),
    table: {
      columns: [column, word('publications', language)],
      rows: bars.map(({ name, parts }) => ({ heads: [name], cells: parts })),
    },
  };
}
