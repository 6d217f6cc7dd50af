import type { Language } from '../../base/words.ts';
import { fileOf, graphForms, linkTo } from './address.ts';
import { type Html, html } from './html.ts';
import { jsonLd, type PageJson, schemaOf } from './json-ld.ts';
import type { View } from './view.ts';

/** What the head of the page of a person, a journal, a subject… says to programs. `page`: the schema.org type of the page. */
export function thingHead(
  view: View,
  id: string,
  title: string,
  page: string | undefined,
  language: Language,
): Html {
  const { lab, own } = view;
  const entry = view.entries.get(id);
  const address = lab.base + fileOf(id, own, own);
  const thing = entry && schemaOf(entry);
  const json: PageJson | undefined =
    thing &&
    (page === undefined
      ? { '@context': 'https://schema.org', ...thing, mainEntityOfPage: address }
      : { '@context': 'https://schema.org', '@type': page, '@id': address, url: address, mainEntity: thing });
  return html`${graphForms.map(
    ({ extension, mediaType, label }) =>
      html`<link rel="alternate describedby" type="${mediaType}" title="${label}" href="${linkTo(id + extension, id)}">\n`,
  )}<link rel="cite-as" href="${lab.base}${id}">
<meta property="og:type" content="${id.startsWith('person/') ? 'profile' : 'website'}">
<meta property="og:title" content="${title}">
<meta property="og:url" content="${lab.base}${fileOf(id, language, own)}">
<meta property="og:site_name" content="${lab.name}">
${json && jsonLd(json)}`;
}

/** Links to the graph's own forms of a thing, for people. */
export function graphLinks(id: string): Html {
  const forms = graphForms.map(
    ({ extension, mediaType, label }) =>
      html`<li><a class="button" href="${linkTo(id + extension, id)}" type="${mediaType}">${label}</a></li>\n`,
  );
  return html`<ul class="forms">
${forms}</ul>
`;
}
