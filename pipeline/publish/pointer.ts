import type { Term } from '@rdfjs/types';
import type Validator from 'rdf-validate-shacl';
import type { Said } from './said.ts';

/** What a validator takes for data. */
type Data = Parameters<Validator['validate']>[0];

/**
 * Terms in a graph and the steps from them: as much of a clownface pointer as the engine of SHACL asks of data. Clownface
 * itself copies what is found several times over, which was a third of the time of a validation.
 */
class Pointer {
  readonly dataset: Said;
  readonly terms: readonly Term[];

  constructor(dataset: Said, terms: readonly Term[]) {
    this.dataset = dataset;
    this.terms = terms;
  }

  get term(): Term | undefined {
    return this.terms.length === 1 ? this.terms[0] : undefined;
  }

  node(term: Term): Pointer {
    return new Pointer(this.dataset, [term]);
  }

  out(property: Term): Pointer {
    const { dataset, terms } = this;
    return new Pointer(
      dataset,
      terms.flatMap((term) => dataset.objects(term, property)),
    );
  }

  in(property: Term): Pointer {
    const { dataset, terms } = this;
    return new Pointer(
      dataset,
      terms.flatMap((term) => dataset.subjects(property, term)),
    );
  }

  toArray(): readonly Pointer[] {
    return this.terms.map((term) => this.node(term));
  }
}

/** A graph as the engine of SHACL takes it. */
export function pointerTo(dataset: Said): Data {
  return new Pointer(dataset, []) as object as Data;
}
