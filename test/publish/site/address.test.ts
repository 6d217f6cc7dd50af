import { expect, test } from 'vitest';
import { fileOf, linkTo } from '../../../pipeline/publish/site/address.ts';

test.each([
  ['index', 'fr', 'fr', 'index.html'],
  ['work/mazet-2019', 'en', 'fr', 'work/mazet-2019.en.html'],
  ['work/mazet-2019', 'fr', 'en', 'work/mazet-2019.fr.html'],
] as const)('%s in %s on a site in %s is %s', (page, language, own, file) =>
  expect(fileOf(page, language, own)).toBe(file),
);

test.each([
  ['style.css', 'index', 'style.css'],
  ['style.css', 'work/mazet-2019', '../style.css'],
  ['person/pierre-mazet.html', 'journal/terminal/issue/128', '../../../person/pierre-mazet.html'],
])('%s from %s is %s', (to, from, link) => expect(linkTo(to, from)).toBe(link));

test('what stands below a work is on its page', () =>
  expect(fileOf('work/mazet-2019#contributor-1', 'en', 'fr')).toBe('work/mazet-2019.en.html#contributor-1'));
