import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Place } from './finding.ts';
import type { Words } from './words.ts';
import { yamlWords } from './yaml-words.ts';

/** A YAML 1.2 or JSON text as a value, with the place of each part. */
export interface Located {
  /**
   * The value. A number is its source text (`012`, `2023`, `1.0`), so that no volume or year is rewritten; true,
   * false and null stay. Undefined when there are errors.
   */
  readonly value: unknown;
  /** What the syntax forbids, in the order of the text. */
  readonly errors: readonly LocatedError[];
  /** Where the part at a JSON Pointer (RFC 6901) stands, or its key; for a part that is missing, what should hold it. */
  placeOf(pointer: string, part?: 'value' | 'key'): Place;
  /** The source text of a part, its first line indented as in the file, so that it reads alone with the same columns. */
  sourceOf(pointer: string): SourceText | undefined;
}

/** A mistake of syntax; line and column from 1. */
export interface LocatedError {
  readonly words: Words;
  readonly line: number;
  readonly column: number;
}

export interface SourceText {
  readonly text: string;
  /** Line of its first character, from 1. */
  readonly line: number;
}

interface Found {
  readonly key?: Node | undefined;
  readonly value?: Node | undefined;
}

/** Reads one YAML or JSON document. Duplicate keys, unknown tags and alias bombs are errors; `<<` is a plain key. */
export function parseLocated(text: string, file: string): Located {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    merge: false,
    prettyErrors: false,
    strict: true,
    stringKeys: true,
    uniqueKeys: true,
  });
  const root = document.contents ?? undefined;

  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const wrong = (words: Words, offset: number): LocatedError => ({ words, ...at(offset) });
  const errors = [...document.errors, ...document.warnings]
    .sort((a: YAMLError, b: YAMLError) => a.pos[0] - b.pos[0])
    .map(({ code, message, pos }) => wrong(yamlWords(code, message), pos[0]));
  for (const alias of lostAliases(document)) {
    errors.push(wrong(yamlWords('BAD_ALIAS', `unresolved alias *${alias.name}`), alias.offset));
  }

  let value: unknown;
  if (errors.length === 0) {
    try {
      value = plain(document);
    } catch (error) {
      // The package counts what the aliases unfold to (`maxAliasCount`, 100) and throws a ReferenceError beyond.
      if (!(error instanceof ReferenceError)) throw error;
      errors.push(wrong(yamlWords('RESOURCE_EXHAUSTION', error.message), 0));
    }
  }

  return {
    value,
    errors,
    placeOf(pointer, part = 'value') {
      const { key, value: node } = find(document, root, pointer);
      const start = (part === 'key' ? key : node)?.range ?? (node ?? key)?.range;
      return { file, ...at(start?.[0] ?? 0) };
    },
    sourceOf(pointer) {
      const [start, end] = find(document, root, pointer).value?.range ?? [];
      if (start === undefined) return undefined;
      const { line, column } = at(start);
      return { text: ' '.repeat(column - 1) + text.slice(start, end), line };
    },
  };
}

/** The value of a document whose numbers have become their source text. */
function plain(document: Document): unknown {
  visit(document, {
    Scalar(key, node) {
      if (key !== 'key' && isNumber(node.value)) node.value = node.source ?? String(node.value);
    },
  });
  return document.toJS();
}

const isNumber = (value: unknown) => typeof value === 'number' || typeof value === 'bigint';

function lostAliases(document: Document): readonly { readonly name: string; readonly offset: number }[] {
  const anchors = new Set<string>();
  const lost: { name: string; offset: number }[] = [];
  visit(document, {
    Value(_key, node) {
      if (node.anchor) anchors.add(node.anchor);
    },
    Alias(_key, node) {
      if (!anchors.has(node.source)) lost.push({ name: node.source, offset: node.range?.[0] ?? 0 });
    },
  });
  return lost;
}

function find(document: Document, root: Node | undefined, pointer: string): Found {
  let found: Found = { value: root };
  for (const name of pointerNames(pointer)) {
    const inner = child(resolved(document, found.value), name);
    if (!inner) return found;
    found = inner;
  }
  return found;
}

/** The names in a JSON Pointer, with `~1` and `~0` undone. */
export function pointerNames(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function resolved(document: Document, node: Node | undefined): Node | undefined {
  return isAlias(node) ? node.resolve(document) : node;
}

function child(node: Node | undefined, name: string): Found | undefined {
  if (!isCollection(node)) return undefined;
  if (isSeq<Node>(node)) {
    const value = node.items[Number(name)];
    return value && { value };
  }
  if (!isMap<Node, Node | null>(node)) return undefined;
  const pair: Pair<Node, Node | null> | undefined = node.items.find(
    ({ key }) => isScalar(key) && String(key.value) === name,
  );
  return pair && { key: pair.key, value: pair.value ?? undefined };
}
