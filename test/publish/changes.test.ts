import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byCodePoint } from '../../pipeline/base/order.ts';
import { changesBetween, named, patchOf, summaryOf, summaryText } from '../../pipeline/publish/index.ts';

const lines = (...of: readonly string[]) => [...of].sort(byCodePoint);
const between = (old: readonly string[], next: readonly string[]) =>
  changesBetween({ name: 'old.nq', lines: old }, { name: 'new.nq', lines: next });

async function patch(old: readonly string[], next: readonly string[]): Promise<string> {
  let text = '';
  for await (const piece of patchOf(between(old, next))) text += piece;
  return text;
}

describe('a patch', () => {
  test('says each statement that only one of two dumps has, in one transaction', async () => {
    const old = lines('<a> <p> "1" <g> .', '<b> <p> "é" <g> .', '<c> <p> <d> <g> .');
    const next = lines('<a> <p> "2" <g> .', '<b> <p> "é" <g> .', '<c> <p> <d> <g> .', '<d> <p> "x" <g> .');
    expect(await patch(old, next)).toBe(`TX .
D <a> <p> "1" <g> .
A <a> <p> "2" <g> .
A <d> <p> "x" <g> .
TC .
`);
  });

  test('of what is the same is empty', async () =>
    expect(await patch(['<a> <p> "1" .'], ['<a> <p> "1" .'])).toBe(''));

  test('makes the new dump of the old one', async () => {
    // Characters beyond U+FFFF sort after all others, as their bytes do.
    const line = fc
      .constantFrom('a', 'b', '\ue000', '\u{1f600}', 'ab', '\u2028')
      .map((text) => `<a> <p> "${text}" .`);
    const dump = fc.uniqueArray(line).map((of) => lines(...of));
    await fc.assert(
      fc.asyncProperty(dump, dump, async (old, next) => {
        const patched = new Set(old);
        for (const each of (await patch(old, next)).split('\n').slice(1, -2)) {
          const statement = each.slice(2);
          expect(patched.has(statement)).toBe(each.startsWith('D'));
          if (each.startsWith('A')) patched.add(statement);
          else patched.delete(statement);
        }
        expect(lines(...patched)).toEqual(next);
      }),
    );
  });

  test.each([
    ['lines out of order', ['<b> <p> <c> .', '<a> <p> <c> .'], /^old\.nq:2: the lines are not sorted/],
    ['a line twice', ['<a> <p> <c> .', '<a> <p> <c> .'], /^old\.nq:2: the lines are not sorted/],
    ['no statement', ['<a> <p> <c> .', 'title,date'], /^old\.nq:2: expected a statement.*“title,date”$/],
  ])('is refused of %s', async (_, old, words) => await expect(patch(old, [])).rejects.toThrow(words));
});

const work = '<https://x.example/id/work/un';
const person = '<https://x.example/id/person/ada>';
const title = '<http://purl.org/dc/terms/title>';
const issued = '<http://purl.org/dc/terms/issued>';
const type = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';
const first = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#first>';
const article = '<http://schema.org/ScholarlyArticle>';

async function summary(
  old: readonly string[],
  next: readonly string[],
  language: 'fr' | 'en' = 'en',
): Promise<string> {
  const found = await summaryOf(between(old, next));
  for (const dump of [old, next]) await named(found, dump);
  return summaryText(found, language);
}

describe('a summary', () => {
  const whole = (id: string, name: string) => [
    `${work}-${id}> ${type} ${article} .`,
    `${work}-${id}> ${title} "${name}"@fr .`,
  ];
  test('names what was added, changed and withdrawn, and the values that changed', async () => {
    const kept = `${work}> ${title} "Un \\"titre\\""@fr .`;
    const old = lines(
      kept,
      `${work}> ${issued} "2023" .`,
      `${work}#authors-1> ${first} ${person} .`,
      ...whole('a', 'Parti'),
    );
    const next = lines(
      kept,
      `${work}> ${issued} "2023-06" .`,
      ...whole('b', 'Venu'),
      `${person} ${title} "Ada" .`,
    );
    expect(await summary(old, next)).toBe(`Works: 1 added, 1 changed, 1 withdrawn
~ Un "titre" – https://x.example/id/work/un
    #authors-1 rdf:first − ${person}
    dcterms:issued − "2023" + "2023-06"
− Parti – https://x.example/id/work/un-a
+ Venu – https://x.example/id/work/un-b

Others: 1 changed
~ Ada – https://x.example/id/person/ada
    dcterms:title + "Ada"

4 statement(s) added, 4 deleted
`);
  });

  test('of what is the same says so', async () => {
    expect(await summary(['<a> <p> "1" .'], ['<a> <p> "1" .'], 'fr')).toBe('rien n’a changé\n');
  });
});
