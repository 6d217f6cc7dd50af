import { describe, expect, test } from 'vitest';
import { crossref, ignored, mapped } from '../../pipeline/read/crossref.ts';
import { originAt, readAll } from './contract.ts';

// Facts of doi:10.1371/journal.pmed.0020124, as the API words them.
const ioannidis = {
  DOI: '10.1371/journal.pmed.0020124',
  type: 'journal-article',
  title: ['Why Most Published Research Findings Are False'],
  author: [{ given: 'John P. A.', family: 'Ioannidis', sequence: 'first', affiliation: [] }],
  issued: { 'date-parts': [[2005, 8, 30]] },
  'container-title': ['PLoS Medicine'],
};
const lecun = { DOI: '10.1038/nature14539', type: 'journal-article', title: ['Deep learning'] };

/** What a record with these values becomes. */
function draftWith(values: Record<string, unknown>) {
  const text = JSON.stringify({ ...lecun, ...values });
  return crossref.parse({ text, line: 1, kind: 'record' }, originAt(1));
}

/** Where a text is cut: the DOI of each record and its line. */
function cutOf(text: string) {
  return Array.from(crossref.cut(text), (piece) => [/10\.[^"]+/.exec(piece.text)?.[0], piece.line]);
}

describe('the forms of Crossref JSON', () => {
  const [one, two] = [lecun, ioannidis].map((work) => JSON.stringify(work));
  const both = {
    status: 'ok',
    'message-type': 'work-list',
    message: { 'total-results': 2, items: [lecun, ioannidis] },
  };
  const lines = (value: unknown) => JSON.stringify(value, null, 2);

  test.each<[string, string, readonly number[]]>([
    ['a work', lines(lecun), [1]],
    ['a work after a byte order mark', `\ufeff\n${one}`, [2]],
    ['a reply with a work', lines({ status: 'ok', 'message-type': 'work', message: lecun }), [4]],
    ['a reply with its message first', `{"message":${one},"status":"ok"}`, [1]],
    ['a list of works', lines([lecun, ioannidis]), [2, 9]],
    ['a list on one line', `[${one},${two}]`, [1, 1]],
    ['a reply with a list', lines(both), [7, 14]],
    ['a reply on one line', JSON.stringify(both), [1, 1]],
    ['works on lines', `\n${one}\r\n\n${two}\r\n`, [2, 4]],
    ['replies on lines', `{"status":"ok","message":${one}}\n${JSON.stringify(both)}\n`, [1, 2, 2]],
    ['a list of replies', `[{"message":${one}},\n{"message":${two}}]`, [1, 2]],
    ['an empty list', '[]', []],
    ['a reply without works', '{"status":"ok","message":{"items":[],"total-results":0}}', []],
  ])('%s', (_form, text, expected) => {
    expect(cutOf(text).map(([, line]) => line)).toEqual(expected);
    expect(readAll(crossref, text).rejected).toEqual([]);
    expect(readAll(crossref, text).drafts).toHaveLength(expected.length);
  });

  test('keeps the source text of each work, brackets and quotation marks in its texts included', () => {
    const odd = '{ "DOI" : "10.1/a]}\\"{[",  "title":["\\\\"] }';
    expect(Array.from(crossref.cut(`[ ${odd} , ${one} ]`), ({ text }) => text)).toEqual([odd, one]);
  });

  test.each<[string, string, number]>([
    [
      'a missing comma',
      lines([lecun, ioannidis, lecun]).replace(
        '"journal-article",\n    "title": [\n      "Why',
        '"journal-article"\n    "title": [\n      "Why',
      ),
      12,
    ],
    [
      'a missing brace',
      lines([lecun, ioannidis, lecun]).replace(/\n {2}\},(?=\n {2}\{\n {4}"DOI": "10.1038)/, ','),
      0,
    ],
    ['a text without an end', lines([lecun, ioannidis, lecun]).replace('Are False"', 'Are False'), 13],
    ['a bare word', `${one}\n{"DOI":nothing}\n${one}`, 2],
    ['a line that is no object', `${one}\n"10.1038/nature14539"\n${one}`, 2],
    ['a first line that stops', `${one?.slice(0, 30)}\n${one}\n${one}`, 1],
  ])('rejects a record alone for %s', (_fault, text, line) => {
    const { drafts, rejected } = readAll(crossref, text);
    expect(drafts).toHaveLength(2);
    expect(rejected).toHaveLength(1);
    if (line > 0) expect(rejected[0]?.error.line ?? rejected[0]?.piece.line).toBe(line);
  });

  test('says in which column the JSON is wrong', () => {
    const { rejected } = readAll(crossref, `${one}\n{"DOI":"10.1038/nature14539",}\n`);
    expect(rejected[0]?.error).toMatchObject({ line: 2, column: 30 });
  });
});

describe('dates', () => {
  test.each<[string, unknown, string | undefined]>([
    ['a year', [[2016]], '2016'],
    ['a month', [[2016, 9]], '2016-09'],
    ['a day', [[2016, 9, 1]], '2016-09-01'],
    ['texts', [['2016', '9']], '2016-09'],
    ['nothing', [[null]], undefined],
    ['an early year', [[987]], '0987'],
    [
      'two dates',
      [
        [2016, 9],
        [2016, 10],
      ],
      '2016-09/2016-10',
    ],
  ])('D1 never invents precision: %s', (_case, parts, expected) => {
    const draft = draftWith({ issued: { 'date-parts': parts } });
    expect(draft.dates?.[0]?.words).toBe(expected);
    expect(draft.unmapped).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['a month that is none', { 'date-parts': [[2016, 13]] }],
    ['no parts', { 'date-time': '2016-09-01T00:00:00Z' }],
    ['words', 'in press'],
    ['parts of another kind', { 'date-parts': [[{ year: 2016 }]] }],
  ])('keeps a date that cannot be read: %s', (_case, issued) => {
    const draft = draftWith({ issued });
    expect(draft.dates).toEqual([]);
    expect(draft.unmapped).toEqual([{ source: 'sample', path: 'issued', value: issued }]);
  });

  test('leaves out the dates of the DOI record, and tells the events of the work apart', () => {
    const at = (day: number) => ({ 'date-parts': [[2015, 5, day]] });
    const draft = draftWith({
      created: at(1),
      deposited: at(2),
      indexed: at(3),
      issued: at(27),
      published: at(27),
      'published-print': at(28),
      'published-online': at(27),
      accepted: at(4),
      'content-created': at(5),
    });
    expect(draft.dates).toEqual([
      { event: 'published', words: '2015-05-27' },
      { event: 'publishedPrint', words: '2015-05-28' },
      { event: 'publishedOnline', words: '2015-05-27' },
      { event: 'accepted', words: '2015-05-04' },
      { event: 'written', words: '2015-05-05' },
    ]);
    expect(draft.unmapped).toEqual([]);
  });
});

describe('titles and texts', () => {
  test('the first title is the main one, and a title said twice is one', () => {
    const { titles } = draftWith({
      title: ['Deep learning', 'Apprentissage profond'],
      subtitle: ['A review'],
      'short-title': ['Deep learning'],
      'original-title': ['L’apprentissage profond'],
      language: 'en',
    });
    expect(titles).toEqual([
      { role: 'main', text: { value: 'Deep learning', lang: 'en' } },
      { role: 'alternative', text: { value: 'Apprentissage profond' } },
      { role: 'subtitle', text: { value: 'A review', lang: 'en' } },
      { role: 'alternative', text: { value: 'L’apprentissage profond' } },
    ]);
  });

  test('an original title without another is the main one', () => {
    const draft = draftWith({ title: [''], 'original-title': ['Deep learning'] });
    expect(draft.titles).toEqual([{ role: 'main', text: { value: 'Deep learning' } }]);
  });

  test('an abstract is marked up, and in the language that the record gives, if any', () => {
    const abstract = '<jats:p>Deep learning allows…</jats:p>';
    expect(draftWith({ abstract, language: 'en' }).abstracts).toEqual([
      { value: abstract, lang: 'en', markup: 'html' },
    ]);
    expect(draftWith({ abstract }).abstracts?.[0]?.lang).toBeUndefined();
    expect(draftWith({ abstract: '<jats:title/>\n<jats:p />' }).abstracts).toEqual([]);
  });
});

describe('people', () => {
  test('keeps order and roles, ORCID with who asserts it, affiliations with their identifiers', () => {
    const draft = draftWith({
      author: [
        {
          given: 'Yann',
          family: 'LeCun',
          sequence: 'first',
          affiliation: [
            {
              name: 'New York University',
              department: ['Center for Data Science'],
              place: ['New York, USA'],
              id: [{ id: 'https://ror.org/0190ak572', 'id-type': 'ROR', 'asserted-by': 'publisher' }],
            },
          ],
        },
        {
          given: 'Ada',
          family: 'Exemple',
          suffix: 'Jr.',
          ORCID: 'https://orcid.org/0000-0002-1825-0097',
          'authenticated-orcid': true,
          role: [{ role: 'author', vocabulary: 'crossref' }],
        },
        { name: 'PLOS Medicine Editors', sequence: 'additional' },
      ],
      editor: [{ family: 'Exemple', ORCID: '0000-0002-1825-0097' }],
      chair: [{ given: 'Ada', family: 'Exemple' }],
    });
    expect(draft.contributions).toMatchObject([
      {
        role: 'author',
        given: 'Yann',
        family: 'LeCun',
        affiliations: [
          {
            nameAsPrinted: 'Center for Data Science, New York University, New York, USA',
            ids: [{ scheme: 'ror', value: 'https://ror.org/0190ak572', assertedBy: 'publisher' }],
          },
        ],
      },
      {
        role: 'author',
        suffix: 'Jr.',
        identifiers: [
          { scheme: 'orcid', value: 'https://orcid.org/0000-0002-1825-0097', assertedBy: 'author' },
        ],
      },
      { role: 'author', kind: 'organisation', nameAsPrinted: 'PLOS Medicine Editors' },
      { role: 'editor', family: 'Exemple', identifiers: [{ assertedBy: 'publisher' }] },
      { role: 'other', family: 'Exemple' },
    ]);
    expect(draft.unmapped).toEqual([{ source: 'sample', path: 'chair.0.role', value: 'chair' }]);
  });

  test('keeps what is no name', () => {
    const draft = draftWith({
      author: ['Yann LeCun', { sequence: 'first' }, { family: 3, given: ['Yann'] }],
    });
    expect(draft.contributions).toMatchObject([{ role: 'author', family: '3' }]);
    expect(draft.unmapped?.map(({ path }) => path)).toEqual(['author.0', 'author.1', 'author.2.given']);
  });
});

describe('container and place in it', () => {
  const container = { 'container-title': ['Nature', 'La nature'], 'short-container-title': ['Nature'] };

  test.each([
    ['journal-article', 'journal'],
    ['book-chapter', 'book'],
    ['proceedings-article', 'proceedings'],
    ['posted-content', 'website'],
    ['monograph', 'series'],
    ['constructor', 'series'],
  ])('%s appears in a %s', (type, expected) => {
    expect(draftWith({ type, ...container }).container).toMatchObject({
      type: expected,
      titles: [{ value: 'Nature' }, { value: 'La nature' }],
      shortTitles: ['Nature'],
    });
  });

  test('I3 keeps both ISSNs, with the medium when it is said', () => {
    const draft = draftWith({
      ISSN: ['0028-0836', '1476-4687', '1474-175X'],
      'issn-type': [
        { value: '0028-0836', type: 'print' },
        { value: '1476-4687', type: 'electronic' },
      ],
    });
    expect(draft.container?.issn).toEqual([
      { value: '0028-0836', medium: 'print' },
      { value: '1476-4687', medium: 'electronic' },
      { value: '1474-175X' },
    ]);
  });

  test('an ISBN is the book’s: of the work itself, or of what holds the chapter', () => {
    const isbn = { ISBN: ['9780262035613'] };
    expect(draftWith({ type: 'book', ...isbn }).identifiers).toContainEqual({
      scheme: 'isbn',
      value: '9780262035613',
    });
    expect(draftWith({ type: 'book', ...isbn }).container).toBeUndefined();
    expect(draftWith({ type: 'book-chapter', ...isbn }).container?.isbn).toEqual(['9780262035613']);
  });

  test('P3 volume, issue and pages are texts, and the issue may be said beside its date only', () => {
    const printed = { 'date-parts': [[2015, 5]] };
    const draft = draftWith({
      volume: 521,
      page: '436-444',
      'article-number': 'e14539',
      'journal-issue': { issue: '7553', 'published-print': printed },
    });
    expect(draft.position).toEqual({
      volume: '521',
      issue: '7553',
      pages: '436-444',
      articleNumber: 'e14539',
    });
    expect(draft.unmapped).toEqual([
      { source: 'sample', path: 'journal-issue.published-print', value: printed },
    ]);
  });

  test('an event keeps its name, place and days', () => {
    const day = (number: number) => ({ 'date-parts': [[2016, 10, number]] });
    const event = {
      name: 'ECCV 2016',
      acronym: 'ECCV',
      location: 'Amsterdam',
      start: day(8),
      end: day(16),
      theme: 'x',
    };
    const draft = draftWith({ event });
    expect(draft.event).toEqual({
      name: { value: 'ECCV 2016' },
      acronym: 'ECCV',
      place: 'Amsterdam',
      start: '2016-10-08',
      end: '2016-10-16',
    });
    expect(draft.unmapped).toEqual([{ source: 'sample', path: 'event.theme', value: 'x' }]);
  });
});

describe('addresses, licences and money', () => {
  test('the address at doi.org is the DOI again; a file is said once', () => {
    const file = {
      URL: 'https://www.nature.com/articles/nature14539.pdf',
      'content-type': 'application/pdf',
      'content-version': 'vor',
    };
    const draft = draftWith({
      URL: 'http://dx.doi.org/10.1038/nature14539',
      resource: { primary: { URL: 'https://www.nature.com/articles/nature14539' } },
      link: [
        { ...file, 'intended-application': 'text-mining' },
        { ...file, 'intended-application': 'similarity-checking' },
        { ...file, URL: 'https://www.nature.com/x', 'content-type': 'unspecified', 'content-version': 'am' },
      ],
    });
    expect(draft.links).toEqual([
      { role: 'landing', url: 'https://www.nature.com/articles/nature14539' },
      { role: 'fulltext', url: file.URL, mediaType: 'application/pdf', version: 'published' },
      { role: 'fulltext', url: 'https://www.nature.com/x', version: 'accepted' },
    ]);
  });

  test('the page about deleted DOIs is no page of the work', () => {
    const URL = 'http://www.crossref.org/deleted_DOI.html';
    const draft = draftWith({ resource: { primary: { URL } } });
    expect(draft.links).toEqual([]);
    expect(draft.unmapped).toEqual([{ source: 'sample', path: 'resource.primary', value: { URL } }]);
  });

  test('a licence has a date of its own only when it begins later, and one for text mining is of no version', () => {
    const start = { 'date-parts': [[2016, 5, 27]] };
    const by = 'http://creativecommons.org/licenses/by/4.0/';
    const draft = draftWith({
      license: [
        { URL: by, start, 'delay-in-days': 0, 'content-version': 'vor' },
        { URL: by, start, 'delay-in-days': 0, 'content-version': 'vor' },
        { URL: by, start, 'delay-in-days': 366, 'content-version': 'am' },
        { URL: by, start, 'delay-in-days': 0, 'content-version': 'tdm' },
      ],
    });
    expect(draft.licences).toEqual([
      { words: by, appliesTo: 'published' },
      { words: by, appliesTo: 'accepted', from: '2016-05-27' },
      { words: by },
    ]);
    expect(draft.unmapped).toEqual([{ source: 'sample', path: 'license.3.content-version', value: 'tdm' }]);
  });

  test('a funder is said once for each award, with its identifiers', () => {
    const draft = draftWith({
      funder: [
        {
          name: 'National Science Foundation',
          DOI: '10.13039/100000001',
          'doi-asserted-by': 'crossref',
          award: ['1', '2'],
          id: [{ id: '10.13039/100000001', 'id-type': 'DOI', 'asserted-by': 'crossref' }],
        },
        { name: 'CIFAR' },
        { award: ['3'] },
      ],
    });
    const nsf = {
      name: 'National Science Foundation',
      ids: [
        {
          scheme: 'doi',
          value: '10.13039/100000001',
          iri: 'https://doi.org/10.13039/100000001',
          assertedBy: 'machine',
        },
      ],
    };
    expect(draft.funding).toEqual([
      { funder: nsf, awardNumber: '1' },
      { funder: nsf, awardNumber: '2' },
      { funder: { name: 'CIFAR', ids: [] } },
      { awardNumber: '3' },
    ]);
  });
});

describe('relations', () => {
  const toLecun = [{ id: '10.1038/NATURE14539', 'id-type': 'doi', 'asserted-by': 'subject' }];

  test.each([
    ['is-preprint-of', 'isVersionOf'],
    ['has-preprint', 'hasVersion'],
    ['is-translation-of', 'isTranslationOf'],
    ['is-part-of', 'isPartOf'],
    ['is-supplement-to', 'isSupplementTo'],
    ['is-review-of', 'reviews'],
    ['is-identical-to', 'isIdenticalTo'],
    ['references', 'cites'],
  ])('%s → %s', (name, type) => {
    const draft = draftWith({ relation: { [name]: toLecun } });
    expect(draft.relations).toEqual([{ type, target: { id: 'https://doi.org/10.1038/nature14539' } }]);
    expect(draft.unmapped).toEqual([]);
  });

  test('a relation without a word of ours is a link, and its kind is kept', () => {
    const draft = draftWith({
      relation: {
        'is-comment-on': toLecun,
        constructor: [],
        cites: [
          { id: '1476-4687', 'id-type': 'issn' },
          { id: 'a', 'id-type': 'uuid' },
        ],
      },
    });
    expect(draft.relations).toEqual([
      { type: 'isRelatedTo', target: { id: 'https://doi.org/10.1038/nature14539' } },
      { type: 'cites', target: { id: 'https://portal.issn.org/resource/ISSN/1476-4687' } },
      { type: 'cites', target: { citation: 'uuid: a' } },
    ]);
    expect(draft.unmapped).toEqual([{ source: 'sample', path: 'relation.is-comment-on', value: toLecun }]);
  });

  test.each([
    ['retraction', 'retracts', 'isRetractedBy', 'retracted'],
    ['erratum', 'corrects', 'isCorrectedBy', 'corrected'],
    ['new_version', 'replaces', 'isReplacedBy', undefined],
    ['expression_of_concern', 'isRelatedTo', 'isRelatedTo', 'expressionOfConcern'],
  ])(
    'a notice of %s stays a work of its own, and what it speaks of bears the status',
    (type, to, by, status) => {
      const update = [{ DOI: '10.1038/nature14539', type, label: type }];
      const target = { id: 'https://doi.org/10.1038/nature14539' };
      const notice = draftWith({ 'update-to': update });
      expect([notice.relations, notice.status]).toEqual([[{ type: to, target }], undefined]);
      const article = draftWith({ 'updated-by': update });
      expect([article.relations, article.status]).toEqual([[{ type: by, target }], status]);
    },
  );

  test('I1 keeps a DOI with angle brackets and semicolons in a reference', () => {
    const DOI = '10.1002/(SICI)1097-0258(19980815)17:15/16<1661::AID-SIM968>3.0.CO;2-2';
    expect(draftWith({ reference: [{ key: 'r1', DOI }] }).references).toEqual([
      {
        key: 'r1',
        id: 'https://doi.org/10.1002/(sici)1097-0258(19980815)17:15/16%3C1661::aid-sim968%3E3.0.co;2-2',
      },
    ]);
  });

  test('a reference keeps its DOI, its words, or its pieces in a row', () => {
    const { references, unmapped } = draftWith({
      reference: [
        { key: 'r1', DOI: '10.1038/nature14539', 'doi-asserted-by': 'publisher' },
        { key: 'r2', unstructured: 'LeCun, Y. et al. Deep learning. Nature 521 (2015).' },
        { key: 'r3', author: 'LeCun', year: '2015', 'journal-title': 'Nature', volume: '521', colour: 'red' },
        { key: 'r4', DOI: 'none' },
      ],
    });
    expect(references).toEqual([
      { key: 'r1', id: 'https://doi.org/10.1038/nature14539' },
      { key: 'r2', citation: 'LeCun, Y. et al. Deep learning. Nature 521 (2015).' },
      { key: 'r3', citation: 'LeCun, 2015, Nature, 521' },
      { key: 'r4' },
    ]);
    expect(unmapped?.map(({ path }) => path)).toEqual(['reference.2.colour', 'reference.3.DOI']);
  });
});

describe('types', () => {
  test.each([
    ['journal-article', undefined, { list: 'crossref', code: 'journal-article' }, undefined],
    ['posted-content', 'preprint', { list: 'crossref', code: 'posted-content' }, 'preprint'],
    ['posted-content', 'working_paper', { list: 'work', code: 'workingPaper' }, undefined],
    ['posted-content', 'other', { list: 'work', code: 'other' }, undefined],
  ])('%s, %s', (type, subtype, expected, status) => {
    const draft = draftWith({ type, subtype });
    expect([draft.type, draft.status]).toEqual([expected, status]);
  });
});

describe('what finds no place', () => {
  const figures = Object.fromEntries([...ignored].map((key) => [key, { 'date-parts': [[2022]] }]));

  test('figures of Crossref about its records are left out, everything else is kept', () => {
    expect(draftWith(figures).unmapped).toEqual([]);
    const draft = draftWith({
      assertion: [{ name: 'received', value: '1 May 2015' }],
      degree: ['PhD'],
      archive: [],
      'x-new': null,
    });
    expect(draft.unmapped).toEqual([
      { source: 'sample', path: 'assertion', value: [{ name: 'received', value: '1 May 2015' }] },
      { source: 'sample', path: 'degree', value: ['PhD'] },
    ]);
  });

  test.each([...mapped].map((key) => [key]))(
    '%s of an unexpected kind is kept, and nothing is thrown',
    (key) => {
      const value = [[{ odd: 1 }]];
      const text = JSON.stringify({ ...lecun, [key]: value });
      const draft = crossref.parse({ text, line: 1, kind: 'record' }, originAt(1));
      const paths = draft.unmapped?.map(({ path }) => path) ?? [];
      expect(paths.some((path) => path.startsWith(key))).toBe(true);
      expect(paths).toEqual([...new Set(paths)]);
    },
  );
});
