import { codeList } from '../../base/code-list.ts';
import type { Language } from '../../base/words.ts';
import { type IdentifiedWork, type Link, mainTitle } from '../../base/work.ts';
import { citation, type Style } from '../../write/index.ts';
import { graphForms, linkTo, workForms } from './address.ts';
import { time } from './date-words.ts';
import { type Html, html, joined, type Piece } from './html.ts';
import { type LinkFrom, linksFrom, type Page } from './layout.ts';
import { word } from './page-words.ts';
import { identifierLink, nameLink, roleWords } from './people.ts';
import { placeAndDate } from './place.ts';
import { inline, langOf, paragraphs, plainLine } from './text.ts';
import { listedYear, type View } from './view.ts';
import { languageName, workDetails } from './work-details.ts';
import { type Alike, workHead } from './work-head.ts';
import { titleLink } from './work-list.ts';

/** The landing page of a work: all that is known of it, in the order in which people ask. */
export function workPage(view: View, work: IdentifiedWork, same: Alike, language: Language): Page {
  const link = linksFrom(view, { name: work.id }, language);
  const main = mainTitle(work);
  const year = listedYear(work);
  return {
    name: work.id,
    title: main ? plainLine(main) : word('noTitle', language),
    about: view.lab.base + work.id,
    changed: view.datestamps.get(work.id),
    head: workHead(view, work, same, language),
    path: [
      {
        name: `year/${year ?? 'undated'}`,
        title: year ?? word('undated', language),
      },
    ],
    main: html`<article>
${heading(work, link, language)}${people(work, link, language)}${place(view, work, link, language)}${links(work, language)}${abstracts(work, language)}${cite(work, language)}${exports(work, language)}<section>
<h2>${word('details', language)}</h2>
${workDetails(work, link, language)}</section>
${relations(view, work, link, language)}${references(work, language)}${origin(view, work, link, language)}${same.coins}
</article>
`,
  };
}

function heading(work: IdentifiedWork, link: LinkFrom, language: Language): Html {
  const main = mainTitle(work);
  const subtitle = work.titles.find(({ role }) => role === 'subtitle')?.text;
  const others = work.titles.filter(({ text }) => text !== main && text !== subtitle);
  const type = codeList('types').write(language, work.type) ?? work.type;
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  return html`<p class="kind"><a href="${link(`type/${work.type}`)}">${type}</a></p>
<h1${main && langOf(main, language)}>${main ? inline(main) : word('noTitle', language)}${subtitle && html`<span class="subtitle"${langOf(subtitle, language)}><span class="unseen">${colon}</span>${inline(subtitle)}</span>`}</h1>
${others.map(({ text }) => html`<p class="other-title"${langOf(text, language)}>${inline(text)}</p>\n`)}`;
}

// More names than this are folded away behind the first; they are in the page all the same.
const mostNames = 60;

function people(work: IdentifiedWork, link: LinkFrom, language: Language): Html | undefined {
  const everybody = work.contributions;
  if (everybody.length === 0) return undefined;
  const item = (one: IdentifiedWork['contributions'][number]) => {
    const role =
      one.role === 'author' ? undefined : html` <span class="role">(${roleWords(one, language)})</span>`;
    const ids = one.identifiers.map((each) => html` <span class="id">${identifierLink(each)}</span>`);
    const places = one.affiliations.map(({ org, nameAsPrinted, ids: orgIds }) => {
      const name =
        org === undefined ? html`${nameAsPrinted}` : html`<a href="${link(org)}">${nameAsPrinted}</a>`;
      return html`<span class="affiliation">${name}${orgIds.map((each) => html` ${identifierLink(each)}`)}</span>`;
    });
    const anchor = one.agent?.startsWith(`${work.id}#`) && html` id="${one.agent.slice(work.id.length + 1)}"`;
    return html`<li${anchor}>${nameLink(one, link)}${role}${ids}${places}</li>\n`;
  };
  const isLong = everybody.length > mostNames + 10;
  const first = isLong ? everybody.slice(0, mostNames) : everybody;
  const rest = everybody.slice(first.length);
  const more = language === 'fr' ? `et ${rest.length} autres noms` : `and ${rest.length} more names`;
  const isRich = everybody.some(
    ({ affiliations, identifiers }) => affiliations.length + identifiers.length > 0,
  );
  return html`<ul class="people${isRich && ' rich'}">
${first.map(item)}</ul>
${
  rest.length > 0 &&
  html`<details>
<summary>${more}</summary>
<ul class="people${isRich && ' rich'}">
${rest.map(item)}</ul>
</details>
`
}`;
}

function place(view: View, work: IdentifiedWork, link: LinkFrom, language: Language): Html | undefined {
  const parts = placeAndDate(view, work, link, language);
  return parts.length === 0 ? undefined : html`<p class="where">${joined(parts, ', ')}</p>\n`;
}

const linkWords = {
  landing: 'landing',
  fulltext: 'fulltext',
  publisher: 'publisherLink',
  supplement: 'supplement',
  dataset: 'dataset',
  code: 'code',
  other: 'other',
} as const;

/** Where the work can be read; each link says what it leads to, in which form, and where. */
function links(work: IdentifiedWork, language: Language): Html | undefined {
  const doi = work.identifiers.find(({ scheme, iri }) => scheme === 'doi' && iri !== undefined);
  if (work.links.length === 0 && !doi) return undefined;
  return html`<section class="links">
<h2>${word('read', language)}</h2>
<ul>
${doi && html`<li><a href="${doi.iri}">DOI ${doi.value}</a></li>\n`}${work.links.map((each) => html`<li>${oneLink(each, language)}</li>\n`)}</ul>
</section>
`;
}

function oneLink(link: Link, language: Language): Html {
  const { role, url, mediaType, bytes, version, access, licence, from } = link;
  const host = URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url;
  const form = [mediaType && formName(mediaType), bytes !== undefined && sizeWords(bytes, language)];
  const more = [
    version && versions[language][version],
    access && access !== 'unknown' && codeList('access').write(language, access),
    from,
    licence,
  ];
  const facts = [host, ...form, ...more].filter(Boolean).join(', ');
  return html`<a href="${url}">${word(linkWords[role], language)} (${facts})</a>`;
}

const versions = {
  fr: {
    submitted: 'version soumise',
    accepted: 'version acceptée',
    published: 'version publiée',
    corrected: 'version corrigée',
    other: 'autre version',
  },
  en: {
    submitted: 'submitted version',
    accepted: 'accepted version',
    published: 'published version',
    corrected: 'corrected version',
    other: 'another version',
  },
} as const;

function formName(mediaType: string): string {
  return (
    {
      'application/pdf': 'PDF',
      'text/html': 'HTML',
      'application/xml': 'XML',
      'application/epub+zip': 'EPUB',
    }[mediaType] ?? mediaType
  );
}

/** `1,2 Mo`, `350 kB`: rounded, in units of 1 000. */
function sizeWords(bytes: number, language: Language): string {
  const unit = language === 'fr' ? 'o' : 'B';
  if (bytes < 1000) return `${bytes}\u00a0${unit}`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)}\u00a0k${unit}`;
  const millions = (bytes / 1_000_000).toFixed(1);
  return `${language === 'fr' ? millions.replace('.', ',') : millions}\u00a0M${unit}`;
}

function abstracts(work: IdentifiedWork, language: Language): Piece {
  const isMany = work.abstracts.length > 1;
  return work.abstracts.map((text) => {
    const tag = text.lang;
    const heading = word('abstract', tag?.startsWith('en') ? 'en' : tag?.startsWith('fr') ? 'fr' : language);
    const isOwn = tag?.startsWith('fr') || tag?.startsWith('en');
    const named =
      isMany && tag !== undefined && !isOwn ? `${heading} (${languageName(tag, language)})` : heading;
    const around = isOwn ? langOf(text, language) : undefined;
    return html`<section class="abstract"${around}>
<h2>${named}</h2>
<div${!isOwn && langOf(text, language)}>
${paragraphs(text)}</div>
</section>
`;
  });
}

/** The reference in two styles, ready to be copied. */
function cite(work: IdentifiedWork, language: Language): Html {
  const styles: readonly Style[] = ['iso690', 'apa'];
  const references = styles.map((style) => {
    const runs = citation(work, style, language).map(({ text, italic }) =>
      italic ? html`<i>${text}</i>` : html`${text}`,
    );
    return html`<dt>${word(style, language)}</dt>\n<dd>${runs}</dd>\n`;
  });
  return html`<section class="cite">
<h2>${word('cite', language)}</h2>
<dl>
${references}</dl>
</section>
`;
}

function exports({ id }: IdentifiedWork, language: Language): Html {
  const file = id.slice(id.lastIndexOf('/') + 1);
  const forms = [...workForms, ...graphForms].map(
    ({ extension, mediaType, label }) =>
      html`<li><a class="button" href="${linkTo(id + extension, id)}" type="${mediaType}" download="${file + extension}">${label}</a></li>\n`,
  );
  return html`<section class="export">
<h2>${word('export', language)}</h2>
<ul>
${forms}</ul>
</section>
`;
}

function relations(view: View, work: IdentifiedWork, link: LinkFrom, language: Language): Html | undefined {
  if (work.relations.length === 0) return undefined;
  const items = work.relations.map(({ type, target }) => {
    const own = target.workId === undefined ? undefined : view.workNamed(target.workId);
    const words = own
      ? titleLink(own, link, language)
      : target.id !== undefined
        ? html`<a href="${target.id}">${target.citation ?? target.id}</a>`
        : html`${target.citation}`;
    return html`<li>${relationWords[type][language]} ${words}</li>\n`;
  });
  return html`<section>
<h2>${word('relations', language)}</h2>
<ul>
${items}</ul>
</section>
`;
}

// biome-ignore format: a table
const relationWords = {
  isVersionOf: { fr: 'Version de', en: 'Version of' },
  hasVersion: { fr: 'A pour version', en: 'Has version' },
  isTranslationOf: { fr: 'Traduction de', en: 'Translation of' },
  hasTranslation: { fr: 'Traduit sous le titre', en: 'Translated as' },
  isPartOf: { fr: 'Partie de', en: 'Part of' },
  hasPart: { fr: 'Contient', en: 'Contains' },
  replaces: { fr: 'Remplace', en: 'Replaces' },
  isReplacedBy: { fr: 'Remplacé par', en: 'Replaced by' },
  cites: { fr: 'Cite', en: 'Cites' },
  isCitedBy: { fr: 'Cité par', en: 'Cited by' },
  isSupplementTo: { fr: 'Complément de', en: 'Supplement to' },
  isSupplementedBy: { fr: 'Complété par', en: 'Supplemented by' },
  reviews: { fr: 'Recension de', en: 'Review of' },
  isReviewedBy: { fr: 'Recensé par', en: 'Reviewed by' },
  isIdenticalTo: { fr: 'Identique à', en: 'Identical to' },
  isRelatedTo: { fr: 'En lien avec', en: 'Related to' },
  retracts: { fr: 'Rétracte', en: 'Retracts' },
  isRetractedBy: { fr: 'Rétracté par', en: 'Retracted by' },
  corrects: { fr: 'Corrige', en: 'Corrects' },
  isCorrectedBy: { fr: 'Corrigé par', en: 'Corrected by' },
} as const;

function references(work: IdentifiedWork, language: Language): Html | undefined {
  if (work.references.length === 0) return undefined;
  const items = work.references.map(({ id, citation: words }) => {
    const address = id !== undefined && html`<a href="${id}">${id}</a>`;
    return html`<li>${words}${words && address && ' '}${address}</li>\n`;
  });
  return html`<section class="references">
<h2>${word('references', language)}</h2>
<ol>
${items}</ol>
</section>
`;
}

/** The sources of the record and the words that were found there. */
function origin(view: View, work: IdentifiedWork, link: LinkFrom, language: Language): Html {
  const names = [...new Set(work.provenance.map(({ source }) => source.name))];
  const titles = new Map(view.collection.sources.map(({ name, title }) => [name, title ?? name]));
  const items = names.map(
    (name) => html`<li><a href="${link(`source/${name}`)}">${titles.get(name) ?? name}</a></li>\n`,
  );
  const found = work.citationText;
  const changed = view.datestamps.get(work.id)?.slice(0, 10);
  return html`<section class="origin">
<h2>${word('origin', language)}</h2>
<ul>
${items}</ul>
${found && html`<figure><blockquote${langOf(found, language)}>${paragraphs(found)}</blockquote><figcaption>${word('asFound', language)}</figcaption></figure>\n`}${changed !== undefined && html`<p>${word('lastChange', language)}${language === 'fr' ? '\u00a0: ' : ': '}${time(changed, language)}</p>\n`}</section>
`;
}
