import { plainText } from '../base/plain-text.ts';
import type { Work } from '../base/work.ts';
import { risCarries } from './ris-carries.ts';
import { identifierTags } from './ris-identifiers.ts';
import { leftoverTags } from './ris-leftovers.ts';
import { onlyAuthor, risName, signedOf } from './ris-people.ts';
import { hostTags, venueTags } from './ris-place.ts';
import { dateTags, positionTags } from './ris-position.ts';
import { titleTags } from './ris-titles.ts';
import { risType } from './ris-type.ts';
import { risLines, type Tag } from './ris-words.ts';
import type { Writer } from './writer.ts';

/**
 * RIS as Zotero and EndNote read it (crosswalk section 3): one tag on each line, the meaning of the lists of people by
 * type. Lines end in a line feed, which both take, as do JabRef and Mendeley, and which our other formats have; the
 * carriage return before it was asked for by the programs of 2001.
 */
export const ris: Writer = {
  name: 'ris',
  aliases: ['refman'],
  title: { fr: 'RIS (Zotero, EndNote, Mendeley)', en: 'RIS (Zotero, EndNote, Mendeley)' },
  mediaType: 'application/x-research-info-systems',
  extension: '.ris',
  takes: 'works',
  carries: risCarries,
  lines: false,

  open: async () => ({
    head: '',
    one: ({ work, iri }) => {
      if (!work) throw new Error(`not a work: ${iri}`);
      const { code } = risType(work.type);
      return `TY  - ${code}\n${risLines(tagsOf(work))}ER  - \n`;
    },
    between: '\n',
    tail: '',
  }),
};

function tagsOf(work: Work): readonly Tag[] {
  const [abstract] = work.abstracts;
  return [
    ...titleTags(work),
    ...signedOf(work).map(({ tag, one }): Tag => [tag, risName(one)]),
    ...(onlyAuthor(work)?.affiliations ?? []).map(({ nameAsPrinted }): Tag => ['AD', nameAsPrinted]),
    ...dateTags(work),
    ...hostTags(work),
    ...positionTags(work),
    ...venueTags(work),
    ...identifierTags(work),
    ...work.languages.map((language): Tag => ['LA', language]),
    ['AB', abstract && plainText(abstract)],
    ...work.subjects.map(({ text }): Tag => ['KW', plainText(text)]),
    ...work.notes.map((note): Tag => ['N1', plainText(note)]),
    ['M3', risType(work.type).kind],
    ...work.relations.map(
      ({ type, target }): Tag => ['RI', type === 'reviews' ? (target.id ?? target.citation) : undefined],
    ),
    ...leftoverTags(work),
  ];
}
