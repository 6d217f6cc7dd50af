import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileOf, labFolder, labYaml, moisson } from '../commands/moisson.ts';

const hal = `hal: { domain: shs.socio }
organisations:
  - { name: École pratique des hautes études, ror: 046b3cj80 }
`;
const member = (dates: string) =>
  labYaml.replace(
    'given: Marcel }',
    `given: Marcel, affiliations: [{ organisation: École pratique des hautes études${dates} }] }`,
  ) + hal;

test('what is missing for HAL is said of each work, with where to fill it in', async () => {
  const folder = labFolder();
  await moisson(['build', folder]);
  expect(fileOf(folder, 'out/hal/missing.md')).toContain(`# Ce qui manque pour HAL

HAL ne prendrait pas ces 2 publications :

## Essai sur la nature et la fonction du sacrifice

\`work/hubert-1899-essai-sur-la-nature\`

- un domaine de HAL : dans data/lab.yaml (hal: domain), ou dans la source ou data/corrections.yaml
- l’affiliation d’un auteur au moins : dans data/lab.yaml (people: affiliations, organisations), ou dans la source ou data/corrections.yaml
`);
});

test.each([
  ['lasts', '', ['1899', '1904']],
  ['began in 1900', ', from: "1900"', ['1904']],
  ['ended in 1900', ', to: "1900-05"', ['1899']],
])('a membership that %s places the works of its years', async (_, dates, years) => {
  const folder = labFolder({ 'data/lab.yaml': member(dates) });
  await moisson(['build', folder]);
  const ready = readdirSync(join(folder, 'out/hal')).filter((name) => name.endsWith('.xml'));
  expect(ready.map((name) => /\d{4}/.exec(name)?.[0])).toEqual(years);
  const [first = ''] = ready;
  const tei = fileOf(folder, `out/hal/${first}`);
  expect(tei).toContain('École pratique des hautes études');
  expect(tei).toContain('shs.socio');
  // Who is no member of the lab is not placed by it.
  expect(tei.match(/<affiliation /g)).toHaveLength(1);
});
