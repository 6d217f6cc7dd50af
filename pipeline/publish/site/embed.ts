import type { Language } from '../../base/words.ts';
import { schemaJson } from '../../write/index.ts';
import type { OutFile } from '../file.ts';
import { fileOf } from './address.ts';
import { html } from './html.ts';
import { jsonLd } from './json-ld.ts';
import { word } from './page-words.ts';
import { languagesOf, type View } from './view.ts';
import { workList } from './work-list.ts';

// More belong on the site itself, to which the list leads.
const mostWorks = 100;

/** The list as a piece of another page, with absolute addresses and with the same in JSON-LD. */
export function embedFiles(view: View): readonly OutFile[] {
  return languagesOf(view).map((language) => ({
    path: fileOf('embed', language, view.own),
    content: fragment(view, language),
  }));
}

function fragment(view: View, language: Language): string {
  const { lab, own } = view;
  const link = (page: string) => lab.base + fileOf(page, language, own);
  const works = view.works.slice(0, mostWorks);
  const json = {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name: word('publications', language),
    numberOfItems: works.length,
    itemListElement: works.map((work, index) => {
      const { '@context': _, ...item } = schemaJson(work, lab.base);
      return { '@type': 'ListItem', position: index + 1, item };
    }),
  };
  return html`<section class="moisson" lang="${language}" aria-label="${word('publications', language)}">
${workList(view, works, link, language)}<p><a href="${link('index')}">${word('allWorks', language)}</a></p>
${jsonLd(json)}</section>
`.html;
}
