import { describe, expect, test } from 'vitest';
import { gather, type Reader, readerNamed } from '../../pipeline/stages.ts';

// Files that were made to harm. Each ends in works and clear rejects, soon: the time limit of a test is the measure.

const deep = (open: string, close: string, inside: string, times = 100_000) =>
  open.repeat(times) + inside + close.repeat(times);
const many = (one: string, times: number, between: string) =>
  Array.from({ length: times }, () => one).join(between);

/** Texts in one syntax, around a record of the format: `head`, a list of `person`s, `tail`. */
interface Form {
  readonly head: string;
  readonly person: string;
  readonly between: string;
  readonly tail: string;
}

// biome-ignore format: a table
const json: Readonly<Record<string, Form>> = {
  crossref: { head: '{"DOI":"10.5555/1","title":["Essai sur le don"],"type":"journal-article","author":[', person: '{"given":"Marcel","family":"Mauss"}', between: ',', tail: ']}' },
  csl: { head: '[{"id":"1","type":"article-journal","title":"Essai sur le don","author":[', person: '{"given":"Marcel","family":"Mauss"}', between: ',', tail: ']}]' },
  datacite: { head: '{"doi":"10.5555/1","types":{"resourceTypeGeneral":"Text"},"titles":[{"title":"Essai sur le don"}],"creators":[', person: '{"name":"Mauss, Marcel"}', between: ',', tail: ']}' },
  hal: { head: '{"docid":1,"halId_s":"hal-01234567","title_s":["Essai sur le don"],"authFullName_s":[', person: '"Marcel Mauss"', between: ',', tail: ']}' },
  openalex: { head: '{"id":"https://openalex.org/W1","title":"Essai sur le don","authorships":[', person: '{"raw_author_name":"Marcel Mauss","author":{"display_name":"Marcel Mauss"}}', between: ',', tail: ']}' },
  schema: { head: '{"@context":"https://schema.org","@type":"ScholarlyArticle","name":"Essai sur le don","author":[', person: '{"@type":"Person","name":"Marcel Mauss"}', between: ',', tail: ']}' },
  zotero: { head: '[{"itemType":"journalArticle","title":"Essai sur le don","creators":[', person: '{"creatorType":"author","firstName":"Marcel","lastName":"Mauss"}', between: ',', tail: ']}]' },
};
const oai = (root: string, namespaces: string, title: string) => `<${root} ${namespaces}>${title}`;
const dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
// biome-ignore format: a table
const xml: Readonly<Record<string, Form>> = {
  'oai-dc': { head: oai('oai_dc:dc', `xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" ${dc}`, '<dc:title>Essai sur le don</dc:title>'), person: '<dc:creator>Mauss, Marcel</dc:creator>', between: '', tail: '</oai_dc:dc>' },
  qdc: { head: oai('qdc:qualifieddc', `xmlns:qdc="http://dublincore.org/schemas/xmls/qdc/2008/02/11/qualifieddc.xsd" ${dc}`, '<dc:title>Essai sur le don</dc:title>'), person: '<dc:creator>Mauss, Marcel</dc:creator>', between: '', tail: '</qdc:qualifieddc>' },
  openaire: { head: oai('oaire:resource', 'xmlns:oaire="http://namespace.openaire.eu/schema/oaire/" xmlns:datacite="http://datacite.org/schema/kernel-4"', '<datacite:titles><datacite:title>Essai sur le don</datacite:title></datacite:titles><datacite:creators>'), person: '<datacite:creator><datacite:creatorName>Mauss, Marcel</datacite:creatorName></datacite:creator>', between: '', tail: '</datacite:creators></oaire:resource>' },
  datacite: { head: '<resource xmlns="http://datacite.org/schema/kernel-4"><titles><title>Essai sur le don</title></titles><creators>', person: '<creator><creatorName>Mauss, Marcel</creatorName></creator>', between: '', tail: '</creators></resource>' },
  'hal-tei': { head: '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><listBibl><biblFull><sourceDesc><biblStruct><analytic><title xml:lang="fr">Essai sur le don</title>', person: '<author role="aut"><persName><forename type="first">Marcel</forename><surname>Mauss</surname></persName></author>', between: '', tail: '</analytic></biblStruct></sourceDesc></biblFull></listBibl></body></text></TEI>' },
};
// biome-ignore format: a table
const text: Readonly<Record<string, Form>> = {
  bibtex: { head: '@article{don,\n  title = {Essai sur le don},\n  author = {', person: 'Mauss, Marcel', between: ' and ', tail: '}\n}\n' },
  ris: { head: 'TY  - JOUR\nTI  - Essai sur le don\n', person: 'AU  - Mauss, Marcel\n', between: '', tail: 'ER  - \n' },
  csv: { head: 'title;authors\nEssai sur le don;', person: 'Mauss, Marcel', between: ' | ', tail: '\n' },
  html: { head: '<!doctype html><html><head><meta name="citation_title" content="Essai sur le don">', person: '<meta name="citation_author" content="Mauss, Marcel">', between: '', tail: '</head></html>' },
  page: { head: 'Essai sur le don\nPar ', person: 'Marcel Mauss', between: ', ', tail: '\ndans L’Année sociologique, 1, 30-186, 1925\n' },
};

const all = [...Object.entries(json), ...Object.entries(xml), ...Object.entries(text)];

/** What becomes of each record of a text; nothing but works and rejects with words in two languages. */
function outcomes(reader: Reader, hostile: string): { works: number; rejected: number } {
  const counts = { works: 0, rejected: 0 };
  const origin = { source: { name: 'hostile', system: reader.name }, file: 'hostile' };
  for (const piece of reader.cut(hostile)) {
    const gathered = gather(reader, piece, origin);
    if (gathered.kind === 'work') counts.works += 1;
    if (gathered.kind !== 'rejected') continue;
    counts.rejected += 1;
    expect(gathered.rejected.reason.fr && gathered.rejected.reason.en).toBeTruthy();
  }
  return counts;
}

const named = (name: string): Reader => {
  const reader = readerNamed(name);
  if (!reader) throw new Error(`no reader ${name}`);
  return reader;
};

describe('a file made to harm', () => {
  test.each(all)('%s: a sound record is read', (name, { head, person, tail }) => {
    expect(outcomes(named(name), head + person + tail)).toEqual({ works: 1, rejected: 0 });
  });

  test.each(all)(
    '%s: a hundred thousand authors',
    (name, { head, person, between, tail }) => {
      const { works, rejected } = outcomes(named(name), head + many(person, 100_000, between) + tail);
      expect(works + rejected).toBe(1);
    },
    15_000,
  );

  test.each(all)('%s: a record that ends in the middle', (name, { head, person, between }) => {
    const { works, rejected } = outcomes(named(name), head + many(person, 1000, between));
    expect(works + rejected).toBeLessThanOrEqual(1);
  });

  test.each(all)('%s: control characters everywhere', (name, { head, person, tail }) => {
    const { works, rejected } = outcomes(
      named(name),
      `${head}${person}${tail}`.replaceAll('don', 'd\u0001o\u0008n\u001f'),
    );
    expect(works + rejected).toBe(1);
  });

  test.each(Object.entries(json))('%s: a hundred thousand brackets', (name, { head, tail }) => {
    const { works, rejected } = outcomes(named(name), head + deep('[', ']', '1') + tail);
    expect(works + rejected).toBe(1);
  });

  test.each(Object.entries(xml))('%s: a hundred thousand nested elements', (name, { head, tail }) => {
    expect(outcomes(named(name), head + deep('<a>', '</a>', 'x') + tail)).toEqual({ works: 0, rejected: 1 });
  });

  test.each(Object.entries(xml))('%s: entities that grow are not read', (name, { head, person, tail }) => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}">${many('<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">', 9, '')}]>`;
    const { works } = outcomes(named(name), bomb + head + person.replace('Mauss', '&b;') + tail);
    expect(works).toBe(0);
  });

  // biome-ignore format: a table
  test.each([
    ['bibtex', '@article{x, title = '.concat('{'.repeat(1e6))],
    ['bibtex', '@'.repeat(1e6)],
    ['bibtex', '@article{x,\n'.repeat(50_000)],
    ['ris', 'TY  - JOUR\n'.repeat(100_000)],
    ['ris', `TY  - JOUR\n${'suite '.repeat(500_000)}`],
    ['csv', `title;authors\n"${'a;"'.repeat(300_000)}`],
    ['html', `<!doctype html><meta name="citation_title" content="x">${'<div>'.repeat(200_000)}`],
    ['page', 'Par '.repeat(300_000)],
    ['page', '« '.repeat(300_000)],
    ['work', `titles: ${'['.repeat(50_000)}`],
    ['work', `a: &a [1]\n${many('b: &b [*a, *a]', 2000, '\n')}`],
  ])('%s: %.30j', (name, hostile) => {
    const { works } = outcomes(named(name), hostile);
    expect(works).toBeLessThanOrEqual(1);
  }, 15_000);
});
