import type { Tombstone } from '../../base/entity.ts';
import type { Language } from '../../base/words.ts';
import { html } from './html.ts';
import { linksFrom, type Page } from './layout.ts';
import { word } from './page-words.ts';

/** What stays at the address of what was withdrawn, or merged into another thing. */
export function tombstonePage(
  view: Parameters<typeof linksFrom>[0],
  stone: Tombstone,
  language: Language,
): Page {
  const { id, state, into } = stone;
  const link = linksFrom(view, { name: id }, language);
  const isMerged = state === 'merged' && into !== undefined;
  const title = word(isMerged ? 'moved' : 'gone', language);
  return {
    name: id,
    title,
    isHidden: true,
    path: [],
    head: isMerged ? html`<meta http-equiv="refresh" content="0; url=${link(into)}">\n` : undefined,
    main: html`<h1>${title}</h1>
<p>${word(isMerged ? 'movedWords' : 'goneWords', language)}${isMerged && html` <a href="${link(into)}">${view.lab.base}${into}</a>`}</p>
<p><code>${view.lab.base}${id}</code></p>
`,
  };
}
