import type { Work } from '../../../pipeline/base/work.ts';
import { author, workOf } from '../../works.ts';

/** What somebody may write into a title, and the text that is shown of it everywhere: what is no markup stays. */
export const hostileTitles: readonly (readonly [written: string, shown: string])[] = [
  same('<script>alert(1)</script>'),
  ['Fin de section ]]> et &amp; la suite &lt;b&gt;', 'Fin de section ]]> et & la suite <b>'],
  same('"><img src=x onerror=alert(1)>'),
  // A closing tag that closes nothing is a mistake, and a comment is none of the title.
  ["'; alert(1); //</title><svg onload=alert(1)>", "'; alert(1); //<svg onload=alert(1)>"],
  ['</script><!-- --><script>alert(2)</script>', '</script><script>alert(2)</script>'],
  same('שלום עולם: דף בעברית'),
  same('مرحبا \u202eمقلوب\u202c (RTL)'),
  same(`Un titre bien long ${'et encore '.repeat(197)}fini`),
];

function same(title: string): readonly [string, string] {
  return [title, title];
}

/** Works with such titles, each with the same words in its other texts; one is signed by many. */
export const hostileWorks = (signatures: number): readonly Work[] => [
  ...hostileTitles.map(([title], index) =>
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
  workOf({
    title: 'Une longue liste de signatures',
    contributions: Array.from({ length: signatures }, (_, index) =>
      author(`Prénom${index}`, `Nom${index}`, { position: index + 1 }),
    ),
    notes: [{ value: 'Beaucoup.' }],
  }),
];
