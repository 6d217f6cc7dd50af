import { plainText } from '../base/plain-text.ts';
import { mainTitle, type Work } from '../base/work.ts';
import { highwireCarries } from './highwire-carries.ts';
import { inElement, metaOf } from './highwire-tag.ts';
import { highwireTags } from './highwire-tags.ts';
import type { Writer } from './writer.ts';

/** The tags of a work as HTML, one a line, for the head of its page. */
export function highwireMeta(work: Work): string {
  return highwireTags(work).map(metaOf).join('');
}

/** A page that holds nothing but the tags: one work, one page, as Google Scholar wants it. */
function page(work: Work): string {
  const main = mainTitle(work);
  const title = main ? `<title>${inElement(plainText(main))}</title>\n` : '';
  const head = `<meta charset="utf-8">\n${title}<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">\n`;
  return `<!DOCTYPE html>\n<html>\n<head>\n${head}${highwireMeta(work)}</head>\n</html>\n`;
}

/** Highwire Press tags, a small page for each work. */
export const highwire: Writer = {
  name: 'highwire',
  aliases: ['meta', 'citation-meta'],
  title: {
    fr: 'Balises meta Highwire (Google Scholar, Zotero)',
    en: 'Highwire meta tags (Google Scholar, Zotero)',
  },
  mediaType: 'text/html',
  extension: '.highwire.html',
  takes: 'works',
  carries: highwireCarries,
  lines: false,
  open: async () => ({
    head: '',
    one: ({ work, iri }) => {
      if (!work) throw new Error(`not a work: ${iri}`);
      return page(work);
    },
    between: '',
    tail: '',
  }),
};
