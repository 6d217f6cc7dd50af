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
  ['person/pierre-mazet.html', 'year/2023/works-2', '../../person/pierre-mazet.html'],
])('%s from %s is %s', (to, from, link) => expect(linkTo(to, from)).toBe(link));

test.each([
  ['work/mazet-2019#contributor-1', 'work/mazet-2019.en.html#contributor-1'],
  ['journal/x#volume-12_issue-3', 'journal/x.en.html#volume-12_issue-3'],
])('%s is on the page of what it is a part of', (id, file) => expect(fileOf(id, 'en', 'fr')).toBe(file));
