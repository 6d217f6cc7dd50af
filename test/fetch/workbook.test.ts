import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../pipeline/base/user-error.ts';
import { fetched } from '../../pipeline/fetch/file.ts';
import { isWorkbook, workbookText } from '../../pipeline/fetch/workbook.ts';
import { TooMuch } from '../../pipeline/fetch/zip.ts';
import { gatherText } from '../../pipeline/run.ts';

interface Made {
  /** The XML of each sheet's rows, by name; what comes after them may follow `|`. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: readonly string[];
  /** Codes of number formats; the cell style of the same place uses it. A number is a format of the standard's own. */
  readonly formats?: readonly (string | number)[];
  readonly book?: string;
  readonly links?: readonly string[];
}

const relation = (id: string, target: string) =>
  `<Relationship Id="${id}" Type="x" Target="${target.replaceAll('&', '&amp;')}"/>`;
const relations = (...all: readonly string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;

/** The files of a workbook, as spreadsheet programs lay them out. */
function filesOf({
  sheets,
  strings = [],
  formats = [],
  book = '',
  links = [],
}: Made): Record<string, Uint8Array> {
  const names = Object.keys(sheets);
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const own = formats.map((code, index) =>
    typeof code === 'number'
      ? ''
      : `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const styles = formats.map(
    (code, index) => `<xf numFmtId="${typeof code === 'number' ? code : 200 + index}"/>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r">${book}<sheets>${names
      .map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ...names.map((_, index) => relation(`rId${index + 1}`, `worksheets/sheet${index + 1}.xml`)),
    ),
    'xl/styles.xml': `<styleSheet><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': relations(
      ...links.map((url, index) => relation(`rId${index + 1}`, url)),
    ),
  };
  for (const [index, rows] of Object.values(sheets).entries()) {
    const [data = '', after = ''] = rows.split('|');
    files[`xl/worksheets/sheet${index + 1}.xml`] =
      `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns:r="r"><sheetData>${data}</sheetData>${after}</worksheet>`;
  }
  files['xl/sharedStrings.xml'] = `<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`;
  return Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)]));
}

const bookOf = (made: Made) => zipSync(filesOf(made));
const textOf = (made: Made) => workbookText(bookOf(made)).text;

/** A row of texts. */
const row = (number: number, ...texts: readonly string[]) =>
  `<row r="${number}">${texts.map((text, index) => `<c r="${String.fromCharCode(65 + index)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
const head = row(1, 'Titre', 'Année');
/** The one cell below the heading `Année`. */
const under = (cell: string, made: Omit<Made, 'sheets'> = {}) =>
  textOf({
    ...made,
    sheets: { Feuil1: `${head}<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c>${cell}</row>` },
  })
    .split('\n')[1]
    ?.slice(2);

describe('cells', () => {
  test.each<[string, string, string | undefined, Omit<Made, 'sheets'>?]>([
    ['a shared text', '<c r="B2" t="s"><v>1</v></c>', 'deux', { strings: ['<t>un</t>', '<t>deux</t>'] }],
    [
      'a rich text',
      '<c r="B2" t="s"><v>0</v></c>',
      'CO2',
      { strings: ['<r><t>CO</t></r><r><t>2</t></r><rPh><t>x</t></rPh>'] },
    ],
    ['an escaped character', '<c r="B2" t="inlineStr"><is><t>a_x0009_b</t></is></c>', '"a\tb"'],
    ['quotation marks and commas', '<c r="B2" t="inlineStr"><is><t>a, "b"</t></is></c>', '"a, ""b"""'],
    ['a line break', '<c r="B2" t="inlineStr"><is><t>a\nb</t></is></c>', '"a'],
    ['a formula’s last result', '<c r="B2" t="str"><f>A1&amp;"x"</f><v>x</v></c>', 'x'],
    ['a formula’s number', '<c r="B2"><f>1+1</f><v>2</v></c>', '2'],
    ['a formula that was never run', '<c r="B2"><f>1+1</f></c>', ''],
    ['a truth', '<c r="B2" t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c r="B2" t="e"><v>#N/A</v></c>', '#N/A'],
    ['a year', '<c r="B2"><v>2023</v></c>', '2023'],
    ['a long number', '<c r="B2"><v>9782070368228</v></c>', '9782070368228'],
    ['one with an exponent', '<c r="B2"><v>9.7820703682280003E+12</v></c>', '9782070368228'],
    ['a fraction', '<c r="B2"><v>1.1000000000000001</v></c>', '1.1'],
    ['leading zeros', '<c r="B2" s="0"><v>9972</v></c>', '00009972', { formats: ['00000000'] }],
    [
      'the hyphen of a format',
      '<c r="B2" s="0"><v>9972855</v></c>',
      '0997-2855',
      { formats: ['0000\\-0000'] },
    ],
    ['a reference that leads nowhere', '<c r="B2" t="s"><v>7</v></c>', ''],
    ['no reference', '<c t="inlineStr"><is><t>y</t></is></c>', 'y'],
  ])('%s', (_case, cell, expected, made) => expect(under(cell, made)).toBe(expected));

  test.each<[string | number, string, string]>([
    [14, '44988', '2023-03-03'],
    [15, '44988', '2023-03-03'],
    [17, '44988', '2023-03'],
    [16, '44988', '--03-03'],
    [22, '44988.4375', '2023-03-03T10:30:00'],
    [20, '0.4375', '10:30:00'],
    ['yyyy', '44988', '2023'],
    ['mmmm yyyy', '44988', '2023-03'],
    ['[$-40C]d mmmm yyyy;@', '44988', '2023-03-03'],
    ['dddd, d" de "mmmm yyyy', '44988', '2023-03-03'],
    ['yyyy\\-mm\\-dd hh:mm:ss', '44988.5', '2023-03-03T12:00:00'],
    ['[h]:mm', '0.4375', '10:30:00'],
    ['0.00', '44988.5', '44988.5'],
    ['General', '44988', '44988'],
    ['#,##0', '44988', '44988'],
    ['"an" 0', '2023', '2023'],
    [14, '59', '1900-02-28'],
    [14, '61', '1900-03-01'],
    [14, '60', '60'],
    [14, '-1', '-1'],
    [14, '99999999', '99999999'],
  ])('D1 a date is as precise as its format %s: %s is %s', (format, serial, expected) => {
    expect(under(`<c r="B2" s="0"><v>${serial}</v></c>`, { formats: [format] })).toBe(expected);
  });

  test('counts from 1904 where the workbook does', () => {
    const made = { formats: [14], book: '<workbookPr date1904="1"/>' };
    expect(under('<c r="B2" s="0"><v>43526</v></c>', made)).toBe('2023-03-03');
    expect(under('<c r="B2" t="d"><v>2023-03-03T00:00:00</v></c>')).toBe('2023-03-03');
  });
});

describe('sheets', () => {
  const text = (sheets: Made['sheets'], more: Omit<Made, 'sheets'> = {}) => textOf({ sheets, ...more });

  test('keeps each row on the line of its number, and leaves empty columns out', () => {
    const sheet = `${head}<row r="4"><c r="A4" t="inlineStr"><is><t>Un</t></is></c><c r="D4"><v>5</v></c></row>`;
    expect(text({ Feuil1: sheet })).toBe('Titre,Année,\n\n\nUn,,5\n');
  });

  test('passes over sheets without headings, and names them', () => {
    const made = {
      sheets: { Lisez: row(1, 'Les publications'), Vide: '', Liste: head + row(2, 'Un', '2019') },
    };
    expect(workbookText(bookOf(made))).toEqual({ text: 'Titre,Année\nUn,2019\n', leftOut: ['Lisez'] });
  });

  test('lays sheets of the same headings one after another, and leaves others out', () => {
    const made = {
      sheets: {
        '2019': head + row(2, 'Un', '2019'),
        Chiffres: row(1, 'Nombre', 'Somme') + row(2, '3', '4'),
        '2020 & après': head + row(3, 'Deux', '2020'),
      },
    };
    expect(workbookText(bookOf(made))).toEqual({
      text: 'Titre,Année\nUn,2019\nDeux,2020\n',
      leftOut: ['Chiffres'],
    });
  });

  test('gives a cell that is merged over rows to each of them', () => {
    const sheet = `${head}${row(2, 'Un', '2019')}${row(3, 'Deux')}${row(4, 'Trois')}|<mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="A1:A1"/></mergeCells>`;
    expect(text({ Feuil1: sheet })).toBe('Titre,Année\nUn,2019\nDeux,2019\nTrois,\n');
  });

  test('gives the address behind a cell a column of its own', () => {
    const sheet = `${head}${row(2, 'Un', '2019')}${row(3, 'https://a.example/b', '2020')}|<hyperlinks><hyperlink ref="A2" r:id="rId1"/><hyperlink ref="A3" r:id="rId2"/><hyperlink ref="B3" r:id="rId9"/></hyperlinks>`;
    expect(text({ Feuil1: sheet }, { links: ['https://a.example/?x=1&y=2', 'https://a.example/b'] })).toBe(
      'Titre,Année,Titre → url\nUn,2019,https://a.example/?x=1&y=2\nhttps://a.example/b,2020,\n',
    );
  });

  test('an empty workbook is an empty text', () => expect(text({ Feuil1: '' })).toBe(''));
});

describe('workbooks of other programs', () => {
  test('with prefixes on the elements', () => {
    const files = filesOf({ sheets: { Feuil1: head + row(2, 'Un', '2019') } });
    const prefixed = (xml: Uint8Array) =>
      strToU8(
        new TextDecoder()
          .decode(xml)
          .replace(/<(\/?)(?=[a-z])/g, '<$1x:')
          .replace(' xmlns:r', ' xmlns:x="x" xmlns:r'),
      );
    const all = Object.fromEntries(
      Object.entries(files).map(([name, xml]) => [
        name,
        /sheet1\.xml$|workbook\.xml$/.test(name) ? prefixed(xml) : xml,
      ]),
    );
    expect(workbookText(zipSync(all)).text).toBe('Titre,Année\nUn,2019\n');
  });

  test('with sizes after the files, as programs that stream write them', () => {
    const pieces: Uint8Array[] = [];
    const zip = new Zip((error, piece) => {
      if (error) throw error;
      pieces.push(piece);
    });
    for (const [name, bytes] of Object.entries(
      filesOf({ sheets: { Feuil1: head + row(2, 'Un', '2019') } }),
    )) {
      const file = new ZipDeflate(name);
      zip.add(file);
      file.push(bytes, true);
    }
    zip.end();
    expect(workbookText(Buffer.concat(pieces)).text).toBe('Titre,Année\nUn,2019\n');
  });

  test('stored and not compressed', () => {
    const files = filesOf({ sheets: { Feuil1: head + row(2, 'Un', '2019') } });
    expect(workbookText(zipSync(files, { level: 0 })).text).toBe('Titre,Année\nUn,2019\n');
  });

  test('but no other archive', () => {
    expect(isWorkbook(zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }))).toBe(
      false,
    );
    expect(isWorkbook(strToU8('xl/workbook.xml'))).toBe(false);
  });
});

describe('a workbook as a source', () => {
  test('is read as a table, with what is left out as a finding', async () => {
    const made = {
      sheets: {
        Liste:
          row(1, 'Titre', 'Auteurs', 'Revue', 'Année') +
          row(2, 'Déplier la question numérique', 'Sorin, François', 'Le Sociographe', '2023'),
        Chiffres: row(1, 'Nombre', 'Somme') + row(2, '3', '4'),
      },
    };
    const source = await fetched(bookOf(made), 'liste.xlsx');
    expect(source).toMatchObject({ encoding: 'utf-8', inferred: false, leftOut: ['Chiffres'] });
    expect(source.sha256).toMatch(/^[\da-f]{64}$/);
    const input = {
      path: 'liste.xlsx',
      shown: 'liste.xlsx',
      source: { name: 'liste', file: 'liste.xlsx', format: 'page' },
    };
    const { findings } = gatherText(input, source);
    expect(findings.map(({ message }) => message.en)).toContainEqual(
      expect.stringContaining('sheet “Chiffres”'),
    );
  });
});

describe('damage and bombs', () => {
  const good = bookOf({ sheets: { Feuil1: head + row(2, 'Un', '2019') } });
  const withSheet = (xml: string) =>
    zipSync({ ...filesOf({ sheets: { Feuil1: '' } }), 'xl/worksheets/sheet1.xml': strToU8(xml) });
  const refusal = async (bytes: Uint8Array) => {
    const error: unknown = await fetched(bytes, 'liste.xlsx').then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof UserError)) throw new Error('no UserError', { cause: error });
    return error;
  };

  test.each<[string, Uint8Array]>([
    ['cut short', good.subarray(0, good.length - 400)],
    [
      'with bytes that are no archive',
      Uint8Array.from(good, (byte, index) => (index > 200 && index < 260 ? 255 : byte)),
    ],
    ['with XML that is not well-formed', withSheet('<worksheet><sheetData><row>')],
    ['with a document type', withSheet('<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>')],
    ['with an entity that is not known', withSheet('<worksheet>&b;</worksheet>')],
    [
      'with bytes that are no text',
      zipSync({ ...filesOf({ sheets: { Feuil1: '' } }), 'xl/styles.xml': Uint8Array.of(0x3c, 0xff) }),
    ],
  ])('refuses a workbook %s in both languages', async (_case, bytes) => {
    const error = await refusal(bytes);
    expect(error.exit).toBe(3);
    expect(error.words.en).toMatch(/^liste\.xlsx: truncated or damaged workbook/);
    expect(error.words.fr).toMatch(/^liste\.xlsx : classeur tronqué ou abîmé/);
  });

  test('refuses a bomb before it is unpacked, whatever it says of its size', async () => {
    const blanks = new Uint8Array(70 * 1024 * 1024).fill(0x20);
    const bytes = zipSync({ ...filesOf({ sheets: { Feuil1: '' } }), 'xl/styles.xml': blanks });
    const start = process.cpuUsage();
    expect((await refusal(bytes)).words.en).toContain('too large once unpacked');
    const { user, system } = process.cpuUsage(start);
    expect(user + system).toBeLessThan(5_000_000);
  });

  test('refuses one text that a million cells repeat', () => {
    const strings = [`<t>${'x'.repeat(100_000)}</t>`];
    const cells = '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'.repeat(4_000);
    expect(() => textOf({ sheets: { Feuil1: cells }, strings })).toThrow(TooMuch);
  });

  test('is not led astray by rows and columns far away', () => {
    const sheet = `${head}<row r="99999999999"><c r="XFD99999999999" t="inlineStr"><is><t>y</t></is></c></row>`;
    const { text } = workbookText(bookOf({ sheets: { Feuil1: sheet } }));
    expect(text.length).toBeLessThan(1_100_000);
    expect(text.trimEnd().endsWith(',,y')).toBe(true);
  });

  test('stops at merged cells without end', () => {
    const merged = '<mergeCell ref="A2:A1048576"/>'.repeat(1000);
    expect(() => textOf({ sheets: { Feuil1: `${head}${row(2, 'Un', 'x')}|${merged}` } })).toThrow(TooMuch);
  });
});
