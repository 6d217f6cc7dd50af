import { describe, expect, test } from 'vitest';
import { questions } from '../../pipeline/base/questions.ts';
import { filled } from '../../pipeline/base/sparql-values.ts';
import { openStore } from '../../pipeline/serve/index.ts';
import { labFolder, moisson } from './moisson.ts';

const all = questions();

describe('each question with a name', () => {
  test.each(all.map((question) => [question.name, question] as const))('%s', async (_, question) => {
    const { query, parameters, headings, words, asker } = question;
    const values = Object.fromEntries(parameters.map(({ name, example }) => [name, example]));
    const sparql = filled(query, { ...values, language: 'fr' });
    // Every parameter has a value, and each is used.
    expect(sparql).not.toContain('$');
    for (const { name, words: meant } of parameters) {
      expect(query).toContain(`$${name}`);
      expect([meant.fr, meant.en]).not.toContain('');
    }
    expect(words.fr).not.toBe(words.en);
    expect(['reader', 'researcher', 'librarian', 'lab']).toContain(asker);
    const answer = (await openStore()).query(sparql);
    if (answer.kind !== 'select') throw new Error('no table');
    expect([...headings.keys()].sort()).toEqual([...answer.variables].sort());
  });
});

async function built(): Promise<string> {
  const folder = labFolder();
  await moisson(['build', folder]);
  return `${folder}/out/mon-labo.nq`;
}

test('a question is asked by its name, and answered in the language of whoever asks', async () => {
  const dump = await built();
  const ask = async (language: string, ...words: string[]) =>
    (await moisson(['query', ...words, dump, '--lang', language])).out;
  const table = await ask('fr', 'works-by-person', 'name=hubert');
  expect(table.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
    ['nom', 'date', 'titre', 'œuvre'],
    [expect.stringMatching(/^─+$/), '────', expect.anything(), expect.anything()],
    [
      'Henri Hubert',
      '1904',
      'Esquisse d’une théorie générale de la magie',
      expect.stringContaining('/work/'),
    ],
    ['Henri Hubert', '1899', 'Essai sur la nature et la fonction du sacrifice', expect.anything()],
    [''],
  ]);
  expect((await ask('en', 'works')).split('\n')[0]).toMatch(/^date +title +work$/);
  expect(await ask('en', 'co-authors')).toMatch(/Henri Hubert +Marcel Mauss +2/);
  expect((await ask('en', 'works', '--format', 'csv')).split('\r\n')[0]).toBe('issued,title,work');
});

test('a value is a text, whatever is in it', async () => {
  const dump = await built();
  for (const value of ['")) } #', 'a\\', 'a"b', "a'b\n"]) {
    const { code, out } = await moisson(['query', 'works-by-person', `name=${value}`, dump]);
    expect([code, out.split('\n').length]).toEqual([0, 3]);
  }
});

test.each([
  ['a question that is not there', ['work'], 'no question “work”; did you mean “works”?'],
  ['a value that is missing', ['works-of-year'], 'works-of-year: year= is missing (year), such as year=2023'],
  ['no question', [], 'expected a SPARQL query, a .rq file or the name of a question (--list)'],
])('%s', async (_, words, said) => {
  const { code, err } = await moisson(['query', ...words]);
  expect([code, err]).toEqual([2, expect.stringContaining(said)]);
});

test('--list shows every question, with a call that works', async () => {
  const { out } = await moisson(['query', '--list', '--lang', 'fr']);
  for (const { name, words } of all) expect(out).toMatch(new RegExp(`^  ${name}\\b.* ${words.fr}$`, 'm'));
});
