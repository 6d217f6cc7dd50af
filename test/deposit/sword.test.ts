import { expect, test } from 'vitest';
import { domainScheme } from '../../pipeline/base/hal-words.ts';
import { create, packageOf } from '../../pipeline/deposit/index.ts';
import { halDeposit } from '../../pipeline/write/index.ts';
import { annee, author, workOf } from '../works.ts';
import { entry, swordServer } from './sword-server.ts';

const mauss = author('Marcel', 'Mauss', { affiliations: [{ nameAsPrinted: 'EPHE', ids: [] }] });
const domain = { text: { value: 'shs.socio' }, scheme: domainScheme, code: 'shs.socio' };
const tei = halDeposit(workOf({ contributions: [mauss], container: annee, subjects: [domain] }));

test('whoever interrupts is told that the work may have arrived', async () => {
  const stop = new AbortController();
  const { address, arrived } = await swordServer(() => {
    stop.abort();
    return entry('hal-01234567', 202);
  });
  const account = { collection: `${address}sword/hal`, login: 'labo', password: 'secret', onBehalfOf: [] };
  const answer = await create(account, packageOf(tei), {
    userAgent: 'Moisson/test',
    signal: stop.signal,
    tries: 3,
    silence: 5000,
    wait: async () => {},
    told: () => {},
  });
  expect(arrived).toHaveLength(1);
  expect(answer).toMatchObject({
    isFinal: true,
    words: [{ en: expect.stringContaining('it may have arrived') }],
  });
});

test('the same work gives the same bytes, with a file as well', () => {
  const file = { name: 'x.pdf', bytes: new TextEncoder().encode('%PDF') };
  expect(packageOf(tei, file).bytes).toEqual(packageOf(tei, file).bytes);
  expect(packageOf(tei, file).digest).not.toBe(packageOf(tei).digest);
});
