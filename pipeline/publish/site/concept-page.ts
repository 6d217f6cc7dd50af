import type { Concept, SourceEntity } from '../../base/entity.ts';
import type { Language } from '../../base/words.ts';
import { html, joined } from './html.ts';
import { counted, word } from './page-words.ts';
import { inline, langOf, plainLine } from './text.ts';
import { graphLinks, thingHead } from './thing-head.ts';
import type { View } from './view.ts';
import type { ListPage } from './work-list.ts';

/** The label of a subject in the language of the page, else its first. */
export function conceptName({ id, labels }: Concept, language: Language): string {
  const label = labels.find(({ lang }) => lang?.startsWith(language)) ?? labels[0];
  return label ? plainLine(label) : id;
}

/** The page of a subject. */
export function conceptPage(view: View, concept: Concept, language: Language): ListPage {
  const title = conceptName(concept, language);
  const works = view.worksOf(concept.id);
  const others = [...concept.labels, ...concept.alias].filter((text) => plainLine(text) !== title);
  return {
    name: concept.id,
    title,
    head: thingHead(view, concept.id, title, undefined, language),
    path: [{ name: 'subjects', title: word('subjects', language) }],
    works,
    isByYear: true,
    opening: () => html`<h1>${title}</h1>
${
  others.length > 0 &&
  html`<p class="other-title">${joined(
    others.map((text) => html`<span${langOf(text, language)}>${inline(text)}</span>`),
    ', ',
  )}</p>\n`
}${
  concept.exactMatch.length > 0 &&
  html`<p>${word('sameAs', language)}${language === 'fr' ? '\u00a0: ' : ': '}${joined(
    concept.exactMatch.map((iri) => html`<a href="${iri}">${iri}</a>`),
    ', ',
  )}</p>\n`
}<p class="count">${counted(works.length, 'work', language)}</p>
${graphLinks(concept.id)}`,
  };
}

/** The page of a source: where it is and which works come from it. */
export function sourcePage(view: View, source: SourceEntity, language: Language): ListPage {
  const title = source.title ?? source.name;
  const works = view.worksOf(source.id);
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  return {
    name: source.id,
    title,
    head: thingHead(view, source.id, title, undefined, language),
    path: [{ name: 'dataset', title: word('data', language) }],
    works,
    isByYear: true,
    opening: () => html`<p class="kind">${word('source', language)}</p>
<h1>${title}</h1>
${source.url !== undefined && html`<p>${word('address', language)}${colon}<a href="${source.url}">${source.url}</a></p>\n`}${source.format !== undefined && html`<p>${word('format', language)}${colon}${source.format}</p>\n`}${source.retrieved !== undefined && html`<p>${word('retrieved', language)} <time datetime="${source.retrieved}">${source.retrieved}</time></p>\n`}<p class="count">${counted(works.length, 'work', language)}</p>
${graphLinks(source.id)}`,
  };
}
