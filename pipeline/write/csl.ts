import { cslCarries } from './csl-carries.ts';
import { cslItem } from './csl-item.ts';
import type { Writer } from './writer.ts';

/** CSL-JSON 1.0.2 (citationstyles.org), as citeproc, Zotero and Pandoc read it: a list of items, one on each line. */
export const csl: Writer = {
  name: 'csl',
  aliases: ['csl-json', 'citeproc'],
  title: { fr: 'CSL-JSON (citeproc, Zotero, Pandoc)', en: 'CSL-JSON (citeproc, Zotero, Pandoc)' },
  mediaType: 'application/vnd.citationstyles.csl+json',
  extension: '.csl.json',
  takes: 'works',
  carries: cslCarries,
  lines: false,
  open: async () => ({
    head: '[\n',
    one: ({ work, iri }) => {
      if (!work) throw new Error(`not a work: ${iri}`);
      return JSON.stringify(cslItem(work));
    },
    between: ',\n',
    tail: '\n]\n',
  }),
};
