import type { Language } from '../../base/words.ts';

/** The words of the pages, in both languages of the interface. */
// biome-ignore format: a table
const table = {
  home: ['Accueil', 'Home'],
  search: ['Rechercher', 'Search'],
  people: ['Personnes', 'People'],
  organisations: ['Organisations', 'Organisations'],
  journals: ['Revues et ouvrages', 'Journals and books'],
  subjects: ['Sujets', 'Subjects'],
  pictures: ['En images', 'In pictures'],
  data: ['Données', 'Data'],
  query: ['SPARQL', 'SPARQL'],
  menu: ['Menu principal', 'Main menu'],
  path: ['Fil d’Ariane', 'Breadcrumb'],
  skip: ['Aller au contenu', 'Skip to content'],
  otherLanguage: ['English', 'Français'],
  inOtherLanguage: ['This page in English', 'Cette page en français'],
  accessibility: ['Accessibilité', 'Accessibility'],
  legal: ['Mentions légales', 'Legal notice'],
  feed: ['Fil Atom des nouveautés', 'Atom feed of new works'],
  jsonFeed: ['Fil JSON des nouveautés', 'JSON feed of new works'],
  madeWith: ['Site produit par', 'Site made with'],
  publications: ['Publications', 'Publications'],
  latest: ['Les plus récentes', 'The latest'],
  allWorks: ['Toutes les publications', 'All publications'],
  byYear: ['Par année', 'By year'],
  byType: ['Par type', 'By type'],
  byPerson: ['Par personne', 'By person'],
  byJournal: ['Par revue ou ouvrage', 'By journal or book'],
  bySubject: ['Par sujet', 'By subject'],
  undated: ['Sans date', 'Undated'],
  previous: ['Page précédente', 'Previous page'],
  next: ['Page suivante', 'Next page'],
  pages: ['Pages', 'Pages'],
  year: ['Année', 'Year'],
  abstract: ['Résumé', 'Abstract'],
  noTitle: ['Sans titre', 'Untitled'],
  read: ['Lire', 'Read'],
  landing: ['Page de l’éditeur ou de l’archive', 'Page at the publisher or archive'],
  fulltext: ['Texte intégral', 'Full text'],
  publisherLink: ['Site de l’éditeur', 'Publisher’s site'],
  supplement: ['Complément', 'Supplement'],
  dataset: ['Jeu de données', 'Dataset'],
  code: ['Code', 'Code'],
  other: ['Autre lien', 'Other link'],
  details: ['Notice détaillée', 'Full record'],
  cite: ['Citer', 'Cite'],
  iso690: ['NF ISO 690', 'ISO 690'],
  apa: ['APA, 7e édition', 'APA, 7th edition'],
  export: ['Exporter la notice', 'Export the record'],
  references: ['Références citées', 'References'],
  relations: ['Liens avec d’autres œuvres', 'Related works'],
  origin: ['D’où vient cette notice', 'Where this record comes from'],
  lastChange: ['Dernière modification de la notice', 'Last change of the record'],
  asFound: ['Telle que trouvée', 'As found'],
  coauthors: ['Avec', 'With'],
  affiliations: ['Affiliations', 'Affiliations'],
  members: ['Membres', 'Members'],
  identifiers: ['Identifiants', 'Identifiers'],
  homepage: ['Page personnelle', 'Home page'],
  site: ['Site', 'Site'],
  alias: ['Autres formes du nom', 'Other forms of the name'],
  otherTitles: ['Autres titres', 'Other titles'],
  issues: ['Numéros', 'Issues'],
  issue: ['Numéro', 'Issue'],
  volume: ['Volume', 'Volume'],
  sameAs: ['Même sujet ailleurs', 'The same subject elsewhere'],
  source: ['Source', 'Source'],
  format: ['Format', 'Format'],
  address: ['Adresse', 'Address'],
  retrieved: ['Relevée le', 'Retrieved on'],
  otherWorks: ['Publications hors numéro', 'Publications outside an issue'],
  gone: ['Notice retirée', 'Record withdrawn'],
  goneWords: ['Cette notice n’est plus dans la liste de publications. Son adresse ne sera pas réutilisée.', 'This record is no longer in the list of publications. Its address will not be used again.'],
  moved: ['Notice fusionnée', 'Record merged'],
  movedWords: ['Cette notice a été réunie avec une autre :', 'This record was merged with another one:'],
  notFound: ['Page introuvable', 'Page not found'],
  notFoundWords: ['Aucune page à cette adresse. La recherche ou la liste des publications aideront à retrouver celle que vous cherchiez.', 'There is no page at this address. The search page or the list of publications will help to find the one you wanted.'],
  sameFigures: ['Les mêmes chiffres en tableau', 'The same figures in a table'],
  worksByYear: ['Publications par année, selon le type', 'Publications by year and type'],
  worksByType: ['Publications par type', 'Publications by type'],
  worksByJournal: ['Publications par revue ou ouvrage', 'Publications by journal or book'],
  whoWithWhom: ['Qui a signé avec qui', 'Who signed with whom'],
  publicationsTogether: ['Publications ensemble', 'Publications together'],
  otherTypes: ['autres types', 'other types'],
  type: ['Type', 'Type'],
  person: ['Personne', 'Person'],
  and: ['et', 'and'],
  journalOrBook: ['Revue ou ouvrage', 'Journal or book'],
  total: ['Total', 'Total'],
  newest: ['Nouveautés', 'New works'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type PageWord = keyof typeof table;

/** A word of the pages in a language. */
export function word(name: PageWord, language: Language): string {
  return table[name][language === 'fr' ? 0 : 1];
}

// biome-ignore format: a table
const nouns = {
  work: ['publication', 'publications', 'publication', 'publications'],
  person: ['personne', 'personnes', 'person', 'people'],
  journal: ['revue ou ouvrage', 'revues ou ouvrages', 'journal or book', 'journals or books'],
  subject: ['sujet', 'sujets', 'subject', 'subjects'],
  row: ['ligne', 'lignes', 'row', 'rows'],
  statement: ['triplet', 'triplets', 'triple', 'triples'],
} as const satisfies Readonly<Record<string, readonly [string, string, string, string]>>;

/** `1 publication`, `5 publications`, `10 000 publications`; in French zero is singular. */
export function counted(count: number, noun: keyof typeof nouns, language: Language): string {
  const [one, several, single, plural] = nouns[noun];
  const isOne = language === 'fr' ? count < 2 : count === 1;
  const name = language === 'fr' ? (isOne ? one : several) : isOne ? single : plural;
  return `${number(count, language)}\u00a0${name}`;
}

/** `10 000` in French, `10,000` in English, whatever the machine's locale data. */
export function number(count: number, language: Language): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, language === 'fr' ? '\u202f' : ',');
}
