import type { Language } from '../../base/words.ts';
import { figureHtml } from './figure.ts';
import { journalFigure, typeFigure } from './group-figures.ts';
import { html } from './html.ts';
import { linksFrom, type Page } from './layout.ts';
import { counted, word } from './page-words.ts';
import { peopleFigure } from './people-figure.ts';
import { newestChange, type View } from './view.ts';
import { yearFigure } from './year-figure.ts';

const figures = [yearFigure, typeFigure, peopleFigure, journalFigure];

/** The publications in pictures: by year, by type, who wrote with whom, by journal; those of which there is something to see. */
export function figuresPage(view: View, language: Language): Page {
  const link = linksFrom(view, { name: 'figures' }, language);
  const title = word('pictures', language);
  return {
    name: 'figures',
    title,
    changed: newestChange(view),
    path: [],
    main: html`<h1>${title}</h1>
<p class="count">${counted(view.works.length, 'work', language)}</p>
${figures.flatMap((make) => make(view, link, language) ?? []).map((figure) => figureHtml(figure, language))}`,
  };
}
