import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tidyIdentifier, tidyIssn } from '../../pipeline/tidy/identifier.ts';
import { isbn13 } from '../../pipeline/tidy/scheme.ts';

const sici = '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O';

// biome-ignore format: a table
const known: readonly (readonly [rule: string, scheme: string | undefined, given: string, result: readonly [scheme: string, value: string, iri?: string]])[] = [
  ['I1', 'doi',     '10.4000/RDR.1789',                                  ['doi', '10.4000/rdr.1789', 'https://doi.org/10.4000/rdr.1789']],
  ['I1', undefined, 'DOI : 10.4000/terminal.6607',                       ['doi', '10.4000/terminal.6607', 'https://doi.org/10.4000/terminal.6607']],
  ['I1', 'doi',     'http://dx.doi.org/10.4000/terminal.6607',           ['doi', '10.4000/terminal.6607', 'https://doi.org/10.4000/terminal.6607']],
  ['I1', undefined, 'info:eu-repo/semantics/altIdentifier/doi/10.4000/terminal.6607', ['doi', '10.4000/terminal.6607', 'https://doi.org/10.4000/terminal.6607']],
  ['I1', 'doi',     'info:doi/10.4000/terminal.6607',                    ['doi', '10.4000/terminal.6607', 'https://doi.org/10.4000/terminal.6607']],
  ['I1', 'doi',     '10.3917/gap.222.0158).',                            ['doi', '10.3917/gap.222.0158', 'https://doi.org/10.3917/gap.222.0158']],
  ['I1', 'doi',     '10.1016/S0140-6736(05)',                            ['doi', '10.1016/s0140-6736(05)', 'https://doi.org/10.1016/s0140-6736(05)']],
  ['I1', 'doi',     sici,                                                ['doi', sici.toLowerCase(), 'https://doi.org/10.1002/(sici)1097-4571(199806)49:8%3C693::aid-asi4%3E3.0.co;2-o']],
  ['I1', 'doi',     `https://doi.org/${encodeURIComponent(sici)}`,       ['doi', sici.toLowerCase(), 'https://doi.org/10.1002/(sici)1097-4571(199806)49:8%3C693::aid-asi4%3E3.0.co;2-o']],
  ['I2', 'orcid',   '0000-0002-1825-0097',                               ['orcid', '0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097']],
  ['I2', undefined, 'http://orcid.org/0000-0002-1694-233x',              ['orcid', '0000-0002-1694-233X', 'https://orcid.org/0000-0002-1694-233X']],
  ['I2', 'isni',    '0000 0001 2259 7504',                               ['isni', '0000-0001-2259-7504', 'https://isni.org/isni/0000000122597504']],
  ['I3', 'eissn',   '19567413',                                          ['issn', '1956-7413', 'https://portal.issn.org/resource/ISSN/1956-7413']],
  ['I3', undefined, 'urn:ISSN:1956-7413',                                ['issn', '1956-7413', 'https://portal.issn.org/resource/ISSN/1956-7413']],
  ['I4', 'isbn',    '978-2-8218-7547-0',                                 ['isbn', '978-2-8218-7547-0', 'urn:isbn:9782821875470']],
  ['I4', 'isbn',    '2-07-036822-X',                                     ['isbn', '2-07-036822-X', 'urn:isbn:9782070368228']],
  ['I4', undefined, 'info:eu-repo/semantics/altIdentifier/isbn/978-2-8218-7547-0', ['isbn', '978-2-8218-7547-0', 'urn:isbn:9782821875470']],
  ['I6', 'hal',     'hal-01234567v2',                                    ['hal', 'hal-01234567', 'https://hal.science/hal-01234567']],
  ['I6', undefined, 'https://hal.science/hal-05330715v2/document',       ['hal', 'hal-05330715', 'https://hal.science/hal-05330715']],
  ['I6', undefined, 'https://shs.hal.science/halshs-03885693',           ['hal', 'halshs-03885693', 'https://hal.science/halshs-03885693']],
  ['I6', undefined, 'https://hal.archives-ouvertes.fr/hal-03400149',     ['hal', 'hal-03400149', 'https://hal.science/hal-03400149']],
  ['I6', undefined, 'oai:HAL:hal-04167420v1',                            ['hal', 'hal-04167420', 'https://hal.science/hal-04167420']],
  ['IdRef', 'IdRef', 'https://www.idref.fr/060702494/id',                ['idref', '060702494', 'http://www.idref.fr/060702494/id']],
  ['VIAF', 'viaf',  'VIAF81031688',                                      ['viaf', '81031688', 'http://viaf.org/viaf/81031688']],
  ['ROR', undefined, 'https://ror.org/02feahw73',                        ['ror', '02feahw73', 'https://ror.org/02feahw73']],
  ['IdHAL', undefined, 'https://cv.archives-ouvertes.fr/gilles-bastin',  ['idhal', 'gilles-bastin', 'https://cv.hal.science/gilles-bastin']],
  ['IdHAL', 'idhal', '12345',                                            ['idhal', '12345']],
  ['ARK', undefined, 'ark:12148/cb15856700n',                            ['ark', 'ark:/12148/cb15856700n', 'https://n2t.net/ark:/12148/cb15856700n']],
  ['ARK', undefined, 'https://catalogue.bnf.fr/ark:/12148/cb15856700n',  ['ark', 'https://catalogue.bnf.fr/ark:/12148/cb15856700n', 'https://catalogue.bnf.fr/ark:/12148/cb15856700n']],
  ['handle', undefined, 'hdl:20.500.13089/jlrc',                         ['handle', '20.500.13089/jlrc', 'https://hdl.handle.net/20.500.13089/jlrc']],
  ['arXiv', undefined, 'https://arxiv.org/abs/2202.05682v2',             ['arxiv', '2202.05682', 'https://arxiv.org/abs/2202.05682']],
  ['PMID', 'pubmed', 'PMID: 12345678',                                   ['pmid', '12345678', 'https://pubmed.ncbi.nlm.nih.gov/12345678/']],
  ['PMCID', 'pmc',  '1234567',                                           ['pmcid', 'PMC1234567', 'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/']],
  ['NNT', undefined, 'https://theses.fr/2023REN20001',                   ['nnt', '2023REN20001', 'https://theses.fr/2023REN20001']],
  ['OpenAlex', undefined, 'https://openalex.org/W2741809807',            ['openalex', 'W2741809807', 'https://openalex.org/W2741809807']],
  ['Wikidata', undefined, 'https://www.wikidata.org/wiki/Q42',           ['wikidata', 'Q42', 'http://www.wikidata.org/entity/Q42']],
  ['URL', undefined, 'https://laviedesidees.fr/Vers-l-Etat-plateforme',  ['url', 'https://laviedesidees.fr/Vers-l-Etat-plateforme', 'https://laviedesidees.fr/Vers-l-Etat-plateforme']],
  ['other schemes', 'RNSR', ' 201221107P ',                              ['rnsr', '201221107P']],
  ['other schemes', 'Local accession number', 'LA-128',                  ['local-accession-number', 'LA-128']],
  ['other schemes', 'publisher_id', '737463',                            ['publisher-id', '737463']],
  ['other schemes', 'УДК', '10.4000/terminal.6607',                      ['doi', '10.4000/terminal.6607', 'https://doi.org/10.4000/terminal.6607']],
  ['no scheme', undefined, 'covid-19',                                   ['unknown', 'covid-19']],
  ['no scheme', undefined, '1956-7414',                                  ['unknown', '1956-7414']],
];

const identifier = ([scheme, value, iri]: readonly [string, string, string?]) =>
  iri ? { scheme, value, iri } : { scheme, value };

describe('tidyIdentifier', () => {
  test.each(known)('%s reads %s %s', (_, scheme, value, result) =>
    expect(tidyIdentifier({ scheme, value })).toEqual({ identifier: identifier(result), valid: true }),
  );

  test.each(known)('%s changes nothing the second time: %s %s', (_, scheme, value) => {
    const once = tidyIdentifier({ scheme, value });
    expect(tidyIdentifier(once.identifier)).toEqual(once);
  });

  test.each([
    ['I1', 'doi', 'terminal.6607'],
    ['I2', 'orcid', '0000-0002-1825-0098'],
    ['I2', 'isni', '0000 0001 2259 7505'],
    ['I3', 'issn', '1956-7414'],
    ['I3', 'issn', '0000-0000'],
    ['I4', 'isbn', '978-2-8218-7547-1'],
    ['IdRef', 'idref', '060702495'],
    ['ROR', 'ror', '02feahw74'],
    ['ARK', 'ark', 'ark:/12148/cb15856701n'],
    ['URL', 'url', 'Disponible en ligne'],
  ])('%s makes no IRI of the invalid %s %s', (_, scheme, value) =>
    expect(tidyIdentifier({ scheme, value: ` ${value} ` })).toEqual({
      identifier: { scheme, value },
      valid: false,
    }),
  );

  test('keeps who asserted it', () =>
    expect(
      tidyIdentifier({ scheme: 'doi', value: '10.1000/x', assertedBy: 'publisher' }).identifier.assertedBy,
    ).toBe('publisher'));

  test.each([' ', '(', ')', '.', 'doi:', 'a-', '1-', 'ark:/', '%20', '10.1000/'])(
    'stays linear on a megabyte of %j',
    (piece) => {
      const value = piece.repeat(1e6 / piece.length);
      for (const scheme of [undefined, 'doi', 'hal', 'idhal', 'ark', 'isbn', 'url']) {
        expect(tidyIdentifier({ scheme, value }).identifier.scheme).toBeTypeOf('string');
      }
    },
  );
});

describe('tidyIssn', () => {
  test.each([
    ['1956-7413', '1956-7413', true],
    ['19567413', '1956-7413', true],
    ['ISSN 1956–7413', '1956-7413', true],
    ['2434-561x', '2434-561X', true],
    ['0000-0000', '0000-0000', false],
    ['1956-7414', '1956-7414', false],
  ])('I3 %s → %s, valid: %s', (given, value, valid) => expect(tidyIssn(given)).toEqual({ value, valid }));
});

test.each([
  ['978-2-8218-7547-0', '9782821875470'],
  ['2-07-036822-X', '9782070368228'],
  ['2070368228', undefined],
  ['978-2-8218-7547-1', undefined],
  ['pas un ISBN', undefined],
])('I4 compares %s as %s', (value, digits) => expect(isbn13(value)).toBe(digits));

describe('a check digit', () => {
  const samples = fc.constantFrom(
    ['orcid', '0000000218250097'],
    ['isni', '0000000122597504'],
    ['issn', '19567413'],
    ['isbn', '9782821875470'],
    ['idref', '060702494'],
  );
  test('I2 I3 I4 catches any single wrong digit', () => {
    fc.assert(
      fc.property(
        samples,
        fc.nat(30),
        fc.integer({ min: 1, max: 9 }),
        ([scheme = '', digits = ''], place, shift) => {
          const at = place % digits.length;
          const wrong = `${digits.slice(0, at)}${(Number(digits[at]) + shift) % 10}${digits.slice(at + 1)}`;
          expect(tidyIdentifier({ scheme, value: digits }).valid).toBe(true);
          expect(tidyIdentifier({ scheme, value: wrong }).valid).toBe(false);
        },
      ),
      { seed: 4, numRuns: 400 },
    );
  });
});
