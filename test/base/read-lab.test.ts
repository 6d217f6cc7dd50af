import { describe, expect, test } from 'vitest';
import { readLab } from '../../pipeline/base/read-lab.ts';
import { UserError } from '../../pipeline/base/user-error.ts';

const lab = `name: LabAccès
base: https://labacces.fr/id/
language: fr
licence: https://creativecommons.org/publicdomain/zero/1.0/
sources:
  - name: articles
    file: articles.txt
`;

const refusal = (text: string) => {
  try {
    readLab(text, 'data/lab.yaml');
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('readLab', () => {
  test('fills in what may be left out', () => {
    const text = `${lab}people:
  - { family: Sorin, given: François, affiliations: [{ organisation: LabAccès, from: 2019 }] }
  - { family: Mazet, given: Pierre, alias: [P. Mazet] }
organisations: [{ name: LabAccès }]
journals: [{ title: Terminal }, { title: La Vie des idées, type: website }]
concepts: [{ label: { fr: fracture numérique } }]
`;
    expect(readLab(text, 'data/lab.yaml')).toEqual({
      name: 'LabAccès',
      base: 'https://labacces.fr/id/',
      language: 'fr',
      licence: 'https://creativecommons.org/publicdomain/zero/1.0/',
      sources: [{ name: 'articles', file: 'articles.txt' }],
      people: [
        {
          family: 'Sorin',
          given: 'François',
          alias: [],
          affiliations: [{ organisation: 'LabAccès', from: '2019' }],
        },
        { family: 'Mazet', given: 'Pierre', alias: ['P. Mazet'], affiliations: [] },
      ],
      organisations: [{ name: 'LabAccès', alias: [] }],
      journals: [
        { title: 'Terminal', alias: [], type: 'journal', issn: [] },
        { title: 'La Vie des idées', alias: [], type: 'website', issn: [] },
      ],
      concepts: [{ label: { fr: 'fracture numérique' }, alias: {}, exactMatch: [] }],
      prefer: {},
    });
  });

  test('gives empty lists to a lab that says little', () => {
    expect(readLab(lab, 'lab.yaml')).toMatchObject({
      people: [],
      organisations: [],
      journals: [],
      concepts: [],
    });
  });

  // biome-ignore format: a table
  test.each([
    ['a misspelt key', lab.replace('sources:', 'sorces:'), '5:1: unknown key “sorces”; did you mean “sources”?', '5:1: clé « sorces » inconnue ; voulait-on « sources » ?'],
    ['a base without scheme', lab.replace('https://labacces.fr/id/', 'labacces.fr/id'), '2:7: found “labacces.fr/id”, expected an address that begins with a scheme such as https:// and ends with “/”: “https://labacces.fr/id/”', '« https://labacces.fr/id/ »'],
    ['a base without slash', lab.replace('/id/', '/id'), '2:7: found “https://labacces.fr/id”', '« https://labacces.fr/id/ »'],
    ['two sources of one name', `${lab}  - { name: articles, file: hal.json }\n`, '8:13: two sources are named “articles”', 'deux sources se nomment « articles »'],
    ['a source name that is no slug', lab.replace('name: articles', 'name: Les articles'), '6:11: source name “Les articles”: only a-z, 0-9 and -, such as “les-articles”', 'comme « les-articles »'],
    ['a preference for no source', `${lab}prefer: { "*": [article] }\n`, '8:17: no source is named “article”; did you mean “articles”?', 'aucune source ne se nomme « article » ; voulait-on « articles » ?'],
    ['an affiliation to no organisation', `${lab}people: [{ family: Sorin, given: François, affiliations: [{ organisation: LabAccès }] }]\n`, '8:75: no organisation is named “LabAccès”; known: none', 'connues : aucune'],
    ['a date in words', `${lab}organisations: [{ name: LabAccès }]\npeople: [{ family: Sorin, given: François, affiliations: [{ organisation: LabAccès, from: juin 2019 }] }]\n`, 'found “juin 2019”, expected an EDTF date', 'attendu une date EDTF'],
    ['a language tag in words', `${lab}concepts: [{ label: { Français: x } }]\n`, '8:23: found “Français”, expected a form such as “fr”', 'comme « fr »'],
    ['a tab', lab.replace('  - name', '\t- name'), '6:1: a tab at the start of the line', 'tabulation'],
    ['an empty file', '', '1:1: found an empty value, expected a block of keys', 'trouvé une valeur vide'],
    ['a list', '- a\n', '1:1: found a list, expected a block of keys', 'trouvé une liste'],
    ['sources that are no list', `${lab.split('sources:')[0]}sources: articles.txt\n`, '5:10: found “articles.txt”, expected a list', 'attendu une liste'],
  ])('refuses %s, and says where and what to write', (_name, text, en, fr) => {
    const { words, exit } = refusal(text);
    expect(exit).toBe(2);
    expect(words.en).toContain(en);
    expect(words.fr).toContain(fr);
  });

  test('says all that is wrong at once, in the order of the file', () => {
    const text = lab.replace('/id/', '/id').replace('language: fr\n', '').replace('file:', 'fle:');
    const lines = `${text}prefer: { "*": [hal] }\n`;
    expect(refusal(lines).words.en.split('\n')).toEqual([
      'data/lab.yaml:1:1: missing “language”',
      expect.stringMatching(/^data\/lab\.yaml:2:7: found “https/),
      'data/lab.yaml:5:5: missing “file”',
      'data/lab.yaml:6:5: unknown key “fle”; did you mean “file”?',
      'data/lab.yaml:7:17: no source is named “hal”; known: articles',
    ]);
  });
});
