import { expect, test } from 'vitest';
import type { IdentifiedWork, Work } from '../../pipeline/base/work.ts';
import { setsOf } from '../../pipeline/reconcile/oai-sets.ts';
import { bareLab } from '../publish/site/site-of.ts';
import { annee, author, workOf } from '../works.ts';

const anySet = { types: [], people: [], subjects: [], journals: [], works: [] };
const own = (spec: string, more: Partial<typeof anySet | Record<keyof typeof anySet, string[]>>) => ({
  spec,
  name: spec,
  ...anySet,
  ...more,
});
const lab = {
  ...bareLab,
  oai: {
    static: false,
    domain: 'data.example.org',
    email: 'web@labo.example.org',
    sets: [
      own('theses', { types: ['thesis'] }),
      own('durkheim', { people: ['person/emile-durkheim'] }),
      own('don', { subjects: ['concept/don'] }),
      own('annee', { journals: ['journal/l-annee-sociologique'] }),
      own('chosen', { works: ['work/x', 'work/y'] }),
    ],
  },
};

const work = (fields: Partial<Work> = {}): IdentifiedWork => ({
  ...workOf({ contributions: [author('Marcel', 'Mauss', { agent: 'person/marcel-mauss' })], ...fields }),
  id: 'work/a',
});

test.each([
  [
    'one that has what ISIDORE wants',
    work(),
    ['type:article', 'year:1925', 'person:marcel-mauss', 'isidore'],
  ],
  [
    'one whose access is known',
    work({ access: { status: 'open' } }),
    ['type:article', 'year:1925', 'person:marcel-mauss', 'isidore', 'openaire'],
  ],
  ['one without a date', work({ dates: [] }), ['type:article', 'person:marcel-mauss']],
  [
    'one of nobody',
    work({
      contributions: [author('Émile', 'Durkheim', { role: 'editor', agent: 'person/emile-durkheim' })],
    }),
    ['type:article', 'year:1925', 'person:emile-durkheim', 'durkheim'],
  ],
  [
    'one whose author has no page',
    work({ contributions: [author('M.', 'M.', { agent: 'work/a#contributor-1' })] }),
    ['type:article', 'year:1925', 'isidore'],
  ],
  [
    'one of a type, a subject and a journal of the lab’s sets',
    work({
      type: 'thesis',
      dates: [],
      contributions: [],
      subjects: [{ text: { value: 'don' }, id: 'concept/don' }],
      container: { ...annee, id: 'journal/l-annee-sociologique' },
    }),
    ['type:thesis', 'theses', 'don', 'annee'],
  ],
  [
    'one that is named',
    { ...work({ dates: [], contributions: [] }), id: 'work/y' },
    ['type:article', 'chosen'],
  ],
])('%s', (_, each, sets) => expect(setsOf(each, lab)).toEqual(sets));

test('a lab that is no repository has no sets', () => expect(setsOf(work(), bareLab)).toEqual([]));
