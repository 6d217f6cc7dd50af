import { describe, expect, test } from 'vitest';
import type { IdentifiedWork, Work } from '../../pipeline/base/work.ts';
import { entriesOf } from '../../pipeline/map/index.ts';
import { quadsOf } from '../../pipeline/write/index.ts';
import { author, doi, workOf } from '../works.ts';

const base = 'https://data.example.org/id/';
const prefixes: readonly (readonly [string, RegExp])[] = [
  ['', /^https:\/\/data\.example\.org\/id\//],
  ['dcterms:', /^http:\/\/purl\.org\/dc\/terms\//],
  ['schema:', /^http:\/\/schema\.org\//],
  ['bibo:', /^http:\/\/purl\.org\/ontology\/bibo\//],
  ['xsd:', /^http:\/\/www\.w3\.org\/2001\/XMLSchema#/],
];
const short = (iri: string) =>
  prefixes.reduce((text, [prefix, namespace]) => text.replace(namespace, prefix), iri);

/** What a work's description says with one property, in short. */
function said(fields: Partial<Work>, property: string): readonly string[] {
  const work: IdentifiedWork = { ...workOf(fields), id: 'work/x' };
  const collection = {
    works: [work],
    agents: [],
    journals: [],
    parts: [],
    concepts: [],
    sources: [],
    tombstones: [],
  };
  const quads = entriesOf(collection, base).flatMap((entry) => quadsOf(entry));
  return quads
    .filter(({ predicate }) => short(predicate.value) === property)
    .map(({ object }) => {
      if (object.termType !== 'Literal') return short(object.value);
      const type = short(object.datatype.value);
      return object.language
        ? `${object.value}@${object.language}`
        : type === 'xsd:string'
          ? object.value
          : `${object.value}^^${type}`;
    });
}

const published = (value: string): Partial<Work> => ({ dates: [{ event: 'published', value }] });
const main = (value: string, lang?: string, markup?: 'html'): Work['titles'] => [
  { role: 'main', text: { value, lang, markup } },
];

describe('the mapping of a work', () => {
  test.each([
    ['2023', ['2023^^xsd:gYear'], []],
    ['2023-06', ['2023-06^^xsd:gYearMonth'], []],
    ['2023-03-03', ['2023-03-03^^xsd:date'], []],
    ['2023-21', ['2023^^xsd:gYear'], ['2023-21']],
    ['2023-01/2023-03', ['2023^^xsd:gYear'], ['2023-01/2023-03']],
    ['2022-12/2023-01', [], ['2022-12/2023-01']],
    ['2020~', [], ['2020~']],
  ])('D2 types %s by its precision', (date, issued, other) => {
    expect(said(published(date), 'dcterms:issued')).toEqual(issued);
    expect(said(published(date), 'schema:datePublished')).toEqual(issued);
    expect(said(published(date), 'dcterms:date')).toEqual(other);
  });

  test('I5 identifiers are literals, links are IRIs, and nothing is the same as a page', () => {
    const fields = { identifiers: [doi('10.5555/1')] };
    expect(said(fields, 'bibo:doi')).toEqual(['10.5555/1']);
    expect(said(fields, 'dcterms:identifier')).toEqual(['https://doi.org/10.5555/1']);
    expect(said(fields, 'schema:sameAs')).toEqual(['https://doi.org/10.5555/1']);
    expect(said(fields, 'http://www.w3.org/2002/07/owl#sameAs')).toEqual([]);
  });

  test('I2 an identifier that failed its check links nowhere', () => {
    const fields = { identifiers: [{ scheme: 'doi', value: 'n/a' }] };
    expect([
      said(fields, 'bibo:doi'),
      said(fields, 'schema:sameAs'),
      said(fields, 'dcterms:identifier'),
    ]).toEqual([[], [], ['n/a']]);
  });

  test.each<[string, Work['titles'], readonly string[]]>([
    ['a language', main('Titre', 'fr'), ['Titre@fr']],
    ['no language', main('Titre'), ['Titre']],
    ['no tag for several languages', main('Titre', 'mul'), ['Titre']],
    [
      'T3 the plain form of markup',
      main('Le CO<sub>2</sub> <i>in vivo</i> &amp; ailleurs', 'fr', 'html'),
      ['Le CO₂ in vivo & ailleurs@fr'],
    ],
    [
      'a subtitle after a French colon',
      [...main('Titre', 'fr'), { role: 'subtitle', text: { value: 'suite', lang: 'fr' } }],
      ['Titre : suite@fr'],
    ],
    [
      'a subtitle after an English colon',
      [...main('Title', 'en'), { role: 'subtitle', text: { value: 'more', lang: 'en' } }],
      ['Title: more@en'],
    ],
    [
      'one literal a language',
      [
        ...main('Titre', 'fr'),
        { role: 'translated', text: { value: 'Title', lang: 'en' } },
        { role: 'translated', text: { value: 'Autre', lang: 'fr' } },
      ],
      ['Titre@fr', 'Title@en'],
    ],
  ])('a title has %s', (_, titles, literals) => expect(said({ titles }, 'dcterms:title')).toEqual(literals));

  test('L2 the order of authors is a list, whatever their alphabet', () => {
    const contributions = [
      author('Pierre', 'Mazet', { agent: 'person/z' }),
      author('François', 'Sorin', { position: 2, agent: 'person/a' }),
    ];
    expect(said({ contributions }, 'bibo:authorList')).toEqual(['work/x#authors-1']);
    expect(said({ contributions }, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#first')).toEqual([
      'person/z',
      'person/a',
    ]);
    expect(said({ contributions }, 'schema:position')).toEqual(['1^^xsd:integer', '2^^xsd:integer']);
  });

  test.each<[string, Partial<Work>, string, readonly string[]]>([
    ['free', { access: { status: 'open' } }, 'schema:isAccessibleForFree', ['true^^xsd:boolean']],
    ['closed', { access: { status: 'restricted' } }, 'schema:isAccessibleForFree', ['false^^xsd:boolean']],
    ['of unknown access', { access: { status: 'unknown' } }, 'schema:isAccessibleForFree', []],
    ['retracted', { status: 'retracted' }, 'schema:creativeWorkStatus', ['Retracted']],
    ['published, as works are', {}, 'schema:creativeWorkStatus', []],
    ['peer reviewed', { review: { peerReviewed: true } }, 'bibo:status', ['bibo:status/peerReviewed']],
    ['on pages', { position: { pages: { raw: '66-79', start: '66', end: '79' } } }, 'bibo:pageStart', ['66']],
    ['on an article number', { position: { articleNumber: 'e1042' } }, 'bibo:pages', ['e1042']],
    [
      'replaced',
      { relations: [{ type: 'isReplacedBy', target: { workId: 'work/y' } }] },
      'dcterms:isReplacedBy',
      ['work/y'],
    ],
    ['in a language', { languages: ['fr'] }, 'dcterms:language', ['http://lexvo.org/id/iso639-3/fra']],
    [
      'a thesis',
      { type: 'thesis' },
      'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
      ['schema:Thesis', 'bibo:Thesis'],
    ],
  ])('a work that is %s', (_, fields, property, values) =>
    expect(said({ contributions: [], ...fields }, property)).toEqual(values),
  );

  test('D5 publication dates are never typed schema:Date', () => {
    expect(said(published('2023'), 'schema:datePublished')).toEqual(['2023^^xsd:gYear']);
  });
});
