import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { datacite, ignored, mapped } from '../../pipeline/read/datacite.ts';
import { tidy } from '../../pipeline/tidy/index.ts';
import { originAt, readAll, readerContract } from './contract.ts';

const awkwardTitle =
  "Les pratiques numériques : entre « savoir-faire » et “devoir-faire” – l’œuvre & l'outil <i>d’abord</i> 📚";

const attributes = (title: string) => ({
  doi: '10.5072/labacces',
  creators: [{ name: 'Mazet, Pierre', nameType: 'Personal', givenName: 'Pierre', familyName: 'Mazet' }],
  titles: [{ title, lang: null }],
  publisher: '',
  publicationYear: 2019,
  types: { resourceTypeGeneral: 'Report', resourceType: '' },
  container: {},
  subjects: [],
});
const object = (title: string) => ({ id: '10.5072/labacces', type: 'dois', attributes: attributes(title) });
const line = (title: string) => JSON.stringify(object(title));

const others = [
  '{"DOI":"10.1038/nature14539","type":"journal-article","title":["Deep learning"],"reference-count":103,"container-title":["Nature"]}',
  '[{"id":"lecun","type":"article-journal","title":"Deep learning","DOI":"10.1038/nature14539","author":[{"family":"LeCun"}]}]',
  '{"id":"https://openalex.org/W2919115771","doi":"https://doi.org/10.1038/nature14539","title":"Deep learning","indexed_in":["datacite"]}',
  '{"response":{"numFound":1,"docs":[{"halId_s":"hal-01234567","docType_s":"ART","title_s":["Vers l’État plateforme"]}]}}',
  '{"@context":"http://schema.org","@type":"Dataset","name":"Data","schemaVersion":"http://datacite.org/schema/kernel-4"}',
  '[{"itemType":"journalArticle","title":"Vers l’État plateforme","creators":[{"creatorType":"author","lastName":"Mazet"}]}]',
  '{"type":"dataset","titles":[{"role":"main","text":{"value":"Data"}}],"unmapped":[{"source":"x","path":"types","value":{"resourceTypeGeneral":"Event"}}]}',
  'titles:\n  - role: main\n    text: { value: Vers l’État plateforme }\ncreators: []\n',
  '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"><dc:title/></oai_dc:dc>',
  '<resource xmlns="http://namespace.openaire.eu/schema/oaire/" xmlns:datacite="http://datacite.org/schema/kernel-4"><datacite:titles/></resource>',
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:d="http://datacite.org/schema/kernel-4"/>',
  '<!doctype html><html><head><link href="http://datacite.org/schema/kernel-4"></head></html>',
  '@prefix datacite: <http://purl.org/spar/datacite/> .\n<https://example.org/1> a datacite:Identifier .\n',
  '@dataset{labacces,\n  title = {Vers l’État plateforme},\n}\n',
  'TY  - DATA\nTI  - Vers l’État plateforme\nER  - \n',
  'doi,creators,titles\n10.5072/labacces,Mazet,Vers l’État plateforme\n',
  'Par Pierre Mazet, le 2 avril 2019, dans La vie des idées.\n',
];

readerContract(datacite, {
  one: line('Vers l’État plateforme'),
  two: `${line('Vers l’État plateforme')}\n${line('Répondre aux demandes d’aide numérique')}\n`,
  broken: `${line('Vers l’État plateforme')}\n${line('Vers').slice(0, 150)}\n${line('Répondre aux demandes')}\n`,
  awkward: JSON.stringify({ data: object(awkwardTitle) }, null, 2),
  awkwardTitle,
  others,
});

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const resource = (title: string) => `<resource xmlns="http://datacite.org/schema/kernel-4">
  <identifier identifierType="DOI">10.5072/labacces</identifier>
  <creators><creator><creatorName>Mazet, Pierre</creatorName><affiliation/></creator></creators>
  <titles><title>${escaped(title)}</title><title/></titles>
  <publisher/><publicationYear>2019</publicationYear>
</resource>`;
const reply = (...records: readonly string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
<request verb="ListRecords" metadataPrefix="oai_datacite">https://oai.datacite.org/oai</request><ListRecords>
${records
  .map(
    (record, index) => `<record><header><identifier>oai:oai.datacite.org:${index}</identifier>
<datestamp>2020-01-01T00:00:00Z</datestamp><setSpec>INIST</setSpec></header>
<metadata><oai_datacite xmlns="http://schema.datacite.org/oai/oai-1.1/"><schemaVersion>4</schemaVersion>
<datacentreSymbol>INIST.LABACCES</datacentreSymbol><payload>
${record}
</payload></oai_datacite></metadata></record>`,
  )
  .join('\n')}
</ListRecords></OAI-PMH>`;

describe('in XML', () => {
  readerContract(datacite, {
    one: resource('Vers l’État plateforme'),
    two: reply(resource('Vers l’État plateforme'), resource('Répondre aux demandes d’aide numérique')),
    broken: reply(
      resource('Vers l’État plateforme'),
      resource('Vers').replace('</titles>', ''),
      resource('Répondre aux demandes'),
    ),
    awkward: resource(awkwardTitle),
    awkwardTitle,
    others: [],
  });
});

/** What a record with these values becomes. */
function draftWith(values: Record<string, unknown>) {
  const text = JSON.stringify({ ...attributes('Vers l’État plateforme'), ...values });
  return datacite.parse({ text, line: 1, kind: 'record' }, originAt(1));
}

/** What a bare resource with this inside becomes. */
function draftOfXml(inside: string, kernel = 'kernel-4') {
  const text = `<resource xmlns="http://datacite.org/schema/${kernel}"><titles><title>Vers l’État plateforme</title></titles>${inside}</resource>`;
  return datacite.parse({ text, line: 1, kind: 'record' }, originAt(1));
}

const kept = (draft: ReturnType<typeof draftWith>) =>
  Object.fromEntries((draft.unmapped ?? []).map(({ path, value }) => [path, value]));

describe('every field', () => {
  const [json, xml] = ['json', 'xml'].map((extension) => {
    const text = readFileSync(new URL(`samples/datacite.${extension}`, import.meta.url), 'utf8');
    return readAll(datacite, text);
  });

  test('a record of the REST API', () => {
    expect(json?.rejected).toEqual([]);
    expect(json?.drafts).toEqual([
      {
        origin: originAt(2),
        type: { list: 'datacite', code: 'JournalArticle' },
        titles: [
          { role: 'main', text: { value: 'Répondre aux demandes d’aide numérique', lang: 'fr' } },
          {
            role: 'subtitle',
            text: { value: 'troubles dans la professionnalité des travailleurs sociaux', lang: 'fr' },
          },
          { role: 'translated', text: { value: 'Answering requests for digital help', lang: 'en' } },
          { role: 'alternative', text: { value: 'Aide numérique et travail social', lang: 'fr' } },
        ],
        abstracts: [
          { value: 'Les travailleurs sociaux répondent à des demandes d’aide numérique.', lang: 'fr' },
          { value: 'Social workers answer requests for digital help.', lang: 'en' },
        ],
        contributions: [
          {
            role: 'author',
            kind: 'person',
            given: 'Pierre',
            family: 'Mazet',
            identifiers: [],
            affiliations: [{ nameAsPrinted: 'LabAccès' }],
          },
          {
            role: 'author',
            kind: 'person',
            given: 'Ada',
            family: 'Exemple',
            identifiers: [{ scheme: 'orcid', value: 'https://orcid.org/0000-0002-1825-0097' }],
            affiliations: [
              {
                nameAsPrinted: 'Centre national de la recherche scientifique',
                ids: [{ scheme: 'ror', value: 'https://ror.org/02feahw73' }],
              },
            ],
          },
          {
            role: 'author',
            kind: 'organisation',
            nameAsPrinted: 'LabAccès, équipe scientifique',
            literal: 'LabAccès, équipe scientifique',
            identifiers: [],
            affiliations: [],
          },
          {
            role: 'editor',
            kind: 'person',
            given: 'François',
            family: 'Sorin',
            identifiers: [],
            affiliations: [],
          },
          {
            role: 'contributor',
            kind: 'organisation',
            nameAsPrinted: 'LabAccès',
            literal: 'LabAccès',
            identifiers: [],
            affiliations: [],
          },
        ],
        dates: [
          { event: 'published', words: '2020-11-15' },
          { event: 'accepted', words: '2020-06' },
          { event: 'submitted', words: '2020-01-31' },
          { event: 'written', words: '2019' },
          { event: 'available', words: '2021-11-15' },
          { event: 'modified', words: '2022-02-01' },
          { event: 'copyright', words: '2020' },
        ],
        container: {
          type: 'journal',
          titles: [{ value: 'Terminal' }],
          issn: [{ value: '0997-5551' }],
          isbn: [],
          editors: [],
          identifiers: [],
        },
        position: { volume: '36', issue: '128', pages: '13-28' },
        publisher: { name: 'Terminal', ids: [{ scheme: 'ror', value: 'https://ror.org/02feahw73' }] },
        identifiers: [
          { scheme: 'doi', value: '10.5072/labacces-128' },
          { scheme: 'local-accession-number', value: 'LABACCES-128' },
        ],
        links: [
          { role: 'landing', url: 'https://journals.openedition.org/terminal/labacces' },
          {
            role: 'fulltext',
            url: 'https://journals.openedition.org/terminal/labacces.pdf',
            mediaType: 'application/pdf',
            bytes: 527385,
          },
        ],
        languages: ['fr'],
        subjects: [
          { text: { value: 'travail social', lang: 'fr' } },
          {
            text: { value: 'Social work', lang: 'en' },
            scheme: 'http://id.loc.gov/authorities/subjects',
            concept: 'http://id.loc.gov/authorities/subjects/sh85123924',
            code: 'sh85123924',
          },
        ],
        access: { status: 'embargoed', embargoUntil: '2021-11-15' },
        licences: [{ words: 'https://creativecommons.org/licenses/by/4.0/legalcode' }],
        funding: [
          {
            funder: {
              name: 'Agence nationale de la recherche',
              ids: [
                {
                  scheme: 'doi',
                  value: '10.13039/501100001665',
                  iri: 'https://doi.org/10.13039/501100001665',
                },
              ],
            },
            awardNumber: 'ANR-19-CE00-0000',
            awardIri: 'https://anr.fr/Projet-ANR-19-CE00-0000',
            title: { value: 'Accès aux droits et numérique' },
          },
        ],
        relations: [
          { type: 'hasTranslation', target: { id: 'https://doi.org/10.5072/labacces-en' } },
          { type: 'isSupplementedBy', target: { id: 'https://doi.org/10.5072/labacces-data' } },
          { type: 'isRelatedTo', target: { id: 'https://www.labacces.fr/' } },
        ],
        references: [
          { citation: '2016, Où va le travail social ?' },
          { id: 'https://doi.org/10.1038/nature14539' },
        ],
        notes: [{ value: 'Entretiens et observations.', lang: 'fr' }, { value: 'Version de l’éditeur.' }],
        unmapped: expect.anything(),
      },
    ]);
    expect(kept(json?.drafts[0] ?? draftWith({}))).toEqual({
      version: '1.0',
      geoLocations: [{ geoLocationPlace: 'Rennes' }],
      'descriptions.3.descriptionType': 'Methods',
      'relatedItems.1.relatedItemType': 'Book',
      'relatedIdentifiers.3.resourceTypeGeneral': 'Dataset',
      'relatedIdentifiers.4.relationType': 'IsDocumentedBy',
      'dates.4.dateInformation': 'fin de l’embargo',
      'dates.7.date': '2018-09/2019-06',
      'dates.7.dateType': 'Collected',
      sizes: ['16 pages'],
      'contributors.1.contributorType': 'HostingInstitution',
      'subjects.1.subjectScheme': 'Library of Congress Subject Headings',
    });
  });

  test('the same record in XML is the same work, but for what the REST API alone has', () => {
    expect(xml?.rejected).toEqual([]);
    const workOf = (draft: ReturnType<typeof draftWith> | undefined) => {
      const { thing } = tidy(draft ?? draftWith({}));
      const unmapped = thing.unmapped.filter(({ path }) => !['sizes', 'formats'].includes(path));
      return JSON.parse(JSON.stringify({ ...thing, links: [], unmapped, provenance: [] }));
    };
    expect(workOf(xml?.drafts[0])).toEqual(workOf(json?.drafts[0]));
  });
});

describe('the forms of a record', () => {
  const text = (value: unknown) => JSON.stringify(value, null, 2);
  const one = object('Vers l’État plateforme');

  test.each<[string, string, number]>([
    ['a reply', text({ data: one }), 1],
    [
      'a reply with a list',
      text({ data: [one, one], meta: { total: 2 }, links: {}, included: [{ id: 'x' }] }),
      2,
    ],
    ['a reply that begins with something else', text({ meta: {}, data: [one] }), 1],
    ['a list of records', text([one, one]), 2],
    ['bare attributes', text(one.attributes), 1],
    ['a list of bare attributes', text([one.attributes, one.attributes]), 2],
    ['replies on lines', `${JSON.stringify({ data: one })}\n${JSON.stringify({ data: [one, one] })}\n`, 3],
    ['a reply without records', text({ data: [], meta: {} }), 0],
    ['resources in a list', `<resources>${resource('a')}${resource('b')}</resources>`, 2],
    [
      'a resource with a prefix',
      resource('a')
        .replaceAll(/<(\/?)(?=\w)/g, '<$1d:')
        .replace('xmlns=', 'xmlns:d='),
      1,
    ],
  ])('%s', (_form, source, count) => {
    const { drafts, rejected } = readAll(datacite, source);
    expect(rejected).toEqual([]);
    expect(drafts).toHaveLength(count);
    for (const { identifiers } of drafts)
      expect(identifiers).toEqual([{ scheme: 'doi', value: '10.5072/labacces' }]);
  });

  test('JSON of 2018, with hyphens', () => {
    const draft = draftWith({
      publicationYear: undefined,
      'publication-year': '2016',
      'schema-version': 'http://datacite.org/schema/kernel-3',
      types: { 'resource-type-general': 'Software', 'resource-type': 'Software' },
      creators: [{ type: 'Person', id: 'https://orcid.org/0000-0002-1825-0097', name: 'Ada Exemple' }],
    });
    expect(draft.type).toEqual({ list: 'datacite', code: 'Software' });
    expect(draft.dates).toEqual([{ event: 'published', words: '2016' }]);
    expect(draft.contributions?.[0]).toMatchObject({
      kind: 'person',
      identifiers: [{ value: 'https://orcid.org/0000-0002-1825-0097' }],
    });
    expect(kept(draft)).toEqual({});
  });

  test('I1 an id that is the address of the DOI says nothing more', () => {
    const { identifiers } = draftWith({
      id: 'https://doi.org/10.1890/0012-9658(2006)87%5B2832:tiopma%5D2.0.co;2',
      doi: '10.1890/0012-9658(2006)87[2832:tiopma]2.0.co;2',
      identifiers: [
        { identifier: '737463', identifierType: 'publisher-id' },
        { identifier: '737463', identifierType: 'article number' },
      ],
    });
    expect(identifiers).toEqual([
      { scheme: 'doi', value: '10.1890/0012-9658(2006)87[2832:tiopma]2.0.co;2' },
      { scheme: 'publisher-id', value: '737463' },
      { scheme: 'article-number', value: '737463' },
    ]);
  });

  test('JSON of schema 4.0, with the names of the XML', () => {
    const draft = draftWith({
      doi: undefined,
      types: undefined,
      identifier: { identifier: '10.5072/old', identifierType: 'DOI' },
      resourceType: { resourceTypeGeneral: 'Dataset', resourceType: 'Dataset' },
    });
    expect(draft.identifiers).toEqual([{ scheme: 'doi', value: '10.5072/old' }]);
    expect(draft.type).toEqual({ list: 'datacite', code: 'Dataset' });
    expect(kept(draft)).toEqual({});
  });

  test('a record of OAI-PMH has the identifier of its header; what else is said of it is kept', () => {
    const { drafts } = readAll(datacite, reply(resource('a')));
    expect(drafts[0]?.identifiers).toEqual([
      { scheme: 'doi', value: '10.5072/labacces' },
      { scheme: 'oai', value: 'oai:oai.datacite.org:0' },
    ]);
    expect(kept(drafts[0] ?? draftWith({}))).toMatchObject({ 'header.setSpec': ['INIST'] });
  });

  test('a record that the repository has deleted is no work and no fault', () => {
    const deleted = '<record><header status="deleted"><identifier>oai:x</identifier></header></record>';
    const all = reply(resource('a')).replace('</ListRecords>', `${deleted}</ListRecords>`);
    expect(Array.from(datacite.cut(all), ({ kind }) => kind)).toEqual(['record', 'aside']);
  });

  test('kernel 2 has its rights without a list, and other kinds of date', () => {
    const draft = draftOfXml(
      `<rights>CC by-nd</rights><dates><date dateType="StartDate">2009-04-29</date></dates>
      <resourceType resourceTypeGeneral="Text">Monograph</resourceType>`,
      'kernel-2.2',
    );
    expect(draft.licences).toEqual([{ words: 'CC by-nd' }]);
    expect(draft.type).toEqual({ list: 'crossref', code: 'Monograph' });
    expect(kept(draft)).toEqual({ 'dates.0.date': '2009-04-29', 'dates.0.dateType': 'StartDate' });
  });

  test('elements and attributes that no kernel has are kept, whatever they are called', () => {
    const draft = draftOfXml(
      '<constructor>1</constructor><colour shade="dark">red</colour><dates note="x"><date dateType="Issued" odd="y">2019</date></dates>',
    );
    expect(kept(draft)).toEqual({
      'constructor ': '1',
      colour: { shade: 'dark', colour: 'red' },
      'dates@note': 'x',
      'dates.0.odd': 'y',
    });
  });

  test('a creator that holds several is kept whole, for nothing parts them', () => {
    const creator = '<creatorName>Mazet, Pierre</creatorName><givenName>Pierre</givenName>';
    const draft = draftOfXml(`<creators><creator>${creator}${creator}</creator></creators>`);
    expect(draft.contributions).toEqual([]);
    expect(kept(draft)).toMatchObject({ 'creators.0': { name: ['Mazet, Pierre', 'Mazet, Pierre'] } });
  });

  test('line breaks in a description are kept, those of its layout are not', () => {
    const draft = draftOfXml(
      '<descriptions><description descriptionType="Abstract">\n  One\n  line.<br/>Two.\n</description></descriptions>',
    );
    expect(draft.abstracts).toEqual([{ value: 'One line.\nTwo.' }]);
  });

  test('characters that XML does not allow are left out, with a remark', () => {
    const draft = draftOfXml('<publisher>Termi\u0007nal</publisher>');
    expect(draft.publisher?.name).toBe('Terminal');
    expect(draft.remarks).toEqual([{ rule: 'control-characters', values: { count: 1 }, line: 1 }]);
  });

  test.each([
    [
      'an XML reply without records',
      '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><error code="noRecordsMatch"/></OAI-PMH>',
    ],
    [
      'an XML record in another format',
      reply('').replace('<payload>', '<other>').replace('</payload>', '</other>'),
    ],
    [
      'a JSON record of 17 million characters',
      `{"doi":"10.5072/x","titles":[{"title":"${'x'.repeat(17_000_000)}"}]}`,
    ],
    ['a truncated record', '{"data":{"id":"10.5072/x","type":"dois","attributes":{"titles":[{"ti'],
  ])('%s is rejected', (_name, source) => {
    const { drafts, rejected } = readAll(datacite, source);
    expect([drafts.length, rejected.length]).toEqual([0, 1]);
  });
});

describe('titles and texts', () => {
  test('of several titles without a type the first is the main one', () => {
    const draft = draftWith({
      titles: [
        { title: 'A subtitle', titleType: 'Subtitle' },
        { title: 'Vers l’État plateforme', titleType: null },
        { title: 'Towards the platform state', lang: 'en' },
        { title: 'Another', titleType: 'Other' },
      ],
    });
    expect(draft.titles?.map(({ role }) => role)).toEqual(['subtitle', 'main', 'alternative', 'alternative']);
    expect(kept(draft)).toEqual({ 'titles.3.titleType': 'Other' });
  });

  test('a typed title is the main one when there is no other', () => {
    const draft = draftWith({
      titles: [{ title: 'Towards the platform state', titleType: 'TranslatedTitle' }],
    });
    expect(draft.titles?.map(({ role }) => role)).toEqual(['main']);
    expect(kept(draft)).toEqual({ 'titles.0.titleType': 'TranslatedTitle' });
  });

  test.each([':tba', ':unav', '(:unkn)', ':none'])('%s says nothing, and is kept', (unknown) => {
    const draft = draftWith({
      titles: [{ title: unknown }],
      publisher: unknown,
      creators: [{ name: unknown }],
      dates: [{ date: unknown, dateType: 'Issued' }],
      publicationYear: unknown,
    });
    expect([draft.titles, draft.publisher, draft.contributions, draft.dates]).toEqual([
      [],
      undefined,
      [],
      [],
    ]);
    expect(Object.values(kept(draft)).filter((value) => value === unknown)).toHaveLength(5);
  });

  test('L1 parts keywords in one text at semicolons only, and never those of a scheme', () => {
    const { subjects } = draftWith({
      subjects: [
        { subject: 'inclusion (ville, campagne); accès aux droits ;numérique' },
        { subject: 'R&amp;D' },
        { subject: '610 Medical sciences; Medicine', subjectScheme: 'DDC' },
        'travail social',
      ],
    });
    expect(subjects?.map(({ text }) => text.value)).toEqual([
      'inclusion (ville, campagne)',
      'accès aux droits',
      'numérique',
      'R&amp;D',
      '610 Medical sciences; Medicine',
      'travail social',
    ]);
  });
});

describe('people', () => {
  const personOf = (creator: Record<string, unknown>) =>
    draftWith({ creators: [creator] }).contributions?.[0];

  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      'parts',
      { name: 'Sorin, François', familyName: 'Sorin', givenName: 'François' },
      { family: 'Sorin', given: 'François' },
    ],
    [
      'parts that are printed in another order',
      { name: 'SORIN François', familyName: 'Sorin', givenName: 'François' },
      { nameAsPrinted: 'SORIN François', family: 'Sorin', given: 'François' },
    ],
    [
      'a suffix, which has no key of its own',
      { name: 'Exemple, Ada, Jr.', familyName: 'Exemple', givenName: 'Ada' },
      { family: 'Exemple', given: 'Ada', suffix: 'Jr.' },
    ],
    ['a name alone', { name: 'Sorin, François' }, { nameAsPrinted: 'Sorin, François' }],
    [
      'a name that the API could not split',
      { name: 'François Sorin', nameType: 'Personal', familyName: 'François Sorin' },
      { kind: 'person', nameAsPrinted: 'François Sorin' },
    ],
    [
      'a type in small letters',
      { name: 'Sorin', nameType: 'personal' },
      { kind: 'person', nameAsPrinted: 'Sorin' },
    ],
    ['parts alone', { familyName: 'Sorin', givenName: 'François' }, { family: 'Sorin', given: 'François' }],
  ])('%s', (_name, creator, expected) => {
    expect(personOf(creator)).toEqual({ role: 'author', identifiers: [], affiliations: [], ...expected });
  });

  test('N1 never splits an organisation, whatever the API makes of it', () => {
    const name = 'Ministère de la Culture, département des études';
    const person = personOf({ name, nameType: 'Organizational', familyName: name });
    expect(person).toMatchObject({ kind: 'organisation', nameAsPrinted: name, literal: name });
    expect(person).not.toHaveProperty('family');
  });

  test('identifiers of any scheme, and the address of a scheme that nobody knows', () => {
    const draft = draftWith({
      creators: [
        {
          name: 'Exemple, Ada',
          nameIdentifiers: [
            {
              nameIdentifier: '0000-0002-1825-0097',
              nameIdentifierScheme: 'ORCID',
              schemeUri: 'https://orcid.org/',
            },
            {
              nameIdentifier: '123',
              nameIdentifierScheme: 'GND number',
              schemeUri: 'https://d-nb.info/gnd/',
            },
            { nameIdentifier: '', nameIdentifierScheme: 'ISNI' },
          ],
        },
      ],
    });
    expect(draft.contributions?.[0]?.identifiers).toEqual([
      { scheme: 'orcid', value: '0000-0002-1825-0097' },
      { scheme: 'gnd-number', value: '123' },
    ]);
    expect(kept(draft)).toEqual({
      'creators.0.nameIdentifiers.1.schemeUri': 'https://d-nb.info/gnd/',
      'creators.0.nameIdentifiers.2.nameIdentifierScheme': 'ISNI',
    });
  });

  test('of a scheme that is called Other, the form of the value tells', () => {
    const of = (nameIdentifier: string) => {
      const draft = draftWith({
        creators: [
          { name: 'Exemple, Ada', nameIdentifiers: [{ nameIdentifier, nameIdentifierScheme: 'Other' }] },
        ],
      });
      expect(kept(draft)).toEqual({});
      return tidy(draft).thing.contributions[0]?.identifiers[0]?.scheme;
    };
    expect(of('https://orcid.org/0000-0002-1825-0097')).toBe('orcid');
    expect(of('a1')).toBe('unknown');
  });

  test.each([
    ['Editor', 'editor', undefined],
    ['Translator', 'translator', undefined],
    ['Supervisor', 'supervisor', undefined],
    ['Other', 'contributor', undefined],
    ['DataCollector', 'contributor', 'DataCollector'],
    ['Chef', 'contributor', 'Chef'],
  ])('a contributor of type %s is %s', (contributorType, role, word) => {
    const draft = draftWith({ contributors: [{ name: 'Sorin, François', contributorType }] });
    expect(draft.contributions?.[1]?.role).toBe(role);
    expect(kept(draft)['contributors.0.contributorType']).toBe(word);
  });

  test('a contributor who paid is among the funding', () => {
    const draft = draftWith({
      contributors: [
        {
          name: 'European Commission',
          contributorType: 'Funder',
          nameIdentifiers: [{ nameIdentifier: '501100000780', nameIdentifierScheme: 'Crossref Funder ID' }],
        },
      ],
    });
    expect(draft.contributions).toHaveLength(1);
    expect(draft.funding).toEqual([
      {
        funder: {
          name: 'European Commission',
          ids: [
            { scheme: 'doi', value: '10.13039/501100000780', iri: 'https://doi.org/10.13039/501100000780' },
          ],
        },
      },
    ]);
  });
});

describe('types', () => {
  test.each<[string | undefined, string | undefined, unknown, Record<string, unknown>]>([
    ['Dataset', 'Dataset', { list: 'datacite', code: 'Dataset' }, {}],
    [
      'Dataset',
      'DataPackage',
      { list: 'datacite', code: 'Dataset' },
      { 'types.resourceType': 'DataPackage' },
    ],
    ['Text', 'BlogPosting', { list: 'schema', code: 'BlogPosting' }, {}],
    ['Text', 'Blog post', { list: 'en', code: 'Blog post' }, {}],
    ['Text', 'Journal Article', { list: 'datacite', code: 'JournalArticle' }, {}],
    ['Text', 'article de revue', { list: 'fr', code: 'article de revue' }, {}],
    ['Text', 'info:eu-repo/semantics/doctoralThesis', { list: 'infoEuRepo', code: 'doctoralThesis' }, {}],
    ['Other', 'http://purl.org/coar/resource_type/c_6670', { list: 'coar', code: 'c_6670' }, {}],
    ['JournalArticle', 'Editorial', { list: 'en', code: 'Editorial' }, {}],
    [
      'JournalArticle',
      'Review',
      { list: 'datacite', code: 'JournalArticle' },
      { 'types.resourceType': 'Review' },
    ],
    [
      'JournalArticle',
      'Thesis',
      { list: 'datacite', code: 'JournalArticle' },
      { 'types.resourceType': 'Thesis' },
    ],
    [
      'Text',
      'Taxonomic treatment',
      { list: 'datacite', code: 'Text' },
      { 'types.resourceType': 'Taxonomic treatment', 'types.resourceTypeGeneral': 'Text' },
    ],
    [
      'Collection',
      undefined,
      { list: 'datacite', code: 'Collection' },
      { 'types.resourceTypeGeneral': 'Collection' },
    ],
    [undefined, 'Thesis', { list: 'schema', code: 'Thesis' }, {}],
    [undefined, undefined, undefined, {}],
  ])('%s and %s', (resourceTypeGeneral, resourceType, type, left) => {
    const draft = draftWith({ types: { resourceTypeGeneral, resourceType, ris: 'GEN' } });
    expect(draft.type).toEqual(type);
    expect(kept(draft)).toEqual(left);
  });

  test('a type that nobody knows is no article', () => {
    const { thing, findings } = tidy(draftWith({ types: { resourceTypeGeneral: 'Holotype' } }));
    expect(thing.type).toBe('other');
    expect(findings.map(({ rule }) => rule)).toContain('type-unknown');
  });

  test('a preprint is not published', () => {
    expect(draftWith({ types: { resourceTypeGeneral: 'Preprint' } }).status).toBe('preprint');
  });
});

describe('dates', () => {
  test.each<[string, unknown, unknown, unknown]>([
    ['the year alone', [], 2019, [['published', '2019']]],
    ['a day and its year', [['Issued', '2019-04-02']], '2019', [['published', '2019-04-02']]],
    [
      'a withdrawal',
      [['Withdrawn', '2021']],
      2019,
      [
        ['withdrawn', '2021'],
        ['published', '2019'],
      ],
    ],
    ['a range', [['Issued', '2019/2020']], 2019, [['published', '2019/2020']]],
  ])('D1 never invents precision: %s', (_name, dates, publicationYear, expected) => {
    const list = (dates as readonly string[][]).map(([dateType, date]) => ({ dateType, date }));
    const draft = draftWith({ dates: list, publicationYear });
    expect(draft.dates?.map(({ event, words }) => [event, words])).toEqual(expected);
    expect(kept(draft)).toEqual({});
  });

  test('another year, another date for the same event, and a date of another kind are kept', () => {
    const draft = draftWith({
      publicationYear: 2020,
      dates: [
        { date: '2019-04-02', dateType: 'Issued' },
        { date: '2019-05', dateType: 'Issued', dateInformation: 'print' },
        { date: '2018/2019', dateType: 'Collected' },
      ],
    });
    expect(draft.dates).toEqual([{ event: 'published', words: '2019-04-02' }]);
    expect(kept(draft)).toEqual({
      publicationYear: '2020',
      'dates.1.date': '2019-05',
      'dates.1.dateType': 'Issued',
      'dates.1.dateInformation': 'print',
      'dates.2.date': '2018/2019',
      'dates.2.dateType': 'Collected',
    });
  });

  test.each<[string, string, string, readonly [string, string], unknown]>([
    ['Other', '2020-11', 'published in print', ['publishedPrint', '2020-11'], {}],
    ['Other', '2019', 'Defended', ['defended', '2019'], {}],
    ['Other', '2019', 'defended 2019-24', ['defended', '2019-24'], {}],
    ['Available', '2023', '2023-21', ['available', '2023-21'], {}],
    ['Available', '2023', '1990~', ['available', '2023'], { 'dates.0.dateInformation': '1990~' }],
    [
      'Available',
      '2023',
      'published online',
      ['available', '2023'],
      { 'dates.0.dateInformation': 'published online' },
    ],
    [
      'Available',
      '2023',
      'fin de l’embargo',
      ['available', '2023'],
      { 'dates.0.dateInformation': 'fin de l’embargo' },
    ],
  ])('D1 %s %s with the words “%s” is %j', (dateType, date, dateInformation, expected, left) => {
    const draft = draftWith({ dates: [{ date, dateType, dateInformation }], publicationYear: undefined });
    expect(draft.dates).toEqual([{ event: expected[0], words: expected[1] }]);
    expect(kept(draft)).toEqual(left);
  });

  test('a work that was withdrawn has that status', () => {
    expect(draftWith({ dates: [{ date: '2021', dateType: 'Withdrawn' }] }).status).toBe('withdrawn');
  });
});

describe('where a work appeared', () => {
  const article = { resourceTypeGeneral: 'JournalArticle' };
  const numbers = { volume: '36', issue: '128', firstPage: '13', lastPage: '28' };
  const terminal = {
    relationType: 'IsPublishedIn',
    relatedItemType: 'Journal',
    titles: [{ title: 'Terminal', lang: 'fr' }],
    ...numbers,
  };

  test('what DataCite repeats in its container is not kept, what it says otherwise is', () => {
    const draft = draftWith({
      types: article,
      relatedItems: [terminal],
      container: { type: 'Journal', title: 'TERMINAL', ...numbers, issue: '129' },
    });
    expect(draft.container?.titles).toEqual([{ value: 'Terminal', lang: 'fr' }]);
    expect(draft.position).toEqual({ volume: '36', issue: '128', pages: '13-28' });
    expect(kept(draft)).toEqual({ 'container.issue': '129' });
  });

  test('a container of another name is another thing', () => {
    const container = { type: 'Series', title: 'LabAccès', volume: '1' };
    const draft = draftWith({ types: article, relatedItems: [terminal], container });
    expect(draft.position?.volume).toBe('36');
    expect(kept(draft)).toEqual({ container });
  });

  test('a container has other names, and an address says whose identifier it is', () => {
    const relatedItem = {
      ...terminal,
      relatedItemType: 'Other',
      relatedItemIdentifier: {
        relatedItemIdentifier: 'https://openalex.org/S1000000128',
        relatedItemIdentifierType: 'URL',
      },
      titles: [
        ...terminal.titles,
        { title: 'Terminal: technology of information', titleType: 'TranslatedTitle', lang: 'en' },
        { title: 'culture et société', titleType: 'Subtitle' },
      ],
    };
    const draft = draftWith({
      types: { resourceTypeGeneral: 'Text', resourceType: 'blog post' },
      relatedItems: [relatedItem],
    });
    expect(draft.container).toMatchObject({
      type: 'website',
      titles: [
        { value: 'Terminal', lang: 'fr' },
        { value: 'Terminal: technology of information', lang: 'en' },
      ],
    });
    expect(tidy(draft).thing.container?.identifiers).toMatchObject([
      { scheme: 'openalex', value: 'S1000000128' },
    ]);
    expect(Object.keys(kept(draft))).toEqual(['relatedItems.0.titles.2']);
  });

  test('a container without a name is what the work is a part of, said once', () => {
    const container = { type: 'Series', identifier: '10.5072/LABACCES', identifierType: 'DOI' };
    const relatedIdentifiers = [
      { relatedIdentifier: '10.5072/labacces', relatedIdentifierType: 'DOI', relationType: 'IsPartOf' },
    ];
    const isPartOf = [{ type: 'isPartOf', target: { id: 'https://doi.org/10.5072/labacces' } }];
    expect(draftWith({ container })).toMatchObject({ container: undefined, relations: isPartOf });
    expect(draftWith({ container, relatedIdentifiers }).relations).toEqual(isPartOf);
  });

  test.each<[string, object | undefined, unknown, unknown]>([
    [
      'Terminal, 36(128), 13-28',
      { type: 'journal', titles: [{ value: 'Terminal' }] },
      { volume: '36', issue: '128', pages: '13-28' },
      [],
    ],
    [
      'Terminal, 36(1-2)',
      { type: 'journal', titles: [{ value: 'Terminal' }] },
      { volume: '36', issue: '1-2' },
      [],
    ],
    [
      'series title, volume(issue), firstpage-lastpage',
      undefined,
      undefined,
      [{ value: 'series title, volume(issue), firstpage-lastpage' }],
    ],
    ['Terminal, n° 128, automne 2020', undefined, undefined, [{ value: 'Terminal, n° 128, automne 2020' }]],
  ])('series information: %s', (description, container, position, notes) => {
    const draft = draftWith({
      types: article,
      descriptions: [{ description, descriptionType: 'SeriesInformation' }],
    });
    if (container === undefined) expect(draft.container).toBeUndefined();
    else expect(draft.container).toMatchObject(container);
    expect(draft.position).toEqual(position);
    expect(draft.notes).toEqual(notes);
  });

  test('series information that says what the container says is not a note, and another is', () => {
    const withLine = (description: string) =>
      draftWith({
        types: article,
        relatedItems: [terminal],
        descriptions: [{ description, descriptionType: 'SeriesInformation' }],
      }).notes;
    expect(withLine('Terminal, 36(128), 13-28')).toEqual([]);
    expect(withLine('Terminal, 37(128), 13-28')).toHaveLength(1);
    expect(withLine('Vie sociale, 28(1)')).toHaveLength(1);
  });

  test('I3 proceedings in a series: editors, ISBN and ISSN, the number of the paper', () => {
    const draft = draftWith({
      types: { resourceTypeGeneral: 'ConferencePaper' },
      relatedItems: [
        {
          relatedItemType: 'Collection',
          relationType: 'IsPublishedIn',
          relatedItemIdentifier: { relatedItemIdentifier: '1868-8969', relatedItemIdentifierType: 'ISSN' },
          titles: [{ title: 'Leibniz International Proceedings in Informatics (LIPIcs)' }],
          volume: '22',
        },
        {
          relatedItemType: 'ConferenceProceeding',
          relationType: 'IsPublishedIn',
          relatedItemIdentifier: {
            relatedItemIdentifier: '10.4230/LIPIcs.TQC.2013',
            relatedItemIdentifierType: 'DOI',
          },
          titles: [
            { title: 'LIPIcs, Volume 22, TQC 2013' },
            { title: '8th Conference', titleType: 'Subtitle' },
          ],
          number: '6',
          firstPage: '93',
          lastPage: '105',
          contributors: [
            { name: 'Severini, Simone', contributorType: 'Editor' },
            { name: 'Schloss Dagstuhl', contributorType: 'HostingInstitution' },
          ],
        },
      ],
      relatedIdentifiers: [
        { relatedIdentifier: '978-3-939897-55-2', relatedIdentifierType: 'ISBN', relationType: 'IsPartOf' },
        { relatedIdentifier: '1868-8969', relatedIdentifierType: 'EISSN', relationType: 'IsPartOf' },
      ],
    });
    expect(draft.container).toMatchObject({
      type: 'proceedings',
      titles: [{ value: 'LIPIcs, Volume 22, TQC 2013' }],
      issn: [{ value: '1868-8969', medium: 'electronic' }],
      isbn: ['978-3-939897-55-2'],
      editors: [{ role: 'editor', nameAsPrinted: 'Severini, Simone' }],
      series: { title: { value: 'Leibniz International Proceedings in Informatics (LIPIcs)' }, number: '22' },
      identifiers: [{ scheme: 'doi', value: '10.4230/LIPIcs.TQC.2013' }],
    });
    expect(draft.position).toEqual({ pages: '93-105', articleNumber: '6' });
    expect(draft.relations).toEqual([
      { type: 'isPartOf', target: { id: 'https://portal.issn.org/resource/ISSN/1868-8969' } },
    ]);
    expect(Object.keys(kept(draft)).sort()).toEqual([
      'relatedItems.1.contributors.1',
      'relatedItems.1.contributors.1.contributorType',
      'relatedItems.1.titles.1',
    ]);
  });

  test('P1 a size in pages is an extent, when no pages are given', () => {
    expect(tidy(draftWith({ sizes: ['256 pages'] })).thing.position?.pages).toEqual({
      raw: '256 pages',
      total: 256,
    });
    expect(kept(draftWith({ sizes: ['12 MB'], formats: ['pdf'] }))).toEqual({
      sizes: ['12 MB'],
      formats: ['pdf'],
    });
  });
});

describe('relations', () => {
  const relation = (relationType: string, relatedIdentifier: string, relatedIdentifierType: string) =>
    draftWith({ relatedIdentifiers: [{ relationType, relatedIdentifier, relatedIdentifierType }] });

  test.each([
    ['IsVersionOf', 'isVersionOf'],
    ['HasVersion', 'hasVersion'],
    ['IsNewVersionOf', 'replaces'],
    ['IsPreviousVersionOf', 'isReplacedBy'],
    ['Obsoletes', 'replaces'],
    ['IsObsoletedBy', 'isReplacedBy'],
    ['IsTranslationOf', 'isTranslationOf'],
    ['HasTranslation', 'hasTranslation'],
    ['IsPartOf', 'isPartOf'],
    ['IsPublishedIn', 'isPartOf'],
    ['HasPart', 'hasPart'],
    ['IsCitedBy', 'isCitedBy'],
    ['IsReferencedBy', 'isCitedBy'],
    ['IsSupplementTo', 'isSupplementTo'],
    ['IsSupplementedBy', 'isSupplementedBy'],
    ['Reviews', 'reviews'],
    ['IsReviewedBy', 'isReviewedBy'],
    ['IsIdenticalTo', 'isIdenticalTo'],
  ])('%s → %s', (word, type) => {
    const draft = relation(word, '10.1038/NATURE14539', 'DOI');
    expect(draft.relations).toEqual([{ type, target: { id: 'https://doi.org/10.1038/nature14539' } }]);
    expect(kept(draft)).toEqual({});
  });

  test.each(['Cites', 'References'])('%s makes a reference', (word) => {
    const draft = relation(word, '10.1038/nature14539', 'DOI');
    expect(draft.references).toEqual([{ id: 'https://doi.org/10.1038/nature14539' }]);
    expect(draft.relations).toEqual([]);
  });

  test.each(['IsDerivedFrom', 'IsMetadataFor', 'Likes'])('%s is a link, and its word is kept', (word) => {
    const draft = relation(word, '10.1038/nature14539', 'DOI');
    expect(draft.relations?.[0]?.type).toBe('isRelatedTo');
    expect(kept(draft)).toEqual({ 'relatedIdentifiers.0.relationType': word });
  });

  test.each([
    [
      '10.1002/(SICI)1097-0258(19980815)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
      'DOI',
      { id: 'https://doi.org/10.1002/(sici)1097-0258(19980815)17:15/16%3C1661::aid-sim968%3E3.0.co;2-2' },
    ],
    ['arXiv:0706.0001', 'arXiv', { id: 'https://arxiv.org/abs/0706.0001' }],
    ['19478877', 'PMID', { id: 'https://pubmed.ncbi.nlm.nih.gov/19478877/' }],
    ['10013/epic.10033', 'Handle', { id: 'https://hdl.handle.net/10013/epic.10033' }],
    ['ark:/13030/tqb3kh97gh8w', 'ARK', { id: 'https://n2t.net/ark:/13030/tqb3kh97gh8w' }],
    ['1868-8969', 'ISSN', { id: 'https://portal.issn.org/resource/ISSN/1868-8969' }],
    ['978-3-939897-55-2', 'ISBN', { id: 'urn:isbn:9783939897552' }],
    ['urn:lsid:ubio.org:namebank:11815', 'LSID', { id: 'urn:lsid:ubio.org:namebank:11815' }],
    ['http://purl.oclc.org/foo/bar', 'PURL', { id: 'http://purl.oclc.org/foo/bar' }],
    ['RRID:AB_90755', 'RRID', { citation: 'RRID: RRID:AB_90755' }],
    ['not an address', 'URL', { citation: 'URL: not an address' }],
    ['10.1038', undefined, { citation: '10.1038' }],
  ])('I1 the target %s (%s)', (value, kind, target) => {
    expect(relation('HasPart', value, String(kind ?? '')).relations).toEqual([{ type: 'hasPart', target }]);
  });

  test('a related item and a related identifier of one work are one link, with the words of both', () => {
    const draft = draftWith({
      relatedItems: [
        {
          relationType: 'References',
          relatedItemType: 'JournalArticle',
          relatedItemIdentifier: {
            relatedItemIdentifier: '10.1038/nature14539',
            relatedItemIdentifierType: 'DOI',
          },
          creators: [{ name: 'LeCun, Yann', familyName: 'LeCun' }],
          titles: [{ title: 'Deep learning' }],
          publicationYear: 2015,
          volume: '521',
          firstPage: '436',
          lastPage: '444',
        },
        { relationType: 'References', relatedItemType: 'Text' },
      ],
      relatedIdentifiers: [
        {
          relatedIdentifier: '10.1038/nature14539',
          relatedIdentifierType: 'DOI',
          relationType: 'References',
        },
      ],
    });
    expect(draft.references).toEqual([
      {
        id: 'https://doi.org/10.1038/nature14539',
        citation: 'LeCun, Yann, 2015, Deep learning, 521, 436-444',
      },
    ]);
    expect(kept(draft)).toEqual({
      'relatedItems.0.relatedItemType': 'JournalArticle',
      'relatedItems.1': { relationType: 'References', relatedItemType: 'Text' },
    });
  });
});

describe('rights and money', () => {
  test.each<[unknown, unknown, unknown, unknown]>([
    [[{ rightsUri: 'info:eu-repo/semantics/openAccess', rights: 'Open Access' }], { status: 'open' }, [], {}],
    [[{ rights: 'info:eu-repo/semantics/closedAccess' }], { status: 'metadataOnly' }, [], {}],
    [
      [{ rightsUri: 'http://purl.org/coar/access_right/c_16ec', rights: 'Sur demande' }],
      { status: 'restricted' },
      [],
      { 'rightsList.0.rights': 'Sur demande' },
    ],
    [[{ rights: 'accès restreint', lang: 'fr' }], { status: 'restricted' }, [], {}],
    [
      [{ rightsUri: 'info:eu-repo/date/embargoEnd/2025-01-01' }],
      { status: 'embargoed', embargoUntil: '2025-01-01' },
      [],
      {},
    ],
    [
      [{ rightsUri: 'https://www.nist.gov/director/licensing', rights: 'NIST Licensing' }],
      undefined,
      [{ words: 'https://www.nist.gov/director/licensing' }],
      { 'rightsList.0.rights': 'NIST Licensing' },
    ],
    [
      [
        {
          rights: 'MIT License',
          rightsUri: 'https://opensource.org/licenses/MIT',
          rightsIdentifier: 'mit',
          rightsIdentifierScheme: 'SPDX',
        },
      ],
      undefined,
      [{ words: 'https://spdx.org/licenses/MIT' }],
      {},
    ],
    [
      [{ rightsUri: 'http://hal.archives-ouvertes.fr/licences/etalab/', rights: 'Open Licence', lang: 'en' }],
      undefined,
      [{ words: 'http://hal.archives-ouvertes.fr/licences/etalab/' }],
      {},
    ],
    [
      [{ rights: 'Tous droits réservés', lang: 'fr' }],
      undefined,
      [{ words: 'Tous droits réservés', lang: 'fr' }],
      {},
    ],
    [
      [
        { rightsUri: 'https://creativecommons.org/licenses/by/4.0/' },
        { rightsUri: 'https://creativecommons.org/licenses/by/4.0/' },
      ],
      undefined,
      [{ words: 'https://creativecommons.org/licenses/by/4.0/' }],
      {},
    ],
    [
      [{ rights: 'License Not Specified', rightsIdentifier: 'notspecified' }],
      undefined,
      [],
      { 'rightsList.0.rights': 'License Not Specified', 'rightsList.0.rightsIdentifier': 'notspecified' },
    ],
  ])('%j', (rightsList, access, licences, left) => {
    const draft = draftWith({ rightsList });
    expect(draft.access).toEqual(access);
    expect(draft.licences).toEqual(licences);
    expect(kept(draft)).toEqual(left);
  });

  test.each<[Record<string, unknown>, unknown]>([
    [
      {
        funderName: 'EMBO',
        funderIdentifier: 'https://ror.org/04wfr2810',
        funderIdentifierType: 'ROR',
        awardNumber: '1',
      },
      {
        funder: {
          name: 'EMBO',
          ids: [{ scheme: 'ror', value: '04wfr2810', iri: 'https://ror.org/04wfr2810' }],
        },
        awardNumber: '1',
      },
    ],
    [
      {
        funderName: 'NIH',
        funderIdentifier: 'http://doi.org/10.13039/100000052',
        funderIdentifierType: 'Crossref Funder ID',
      },
      {
        funder: {
          name: 'NIH',
          ids: [{ scheme: 'doi', value: '10.13039/100000052', iri: 'https://doi.org/10.13039/100000052' }],
        },
      },
    ],
    [
      {
        funderName: 'NSF',
        funderIdentifier: 'grid.431093.c',
        funderIdentifierType: 'GRID',
        awardUri: '10.5072/AWARD',
      },
      {
        funder: { name: 'NSF', ids: [{ scheme: 'grid', value: 'grid.431093.c' }] },
        awardIri: 'https://doi.org/10.5072/award',
      },
    ],
    [{ awardTitle: 'Accès aux droits' }, { title: { value: 'Accès aux droits' } }],
  ])('%j', (reference, funding) => {
    const draft = draftWith({ fundingReferences: [reference] });
    expect(draft.funding).toEqual([funding]);
    expect(kept(draft)).toEqual({});
  });
});

describe('what finds no place', () => {
  test('figures of DataCite about its records are left out, everything else is kept', () => {
    const figures = Object.fromEntries([...ignored].map((key) => [key, { value: 1 }]));
    expect(kept(draftWith(figures))).toEqual({});
    expect(kept(draftWith({ reason: 'moved', 'x-new': null, colour: 'red' }))).toEqual({
      reason: 'moved',
      colour: 'red',
    });
  });

  test.each([...mapped].map((key) => [key]))(
    '%s of an unexpected kind is kept, and nothing is thrown',
    (key) => {
      const draft = draftWith({ doi: undefined, [key]: [[{ odd: 1 }]] });
      const paths = draft.unmapped?.map(({ path }) => path) ?? [];
      expect(paths.some((path) => path.startsWith(key))).toBe(true);
      expect(paths).toEqual([...new Set(paths)]);
    },
  );
});
