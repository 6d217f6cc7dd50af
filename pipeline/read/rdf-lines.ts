import { isBlank } from './rdf-graph.ts';
import type { Parsed, Syntax } from './rdf-parse.ts';

/**
 * The line on which a text begins to speak of something, from 1: in Turtle and its kin where a line begins with its
 * name, in XML as the parser saw it, in JSON-LD where its `@id` stands. 1 when that shows nothing.
 */
export function lineFinder(
  text: string,
  syntax: Syntax,
  { lines, prefixes }: Parsed,
): (id: string) => number {
  if (syntax === 'xml') return (id) => lines.get(id) ?? 1;
  const places = syntax === 'json' ? idsIn(text) : lineStartsIn(text);
  const names = [...prefixes];
  return (id) => {
    const whole = places.get(syntax === 'json' ? id : isBlank(id) ? id : `<${id}>`);
    if (whole !== undefined) return whole;
    for (const [prefix, namespace] of names) {
      const place = id.startsWith(namespace)
        ? places.get(`${prefix}:${id.slice(namespace.length)}`)
        : undefined;
      if (place !== undefined) return place;
    }
    return 1;
  };
}

const longest = 2_000;

/** The first word of each line that begins with one, and the first line on which it stands. */
function lineStartsIn(text: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let line = 1;
  for (let at = 0; at < text.length; line += 1) {
    const end = text.indexOf('\n', at);
    const stop = end < 0 ? text.length : end;
    const word = /^(?:<[^<>\s]*>|[^\s<>"'#@[({]+)(?=\s)/.exec(
      text.slice(at, Math.min(stop + 1, at + longest)),
    );
    if (word && !places.has(word[0])) places.set(word[0], line);
    at = stop + 1;
  }
  return places;
}

function idsIn(text: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let [line, counted] = [1, 0];
  for (const match of text.matchAll(/"@id"\s*:\s*"([^"\\]*)"/g)) {
    const id = match[1] ?? '';
    if (places.has(id)) continue;
    for (let at = text.indexOf('\n', counted); at >= 0 && at < match.index; at = text.indexOf('\n', at + 1)) {
      line += 1;
      counted = at + 1;
    }
    places.set(id, line);
  }
  return places;
}
