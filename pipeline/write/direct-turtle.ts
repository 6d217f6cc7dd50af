import type { Sink } from '../base/sink.ts';
import { rdf, type Term, xsd } from '../base/terms.ts';
import { escaped } from './escapes.ts';
import { prefixes } from './prefixes.ts';
import type { Opened } from './writer.ts';

const [type, string, integer, boolean] = [rdf('type'), xsd('string'), xsd('integer'), xsd('boolean')];
const head = `${prefixes.map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}>.\n`).join('')}\n`;
const prefixOf: ReadonlyMap<string, string> = new Map(
  prefixes.map(([prefix, namespace]) => [namespace, prefix]),
);
// Turtle allows more (section 2.4), but not every reader of Turtle does.
const safeName = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/;

/**
 * Turtle as it is said: a block for each subject, a line for each property, values said one after another by the same
 * property joined. A subject said again has one more block.
 */
export function directTurtle(): Opened {
  let text = '';
  let about = '';
  /** The property of the open block's last statement; none when no block is open. */
  let last: Term | undefined;

  const say = (predicate: Term, object: string) => {
    if (predicate === last) {
      text += `, ${object}`;
      return;
    }
    text += `${last ? ';\n    ' : about}${predicate === type ? 'a' : predicate.short} ${object}`;
    last = predicate;
  };
  const close = () => {
    if (last) text += ' .\n';
    last = undefined;
  };

  const sink: Sink = {
    subject: (iri) => {
      close();
      about = `<${iri}> `;
    },
    iri: (predicate, object) => say(predicate, reference(object)),
    literal: (predicate, value) => say(predicate, `"${escaped(value)}"`),
    typed: (predicate, value, datatype) => say(predicate, typed(value, datatype)),
    language: (predicate, value, tag) => say(predicate, `"${escaped(value)}"@${tag.toLowerCase()}`),
  };

  return {
    head,
    one(entry) {
      text = '';
      last = undefined;
      sink.subject(entry.iri);
      entry.describe(sink);
      close();
      return text;
    },
    between: '\n',
    tail: '',
  };
}

/** An IRI of a known vocabulary with its prefix, when what follows is a plain name; any other in full. */
function reference(iri: string): string {
  const end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
  const prefix = prefixOf.get(iri.slice(0, end));
  if (prefix === undefined) return `<${iri}>`;
  const name = iri.slice(end);
  return safeName.test(name) ? `${prefix}:${name}` : `<${iri}>`;
}

/** Whole numbers and booleans bare when their characters are Turtle's own (section 2.5), so that none is changed. */
function typed(value: string, datatype: Term): string {
  if (datatype === integer && /^[+-]?[0-9]+$/.test(value)) return value;
  if (datatype === boolean && (value === 'true' || value === 'false')) return value;
  return datatype === string ? `"${escaped(value)}"` : `"${escaped(value)}"^^${datatype.short}`;
}
