import type { Entry, Sink } from '../base/sink.ts';
import { xsd } from '../base/terms.ts';
import { escaped } from './escapes.ts';

const string = xsd('string').iri;

/**
 * Writes the statements of an entry, one on each line, every line closed by `end`. One string for each entry, grown
 * with `+=`, was the fastest way measured; no term object is made.
 */
export function lines(end: string): (entry: Entry) => string {
  const endOfIri = `>${end}`;
  const endOfText = `"${end}`;
  let text = '';
  let start = '';
  // Most literals are said by several properties, one after the other: they are looked through once.
  let last = '';
  let lastEscaped = '';
  const quoted = (value: string) => {
    if (value !== last) {
      last = value;
      lastEscaped = escaped(value);
    }
    return lastEscaped;
  };

  const sink: Sink = {
    subject: (iri) => {
      start = `<${iri}> `;
    },
    iri: (predicate, object) => {
      text += start + predicate.beforeIri + object + endOfIri;
    },
    literal: (predicate, value) => {
      text += start + predicate.beforeText + quoted(value) + endOfText;
    },
    typed: (predicate, value, datatype) => {
      const type = datatype.iri === string ? '' : `^^${datatype.nt}`;
      text += `${start}${predicate.beforeText}${quoted(value)}"${type}${end}`;
    },
    language: (predicate, value, tag) => {
      text += `${start}${predicate.beforeText}${quoted(value)}"@${tag.toLowerCase()}${end}`;
    },
  };

  return (entry) => {
    text = '';
    sink.subject(entry.iri);
    entry.describe(sink);
    return text;
  };
}
