import type { Language, Words } from '../../base/words.ts';
import { time } from './date-words.ts';
import { type Html, html } from './html.ts';
import { linksFrom, type Page } from './layout.ts';
import { word } from './page-words.ts';
import type { View } from './view.ts';

/** The pages that are prose: accessibility, legal notice, what is not found. Nothing is said that the lab did not say. */
export function prosePages(view: View, language: Language): readonly Page[] {
  return [accessibilityPage(view, language), legalPage(view, language), notFoundPage(view, language)];
}

const statuses = {
  none: { fr: 'non conforme', en: 'not compliant' },
  partial: { fr: 'partiellement conforme', en: 'partially compliant' },
  full: { fr: 'totalement conforme', en: 'fully compliant' },
} as const satisfies Readonly<Record<string, Words>>;

function accessibilityPage(view: View, language: Language): Page {
  const { lab } = view;
  const { status = 'none', audited, auditor } = lab.site?.accessibility ?? {};
  const title = word('accessibility', language);
  const fr = language === 'fr';
  const state = fr
    ? html`<p><strong>Accessibilité : ${statuses[status].fr}</strong> au Référentiel général d’amélioration de l’accessibilité (RGAA 4.1).</p>`
    : html`<p><strong>Accessibility: ${statuses[status].en}</strong> with the French accessibility standard (RGAA 4.1), which follows WCAG 2.1, level AA.</p>`;
  const audit =
    audited === undefined && auditor === undefined
      ? fr
        ? html`<p>Aucun audit n’a été déclaré pour ce site : tant qu’il n’y en a pas, la loi demande de le dire non conforme.</p>`
        : html`<p>No audit of this site was declared: until there is one, French law wants it called not compliant.</p>`
      : html`<p>${fr ? 'Audit' : 'Audit'}${audited !== undefined && html`${fr ? ' : ' : ': '}${time(audited, language)}`}${auditor !== undefined && html`, ${auditor}`}.</p>`;
  const means = fr
    ? html`<p>Les pages sont faites pour être lues avec un lecteur d’écran, au clavier seul, à 200 % et sur un écran de 320 pixels, en clair et en sombre, sans JavaScript. La langue de chaque titre et résumé est indiquée. Chaque image a un titre, une description et un tableau des mêmes chiffres.</p>`
    : html`<p>The pages are made to be read with a screen reader, by keyboard alone, at 200% and on a screen 320 pixels wide, light and dark, without JavaScript. The language of each title and abstract is marked. Each picture has a title, a description and a table of the same figures.</p>`;
  return {
    name: 'accessibility',
    title,
    path: [],
    main: html`<h1>${title}</h1>
${state}
${audit}
${means}
<h2>${fr ? 'Signaler une difficulté' : 'Report a problem'}</h2>
${contact(view, language)}`,
  };
}

function legalPage(view: View, language: Language): Page {
  const { lab } = view;
  const fr = language === 'fr';
  const { publisher, director, host } = lab.site?.legal ?? {};
  const title = word('legal', language);
  const rows: readonly (readonly [string, string | undefined])[] = [
    [fr ? 'Éditeur du site' : 'Publisher of the site', publisher ?? lab.name],
    [fr ? 'Direction de la publication' : 'Director of publication', director],
    [fr ? 'Hébergement' : 'Host', host],
  ];
  return {
    name: 'legal',
    title,
    path: [],
    main: html`<h1>${title}</h1>
<dl class="details">
${rows.map(
  ([label, value]) =>
    value !== undefined &&
    html`<div>
<dt>${label}</dt>
<dd>${value}</dd>
</div>
`,
)}</dl>
<h2>${fr ? 'Contact' : 'Contact'}</h2>
${contact(view, language)}<h2>${fr ? 'Droits' : 'Rights'}</h2>
<p>${fr ? 'Les notices de ce site sont sous licence' : 'The records of this site are under the licence'} <a rel="license" href="${lab.licence}">${lab.licence}</a>. ${fr ? 'Les œuvres qu’elles décrivent ont chacune leurs propres droits.' : 'The works that they describe have rights of their own.'}</p>
<h2>${fr ? 'Données personnelles' : 'Personal data'}</h2>
<p>${fr ? 'Ce site ne dépose aucun cookie, ne mesure pas sa fréquentation et ne charge rien d’un autre site.' : 'This site sets no cookie, measures no visit and loads nothing from another site.'}</p>
`,
  };
}

function contact({ lab }: View, language: Language): Html {
  const fr = language === 'fr';
  const address = lab.site?.contact ?? lab.homepage;
  if (address === undefined) {
    return html`<p>${fr ? 'Aucune adresse de contact n’est indiquée.' : 'No contact address is given.'}</p>\n`;
  }
  const href = /^[^\s@/]+@[^\s@/]+$/.test(address) ? `mailto:${address}` : address;
  return /^(?:https?|mailto):/.test(href)
    ? html`<p><a href="${href}">${address}</a></p>\n`
    : html`<p>${address}</p>\n`;
}

function notFoundPage(view: View, language: Language): Page {
  const page = { name: '404', isAnywhere: true } as const;
  const link = linksFrom(view, page, language);
  const title = word('notFound', language);
  return {
    ...page,
    title,
    main: html`<h1>${title}</h1>
<p>${word('notFoundWords', language)}</p>
<ul>
<li><a href="${link('works')}">${word('search', language)}</a></li>
<li><a href="${link('index')}">${word('publications', language)}</a></li>
</ul>
`,
  };
}
