import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../pipeline/base/draft.ts';
import { openaire } from '../../pipeline/read/openaire.ts';
import { originAt, readerContract } from './contract.ts';

const open =
  '<oaire:resource xmlns:oaire="http://namespace.openaire.eu/schema/oaire/" xmlns:datacite="http://datacite.org/schema/kernel-4" xmlns:dc="http://purl.org/dc/elements/1.1/">';
const resource = (elements: string) => `${open}\n${elements}\n</oaire:resource>`;
const reply = (...records: readonly string[]) =>
  `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">\n<ListRecords>\n${records
    .map(
      (each) =>
        `<record>\n<header><identifier>20.500.13089/x</identifier></header>\n<metadata>${each}</metadata>\n</record>`,
    )
    .join('\n')}\n</ListRecords>\n</OAI-PMH>\n`;
const titled = (title: string) =>
  `<datacite:titles><datacite:title>${title}</datacite:title></datacite:titles>`;
const sorin = resource(titled('Les pratiques numériques des travailleurs sociaux'));
const mazet = resource(titled('Vers l’État plateforme'));
const sample = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8');

function draftOf(elements: string): Draft {
  const [piece] = openaire.cut(resource(elements));
  if (!piece) throw new Error('no record');
  return openaire.parse(piece, originAt(piece.line));
}

const keptOf = (draft: Draft) => (draft.unmapped ?? []).map(({ path, value }) => [path, value]);

readerContract(openaire, {
  one: sorin,
  two: reply(sorin, mazet),
  broken: reply(sorin, resource('<datacite:titles>'), mazet),
  awkward: resource(
    titled(
      "Les pratiques – numériques : « savoir-faire » et “devoir-faire”, l'outil d’œuvre &amp; l’été &lt; l’hiver 📚",
    ),
  ),
  awkwardTitle:
    "Les pratiques – numériques : « savoir-faire » et “devoir-faire”, l'outil d’œuvre & l’été < l’hiver 📚",
  others: [
    sample('oai-dc.xml'),
    sample('qdc.xml'),
    '<resource xmlns="http://datacite.org/schema/kernel-4"><titles><title>T</title></titles></resource>',
    reply(
      '<oai_datacite xmlns="http://schema.datacite.org/oai/oai-1.1/"><payload><resource xmlns="http://datacite.org/schema/kernel-4"/></payload></oai_datacite>',
    ),
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
    '{"resource": "http://namespace.openaire.eu/schema/oaire/"}',
  ],
});

test('every field', () => {
  const [piece] = openaire.cut(sample('openaire.xml'));
  const origin = originAt(piece?.line ?? 0);
  expect(piece && openaire.parse(piece, origin)).toEqual({ origin, ...everyField });
});

const everyField = {
  type: { list: 'coar', code: 'c_6501' },
  titles: [
    { role: 'main', text: { value: 'Un titre d’exemple', lang: 'fr' } },
    { role: 'subtitle', text: { value: 'et son sous-titre', lang: 'fr' } },
    { role: 'translated', text: { value: 'An example title', lang: 'en' } },
    { role: 'alternative', text: { value: 'Exemple' } },
  ],
  abstracts: [{ value: 'Un résumé.', lang: 'fr' }],
  contributions: [
    {
      role: 'author',
      nameAsPrinted: 'Exemple, Ada',
      kind: 'person',
      family: 'Exemple',
      given: 'Ada',
      identifiers: [
        { scheme: 'orcid', value: '0000-0002-1825-0097' },
        { scheme: 'ark', value: 'ark:/12148/cb15856700n' },
      ],
      affiliations: [
        {
          nameAsPrinted: 'Laboratoire d’exemple',
          ids: [{ scheme: 'ror', value: 'https://ror.org/02feahw73' }],
        },
      ],
    },
    {
      role: 'author',
      nameAsPrinted: 'Collectif d’exemple',
      kind: 'organisation',
      literal: 'Collectif d’exemple',
    },
    { role: 'editor', nameAsPrinted: 'Mazet, Pierre' },
    {
      role: 'contributor',
      nameAsPrinted: 'Entrepôt d’exemple',
      kind: 'organisation',
      literal: 'Entrepôt d’exemple',
    },
  ],
  dates: [
    { event: 'accepted', words: '2023-03' },
    { event: 'available', words: '2025-06-15' },
    { event: 'modified', words: '2024-02-03' },
    { event: 'published', words: '2023-06' },
    { event: 'written', words: '2022' },
  ],
  container: {
    type: 'journal',
    titles: [{ value: 'Vie d’exemple' }],
    shortTitles: [],
    issn: [{ value: '1956-7413', medium: 'electronic' }],
    isbn: ['978-2-7535-0687-9'],
  },
  position: { volume: '3', issue: '1-2', pages: '66-79' },
  publisher: { name: 'Maison d’exemple' },
  identifiers: [
    { scheme: 'doi', value: '10.5555/vie.12' },
    { scheme: 'handle', value: '1234/56' },
  ],
  links: [
    { role: 'landing', url: 'https://example.org/vie/12' },
    {
      role: 'fulltext',
      url: 'https://example.org/vie/12/pdf',
      mediaType: 'application/pdf',
      access: 'embargoed',
      version: 'accepted',
    },
  ],
  languages: ['fra'],
  subjects: [
    { text: { value: 'travail social', lang: 'fr' } },
    { text: { value: '361.3' }, scheme: 'http://purl.org/dc/terms/DDC', code: '361.3' },
  ],
  access: { status: 'embargoed', embargoUntil: '2025-06-15' },
  licences: [{ words: 'https://creativecommons.org/licenses/by/4.0/', from: '2025-06-15' }],
  funding: [
    {
      funder: {
        name: 'Commission européenne',
        ids: [
          {
            scheme: 'doi',
            value: '10.13039/501100000780',
            iri: 'https://doi.org/10.13039/501100000780',
          },
        ],
      },
      programme: 'FP7',
      awardNumber: '244909',
      awardIri: 'info:eu-repo/grantAgreement/EC/FP7/244909',
      title: { value: 'Making Capabilities Work', lang: 'en' },
    },
  ],
  relations: [
    { type: 'isPartOf', target: { id: 'https://hdl.handle.net/1234/55' } },
    { type: 'isRelatedTo', target: { id: 'https://example.org/source' } },
  ],
  references: [{ id: 'https://doi.org/10.5555/cited' }],
  notes: [],
  unmapped: [
    { source: 'sample', path: 'date', value: { '@dateType': 'Collected', text: '2021' } },
    {
      source: 'sample',
      path: 'geoLocations',
      value: {
        geoLocation: [{ geoLocationPlace: ['Rennes'] }],
      },
    },
    { source: 'sample', path: 'citationEdition', value: '2' },
    { source: 'sample', path: 'citationConferencePlace', value: 'Rennes' },
    { source: 'sample', path: 'citationConferenceDate', value: '2022-10-04' },
    { source: 'sample', path: 'audience', value: 'chercheurs' },
    { source: 'sample', path: 'source', value: 'Fonds d’exemple' },
    { source: 'sample', path: 'coverage', value: 'Bretagne' },
    {
      source: 'sample',
      path: 'contributor.@contributorType',
      value: { type: 'HostingInstitution', name: 'Entrepôt d’exemple' },
    },
    {
      source: 'sample',
      path: 'relatedIdentifier',
      value: {
        '@relatedIdentifierType': 'URL',
        '@relationType': 'IsDerivedFrom',
        text: 'https://example.org/source',
      },
    },
    { source: 'sample', path: 'sizes', value: { size: ['14 p.'] } },
  ],
};

test('the default namespace does as well as a prefix', () => {
  const text =
    '<resource xmlns="http://namespace.openaire.eu/schema/oaire/" xmlns:datacite="http://datacite.org/schema/kernel-4"><datacite:title>T</datacite:title><citationVolume>3</citationVolume></resource>';
  expect(openaire.sniff(text)).toBe(true);
  const [piece] = openaire.cut(text);
  const draft = piece && openaire.parse(piece, originAt(1));
  expect(draft).toMatchObject({
    titles: [{ role: 'main', text: { value: 'T' } }],
    position: { volume: '3' },
  });
});

describe('people', () => {
  const creator = (inside: string) =>
    draftOf(`<datacite:creators><datacite:creator>${inside}</datacite:creator></datacite:creators>`);

  test('parts of a name that contradict the whole are kept, and the whole stands', () => {
    const draft = creator(
      '<datacite:creatorName nameType="Personal">Groth, Stefan</datacite:creatorName><datacite:givenName>Groth</datacite:givenName><datacite:familyName>Stefan</datacite:familyName>',
    );
    expect(draft.contributions).toEqual([{ role: 'author', nameAsPrinted: 'Groth, Stefan', kind: 'person' }]);
    expect(keptOf(draft)).toEqual([
      ['creator', { name: 'Groth, Stefan', familyName: 'Stefan', givenName: 'Groth' }],
    ]);
  });

  test('a name without its parts is as printed', () => {
    expect(creator('<datacite:creatorName>Olivier Jacquot</datacite:creatorName>').contributions).toEqual([
      { role: 'author', nameAsPrinted: 'Olivier Jacquot' },
    ]);
  });
});

describe('dates', () => {
  const dates = (...list: readonly (readonly [type: string, day: string])[]) =>
    list.map(([type, day]) => `<datacite:date dateType="${type}">${day}</datacite:date>`).join('');

  test('the end of an embargo is only said when there is one', () => {
    const right = (code: string) =>
      `<datacite:rights rightsURI="http://purl.org/coar/access_right/${code}">x</datacite:rights>`;
    expect(draftOf(right('c_f1cf') + dates(['Available', '2027-01-01'])).access).toEqual({
      status: 'embargoed',
      embargoUntil: '2027-01-01',
    });
    expect(draftOf(right('c_abf2') + dates(['Available', '2019-02-25'])).access).toEqual({
      status: 'open',
      embargoUntil: undefined,
    });
  });

  test('a date of another kind is never the date of publication', () => {
    const draft = draftOf(dates(['Collected', '2012']));
    expect(draft.dates).toEqual([]);
    expect(keptOf(draft)).toEqual([['date', { '@dateType': 'Collected', text: '2012' }]]);
  });
});

test('an address that says nothing to us leaves the word to its label', () => {
  const draft = draftOf(
    '<oaire:resourceType uri="http://purl.org/coar/resource_type/XXXX-0000">journal article</oaire:resourceType>',
  );
  expect(draft.type).toEqual({ list: 'dc', code: 'journal article' });
  expect(keptOf(draft)).toEqual([['type', 'http://purl.org/coar/resource_type/XXXX-0000']]);
});

test.each<[string, string, Partial<Draft>]>([
  [
    'Handle',
    '20.500.13089/81qu',
    { relations: [{ type: 'isPartOf', target: { id: 'https://hdl.handle.net/20.500.13089/81qu' } }] },
  ],
  [
    'DOI',
    '10.4000/books.pur.29424',
    { relations: [{ type: 'isPartOf', target: { id: 'https://doi.org/10.4000/books.pur.29424' } }] },
  ],
  ['ISBN', '978-2-7535-4677-6', { relations: [] }],
  ['PISSN', '1627-4873', { relations: [] }],
])('is part of the %s %s', (type, value, expected) => {
  const draft = draftOf(
    `<datacite:relatedIdentifier relatedIdentifierType="${type}" relationType="IsPartOf">${value}</datacite:relatedIdentifier>`,
  );
  expect(draft).toMatchObject(expected);
  expect(draft.container !== undefined).toBe(type.includes('IS'));
});

describe('what the guidelines have no element for', () => {
  test.each([
    ['2023', '2023-21', '2023-21'],
    ['2020', '2020~', '2020~'],
    ['2023', 'printemps', '2023'],
    ['2023', '2021-05', '2023'],
  ])('D3 %s with %s beside it is %s', (year, more, words) => {
    const date = `<datacite:date dateType="Issued" dateInformation="${more}">${year}</datacite:date>`;
    const draft = draftOf(date);
    expect(draft.dates).toEqual([{ event: 'published', words }]);
    expect(keptOf(draft)).toEqual(words === more ? [] : [['date.@dateInformation', more]]);
  });

  test('a subject has the address of its scheme and of its concept', () => {
    const draft = draftOf(
      '<datacite:subject xml:lang="en" schemeURI="http://id.loc.gov/authorities/subjects" valueURI="http://id.loc.gov/authorities/subjects/sh85123924">Social work</datacite:subject>',
    );
    expect(draft.subjects).toEqual([
      {
        text: { value: 'Social work', lang: 'en' },
        scheme: 'http://id.loc.gov/authorities/subjects',
        concept: 'http://id.loc.gov/authorities/subjects/sh85123924',
      },
    ]);
    expect(keptOf(draft)).toEqual([]);
  });

  test('the name of a scheme beside its address is kept', () => {
    const draft = draftOf(
      '<datacite:subject subjectScheme="LCSH" valueURI="http://id.loc.gov/authorities/subjects/sh85123924">Social work</datacite:subject>',
    );
    expect(keptOf(draft)).toEqual([['subject', expect.objectContaining({ '@subjectScheme': 'LCSH' })]]);
  });

  test('what follows both parts of a name is its suffix', () => {
    const draft = draftOf(
      '<datacite:creators><datacite:creator><datacite:creatorName nameType="Personal">Exemple, Ada, Jr</datacite:creatorName><datacite:givenName>Ada</datacite:givenName><datacite:familyName>Exemple</datacite:familyName></datacite:creator></datacite:creators>',
    );
    expect(draft.contributions).toEqual([
      {
        role: 'author',
        nameAsPrinted: 'Exemple, Ada, Jr',
        kind: 'person',
        family: 'Exemple',
        given: 'Ada',
        suffix: 'Jr',
      },
    ]);
  });

  test.each([
    ['local', 'LA-12', { scheme: 'local', value: 'LA-12' }],
    ['lsid', 'urn:lsid:plazi.org:pub:FFEF', { scheme: 'lsid', value: 'urn:lsid:plazi.org:pub:FFEF' }],
    ['URN', 'urn:nbn:fr:exemple-13', { scheme: 'urn', value: 'urn:nbn:fr:exemple-13' }],
  ])('an alternate identifier of type %s keeps it', (type, value, identifier) => {
    const draft = draftOf(
      `<datacite:alternateIdentifiers><datacite:alternateIdentifier alternateIdentifierType="${type}">${value}</datacite:alternateIdentifier></datacite:alternateIdentifiers>`,
    );
    expect(draft.identifiers).toEqual([identifier]);
  });

  test('a number of pages are its pages when nothing says which', () => {
    const draft = draftOf('<datacite:sizes><datacite:size>102 p.</datacite:size></datacite:sizes>');
    expect([draft.position, keptOf(draft)]).toEqual([{ pages: '102 p.' }, []]);
  });
});
