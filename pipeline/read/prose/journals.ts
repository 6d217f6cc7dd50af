/**
 * Journals whose names hold a stop or a comma that would end them: nothing but knowing them tells where they do.
 * Folded as `key` does.
 */
// biome-ignore format: a list
const names = [
  'Accounting, Organizations and Society',
  'Alterstice. Revue internationale de la recherche interculturelle',
  'Annales. Histoire, Sciences Sociales',
  'Annales. Économies, Sociétés, Civilisations',
  'Clio. Femmes, Genre, Histoire',
  'Clio. Histoire, femmes et sociétés',
  'Communication, technologies et développement',
  'Communication. Information, médias, théories, pratiques',
  'Crime, Histoire & Sociétés',
  'Empan. Prendre la mesure de l’humain',
  'Emulations. Revue de sciences sociales',
  'Espace, populations, sociétés',
  'Espaces, populations, sociétés',
  'Essais. Revue interdisciplinaire d’humanités',
  'Gender, Place & Culture',
  'Gender, Work & Organization',
  'Genre, sexualité & société',
  'Genèses. Sciences sociales et histoire',
  'Hermès, La Revue',
  'Histoire, médecine et santé',
  'Histoire, économie & société',
  'Histoire, économie et société',
  'Information, Communication & Society',
  'Langage, travail et formation',
  'Le Temps des médias. Revue d’histoire',
  'L’Homme. Revue française d’anthropologie',
  'Media, Culture & Society',
  'Mots. Les langages du politique',
  'Nature, Sciences, Sociétés',
  'Politix. Revue des sciences sociales du politique',
  'Quaderni. Communication, technologies, pouvoir',
  'Revue de l’OFCE. Analyse et prévision',
  'Réseaux. Communication, technologie, société',
  'Santé, Société et Solidarité',
  'Science, Technology, & Human Values',
  'Sciences, Eaux & Territoires',
  'Terrain. Anthropologie & sciences humaines',
  'Theory, Culture & Society',
  'Tracés. Revue de sciences humaines',
  'Travail, genre et sociétés',
  'VertigO. La revue électronique en sciences de l’environnement',
  'Vingtième Siècle. Revue d’histoire',
  'Work, Employment & Society',
  'Work, Employment and Society',
  'Zilsel. Science, technique, société',
];

const key = (words: string) => words.replace(/[’]/g, "'").toLowerCase();
const known: readonly string[] = [...new Set(names.map(key))].sort((a, b) => b.length - a.length);

/** How long the name of a journal is that words begin with, when it is one of those with stops or commas in it. */
export function journalAt(words: string): number | undefined {
  const lower = key(words);
  const found = known.find((name) => lower.startsWith(name) && !/[\p{L}]/u.test(lower[name.length] ?? ''));
  return found?.length;
}

/** Where such a name ends a stretch of words: `Habiter la rivière, Travail, genre et sociétés`. */
export function journalEnding(words: string): number | undefined {
  const lower = key(words).replace(/[\s,.;:(]+$/, '');
  const found = known.find(
    (name) => lower.endsWith(name) && /[.,;:?!»”"]\s$/.test(lower.slice(0, -name.length)),
  );
  return found === undefined ? undefined : lower.length - found.length;
}
