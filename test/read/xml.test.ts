import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cutXml } from '../../pipeline/base/xml-cut.ts';
import { Unreadable } from '../../pipeline/read/reader.ts';
import {
  attribute,
  controlsIn,
  cutElements,
  type Element,
  elementAt,
  elementsAt,
  elementsOf,
  parseXml,
  rawText,
  textOf,
} from '../../pipeline/read/xml-tree.ts';

const pieceOf = (text: string, line = 1) => ({ text, line, kind: 'record' as const });
const rootOf = (text: string) => parseXml(pieceOf(text));

describe('a piece of XML as a tree', () => {
  test('names are local, namespaces and attributes are kept, text has its entities', () => {
    const root = rootOf(
      '<oai:record xmlns:oai="http://www.openarchives.org/OAI/2.0/"><oai:title xml:lang="fr">l’œuvre &amp; l&#39;outil</oai:title></oai:record>',
    );
    expect([root.name, root.namespace]).toEqual(['record', 'http://www.openarchives.org/OAI/2.0/']);
    const title = elementAt(root, 'title');
    expect(textOf(title)).toBe("l’œuvre & l'outil");
    expect(attribute(title, 'xml:lang')).toBe('fr');
    expect(attribute(title, 'type')).toBeUndefined();
  });

  test('comments and instructions are left out, CDATA is text', () => {
    const root = rootOf('<a><!-- <b>no</b> --><?php echo ?>one <![CDATA[<two>]]><b/> three</a>');
    expect(rawText(root)).toBe('one <two> three');
    expect(elementsOf(root).map(({ name }) => name)).toEqual(['b']);
  });

  test('elements are found by paths of names', () => {
    const root = rootOf('<r><m><dc>1</dc><dc>2</dc></m><m><dc>3</dc></m></r>');
    expect(elementsAt(root, 'm', 'dc').map(textOf)).toEqual(['1', '2', '3']);
    expect(textOf(elementAt(root, 'm', 'dc'))).toBe('1');
    expect(elementAt(root, 'm', 'none')).toBeUndefined();
  });

  test('an element that says nothing has no text', () => {
    expect(textOf(rootOf('<a> \n <b/> </a>'))).toBeUndefined();
    expect(textOf(undefined)).toBeUndefined();
  });

  test('a document type is passed over', () => {
    const text = '<!DOCTYPE r SYSTEM "http://example.org/r.dtd" [<!ENTITY a "x">]><r>fine</r>';
    expect(textOf(rootOf(text))).toBe('fine');
  });

  test.each([
    [
      'an entity of the document type',
      '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><r>&b;</r>',
      /entity/,
    ],
    [
      'a file named by an entity',
      '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><r>&a;</r>',
      /entity/,
    ],
    ['a prefix that is not declared', '<r><dc:title/></r>', /prefix/],
    ['a tag that is not closed', '<r><a></r>', /tag/],
    ['two roots', '<r/><r/>', /root|document/],
    ['a truncated text', '<r><a>text', /unclosed/],
    ['a bare ampersand', '<r>A & B</r>', /not well-formed/],
    ['no XML', 'Par François Sorin', /root|text/],
    ['nothing', ' ', /no XML element|document must contain/],
    ['deep nesting', '<a>'.repeat(300), /more than 200 nested elements/],
  ])('%s is refused', (_name, text, words) => {
    expect(() => rootOf(text)).toThrow(Unreadable);
    expect(() => rootOf(text)).toThrow(words);
  });

  test('a fault is told in two languages, with its line in the file and its column', () => {
    try {
      parseXml(pieceOf('<r>\n  <a>\n</r>', 10));
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ line: 12, words: { fr: expect.stringMatching(/^XML mal formé : /) } });
    }
  });

  test('a million nested elements are refused at once', () => {
    expect(() => rootOf('<a>'.repeat(1_000_000))).toThrow(/nested/);
  });

  test.each([
    ['a\u0007b', 1],
    ['a&#7;b', 1],
    ['a&#x1F;&#x0B;b', 2],
    ['a&#9;b&#x20;\t\n', 0],
    ['a\u0000\ufffeb', 2],
  ])('characters that XML does not allow are left out and counted: %j', (text, count) => {
    const piece = pieceOf(`<r>${text}</r>`);
    expect(controlsIn(piece)).toBe(count);
    expect(rawText(parseXml(piece)).replace(/\s/g, '')).toBe('ab');
  });
});

/** The pieces of a text, and the lines on which they begin. */
function cut(text: string, ...names: readonly string[]) {
  return Array.from(
    cutXml(text, (name) => names.includes(name)),
    ({ text: piece, line }) => [line, piece],
  );
}

describe('cutting XML', () => {
  test('records are cut by their local names, wherever they stand', () => {
    const text = '<r>\n<record>1</record>\n<list><x:record xmlns:x="u">2</x:record></list>\n<record/>\n</r>';
    expect(cut(text, 'record')).toEqual([
      [2, '<record>1</record>'],
      [3, '<x:record xmlns:x="u">2</x:record>'],
      [4, '<record/>'],
    ]);
  });

  test('prefixes declared around a record are carried to it, and its own stay', () => {
    const text = `<OAI xmlns="o" xmlns:dc='d'><list xmlns:dc="e"><record a="1"><dc:title/></record></list><record xmlns="p"/></OAI>`;
    expect(cut(text, 'record')).toEqual([
      [1, `<record xmlns="o" xmlns:dc="e" a="1"><dc:title/></record>`],
      [1, `<record xmlns:dc='d' xmlns="p"/>`],
    ]);
    for (const [, piece] of cut(text, 'record')) expect(() => rootOf(String(piece))).not.toThrow();
  });

  test('a prefix declared on a sibling is not carried', () => {
    const text = '<r><request xmlns="u">x</request><empty xmlns="v"/><record/></r>';
    expect(cut(text, 'record')).toEqual([[1, '<record/>']]);
  });

  test.each([
    ['a comment', '<!-- <record> -->'],
    ['CDATA', '<![CDATA[<record>]]>'],
    ['an instruction', '<?x <record> ?>'],
    ['a document type', '<!DOCTYPE r [<!-- don\'t --><!ENTITY a "<record>">]>'],
    ['an attribute', '<a b="&lt;record>" c=">"/>'],
  ])('%s that holds a record is none', (_name, odd) => {
    expect(cut(`${odd}<r>${odd}<record>1${odd}</record>${odd}</r>`, 'record')).toEqual([
      [1, `<record>1${odd}</record>`],
    ]);
  });

  test('the outermost of several names is the record', () => {
    expect(cut('<record><resource>1</resource></record>', 'record', 'resource')).toHaveLength(1);
    expect(
      cut('<list><resource>1</resource><resource>2</resource></list>', 'record', 'resource'),
    ).toHaveLength(2);
  });

  test.each([
    ['that is not closed', '<record>2<a>'],
    ['that has a mark too few in a tag', '<record>2<a b="1></a></record>'],
    ['with a comment that is not closed', '<record>2<!-- </record>'],
    ['with CDATA that is not closed', '<record>2<![CDATA[ </record>'],
    ['with a bare angle bracket', '<record>2 < 3</record>'],
  ])('a record %s spoils no other', (_name, broken) => {
    const text = `<r><record>1</record>\n${broken}\n<record>3</record>\n<record>4</record></r>`;
    const pieces = cut(text, 'record').map(([, piece]) => String(piece));
    const read = pieces.flatMap((piece) => {
      try {
        return [textOf(rootOf(piece))];
      } catch {
        return [];
      }
    });
    expect(read).toEqual(['1', '3', '4']);
  });

  test.each([
    ['like itself', '<record>1<record>2</record>3</record>'],
    ['like itself, deep inside', '<record><a><record><record/></record></a><record/></record>'],
    ['of another prefix', '<record><x:record xmlns:x="u">1</x:record></record>'],
  ])('a record that holds one %s is cut at its own end', (_name, whole) => {
    expect(cut(`<r>${whole}<record>4</record>${whole}</r>`, 'record').map(([, piece]) => piece)).toEqual([
      whole,
      '<record>4</record>',
      whole,
    ]);
  });

  test('a record that is not closed ends where the next one begins, though that one holds another', () => {
    const text = '<r><record>1<record>2<record>3</record></record><record>4</record></r>';
    expect(cut(text, 'record').map(([, piece]) => piece)).toEqual([
      '<record>1',
      '<record>2<record>3</record></record>',
      '<record>4</record>',
    ]);
  });

  test('a truncated file gives all its records and the broken last one', () => {
    const text = '<r><record>1</record><record>2</record><record>3';
    expect(cut(text, 'record').map(([, piece]) => piece)).toEqual([
      '<record>1</record>',
      '<record>2</record>',
      '<record>3',
    ]);
  });

  test('a text without a record is one piece, and an empty one none', () => {
    expect(cut('<r><error code="noRecordsMatch"/></r>', 'record')).toEqual([
      [1, '<r><error code="noRecordsMatch"/></r>'],
    ]);
    expect(cut(' \n', 'record')).toEqual([]);
  });

  test.each([
    '<!--',
    '<![CDATA[',
    '<?',
    '<!DOCTYPE [',
    '<!',
    '<a b="',
    '<record>',
    '<',
    '</a>',
    '<r xmlns:a="b">',
    '<record></record>',
    '<record><record></record></record>',
    '<record><record></record>',
    '<record/>',
  ])('a text of %j a hundred thousand times is walked once', (part) => {
    for (const _piece of cutXml(part.repeat(100_000), (name) => name === 'record'));
  });
});

/** An element without the declarations that a piece is given, for it has them from around it. */
function bare({ name, namespace, attributes, children, line }: Element): unknown {
  const own = [...attributes].filter(([key]) => !key.startsWith('xmlns'));
  return {
    name,
    namespace,
    own,
    line,
    children: children.map((each) => (typeof each === 'string' ? each : bare(each))),
  };
}

describe('cutting XML with its elements', () => {
  const sample = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8');
  const record = (words: string) => `<record\n a="1">${words}</record>`;

  test.each([
    ['TEI of HAL', sample('hal-tei.xml'), ['biblFull', 'org'], [5, 0]],
    ['Zotero RDF', sample('zotero.rdf'), ['Article', 'Journal', 'Memo', 'Attachment', 'Collection'], [5, 0]],
    [
      'records over several lines',
      `<r xmlns="u">${record('1')}\n${record('<b>2</b>')}</r>`,
      ['record'],
      [2, 0],
    ],
    ['more than is read at a time', `<r>${record('x'.repeat(20_000)).repeat(5)}</r>`, ['record'], [5, 0]],
    [
      'what XML does not allow',
      `<r>${record('1')}${'\n'.repeat(20_000)}${record('\u0007')}${record('3')}</r>`,
      ['record'],
      [1, 2],
    ],
    ['a record that is not closed', `<r>${record('1')}<record>${record('3')}</r>`, ['record'], [1, 2]],
    ['a bare ampersand', `<r>${record('1')}${record('A & B')}${record('3')}</r>`, ['record'], [1, 2]],
    ['an entity', `<!DOCTYPE r [<!ENTITY a "b">]><r>${record('1')}${record('&a;')}</r>`, ['record'], [1, 1]],
    ['a deep nest', `<r>${record('1')}${'<a>'.repeat(300)}${record('3')}</r>`, ['record'], [1, 1]],
  ])('%s: an element that is known is the one of its piece', (_name, text, names, counts) => {
    const pieces = [...cutElements(text, (name) => names.includes(name))];
    const elements = pieces.flatMap((piece) => (piece.element ? [{ piece, element: piece.element }] : []));
    for (const { piece, element } of elements) expect(bare(element)).toEqual(bare(parseXml(piece)));
    expect([elements.length, pieces.length - elements.length]).toEqual(counts);
    expect(pieces.map(({ text: own, line }) => [own, line])).toEqual(
      Array.from(
        cutXml(text, (name) => names.includes(name)),
        ({ text: own, line }) => [own, line],
      ),
    );
  });

  test('of a long text no element is known', () => {
    const text = `<r>${record('1')}<record>${'<a>x</a>'.repeat(300_000)}</record>${record('3')}</r>`;
    expect(
      Array.from(
        cutElements(text, (name) => name === 'record'),
        ({ element }) => element,
      ),
    ).toEqual([undefined, undefined, undefined]);
  });
});
