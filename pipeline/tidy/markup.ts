/**
 * What a tag of JATS or HTML means to us; a tag that is not here is dropped and its text kept. What no text of a work
 * needs, such as a script, is no markup: its tags are words like others.
 */
export type Meaning =
  | { readonly keep: string; readonly open: string }
  | 'paragraph'
  | 'heading'
  | 'break'
  | 'drop'
  | 'silent'
  | 'words';

const inline = (keep: string, open = `<${keep}>`): Meaning => ({ keep, open });
const smallCaps = inline('span', '<span style="font-variant:small-caps">');

// biome-ignore format: a table
const meanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['i', inline('i')], ['italic', inline('i')], ['em', inline('em')],
  ['b', inline('b')], ['bold', inline('b')], ['strong', inline('b')],
  ['sub', inline('sub')], ['inf', inline('sub')], ['sup', inline('sup')],
  ['sc', smallCaps], ['scp', smallCaps],
  ...words('p div section sec article blockquote ul ol li list list-item disp-formula disp-quote dl dt dd table tr', 'paragraph'),
  ...words('title h1 h2 h3 h4 h5 h6', 'heading'),
  ...words('br break', 'break'),
  ...words('script', 'words'), ...words('style', 'silent'),
  ...words('a abstract alternatives ext-link font html body inline-formula inline-graphic img label monospace named-content roman sans-serif small span styled-content td th tex-math trans-abstract u underline uri xref', 'drop'),
]);

const mathElements: ReadonlySet<string> = new Set(
  'math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle merror mpadded mphantom mfenced menclose msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mtd mlabeledtr semantics'.split(
    ' ',
  ),
);
const mathSilent: ReadonlySet<string> = new Set(['annotation', 'annotation-xml']);
/** Attributes of MathML that change what a formula says. */
const mathAttribute = /\s(mathvariant|display|open|close|separators)\s?=\s?(?:"([^"<>]*)"|'([^'<>]*)')/g;
const isSmallCaps = /font-variant\s?:\s?small-caps/i;

/** A picture that is there to run something. */
const handler = /\son[a-z]+\s?=/i;

/** What a tag means; undefined when it is none that we know. */
export function meaningOf(name: string, attributes: string): Meaning | undefined {
  if (name === 'img' && handler.test(attributes)) return 'words';
  if (name === 'span' && isSmallCaps.test(attributes)) return smallCaps;
  if (mathElements.has(name)) return inline(name, `<${name}${mathAttributes(attributes)}>`);
  if (mathSilent.has(name)) return 'silent';
  return meanings.get(name);
}

function mathAttributes(attributes: string): string {
  if (!attributes.includes('=')) return '';
  return Array.from(attributes.matchAll(mathAttribute), ([, name, double, single]) => {
    const value = (double ?? single ?? '').replaceAll('"', '&quot;');
    return ` ${name}="${value}"`;
  }).join('');
}

function words(names: string, meaning: Meaning): readonly (readonly [string, Meaning])[] {
  return names.split(' ').map((name) => [name, meaning] as const);
}
