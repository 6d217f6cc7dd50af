import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { Job } from '../contender.ts';
import { textTaker } from './entries.ts';
import { linesOf } from './lines-of.ts';

/** The Crossref record, which citation-js reads as CSL-JSON, into BibTeX: the nearest thing to RDF that it writes. */
export const bibtex: Job = async (task, clock) => {
  const take = textTaker(task);
  for (const line of linesOf(task.input)) {
    const record: unknown = JSON.parse(line);
    clock.timeSync(() => take(new Cite([record]).format('bibtex')));
  }
};
