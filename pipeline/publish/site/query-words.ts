import type { Language } from '../../base/words.ts';

/** The words of the query page: those that it is written with. */
// biome-ignore format: a table
const table = {
  title: ['Interroger les données en SPARQL', 'Query the data in SPARQL'],
  own: ['Ma propre requête', 'My own query'],
  question: ['Question', 'Question'],
  sparql: ['Requête SPARQL', 'SPARQL query'],
  keys: ['Ctrl + Entrée exécute. Les noms de nos vocabulaires se complètent en les tapant, ou par Ctrl + Espace : flèches pour choisir, Entrée pour prendre, Échap pour refermer.', 'Ctrl + Enter runs it. Names of our vocabularies are completed while you type, or by Ctrl + Space: arrows to choose, Enter to take one, Escape to close.'],
  run: ['Exécuter', 'Run'],
  stop: ['Arrêter', 'Stop'],
  link: ['Adresse de cette requête', 'Address of this query'],
  answer: ['Réponse', 'Answer'],
  ready: ['Questions toutes prêtes', 'Questions ready to be asked'],
  open: ['Modifier et exécuter', 'Change and run'],
  none: ['Aucune ligne.', 'No rows.'],
  notAsked: ['La réponse n’est pas écrite d’avance dans cette page ; la requête ci-dessous la donne.', 'The answer is not written into this page; the query below gives it.'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

/** The words that its scripts say. `{}`: what they fill in. */
// biome-ignore format: a table
const spoken = {
  looking: ['Recherche d’un point d’accès sur ce site…', 'Looking for an endpoint on this site…'],
  loading: ['Chargement du moteur et des données : {}', 'Loading the engine and the data: {}'],
  running: ['Requête en cours…', 'The query is running…'],
  stopped: ['Requête arrêtée.', 'The query was stopped.'],
  rows: ['{} lignes', '{} rows'],
  row: ['{} ligne', '{} row'],
  noRows: ['Aucune ligne.', 'No rows.'],
  yes: ['Oui', 'Yes'],
  no: ['Non', 'No'],
  statements: ['Un graphe, en Turtle.', 'A graph, in Turtle.'],
  seconds: ['{} s', '{} s'],
  byEndpoint: ['répondu par le point d’accès de ce site', 'answered by the endpoint of this site'],
  byBrowser: ['répondu dans ce navigateur', 'answered in this browser'],
  cut: ['Les {} premières sont montrées ; les fichiers ont tout.', 'The first {} are shown; the files have them all.'],
  cutText: ['Le début est montré ; le fichier a tout.', 'The beginning is shown; the file has it all.'],
  download: ['Télécharger', 'Download'],
  chart: ['Voir en graphique', 'Show as a chart'],
  chartOf: ['Graphique : {}. Le tableau donne les mêmes chiffres.', 'Chart: {}. The table has the same figures.'],
  chartCut: ['Le graphique montre les {} premières.', 'The chart shows the first {}.'],
  table: ['Tableau des réponses', 'Table of the answer'],
  fromAddress: ['La requête vient de l’adresse de cette page ; « Exécuter » l’envoie.', 'The query comes from the address of this page; “Run” sends it.'],
  chosen: ['La requête est dans l’éditeur ; « Exécuter » l’envoie.', 'The query is in the editor; “Run” sends it.'],
  writes: ['{} écrit dans le graphe, et une requête ne fait que lire.', '{} writes into the graph, and a query only reads.'],
  elsewhere: ['{} interrogerait un autre serveur, ce que cette page ne fait pas.', '{} would ask another server, which this page does not do.'],
  tooMany: ['La réponse a plus de {} lignes ; la prendre par parties, avec ORDER BY, LIMIT et OFFSET.', 'The answer has more than {} rows; take it in parts, with ORDER BY, LIMIT and OFFSET.'],
  broken: ['La réponse n’a pu être calculée : {}', 'The answer could not be worked out: {}'],
  notLoaded: ['Le moteur ou les données n’ont pu être chargés : {}', 'The engine or the data could not be loaded: {}'],
  tooOld: ['Ce navigateur est trop ancien pour répondre lui-même ; les questions ci-dessous ont leurs réponses.', 'This browser is too old to answer by itself; the questions below have their answers.'],
  empty: ['Il n’y a pas de requête.', 'There is no query.'],
  goThere: ['Aller à l’erreur', 'Go to the error'],
  suggestions: ['Suggestions', 'Suggestions'],
  someSuggestions: ['{} suggestions, flèche bas pour choisir', '{} suggestions, arrow down to choose'],
  times: ['{} fois dans le graphe', '{} times in the graph'],
  prefix: ['préfixe', 'prefix'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

/** A word of the query page in a language. */
export function queryWord(name: keyof typeof table, language: Language): string {
  return table[name][language === 'fr' ? 0 : 1];
}

/** What the scripts of the page say in a language. */
export function spokenWords(language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(spoken).map(([name, words]) => [name, words[language === 'fr' ? 0 : 1]]),
  );
}
