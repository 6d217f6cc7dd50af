import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileOf, folderOf, moisson } from './moisson.ts';

const ris = (title: string, pages: string) => `TY  - JOUR
TI  - ${title}
AU  - Mauss, Marcel
PY  - 1925
JO  - L’Année sociologique
SP  - ${pages}
DO  - 10.5555/don
ER  - 
`;

const lab = `name: Mon labo
base: https://data.example.org/id/
language: fr
licence: https://creativecommons.org/publicdomain/zero/1.0/
sources:
  - { name: notices, file: notices.ris }
  - { name: editeur, file: editeur.ris }
`;

const corrections = `- work: work/mauss-1925-essai-sur-le-don
  set: { position: { pages: { raw: "30-186", start: "30", end: "186" } } }
  reason: les pages de la revue
`;

test('what each source says is in a graph of its own, neither merged nor corrected', async () => {
  const folder = folderOf({
    'data/lab.yaml': lab,
    'data/notices.ris': ris('Essai sur le don', '30'),
    'data/editeur.ris': ris('Essai sur le don. Forme et raison de l’échange', '31'),
    'data/corrections.yaml': corrections,
  });
  const dump = () => fileOf(folder, 'out/mon-labo.nt');
  expect((await moisson(['build', folder, '--source-graphs'])).err).toContain('1 works');
  expect(dump()).toContain('"30-186"');

  const lines = fileOf(folder, 'out/mon-labo.sources.nq').split('\n');
  const said = (source: string, property: string) =>
    lines
      .filter((line) => line.endsWith(`<https://data.example.org/id/source/${source}> .`))
      .flatMap(
        (line) =>
          new RegExp(`^<https://data.example.org/id/(work/[^#>]*)> <[^>]*${property}> (".*") <`)
            .exec(line)
            ?.slice(1) ?? [],
      );
  const work = 'work/mauss-1925-essai-sur-le-don';
  expect(dump()).toContain(`<https://data.example.org/id/${work}>`);
  expect(said('notices', 'terms/title')).toEqual([work, '"Essai sur le don"']);
  expect(said('editeur', 'terms/title')).toEqual([work, '"Essai sur le don. Forme et raison de l’échange"']);
  expect(said('notices', 'bibo/pageStart')).toEqual([work, '"30"']);
  expect(said('editeur', 'bibo/pageStart')).toEqual([work, '"31"']);

  expect((await moisson(['build', folder])).code).toBe(0);
  expect(existsSync(join(folder, 'out/mon-labo.sources.nq'))).toBe(false);
});
