import { describe, expect, test } from 'vitest';
import type { Lab } from '../../pipeline/base/lab.ts';
import type { Container } from '../../pipeline/base/work.ts';
import { AloneAuthorities, idAlone } from '../../pipeline/reconcile/alone.ts';
import { reconcileAlone } from '../../pipeline/reconcile/index.ts';
import { LabAuthorities } from '../../pipeline/reconcile/lab-authorities.ts';
import { author, doi, orcid, reviewed, workOf } from '../works.ts';

const lab: Lab = {
  name: 'LabAccès',
  base: 'https://data.example.org/id/',
  language: 'fr',
  licence: 'https://creativecommons.org/publicdomain/zero/1.0/',
  sources: [],
  people: [
    { family: 'Sorin', given: 'François', alias: ['Sorin F.'], affiliations: [{ organisation: 'LabAccès' }] },
  ],
  organisations: [{ name: 'LabAccès', language: 'fr', alias: ['Ti Lab'], type: 'ResearchOrganization' }],
  journals: [{ title: 'Terminal', language: 'fr', alias: [], type: 'journal', issn: [] }],
  concepts: [
    {
      label: { fr: 'fracture numérique', en: 'digital divide' },
      alias: { fr: ['e-exclusion'] },
      exactMatch: [],
    },
  ],
  prefer: {},
};

const journal = (title: string, issn: readonly string[] = []): Container => ({
  type: 'journal',
  titles: title ? [{ value: title }] : [],
  shortTitles: [],
  issn: issn.map((value) => ({ value })),
  isbn: [],
  editors: [],
  identifiers: [],
});

describe('inside a lab', () => {
  test.each([
    ['the full name', author('François', 'Sorin')],
    ['capitals, family first', author('François', 'Sorin', { nameAsPrinted: 'SORIN François' })],
    ['an alias of lab.yaml', author('F.', 'Sorin', { nameAsPrinted: 'Sorin F.' })],
    ['no accent', author('Francois', 'Sorin')],
  ])('K3 a person of lab.yaml is known by %s', (_, contribution) => {
    expect(new LabAuthorities(lab).agent(contribution, 'work/x')).toBe('person/francois-sorin');
  });

  test('K3 a full name is one person, an initial stays with its work', () => {
    const authorities = new LabAuthorities(lab);
    expect(authorities.agent(author('Marcel', 'Mauss'), 'work/a')).toBe(
      authorities.agent(author('Marcel', 'Mauss'), 'work/b'),
    );
    expect(['work/a', 'work/b'].map((work) => authorities.agent(author('J.', 'Martin'), work))).toEqual([
      'work/a#contributor-1',
      'work/b#contributor-1',
    ]);
  });

  test('K3 two identifiers of one scheme are two people, whatever their name', () => {
    const authorities = new LabAuthorities(lab);
    const ids = ['0000-0002-1825-0097', '0000-0001-5109-3700'].map((value) =>
      authorities.agent(author('Jean', 'Martin', { identifiers: [orcid(value)] }), 'work/a'),
    );
    expect(ids).toEqual(['person/jean-martin', 'person/jean-martin-2']);
  });

  test('K3 one ORCID is one person, whatever the name', () => {
    const authorities = new LabAuthorities(lab);
    const identifiers = [orcid('0000-0002-1825-0097')];
    expect(authorities.agent(author('Ada', 'Exemple', { identifiers }), 'a')).toBe(
      authorities.agent(author('A.', 'Exemple-Dupont', { identifiers }), 'b'),
    );
  });

  test('I3 two ISSNs never make two journals, and a known title leads to the same one', () => {
    const authorities = new LabAuthorities(lab);
    const ids = [
      journal('Revue de test', ['1234-5679']),
      journal('Revue de test', ['9876-5434']),
      journal('', ['9876-5434']),
    ].map((each) => authorities.journal(each));
    expect(new Set(ids)).toEqual(new Set(['journal/revue-de-test']));
    expect(authorities.met.journals.get('journal/revue-de-test')?.issn).toHaveLength(2);
  });

  test('a journal of lab.yaml keeps its own title, whatever the case of the page', () => {
    const authorities = new LabAuthorities(lab);
    expect(authorities.journal(journal('terminal'))).toBe('journal/terminal');
    expect(authorities.met.journals.get('journal/terminal')?.titles).toEqual([
      { value: 'Terminal', lang: 'fr' },
    ]);
  });

  test('an organisation is known by its alias, and a person leads to it', () => {
    const authorities = new LabAuthorities(lab);
    expect(authorities.organisation({ name: 'Ti Lab', ids: [] })).toBe('org/labacces');
    const other = new LabAuthorities(lab);
    other.agent(author('François', 'Sorin'), 'work/x');
    expect(other.met.agents.get('person/francois-sorin')?.affiliations).toEqual(['org/labacces']);
    expect(other.met.agents.has('org/labacces')).toBe(true);
  });

  test.each([
    ['fracture numérique', 'fr'],
    ['Digital Divide', 'en'],
    ['e-exclusion', 'fr'],
    ['fracture numérique', undefined],
  ])('the subject %s (%s) is the lab’s concept', (value, lang) => {
    expect(new LabAuthorities(lab).concept({ text: { value, lang } })).toBe('concept/fracture-numerique');
  });

  test('K4 volume 1 issue 23 is not volume 12 issue 3', () => {
    const authorities = new LabAuthorities(lab);
    const parts = [{ volume: '1', issue: '23' }, { volume: '12', issue: '3' }, { issue: '1-2' }, {}].map(
      (position) => authorities.part('journal/x', position),
    );
    expect(parts).toEqual([
      'journal/x#volume-1_issue-23',
      'journal/x#volume-12_issue-3',
      'journal/x#issue-1-2',
      'journal/x',
    ]);
  });
});

describe('without a lab', () => {
  test.each([
    ['the id given', workOf({ id: 'work/mine', identifiers: [doi('10.5555/1')] }), 'work/mine'],
    [
      'the DOI',
      workOf({ identifiers: [doi('10.1002/(sici)1099<1::aid>3.0')] }),
      'work/10.1002/(sici)1099%3C1::aid%3E3.0',
    ],
    [
      'the HAL id',
      workOf({ identifiers: [{ scheme: 'hal', value: 'hal-01', iri: 'https://hal.science/hal-01' }] }),
      'work/hal-01',
    ],
  ])('K1 a work is named by %s', (_, work, id) => expect(idAlone(work)).toBe(id));

  test('K1 else by creator, year and title, whatever their typography', () => {
    const id = idAlone(workOf({ title: 'Vers l’État plateforme' }));
    expect(id).toMatch(/^work\/[0-9a-f]{16}$/);
    expect(
      idAlone(workOf({ title: "Vers l'Etat plateforme", dates: [{ event: 'published', value: '1925-03' }] })),
    ).toBe(id);
    expect(idAlone(workOf({ title: 'Vers l’État plateforme', dates: [] }))).not.toBe(id);
  });

  test('K3 a person without identifier is never the one of another work', () => {
    const authorities = new AloneAuthorities();
    expect(['work/a', 'work/b'].map((work) => authorities.agent(author('Marcel', 'Mauss'), work))).toEqual([
      'work/a#contributor-1',
      'work/b#contributor-1',
    ]);
    expect(
      authorities.agent(author('Ada', 'Exemple', { identifiers: [orcid('0000-0002-1825-0097')] }), 'work/a'),
    ).toBe('person/0000-0002-1825-0097');
  });
});

test('the editor of a book is nobody of those who signed the chapter', () => {
  const container: Container = {
    type: 'book',
    titles: [{ value: 'Sociologie et anthropologie' }],
    shortTitles: [],
    issn: [],
    isbn: [],
    editors: [author('Claude', 'Lévi-Strauss', { role: 'editor' })],
    identifiers: [],
  };
  const { works, agents } = reconcileAlone(reviewed(workOf({ container })));
  const [work] = works;
  const nameOf = (id: string | undefined) => agents.find((each) => each.id === id)?.name.value;
  expect(nameOf(work?.contributions[0]?.agent)).toBe('Marcel Mauss');
  expect(nameOf(work?.container?.editors[0]?.agent)).toBe('Claude Lévi-Strauss');
});
