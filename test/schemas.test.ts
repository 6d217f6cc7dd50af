import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { ontologyFile } from '../pipeline/base/code-list.ts';
import { isEdtf } from '../pipeline/base/edtf.ts';
import { isIri } from '../pipeline/base/iri.ts';
import { roles, workTypes } from '../pipeline/base/work.ts';

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: true });
ajv.addFormat('edtf', isEdtf);
ajv.addFormat('iri', isIri);
ajv.addFormat('base-iri', (text) => isIri(text) && text.endsWith('/'));
for (const name of ['work', 'lab', 'corrections']) ajv.addSchema(schemaFile(name));

function schemaFile(name: string): AnySchemaObject {
  return JSON.parse(readFileSync(ontologyFile(`${name}.schema.json`), 'utf8')) as AnySchemaObject;
}

/** Where the schema is broken and by which keyword. */
function faults(name: string, value: unknown): readonly string[] {
  const check = ajv.getSchema(`${name}.schema.json`);
  if (!check) throw new Error(`no schema ${name}`);
  if (check(value)) return [];
  return (check.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

const title = {
  role: 'main',
  text: { value: 'Déplier la question numérique dans le travail social', lang: 'fr' },
};
const work = { type: 'article', titles: [title] };
const author = { role: 'author', family: 'Sorin', given: 'François' };
const source = { name: 'articles', system: 'page', retrieved: '2026-01-10T08:00:00Z' };
const full = {
  ...work,
  id: 'work/sorin-2023-deplier-la-question-numerique',
  abstracts: [{ value: 'L’ambition de cet article…', lang: 'fr', markup: 'text' }],
  contributions: [
    {
      ...author,
      position: 1,
      kind: 'person',
      marcRelator: 'aut',
      nameAsPrinted: 'François Sorin',
      identifiers: [],
      affiliations: [{ nameAsPrinted: 'LabAccès', org: 'org/labacces', ids: [], country: 'FR' }],
    },
  ],
  dates: [{ event: 'published', value: '2023-03-03' }],
  container: {
    type: 'journal',
    id: 'journal/le-sociographe',
    part: 'journal/le-sociographe#issue-81',
    titles: [{ value: 'Le Sociographe' }],
    issn: [{ value: '1234-5679', medium: 'print' }],
  },
  position: { issue: '81', pages: { raw: '13-28', start: '13', end: '28' } },
  publisher: { name: 'Érès', org: 'org/eres' },
  identifiers: [
    { scheme: 'doi', value: '10.5555/x', iri: 'https://doi.org/10.5555/x', assertedBy: 'publisher' },
  ],
  links: [{ role: 'landing', url: 'https://journals.example.org/81' }],
  languages: ['fr', 'mul'],
  subjects: [{ text: { value: 'fracture numérique', lang: 'fr' }, id: 'concept/fracture-numerique' }],
  access: { status: 'embargoed', embargoUntil: '2024-03' },
  licences: [{ iri: 'https://creativecommons.org/licenses/by/4.0/', appliesTo: 'published' }],
  funding: [{ funder: { name: 'ANR', ids: [] }, awardNumber: 'ANR-21-X' }],
  relations: [{ type: 'isTranslationOf', target: { workId: 'work/other' } }],
  references: [{ citation: 'Mazet P., 2019, Vers l’État plateforme' }],
  status: 'published',
  review: { peerReviewed: true, audience: 'national' },
  notes: [{ value: 'Dossier' }],
  citationText: { value: 'dans “Le Sociographe”, 81, 13-28' },
  provenance: [{ path: '*', source, confidence: 'stated', chosen: true, line: 12 }],
  unmapped: [{ source: 'articles', path: 'x', value: { anything: [1, null] } }],
};

describe('the schema of a work', () => {
  test('has the types and roles of the model', () => {
    const { $defs } = schemaFile('work');
    expect($defs.partialWork.properties.type.enum).toEqual(workTypes);
    expect($defs.contribution.properties.role.enum).toEqual(roles);
  });

  test.each([
    ['the least that can be said', work],
    ['a work with every field', full],
    ['a name without its printed form', { ...work, contributions: [author] }],
    ['an organisation', { ...work, contributions: [{ role: 'author', literal: 'Ministère de la Culture' }] }],
    ['a season', { ...work, dates: [{ event: 'published', value: '2023-21' }] }],
  ])('accepts %s', (_, value) => expect(faults('work', value)).toEqual([]));

  test.each([
    ['no titles', { type: 'article' }, ' required'],
    ['no main title', { ...work, titles: [{ ...title, role: 'short' }] }, '/titles contains'],
    ['an unknown type', { ...work, type: 'paper' }, '/type enum'],
    ['an unknown key', { ...work, abstract: 'x' }, ' additionalProperties'],
    ['an unknown key further in', { ...work, position: { number: '3' } }, '/position additionalProperties'],
    ['an empty text', { ...work, notes: [{ value: '' }] }, '/notes/0/value minLength'],
    ['null for nothing', { ...work, container: null }, '/container type'],
    ['P3 a volume as a number', { ...work, position: { volume: 12 } }, '/position/volume type'],
    ['a language with capitals', { ...work, languages: ['FR'] }, '/languages/0 pattern'],
    [
      'D1 a padded date',
      { ...work, dates: [{ event: 'published', value: '2023-00' }] },
      '/dates/0/value format',
    ],
    [
      'a name without a name',
      { ...work, contributions: [{ role: 'author', given: 'Ada' }] },
      '/contributions/0 anyOf',
    ],
    [
      'a place from 0',
      { ...work, contributions: [{ ...author, position: 0 }] },
      '/contributions/0/position minimum',
    ],
    ['a link that is none', { ...work, links: [{ role: 'landing', url: 'ici' }] }, '/links/0/url format'],
    [
      'I3 an ISSN without hyphen',
      { ...work, container: { type: 'journal', issn: [{ value: '12345679' }] } },
      '/container/issn/0/value pattern',
    ],
    ['an absolute id', { ...work, id: '/article/x' }, '/id pattern'],
    [
      'a scheme in capitals',
      { ...work, identifiers: [{ scheme: 'DOI', value: 'x' }] },
      '/identifiers/0/scheme pattern',
    ],
    [
      'a relation to nothing',
      { ...work, relations: [{ type: 'cites', target: {} }] },
      '/relations/0/target anyOf',
    ],
  ])('refuses %s', (_, value, fault) => expect(faults('work', value)).toContain(fault));
});

const lab = {
  name: 'LabAccès',
  base: 'https://data.example.org/lab/',
  language: 'fr',
  licence: 'https://creativecommons.org/publicdomain/zero/1.0/',
  sources: [{ name: 'articles', file: 'articles.txt' }],
};

describe('the schema of a lab', () => {
  test.each([
    ['the least that can be said', lab],
    [
      'a person',
      {
        ...lab,
        people: [
          {
            family: 'Exemple',
            given: 'Ada',
            orcid: '0000-0002-1825-0097',
            affiliations: [{ organisation: 'X', from: '2020' }],
          },
        ],
      },
    ],
    [
      'an organisation',
      { ...lab, organisations: [{ name: 'Université X', type: 'CollegeOrUniversity', ror: '02feahw73' }] },
    ],
    ['a journal', { ...lab, journals: [{ title: 'Revue de test', issn: [{ value: '1234-5679' }] }] }],
    [
      'a concept',
      {
        ...lab,
        concepts: [
          { label: { fr: 'fracture numérique', en: 'digital divide' }, alias: { fr: ['e-exclusion'] } },
        ],
      },
    ],
    ['a preference', { ...lab, prefer: { '*': ['articles'] } }],
  ])('accepts %s', (_, value) => expect(faults('lab', value)).toEqual([]));

  test.each([
    ['no source', { ...lab, sources: [] }, '/sources minItems'],
    ['a base without its slash', { ...lab, base: 'https://data.example.org/lab' }, '/base format'],
    [
      'an ORCID as an address',
      { ...lab, people: [{ family: 'E', given: 'A', orcid: 'https://orcid.org/0000-0002-1825-0097' }] },
      '/people/0/orcid pattern',
    ],
    ['a bare ISSN', { ...lab, journals: [{ title: 'X', issn: ['1234-5679'] }] }, '/journals/0/issn/0 type'],
    [
      'a label in no language',
      { ...lab, concepts: [{ label: { French: 'x' } }] },
      '/concepts/0/label propertyNames',
    ],
    [
      'a harvest on a day',
      { ...lab, sources: [{ name: 'a', file: 'a', retrieved: '2026-01-10' }] },
      '/sources/0/retrieved pattern',
    ],
    ['an unknown key', { ...lab, licence_url: 'x' }, ' additionalProperties'],
  ])('refuses %s', (_, value, fault) => expect(faults('lab', value)).toContain(fault));
});

const correction = { work: 'work/sorin-2019-les-pratiques-numeriques', reason: 'read on the journal’s page' };

describe('the schema of corrections', () => {
  test.each([
    ['none', []],
    ['a field set', [{ ...correction, set: { dates: [{ event: 'published', value: '2019' }] } }]],
    [
      'a translated title alone',
      [
        {
          ...correction,
          set: { titles: [{ role: 'translated', text: { value: 'Digital practices', lang: 'en' } }] },
        },
      ],
    ],
    [
      'a field taken away',
      [{ ...correction, unset: ['position.pages'], source: 'https://journals.example.org/28' }],
    ],
  ])('accepts %s', (_, value) => expect(faults('corrections', value)).toEqual([]));

  test.each([
    ['neither set nor unset', [correction], '/0 anyOf'],
    ['no reason', [{ work: correction.work, unset: ['notes'] }], '/0 required'],
    ['nothing set', [{ ...correction, set: {} }], '/0/set minProperties'],
    ['the main title taken away', [{ ...correction, unset: ['titles.main'] }], '/0/unset/0 not'],
    ['all titles taken away', [{ ...correction, unset: ['titles'] }], '/0/unset/0 not'],
    ['an unknown field', [{ ...correction, set: { year: '2019' } }], '/0/set additionalProperties'],
    ['a work that is none', [{ ...correction, work: 'person/x', unset: ['notes'] }], '/0/work pattern'],
  ])('refuses %s', (_, value, fault) => expect(faults('corrections', value)).toContain(fault));
});
