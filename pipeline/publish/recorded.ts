import type { Entry, Sink } from '../base/sink.ts';
import type { Term } from '../base/terms.ts';

/** What was said to a sink, with the method that it was said by. */
type Said =
  | { readonly by: 'subject'; readonly value: string }
  | { readonly by: 'iri' | 'literal'; readonly property: Term; readonly value: string }
  | {
      readonly by: 'typed';
      readonly property: Term;
      readonly value: string;
      readonly datatype: Term;
    }
  | { readonly by: 'language'; readonly property: Term; readonly value: string; readonly tag: string };

/** The same entry, its statements worked out once, to be said to many sinks: saying them again takes next to no time. */
export function recorded(entry: Entry): Entry {
  const all: Said[] = [];
  entry.describe({
    subject: (value) => all.push({ by: 'subject', value }),
    iri: (property, value) => all.push({ by: 'iri', property, value }),
    literal: (property, value) => all.push({ by: 'literal', property, value }),
    typed: (property, value, datatype) => all.push({ by: 'typed', property, value, datatype }),
    language: (property, value, tag) => all.push({ by: 'language', property, value, tag }),
  });
  return {
    iri: entry.iri,
    work: entry.work,
    describe(sink) {
      for (const said of all) say(said, sink);
    },
  };
}

function say(said: Said, sink: Sink): void {
  if (said.by === 'iri') sink.iri(said.property, said.value);
  else if (said.by === 'literal') sink.literal(said.property, said.value);
  else if (said.by === 'language') sink.language(said.property, said.value, said.tag);
  else if (said.by === 'typed') sink.typed(said.property, said.value, said.datatype);
  else sink.subject(said.value);
}
