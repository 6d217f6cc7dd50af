import { crossref } from '../../pipeline/read/crossref.ts';
import { page } from '../../pipeline/read/page.ts';
import { reference } from '../../pipeline/read/reference.ts';
import { work } from '../../pipeline/read/work.ts';
import { readerContract } from './contract.ts';

const awkwardTitle =
  "Les pratiques numériques : entre « savoir-faire » et “devoir-faire” – l’œuvre & l'outil <i>d’abord</i> 📚";

readerContract(work, {
  one: `# the third article of the page
type: article
titles:
  - role: main
    text: { value: "Répondre aux demandes d’aide numérique", lang: fr }
`,
  two: `- type: webArticle
  titles:
    - role: main
      text: { value: Vers l’État plateforme, lang: fr }
- type: article
  titles:
    - role: main
      text:
        value: Répondre aux demandes d’aide numérique
`,
  broken: `- type: webArticle
  titles:
    - role: main
      text: { value: Vers l’État plateforme }
- type: article
  titles:
    - role: main
      text: { value: "Les pratiques numériques
- type: article
  titles:
    - role: main
      text: { value: Répondre aux demandes d’aide numérique }
`,
  awkward: JSON.stringify(
    { type: 'article', titles: [{ role: 'main', text: { value: awkwardTitle } }] },
    null,
    2,
  ),
  awkwardTitle,
  others: [
    '[{"id":"sorin2019","type":"article-journal","title":"Les pratiques numériques","language":"fr"}]',
    '{"status":"ok","message":{"type":"journal-article","title":["Répondre aux demandes d’aide numérique"],"role":"author"}}',
    '{"data":{"type":"dois","attributes":{"titles":[{"title":"Vers l’État plateforme"}],"types":{"bibtex":"article"}}}}',
    'name: LabAccès\nbase: https://labacces.fr/id/\nlanguage: fr\nsources:\n  - name: articles\n    file: articles.txt\n',
    '- work: work/sorin-2019\n  reason: seen on the journal’s page\n  set:\n    type: article\n    titles:\n      - role: main\n        text: { value: Les pratiques numériques }\n',
    '@article{sorin2019,\n  title = {Les pratiques numériques},\n  type = {article}\n}\n',
    'TY  - JOUR\nTI  - Les pratiques numériques\nER  - \n',
    'type,title\narticle,Les pratiques numériques\n',
    'Par François Sorin\ndans Vie sociale, 28, 33-49\ntype : article, titles: plusieurs\n',
    '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><titles type="article"/></OAI-PMH>',
  ],
});

const notice = (title: string) => `${title}

Un résumé qui tient en deux phrases. La seconde dit pourquoi il était besoin d’une seconde.

Par Pierre Mazet et François Sorin, le 3 mars 2023, dans “terminal”, 128, 13-28.
[Disponible en ligne]
`;

readerContract(page, {
  one: notice('Répondre aux demandes d’aide numérique'),
  two: `Articles\n\n${notice('Vers l’État plateforme')}\n${notice('Répondre aux demandes d’aide numérique')}`,
  broken: `${notice('Vers l’État plateforme')}\nPar Pierre Mazet, 2019, dans La vie des idées.\n\n${notice('Répondre aux demandes')}`,
  awkward: notice(awkwardTitle),
  awkwardTitle,
  others: [
    'type: article\ntitles:\n  - role: main\n    text: { value: Par Pierre Mazet, lang: fr }\n',
    '[{"id":"sorin2019","type":"article-journal","title":"Par François Sorin, 2019, dans Vie sociale"}]',
    '@article{sorin2019,\n  title = {Les pratiques numériques},\n}\n',
    'TY  - JOUR\nTI  - Les pratiques numériques\nER  - \n',
    '<html><p>Par François Sorin, 2019, dans Vie sociale, 28.</p></html>',
    'Par ailleurs, dans ce cadre, rien n’est dit de personne.\n',
  ],
});

const cited = (title: string) => `Mazet, P., & Sorin, F. (2023). ${title}. Terminal, 128(3), 13–28.\n`;

readerContract(reference, {
  one: cited('Répondre aux demandes d’aide numérique'),
  two: `${cited('Vers l’État plateforme')}${cited('Répondre aux demandes d’aide numérique')}`,
  broken: `${cited('Vers l’État plateforme')}2023, 12\n${cited('Répondre aux demandes')}`,
  awkward: `Pierre Mazet, "${awkwardTitle}", Terminal, n° 128, 2023, p. 13-28.\n`,
  awkwardTitle,
  others: [
    '@article{sorin2019,\n  title = {Les pratiques numériques},\n}\n',
    'TY  - JOUR\nTI  - Les pratiques numériques\nER  - \n',
    'type,title\narticle,Les pratiques numériques\n',
    `# Publications\n\n- ${cited('Vers l’État plateforme')}`,
    notice('Vers l’État plateforme'),
    'Par ailleurs, dans ce cadre, rien n’est dit de personne.\n',
    '<html><p>Pierre Mazet, « Vers l’État plateforme », Terminal, n° 128, 2023.</p></html>',
  ],
});

const registered = (title: string) =>
  JSON.stringify({
    'reference-count': 0,
    DOI: '10.1038/nature14539',
    type: 'journal-article',
    title: [title],
    issued: { 'date-parts': [[2015, 5, 27]] },
    'container-title': ['Nature'],
    language: 'en',
    subtitle: [''],
    abstract: null,
  });

readerContract(crossref, {
  one: registered('Deep learning'),
  two: `${registered('Deep learning')}\n${registered('Why Most Published Research Findings Are False')}\n`,
  broken: `${registered('Deep learning')}\n${registered('Deep').slice(0, 60)}\n${registered('The art of deep learning')}\n`,
  awkward: JSON.stringify(
    { status: 'ok', 'message-type': 'work', message: JSON.parse(registered(awkwardTitle)) },
    null,
    2,
  ),
  awkwardTitle,
  others: [
    '{"type":"article-journal","DOI":"10.1038/nature14539","title":"Deep learning","container-title":"Nature","issued":{"date-parts":[[2015,5,27]]},"reference-count":103,"member":"297"}',
    '[{"id":"lecun","type":"article-journal","title":"Deep learning","DOI":"10.1038/nature14539","issued":{"date-parts":[[2015]]}}]',
    '{"data":{"type":"dois","attributes":{"doi":"10.5061/dryad.8515","titles":[{"title":"Data"}],"container":{"title":"Nature"}}}}',
    '{"id":"https://openalex.org/W2919115771","doi":"https://doi.org/10.1038/nature14539","title":"Deep learning"}',
    '{"type":"article","titles":[{"role":"main","text":{"value":"Deep learning"}}],"unmapped":[{"source":"crossref","path":"x","value":{"reference-count":1,"DOI":"10.1"}}]}',
    '{"status":"ok","message-type":"journal","message":{"title":"Nature","publisher":"Springer","ISSN":["0028-0836"]}}',
    '{"@context":"https://schema.org","@type":"ScholarlyArticle","name":"Deep learning"}',
    'DOI: 10.1038/nature14539\ntitle: [Deep learning]\n',
  ],
});
