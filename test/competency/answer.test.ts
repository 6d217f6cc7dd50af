import { describe, expect, test } from 'vitest';
import { type Answer, type Expected, row, same } from './answer.ts';

const expected: Expected = {
  ordered: false,
  free: ['journal'],
  rows: [
    { journal: 'terminal', name: 'terminal', issns: [] },
    { journal: 'revue-test', name: 'Revue de test', issns: ['1234-5679', '9876-5434'] },
  ],
};
const terminal = { journal: 'terminal', name: 'terminal', issns: '' };
const revue = { journal: 'revue-de-test', name: 'Revue de test', issns: '9876-5434, 1234-5679' };

describe('an answer is the expected one', () => {
  test.each<readonly [string, Answer]>([
    ['whatever the order of its rows and of a joined set', { rows: [revue, terminal] }],
    ['when an empty set has no value', { rows: [{ journal: 'terminal', name: 'terminal' }, revue] }],
  ])('%s', (_case, actual) => expect(same(actual, expected)).toBeUndefined());
});

describe('an answer is wrong', () => {
  test.each<readonly [string, Answer, Expected, string]>([
    ['when a row is missing', { rows: [revue] }, expected, 'missing {"issns":[],"name":"terminal"}'],
    [
      'when a row comes twice',
      { rows: [terminal, revue, terminal] },
      expected,
      'not expected {"issns":[],"name":"terminal"}',
    ],
    [
      'when a value of a set is missing',
      { rows: [terminal, { ...revue, issns: '1234-5679' }] },
      expected,
      'not expected {"issns":["1234-5679"],"name":"Revue de test"}',
    ],
    [
      'when a value is there that should not be',
      { rows: [{ work: 'repondre', issued: '2017' }] },
      { ordered: true, rows: [{ work: 'repondre' }] },
      'not expected {"issued":"2017","work":"repondre"}',
    ],
    [
      'when the order is asked and is another',
      { rows: [{ rank: '2' }, { rank: '1' }] },
      { ordered: true, rows: [{ rank: '1' }, { rank: '2' }] },
      'row 1: expected {"rank":"1"}, found {"rank":"2"}',
    ],
    ['when yes is said for no', { ask: true }, { ask: false }, 'expected false, found true'],
    ['when rows come for yes or no', { rows: [] }, { ask: true }, 'expected true, found rows'],
  ])('%s', (_case, actual, wanted, complaint) => expect(same(actual, wanted)).toContain(complaint));
});

test('the base of an IRI does not matter, and a text is never cut', () => {
  const iri = { termType: 'NamedNode', value: 'https://data.example.org/lab/work/repondre' };
  const text = { termType: 'Literal', value: 'application/tei+xml' };

  expect(
    row([
      ['work', iri],
      ['format', text],
    ]),
  ).toEqual({ work: 'repondre', format: 'application/tei+xml' });
});
