import { readFileSync } from 'node:fs';
import { bracketed } from '../../base/arithmetic.ts';
import { type Question, questions } from '../../base/questions.ts';
import { prefixesFor } from '../../base/sparql-query.ts';
import type { ResultsJson, Rows } from '../../base/sparql-results.ts';
import { filled } from '../../base/sparql-values.ts';
import type { Language } from '../../base/words.ts';
import type { IdentifiedWork } from '../../base/work.ts';
import { valuesFor } from './asked.ts';
import { languagesOf, type View } from './view.ts';

/** What the graph answers to a question, as the page in a language asks it. */
export type AnswerTo = (question: Question, language: Language) => Rows | undefined;

/** What a question asks here, ready to be filled in: its parameters, and the language of the page. */
export function valuesIn(
  question: Question,
  view: View,
  language: Language,
): Readonly<Record<string, string>> {
  return { ...valuesFor(question, view), language };
}

/**
 * The answers of a graph to all questions with a name, so that the page has them without an engine; none of a graph for
 * which that would take long. `quads`: the file of the dump.
 */
export async function answersOf(view: View, quads: string): Promise<AnswerTo> {
  if (effort(view.works) > mostEffort) return () => undefined;
  const { default: oxigraph } = await import('oxigraph');
  const store = new oxigraph.Store();
  store.load(readFileSync(quads, 'utf8'), { format: 'application/n-quads', no_transaction: true });
  const answers = new Map<string, Rows>();
  for (const question of questions()) {
    for (const language of languagesOf(view)) {
      const sparql = filled(question.query, valuesIn(question, view, language));
      const rows = answers.get(sparql) ?? asked(sparql);
      answers.set(sparql, rows);
    }
  }
  return (question, language) => answers.get(filled(question.query, valuesIn(question, view, language)));

  function asked(sparql: string): Rows {
    const text = store.query(prefixesFor(sparql) + bracketed(sparql), {
      results_format: 'json',
      use_default_graph_as_union: true,
    });
    const { head, results } = JSON.parse(String(text)) as ResultsJson;
    return { variables: head.vars ?? [], rows: results?.bindings ?? [] };
  }
}

/** Who signs with whom, and at which rank, has as many answers as there are pairs of names. */
function effort(works: readonly IdentifiedWork[]): number {
  return works.reduce((sum, { contributions }) => sum + 10 + contributions.length ** 2, 0);
}

/**
 * About a thousand works of three or four names: measured 2 to 3 s of computing, in a build of some 35 s. Ten thousand would
 * take a minute more.
 */
const mostEffort = 20_000;
