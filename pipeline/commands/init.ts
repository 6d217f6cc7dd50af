import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCode, UserError } from '../base/user-error.ts';
import { type Context, tell } from './context.ts';
import { type Seen, seenIn } from './init-page.ts';

/** `moisson init`: a new lab folder with an example that builds at once, or with a page of its own. Overwrites nothing. */
export async function init(folder: string, context: Context, path?: string): Promise<number> {
  const data = join(folder, 'data');
  const seen = path === undefined ? undefined : await seenIn(path);
  const files = seen ? filesFrom(seen, context.language) : exampleFiles(context.language);
  const taken = files.map(([name]) => join(data, name)).find((path) => existsSync(path));
  if (taken) {
    throw new UserError({
      fr: `${taken} existe déjà ; choisir un autre dossier`,
      en: `${taken} exists already; choose another folder`,
    });
  }
  try {
    mkdirSync(data, { recursive: true });
    for (const [name, content] of files) writeFileSync(join(data, name), content);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new UserError(
      { fr: `${data} : impossible d’écrire (${code})`, en: `${data}: cannot be written (${code})` },
      exitCode.input,
    );
  }
  if (seen) {
    tell(context, {
      fr: `${data} est prêt. Vérifier dans lab.yaml les personnes et les revues lues dans ${seen.name}, puis : moisson build ${folder}`,
      en: `${data} is ready. Check in lab.yaml the people and journals read in ${seen.name}, then: moisson build ${folder}`,
    });
    return exitCode.fine;
  }
  tell(context, {
    fr: `${data} est prêt. Mettre la page du labo dans articles.txt, compléter lab.yaml, puis : moisson build ${folder}`,
    en: `${data} is ready. Put the lab’s page into articles.txt, complete lab.yaml, then: moisson build ${folder}`,
  });
  return exitCode.fine;
}

/** The page itself, and what it names instead of the example’s lists. */
function filesFrom(
  { name, bytes, lists: named }: Seen,
  language: 'fr' | 'en',
): readonly (readonly [string, string | Uint8Array])[] {
  const [lab, corrections] = language === 'fr' ? [labFr, correctionsFr] : [labEn, correctionsEn];
  const head = lab.slice(0, lab.indexOf(lists)).replace(/^# (?:Exemple|An example).*\n/m, '');
  return [
    ['lab.yaml', head + named],
    [name, bytes],
    ['corrections.yaml', corrections],
  ];
}

function exampleFiles(language: 'fr' | 'en'): readonly (readonly [string, string])[] {
  return [
    ['lab.yaml', language === 'fr' ? labFr : labEn],
    ['articles.txt', page],
    ['corrections.yaml', language === 'fr' ? correctionsFr : correctionsEn],
  ];
}

const lists = `sources:
  - name: articles
    file: articles.txt

people:
  - { family: Mauss, given: Marcel }
  - { family: Durkheim, given: Émile }
  - { family: Hubert, given: Henri }

journals:
  - { title: L’Année sociologique, language: fr }
`;

const labFr = `# Le labo : qui il est, où sont ses listes de publications, qui y travaille.
# Exemple à remplacer : trois articles de L’Année sociologique.
name: Mon labo
# Toutes les adresses du labo commencent ainsi ; à choisir une fois pour toutes. Finit par « / ».
base: https://example.org/id/
language: fr
# Licence des notices.
licence: https://creativecommons.org/publicdomain/zero/1.0/

${lists}`;

const labEn = `# The lab: who it is, where its publication lists are, who works there.
# An example to be replaced: three articles of L’Année sociologique.
name: My lab
# Every address of the lab begins with it; choose it once and for all. Ends with “/”.
base: https://example.org/id/
language: fr
# Licence of the records.
licence: https://creativecommons.org/publicdomain/zero/1.0/

${lists}`;

const notices = `Essai sur la nature et la fonction du sacrifice

Par Henri Hubert et Marcel Mauss, 1899, dans L’Année sociologique, 2, 29-138.

De quelques formes primitives de classification : contribution à l’étude des représentations collectives

Par Émile Durkheim et Marcel Mauss, 1903, dans L’Année sociologique, 6, 1-72.

Esquisse d’une théorie générale de la magie

Par Henri Hubert et Marcel Mauss, 1904, dans L’Année sociologique, 7, 1-146.
`;

const page = `Articles\n\n${notices}`;

const correctionsFr = `# Ce qu’une personne corrige, et pourquoi ; survit à chaque relecture des sources. Par exemple :
# - work: work/hubert-1899-essai-sur-la-nature
#   set:
#     dates: [{ event: published, value: '1899' }]
#   reason: vu sur la page de la revue
#   source: https://example.org/preuve
`;

const correctionsEn = `# What a person corrects, and why; it outlives every re-read of the sources. For example:
# - work: work/hubert-1899-essai-sur-la-nature
#   set:
#     dates: [{ event: published, value: '1899' }]
#   reason: seen on the journal’s page
#   source: https://example.org/evidence
`;
