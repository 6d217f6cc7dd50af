import { describe, expect, test } from 'vitest';
import {
  isFileAddress,
  isHalAddress,
  isHalPage,
  isIdentifierAddress,
} from '../../pipeline/base/address-form.ts';
import { usualContainer } from '../../pipeline/base/usual-container.ts';

describe('what an address alone shows', () => {
  test.each([
    ['https://example.org/vie/12', false],
    ['https://example.org/vie/12/texte.pdf', true],
    ['https://example.org/texte.pdf?download=1', true],
    ['https://example.org/bitstream/1/2/texte', true],
    ['https://hal.science/hal-04167420', false],
    ['https://hal.science/hal-04167420v2/', false],
    ['https://hal.science/hal-04167420v1/document', true],
    ['https://hal.science/hal-04167420/file/annexe.html', true],
  ])('%s is that of a file: %s', (url, isFile) => expect(isFileAddress(url)).toBe(isFile));

  test.each([
    ['https://doi.org/10.4000/terminal.6607', true],
    ['https://doi.org/', false],
    ['https://dl.acm.org/doi/10.1145/3448016.3452841', false],
    ['https://hdl.handle.net/20.500.13089/jlrc', true],
    ['https://arxiv.org/abs/0909.4280', true],
    ['https://arxiv.org/pdf/0909.4280', false],
    ['https://gallica.bnf.fr/ark:/12148/bpt6k1', true],
    ['https://theses.fr/2020REN20001', true],
    ['https://example.org/vie/12', false],
  ])('%s is an identifier: %s', (url, isIdentifier) => expect(isIdentifierAddress(url)).toBe(isIdentifier));

  test.each([
    ['https://hal.science/hal-04167420', true, true],
    ['https://shs.hal.science/halshs-04167420v2', true, true],
    ['https://hal.science/hal-04167420/document', true, false],
    ['https://dumas.ccsd.cnrs.fr/dumas-00306216', false, false],
  ])('%s is at HAL: %s, and the page of a document: %s', (url, isThere, isPage) => {
    expect([isHalAddress(url), isHalPage(url)]).toEqual([isThere, isPage]);
  });
});

test.each([
  ['chapter', 'book'],
  ['reviewArticle', 'journal'],
  ['thesis', undefined],
  [undefined, undefined],
])('a work of type %s appears in a %s', (type, container) => expect(usualContainer(type)).toBe(container));
