import type { Distribution } from '../../base/entity.ts';
import type { Language } from '../../base/words.ts';
import { addressOf, graphForms, linkTo } from './address.ts';
import { type Html, html } from './html.ts';
import { jsonLd, type PageJson, schemaOf } from './json-ld.ts';
import { signpostHead, signpostsOf } from './signposts.ts';
import type { View } from './view.ts';

/** What the head of the page of a person, a journal, a subject… says to programs. `page`: the schema.org type of the page. `files`: of the dataset. */
export function thingHead(
  view: View,
  id: string,
  title: string,
  page: string | undefined,
  language: Language,
  files: readonly Distribution[] = [],
): Html {
  const { lab, own } = view;
  const entry = view.entries.get(id);
  const address = addressOf(lab.base, id, own, own);
  const thing = entry && schemaOf(entry);
  const json: PageJson | undefined =
    thing &&
    (page === undefined
      ? { '@context': 'https://schema.org', ...thing, mainEntityOfPage: address }
      : { '@context': 'https://schema.org', '@type': page, '@id': address, url: address, mainEntity: thing });
  return html`${signpostHead(view, id, signpostsOf(view, id, files))}<meta property="og:type" content="${id.startsWith('person/') ? 'profile' : 'website'}">
<meta property="og:title" content="${title}">
<meta property="og:url" content="${addressOf(lab.base, id, language, own)}">
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
