import { existsSync, readFileSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import jsonld, { type NodeObject } from 'jsonld';
import { Parser } from 'n3';
import type { Contender } from './contender.ts';

/** The statements that a contender wrote, each as one text. */
export async function statementsOf({ syntax }: Contender, path: string): Promise<ReadonlySet<string>> {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const turtle = syntax === 'jsonld' ? await nquadsOf(text) : text;
  return new Set(new Parser().parse(turtle).map(statement));
}

/** How two sets of statements differ; absent when they are equal. */
export function difference(expected: ReadonlySet<string>, found: ReadonlySet<string>): string | undefined {
  const missing = [...expected].filter((one) => !found.has(one));
  const added = [...found].filter((one) => !expected.has(one));
  if (missing.length + added.length === 0) return undefined;
  const examples = [
    ...missing.slice(0, 1).map((one) => `− \`${one}\``),
    ...added.slice(0, 1).map((one) => `+ \`${one}\``),
  ];
  return `${missing.length} statements missing, ${added.length} added: ${examples.join('; ')}`;
}

function statement({ subject, predicate, object }: Quad): string {
  const kind =
    object.termType === 'Literal'
      ? `"${object.datatype.value}@${object.language.toLowerCase()}`
      : object.termType;
  return `${subject.termType} ${subject.value} ${predicate.value} ${object.value} ${kind}`;
}

/** Of one JSON-LD document, or of one on each line; the project's own context takes the place of any other. */
async function nquadsOf(text: string): Promise<string> {
  const context = new URL('../ontology/context.jsonld', import.meta.url);
  const document = JSON.parse(readFileSync(context, 'utf8')) as NodeObject;
  const remote = { documentUrl: context.href, document };
  const options = { format: 'application/n-quads', documentLoader: async () => remote } as const;
  const quads: string[] = [];
  for (const part of documentsOf(text)) quads.push(String(await jsonld.toRDF(part, options)));
  return quads.join('');
}

function documentsOf(text: string): NodeObject[] {
  const lines = text.split('\n').filter(Boolean);
  const isLines = lines[0]?.startsWith('{') && lines[0].endsWith('}');
  return (isLines ? lines : [text]).map((part) => JSON.parse(part) as NodeObject);
}
