import type { Quad, Term } from '@rdfjs/types';
import { Writer as N3Writer } from 'n3';
import { mistakablePrefix, prefixes } from './prefixes.ts';

/** The prefix lines that stand before the blocks. */
export const prefixLines: string = written([], true);

/**
 * Sorted quads as whole blocks of Turtle or TriG, which need `prefixLines` before them. Names that would not be safe
 * after a prefix (`a/b`, a final dot) are written as full IRIs.
 */
export function blocks(quads: readonly Quad[]): string {
  // n3's writer takes the IRI `dc:42` for a prefixed name and writes it bare: such rare blocks do without prefixes.
  const plain = quads.some(({ subject, object }) => isMistakable(subject) || isMistakable(object));
  return plain ? written(quads, false) : written(quads, true).slice(prefixLines.length);
}

function written(quads: readonly Quad[], withPrefixes: boolean): string {
  const writer = new N3Writer(withPrefixes ? { prefixes: Object.fromEntries(prefixes) } : {});
  let text = '';
  writer.addQuads([...quads]);
  writer.end((error: unknown, result: string) => {
    if (error) throw error;
    text = result;
  });
  return text.replace(/\\(?:U([0-9a-f]{8})|.)/gs, legible);
}

/** n3 escapes what lies beyond U+FFFF; people cannot read that and rdflib 2.4.0 reads it wrongly. */
function legible(escaped: string, code: string | undefined): string {
  return code === undefined ? escaped : String.fromCodePoint(Number.parseInt(code, 16));
}

function isMistakable(term: Term): boolean {
  return term.termType === 'NamedNode' && mistakablePrefix(term.value) !== undefined;
}
