import type { Work } from '../../../pipeline/base/work.ts';
import { author, workOf } from '../../works.ts';

/** What somebody may write into a title, and what must come out as the same text. */
const hostileTitles: readonly string[] = [
  '<script>alert(1)</script>',
  'Fin de section ]]> et &amp; la suite &lt;b&gt;',
  '"><img src=x onerror=alert(1)>',
  "'; alert(1); //</title><svg onload=alert(1)>",
  '</script><!-- --><script>alert(1)</script>',
  'שלום עולם: דף בעברית',
  'مرحبا \u202eمقلوب\u202c (RTL)',
  `Un titre bien long ${'et encore '.repeat(197)}fini`,
];

const people = Array.from({ length: 120 }, (_, index) =>
  author(`Prénom${index}`, `Nom${index}`, { position: index + 1 }),
);

/** Works with such titles, each with the same words in its other texts; one has 120 authors. */
export const hostile: readonly Work[] = [
  ...hostileTitles.map((title, index) =>
    workOf({
      title,
      contributions: [author('<i>Jean', `d’"Ô&${index}`)],
      abstracts: [{ value: `${title}\n\n${title}`, lang: 'fr' }],
      notes: [{ value: title }],
      subjects: [{ text: { value: title.slice(0, 60) } }],
      dates: [{ event: 'published', value: `20${10 + index}` }],
      container: {
        type: 'journal',
        titles: [{ value: `Revue ${title.slice(0, 80)}` }],
        shortTitles: [],
        issn: [],
        isbn: [],
        editors: [],
        identifiers: [],
      },
    }),
  ),
  workOf({ title: 'Cent vingt signatures', contributions: people, notes: [{ value: 'Beaucoup.' }] }),
];
