import type { Distribution } from '../../base/entity.ts';
import type { Language } from '../../base/words.ts';
import { type Html, html } from './html.ts';
import { linksFrom, type Page } from './layout.ts';
import { counted, number, word } from './page-words.ts';
import { plainLine } from './text.ts';
import { graphLinks, thingHead } from './thing-head.ts';
import { newestChange, type View } from './view.ts';

/** What the data page says of the dump. */
export interface Dump {
  readonly distributions: readonly Distribution[];
  /** Distinct statements. */
  readonly triples: number;
  /** Date of the last change, `YYYY-MM-DD`. */
  readonly modified: string | undefined;
}

/** About the data: files, licence, how to cite, addresses of the things. */
export function dataPage(view: View, { distributions, triples, modified }: Dump, language: Language): Page {
  const { lab, collection } = view;
  const fr = language === 'fr';
  const link = linksFrom(view, { name: 'dataset' }, language);
  const title = word('data', language);
  const example = view.works[0];
  return {
    name: 'dataset',
    title,
    about: `${lab.base}dataset`,
    changed: newestChange(view),
    head: thingHead(view, 'dataset', plainLine(view.title), undefined, language, distributions),
    path: [],
    main: html`<h1>${title}</h1>
<p>${counted(view.works.length, 'work', language)}, ${counted(triples, 'statement', language)}${modified !== undefined && html`, ${fr ? 'modifié le' : 'modified on'} <time datetime="${modified}">${modified}</time>`}.</p>
<h2>${fr ? 'Interroger' : 'Query'}</h2>
<p><a href="${link('query')}">${fr ? 'Des questions toutes prêtes avec leurs réponses, et les vôtres en SPARQL' : 'Questions with their answers, and your own in SPARQL'}</a></p>
<h2>${fr ? 'Télécharger' : 'Download'}</h2>
${files(distributions, language)}<h2>${fr ? 'Licence' : 'Licence'}</h2>
<p>${fr ? 'Les notices sont sous licence' : 'The records are under the licence'} <a rel="license" href="${lab.licence}">${lab.licence}</a>.</p>
<h2>${fr ? 'Citer ces données' : 'Cite these data'}</h2>
<p>${lab.name}, <cite>${plainLine(view.title)}</cite>${modified !== undefined && `, ${modified}`}. ${lab.base}dataset</p>
<h2>${fr ? 'Les adresses' : 'Addresses'}</h2>
<p>${fr ? 'Chaque œuvre, personne, revue et sujet a une adresse qui ne change pas. Elle mène à sa page, et à ses données quand le client les demande (négociation de contenu) ; les mêmes formes ont aussi leur propre adresse.' : 'Each work, person, journal and subject has an address that does not change. It leads to its page, and to its data when a client asks for them (content negotiation); the same forms have addresses of their own as well.'}</p>
${
  example &&
  html`<ul>
<li><code>${lab.base}${example.id}</code></li>
<li><a href="${link(example.id)}"><code>${lab.base}${example.id}.html</code></a></li>
<li><a href="${example.id}.ttl"><code>${lab.base}${example.id}.ttl</code></a></li>
<li><a href="${example.id}.jsonld"><code>${lab.base}${example.id}.jsonld</code></a></li>
</ul>
`
}<h2>${fr ? 'Reprendre la liste dans un autre site' : 'Embed the list in another site'}</h2>
<p>${fr ? 'Une ligne suffit, dans WordPress, SPIP ou YesWiki :' : 'One line is enough, in WordPress, SPIP or YesWiki:'}</p>
<pre tabindex="0"><code>${`<script src="${lab.base}embed.js" async></script>`}</code></pre>
<p><a href="embed.html">embed.html</a> ${fr ? 'est la même liste, à inclure sans JavaScript.' : 'is the same list, to be included without JavaScript.'}</p>
<h2>${fr ? 'Description du jeu de données' : 'Description of the dataset'}</h2>
<p>${fr ? 'En VoID, DCAT et PROV :' : 'In VoID, DCAT and PROV:'} <a href="void.ttl">void.ttl</a></p>
${graphLinks('dataset')}${
  collection.sources.length > 0 &&
  html`<h2>${fr ? 'Sources' : 'Sources'}</h2>
<ul>
${collection.sources.map(({ id, name, title: words }) => html`<li><a href="${link(id)}">${words ?? name}</a></li>\n`)}</ul>
`
}`,
  };
}

function files(distributions: readonly Distribution[], language: Language): Html {
  const fr = language === 'fr';
  const rows = distributions.map(
    ({ file, mediaType, bytes }) =>
      html`<tr><th scope="row"><a href="${file}" type="${mediaType}">${file}</a></th><td>${mediaType}</td><td>${bytes !== undefined && `${number(Math.ceil(bytes / 1000), language)}\u00a0${fr ? 'ko' : 'kB'}`}</td></tr>\n`,
  );
  return html`<section class="wide" tabindex="0" aria-label="${fr ? 'Fichiers' : 'Files'}">
<table>
<caption>${fr ? 'Le jeu de données entier, dans chaque format' : 'The whole dataset, in each format'}</caption>
<thead>
<tr><th scope="col">${fr ? 'Fichier' : 'File'}</th><th scope="col">${fr ? 'Format' : 'Format'}</th><th scope="col">${fr ? 'Taille' : 'Size'}</th></tr>
</thead>
<tbody>
${rows}</tbody>
</table>
</section>
<p>${fr ? 'Pour vérifier ce que l’on a reçu, les sommes SHA-256 :' : 'To check what was received, the SHA-256 sums:'} <a href="SHA256SUMS.txt">SHA256SUMS.txt</a></p>
`;
}
