import { nearest } from '../base/nearest.ts';
import { askers, type Question, questions } from '../base/questions.ts';
import { filled } from '../base/sparql-values.ts';
import { exitCode, UserError } from '../base/user-error.ts';
import { readSource } from '../fetch/index.ts';
import {
  type AnswerFormat,
  type EmbeddedStore,
  formatAnswer,
  openStore,
  rdfFormatOf,
} from '../serve/index.ts';
import type { Context } from './context.ts';
import { dumpFiles } from './dump-files.ts';
import { askEndpoint, endpointAmong } from './query-endpoint.ts';

export interface QueryCommand {
  readonly format?: string | undefined;
  /** Shows the questions that have a name. */
  readonly list: boolean;
}

/** `moisson query`: a SPARQL query or a named question over RDF files, on a store in memory, or to an endpoint. Gives the exit code. */
export async function query(
  given: string | undefined,
  words: readonly string[],
  { format, list }: QueryCommand,
  context: Context,
): Promise<number> {
  if (list) return listed(context);
  if (given === undefined)
    throw new UserError({
      fr: 'attendu une requête SPARQL, un fichier .rq ou le nom d’une question (--list)',
      en: 'expected a SPARQL query, a .rq file or the name of a question (--list)',
    });
  const question = questionNamed(given);
  const values = question ? valuesOf(question, words, context) : {};
  const files = question ? words.filter((word) => !isValue(word, question)) : words;
  const sparql = filled(await sparqlOf(given, question), values);
  const endpoint = endpointAmong(files);
  const answer =
    endpoint === undefined
      ? (await storeOf(files)).query(sparql)
      : await askEndpoint(endpoint, sparql, context);
  const headings = (variable: string) => question?.headings.get(variable)?.[context.language] ?? variable;
  context.out.write(formatAnswer(answer, formatOf(format, answer.kind), headings));
  return exitCode.fine;
}

/** The graph of these files, in memory. */
async function storeOf(files: readonly string[]): Promise<EmbeddedStore> {
  const store = await openStore();
  for (const file of dumpFiles(files)) {
    const media = rdfFormatOf(file);
    if (!media) {
      throw new UserError({
        fr: `${file} : extension inconnue ; attendu .ttl, .nt, .nq, .trig, .rdf ou .jsonld`,
        en: `${file}: unknown extension; expected .ttl, .nt, .nq, .trig, .rdf or .jsonld`,
      });
    }
    store.load((await readSource(file)).text, media, file);
  }
  return store;
}

async function sparqlOf(given: string, question: Question | undefined): Promise<string> {
  if (question) return question.query;
  return given.endsWith('.rq') ? (await readSource(given)).text : given;
}

/** One word is the name of a question; SPARQL has more than one, and files have an extension. */
function questionNamed(given: string): Question | undefined {
  if (!/^[a-z-]+$/i.test(given)) return undefined;
  const all = questions();
  const found = all.find(({ name }) => name === given);
  if (found) return found;
  const names = all.map(({ name }) => name);
  const near = nearest(given, names);
  throw new UserError({
    fr: `aucune question « ${given} »${near ? ` ; vouliez-vous « ${near} » ?` : ''} moisson query --list les montre`,
    en: `no question “${given}”${near ? `; did you mean “${near}”?` : ''} moisson query --list shows them`,
  });
}

const isValue = (word: string, { parameters }: Question) =>
  parameters.some(({ name }) => word.startsWith(`${name}=`));

/** Values for each parameter; a question that lacks one is not asked. */
function valuesOf(
  question: Question,
  words: readonly string[],
  { language }: Context,
): Readonly<Record<string, string>> {
  const values = Object.fromEntries(
    question.parameters.flatMap(({ name }) => {
      const word = words.find((each) => each.startsWith(`${name}=`));
      return word === undefined ? [] : [[name, word.slice(name.length + 1)] as const];
    }),
  );
  for (const { name, example, words: meant } of question.parameters) {
    if (name in values) continue;
    throw new UserError({
      fr: `${question.name} : il manque ${name}= (${meant.fr}), comme ${name}=${example}`,
      en: `${question.name}: ${name}= is missing (${meant.en}), such as ${name}=${example}`,
    });
  }
  return { ...values, language };
}

/** Every question by who asks it, with its parameters. */
function listed({ out, language }: Context): number {
  for (const [asker, words] of Object.entries(askers)) {
    out.write(`${words[language]}\n`);
    for (const { name, parameters, words: meant } of questions().filter((each) => each.asker === asker)) {
      const call = [name, ...parameters.map((each) => `${each.name}=${each.example}`)].join(' ');
      out.write(`  ${call.padEnd(38)} ${meant[language]}\n`);
    }
  }
  return exitCode.fine;
}

function formatOf(format: string | undefined, kind: 'select' | 'ask' | 'graph'): AnswerFormat {
  if (format === 'json' || format === 'csv' || format === 'turtle' || format === 'table') return format;
  return kind === 'graph' ? 'turtle' : 'table';
}
