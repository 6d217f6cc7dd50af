import { describe, expect, test } from 'vitest';
import { html } from '../../pipeline/read/html.ts';
import { pageOf } from '../../pipeline/read/html-page.ts';
import { elementsOfPiece, pageKnown, pageOfPiece } from '../../pipeline/read/html-piece.ts';

const head = (content: string) => `<!DOCTYPE html><html lang="fr"><head>${content}</head></html>`;

describe('a piece of a page', () => {
  test.each([
    ['plain', head('<title>Un titre</title><meta name="citation_title" content="Un titre">')],
    [
      'characters of markup',
      head(
        '<title>a &lt; b &amp; "c"</title><meta name="citation_title" content="a &lt; b &amp;amp; &quot;c&quot; > d">',
      ),
    ],
    ['a language of no words', head('<meta name="citation_title" lang="" content="Un titre">')],
    ['an end of line in a value', head('<meta name="citation_title" content="Un\ntitre">')],
    [
      'links and a base',
      head(
        '<base href="https://lab.example.org/"><link rel="item" type="application/pdf" href="a.pdf?x=1&amp;y=2"><meta name="citation_title" content="Un titre">',
      ),
    ],
    [
      'JSON-LD with markup in it',
      head(
        '<meta name="citation_title" content="Un titre"><script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","name":"Un titre","abstract":"<p>a &amp; b</p>"}</script>',
      ),
    ],
    [
      'COinS',
      `${head('')}<span class="Z3988" title="rft.atitle=Un&amp;rft.jtitle=Revue"></span><span class="Z3988" title="rft.atitle=Deux&amp;rft.jtitle=Revue"></span>`,
    ],
  ])('is read as any page is: %s', (_, text) => {
    const pieces = [...html.cut(text)].filter((piece) => piece.text.startsWith('<'));
    expect(pieces).not.toEqual([]);
    for (const piece of pieces) {
      const page = withoutLines(pageOf(piece.text));
      expect(elementsOfPiece(piece.text)).toBeDefined();
      // As it was written, and as a text that comes from elsewhere.
      expect(pageKnown(piece)).toEqual(page);
      expect(pageOfPiece({ text: piece.text, line: 1, kind: 'record' })).toEqual(page);
    }
  });

  test.each([
    ['another entity', '<html>\n<title>caf&eacute;</title>\n</html>'],
    ['a carriage return', '<html>\n<title>a\r</title>\n</html>'],
    ['a tag that no piece has', '<html>\n<p>a</p>\n</html>'],
    ['microdata', '<html>\n<meta itemscope="" name="a" content="b">\n</html>'],
    ['a page', head('<title>a</title>')],
  ])('is left to the parser of pages: %s', (_, text) => expect(elementsOfPiece(text)).toBeUndefined());
});

/** A piece has no places of its own: all its lines are 1. */
function withoutLines(page: object): unknown {
  return JSON.parse(
    JSON.stringify(page, (key, value: unknown) => (key === 'line' ? 1 : value)),
    (_, value) => value,
  );
}
