import type { Tombstone } from '../../base/entity.ts';
import { survivorOf } from '../../base/survivor.ts';
import type { Language } from '../../base/words.ts';
import { html } from './html.ts';
import { linksFrom, type Page } from './layout.ts';
import { word } from './page-words.ts';
import type { View } from './view.ts';

/**
 * What stays at the address of what was withdrawn, or merged into another thing: then readers and search engines are sent
 * on to that one (HTML, `refresh`; WCAG technique H76), for a static host cannot answer 301.
 */
export function tombstonePage(view: View, stone: Tombstone, language: Language): Page {
  const { base } = view.lab;
  const { id } = stone;
  const link = linksFrom(view, { name: id }, language);
  const survivor = survivorOf(view.tombstones, stone);
  const isMerged = survivor !== undefined;
  const title = word(isMerged ? 'moved' : 'gone', language);
  return {
    name: id,
    title,
    isHidden: !isMerged,
    replacedBy: survivor,
    path: [],
    head: isMerged ? html`<meta http-equiv="refresh" content="0; url=${link(survivor)}">\n` : undefined,
    main: html`<h1>${title}</h1>
<p>${word(isMerged ? 'movedWords' : 'goneWords', language)}${isMerged && html` <a href="${link(survivor)}">${base}${survivor}</a>`}</p>
<p><code>${base}${id}</code></p>
`,
  };
}
