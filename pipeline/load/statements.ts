import { UserError } from '../base/user-error.ts';
import type { Words } from '../base/words.ts';
import { linesOf, unreadable } from '../fetch/index.ts';

/** A statement of a dump, and the graph that it is in. */
interface Statement {
  /** N-Triples, without the line end. */
  readonly triple: string;
  /** The default graph when absent. */
  readonly graph: string | undefined;
}

/** What is known of dumps before any of it is sent. */
export interface Survey {
  /** By graph, the default graph as `undefined`, in the order of their first statements. */
  readonly graphs: ReadonlyMap<string | undefined, Counted>;
}

export interface Counted {
  readonly statements: number;
  /** Of its statements as N-Triples. */
  readonly bytes: number;
}

/** A store is asked about each graph apart. */
const mostGraphs = 100;

/**
 * Reads dumps (N-Triples, N-Quads, gzip or not) from end to end, so that nothing is sent of one that cannot be. Blank nodes
 * are refused: a store takes those of two requests for others.
 */
export async function surveyOf(files: readonly string[]): Promise<Survey> {
  const graphs = new Map<string | undefined, { statements: number; bytes: number }>();
  for await (const { triple, graph } of statementsIn(files)) {
    const counted = graphs.get(graph) ?? { statements: 0, bytes: 0 };
    if (counted.statements === 0) {
      if (graphs.size >= mostGraphs) throw tooManyGraphs();
      graphs.set(graph, counted);
    }
    counted.statements += 1;
    counted.bytes += Buffer.byteLength(triple) + 1;
  }
  return { graphs };
}

/** The statements of dumps as N-Triples, in pieces of about so many bytes; of one graph, or of all. */
export async function* piecesOf(
  files: readonly string[],
  { isWanted, size }: { isWanted(graph: string | undefined): boolean; size: number },
): AsyncIterable<{ readonly text: string; readonly statements: number }> {
  let lines: string[] = [];
  let length = 0;
  for await (const { triple, graph } of statementsIn(files)) {
    if (!isWanted(graph)) continue;
    lines.push(triple);
    length += triple.length + 1;
    if (length < size) continue;
    yield { text: `${lines.join('\n')}\n`, statements: lines.length };
    lines = [];
    length = 0;
  }
  if (lines.length > 0) yield { text: `${lines.join('\n')}\n`, statements: lines.length };
}

// N-Quads, sections 3 and 7.
const literal = String.raw`"[^"\\]*(?:\\.[^"\\]*)*"(?:@[A-Za-z0-9-]+|\^\^<[^<>\s]*>)?`;
const statement = new RegExp(
  String.raw`^[ \t]*((?<subject><[^<>\s]*>|_:\S+)[ \t]*<[^<>\s]*>[ \t]*(?<object><[^<>\s]*>|_:\S+|${literal}))[ \t]*(?<graph><[^<>\s]*>|_:\S+)?[ \t]*\.[ \t]*(?:#.*)?$`,
  'u',
);

async function* statementsIn(files: readonly string[]): AsyncIterable<Statement> {
  for (const file of files) {
    let number = 0;
    for await (const line of linesOf(file)) {
      number += 1;
      const found = statementOf(line.endsWith('\r') ? line.slice(0, -1) : line);
      if ('fr' in found) throw unreadable(`${file}:${number}`, found);
      if (found.triple !== '') yield found;
    }
  }
}

/** A statement, an empty one for a line without, or what is wrong. */
function statementOf(line: string): Statement | Words {
  const found = statement.exec(line);
  if (found === null) return /^[ \t]*(?:#.*)?$/.test(line) ? { triple: '', graph: undefined } : noStatement;
  const [, triple = ''] = found;
  const { subject = '', object = '', graph } = found.groups ?? {};
  if ([subject, object, graph ?? ''].some((term) => term.startsWith('_:'))) return blank;
  return { triple: `${triple} .`, graph: graph?.slice(1, -1) };
}

const blank: Words = {
  fr: 'nœud anonyme ; envoyé en plusieurs fois il ne serait plus le même : lui donner un IRI',
  en: 'blank node; sent in several requests it would not stay the same: give it an IRI',
};
const noStatement: Words = {
  fr: 'ni N-Triples ni N-Quads',
  en: 'neither N-Triples nor N-Quads',
};

const tooManyGraphs = () =>
  new UserError({
    fr: `plus de ${mostGraphs} graphes nommés ; --graph IRI met tout dans un seul`,
    en: `more than ${mostGraphs} named graphs; --graph IRI puts everything into one`,
  });
