import type { Tombstone } from '../../pipeline/base/entity.ts';

/** The base IRI of the sample. */
export const base = 'https://data.example.org/id/';
/** A page of a few words. */
export const html = (words: string, language = 'fr') =>
  `<!doctype html><html lang="${language}">${words}</html>`;

const linkset = JSON.stringify({
  linkset: [
    {
      anchor: `${base}work/x.html`,
      'cite-as': [{ href: `${base}work/x` }],
      author: [{ href: 'https://orcid.org/0000-0001-2345-6789' }],
      describedby: [{ href: `${base}work/x.ttl`, type: 'text/turtle', title: 'Donnée' }],
    },
    { anchor: `${base}work/x.ttl`, describes: [{ href: `${base}work/x.html`, type: 'text/html' }] },
  ],
});

/** A small site as a build leaves it, and what should not be in one. */
export const files = {
  'index.html': html('accueil'),
  'index.en.html': html('home', 'en'),
  '404.html': html('introuvable'),
  '404.en.html': html('not found', 'en'),
  'works.html': html('recherche'),
  'works.en.html': html('search', 'en'),
  'style.css': 'p{}',
  'search.js': '1',
  'embed.js': '2',
  'embed.html': '<section></section>',
  'embed.en.html': '<section></section>',
  'icon.svg': '<svg/>',
  'feed.atom': '<feed/>',
  'feed.en.json': '{}',
  'search.json': '{}',
  'sitemap.xml': '<urlset/>',
  'robots.txt': 'User-agent: *',
  'void.ttl': '',
  'lab.nt': '',
  'lab.nq': '',
  'lab.trig': '',
  'lab.rdf': '',
  'lab.ndjson': '',
  'lab.csl.json': '[]',
  'lab.nq.gz': new Uint8Array([31, 139, 8]),
  'logo.png': new Uint8Array([137]),
  'strange.bin': 'x',
  'dataset.linkset.json': JSON.stringify({
    linkset: [{ anchor: `${base}lab.nt`, collection: [{ href: `${base}dataset.html` }] }],
  }),
  'work/x.html': html('page'),
  'work/x.en.html': html('page', 'en'),
  'work/x.ttl': '0123456789',
  'work/x.jsonld': '{}',
  'work/x.bib': '@article{}',
  'work/x.ris': 'TY  - JOUR',
  'work/x.csl.json': '[]',
  'work/x.tei.xml': '<TEI/>',
  'work/x.linkset.json': linkset,
  'work/émile.html': html('émile'),
  'person/p.html': html('p'),
  'person/p.ttl': '',
  'person/p.jsonld': '{}',
  'work/gone.html': html('retirée'),
  'work/gone.en.html': html('withdrawn', 'en'),
  'work/gone.ttl': '',
  'work/old.html': html('déplacée'),
  '.secret': 'secret',
  'work/.git/config': 'secret',
};

/** What is no more of it. */
export const tombstones: readonly Tombstone[] = [
  { id: 'work/gone', state: 'deleted' },
  { id: 'work/old', state: 'merged', into: 'work/older' },
  { id: 'work/older', state: 'merged', into: 'work/x' },
  { id: 'work/lost', state: 'merged', into: 'work/gone' },
];
