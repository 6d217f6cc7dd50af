import { describe, expect, test } from 'vitest';
import type { Work } from '../../pipeline/base/work.ts';
import { citation } from '../../pipeline/write/citation.ts';
import { author, doi, workOf } from '../works.ts';

const article: Partial<Work> = {
  titles: [
    { role: 'main', text: { value: 'Essai sur le don', lang: 'fr' } },
    { role: 'subtitle', text: { value: 'forme et raison de l’échange' } },
  ],
  container: {
    type: 'journal',
    titles: [{ value: 'L’Année sociologique' }],
    shortTitles: [],
    issn: [],
    isbn: [],
    editors: [],
    identifiers: [],
  },
  position: { volume: '1', issue: '2', pages: { raw: '30-186', start: '30', end: '186' } },
  identifiers: [doi('10.5555/don')],
};
const chapter: Partial<Work> = {
  type: 'chapter',
  titles: [{ role: 'main', text: { value: 'Les techniques du corps' } }],
  container: {
    type: 'book',
    titles: [{ value: 'Sociologie et anthropologie' }],
    shortTitles: [],
    issn: [],
    isbn: [],
    editors: [author('Claude', 'Lévi-Strauss', { role: 'editor' })],
    identifiers: [],
  },
  position: { pages: { raw: '363-386', start: '363', end: '386' } },
  publisher: { name: 'PUF', place: 'Paris', ids: [] },
};
const two = [author('Henri', 'Hubert'), author('Marcel', 'Mauss', { position: 2 })];

describe('a reference', () => {
  // biome-ignore format: a table
  test.each([
    ['an article, NF ISO 690', article, 'iso690', 'fr', 'MAUSS, Marcel, 1925. Essai sur le don : forme et raison de l’échange. L’Année sociologique, vol. 1, n° 2, p. 30-186. Disponible à l’adresse : https://doi.org/10.5555/don'],
    ['an article, APA in English', article, 'apa', 'en', 'Mauss, M. (1925). Essai sur le don: forme et raison de l’échange. L’Année sociologique, 1(2), 30-186. https://doi.org/10.5555/don'],
    ['a chapter, NF ISO 690', chapter, 'iso690', 'fr', 'MAUSS, Marcel, 1925. Les techniques du corps. In : LÉVI-STRAUSS, Claude (dir.), Sociologie et anthropologie. Paris : PUF, p. 363-386.'],
    ['a chapter, APA in French', chapter, 'apa', 'fr', 'Mauss, M. (1925). Les techniques du corps. Dans C. Lévi-Strauss (dir.), Sociologie et anthropologie (p. 363-386). PUF.'],
    ['two authors in French', { contributions: two }, 'apa', 'fr', 'Hubert, H. et Mauss, M. (1925). Essai sur le don.'],
    ['two authors in English', { contributions: two }, 'apa', 'en', 'Hubert, H., & Mauss, M. (1925). Essai sur le don.'],
    ['no date, said as such', { dates: [] }, 'iso690', 'fr', 'MAUSS, Marcel, s. d. Essai sur le don.'],
    ['in press', { dates: [], status: 'inPress' }, 'apa', 'fr', 'Mauss, M. (à paraître). Essai sur le don.'],
    ['no author: the title leads', { contributions: [] }, 'apa', 'en', 'Essai sur le don. (1925).'],
    ['no author, NF ISO 690', { contributions: [] }, 'iso690', 'en', 'Essai sur le don. 1925.'],
    ['an organisation, never shortened', { contributions: [{ ...author('', ''), kind: 'organisation', family: undefined, given: undefined, literal: 'Ministère de la Culture', nameAsPrinted: 'Ministère de la Culture' }] }, 'apa', 'fr', 'Ministère de la Culture. (1925). Essai sur le don.'],
    ['a composed given name', { contributions: [author('Jean-Paul', 'Sartre')] }, 'apa', 'fr', 'Sartre, J.-P. (1925). Essai sur le don.'],
    ['a title that asks', { titles: [{ role: 'main', text: { value: 'Qu’est-ce que l’existence ?' } }] }, 'apa', 'fr', 'Mauss, M. (1925). Qu’est-ce que l’existence ?'],
    ['an interval keeps both years', { dates: [{ event: 'published', value: '1925/1926' }] }, 'iso690', 'fr', 'MAUSS, Marcel, 1925/1926. Essai sur le don.'],
  ] as const)('%s', (_, fields, style, language, expected) => {
    const text = citation(workOf(fields), style, language).map((run) => run.text).join('').trim();
    expect(text.replace(/[\u00a0\u202f]/g, ' ')).toBe(expected);
  });

  test('of more than twenty authors gives nineteen and the last', () => {
    const many = Array.from({ length: 21 }, (_, index) =>
      author('A', `Auteur ${index + 1}`, { position: index + 1 }),
    );
    const text = citation(workOf({ contributions: many }), 'apa', 'en')[0]?.text;
    expect(text).toContain('Auteur 19, A., … Auteur 21, A.');
  });

  test('sets the title of a book in italics, and of an article that of its journal', () => {
    const italics = (fields: Partial<Work>) =>
      citation(workOf(fields), 'apa', 'fr')
        .filter(({ italic }) => italic)
        .map(({ text }) => text);
    expect(italics({})).toEqual(['Essai sur le don']);
    expect(italics(article)).toEqual(['L’Année sociologique', '1']);
  });
});
