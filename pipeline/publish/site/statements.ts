import { rememberingLast } from '../../base/remembering-last.ts';
import type { Entry, Sink } from '../../base/sink.ts';
import type { Term } from '../../base/terms.ts';

/** What the graph says of a thing by one property. */
export interface Statement {
  readonly property: Term;
  readonly value: string;
  readonly kind: 'iri' | 'literal';
  /** BCP 47. */
  readonly lang?: string | undefined;
  readonly datatype?: Term | undefined;
}

/** What the graph says of the thing itself, in the order of the mapping; what stands below its IRI is left out. */
export const statementsOf = rememberingLast((entry: Entry): readonly Statement[] => {
  const statements: Statement[] = [];
  let isAbout = true;
  const say = (statement: Statement) => {
    if (isAbout) statements.push(statement);
  };
  const sink: Sink = {
    subject: (iri) => {
      isAbout = iri === entry.iri;
    },
    iri: (property, value) => say({ property, value, kind: 'iri' }),
    literal: (property, value) => say({ property, value, kind: 'literal' }),
    typed: (property, value, datatype) => say({ property, value, kind: 'literal', datatype }),
    language: (property, value, lang) => say({ property, value, kind: 'literal', lang }),
  };
  entry.describe(sink);
  return statements;
});
