import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import type { Quad, Term } from '@rdfjs/types';
import { namespaces } from '../base/terms.ts';
import { GrowingGraph, isReference, nowhere, type Value } from './rdf-graph.ts';
import { longestText, longLine, mostOfOne, refuseLongLists, tooLong, tooMuch } from './rdf-limits.ts';
import { readRdfXml } from './rdf-xml.ts';
import { Unreadable } from './reader.ts';
import { isLines } from './work-cut.ts';

/** Lines: N-Triples and N-Quads. Blocks: Turtle and TriG. */
export type Syntax = 'lines' | 'blocks' | 'xml' | 'json';

/** Text that could not be read, with the reason and its place. */
export interface Fault {
  readonly text: string;
  readonly reason: Unreadable;
  readonly line: number;
}

/** What a text says, and what of it could not be read. */
export interface Parsed {
  readonly graph: GrowingGraph;
  readonly faults: readonly Fault[];
  /** Prefixes that the text declares, and lines of subjects, where the syntax tells them. */
  readonly prefixes: ReadonlyMap<string, string>;
  readonly lines: ReadonlyMap<string, number>;
}

// Required where they are used, and not imported: n3 and oxigraph take a fifth of a second to load, which every run
// would pay, and a reader is synchronous, so that it cannot await an import.
const require = createRequire(import.meta.url);

const mostFaults = 1_000;

/** Reads a text in one of the syntaxes of RDF. Never throws: what stands before a fault is kept. */
export function parseRdf(text: string, syntax: Syntax): Parsed {
  const reading = new Reading();
  const isByLine = syntax === 'lines' || syntax === 'blocks';
  const line = isByLine && text.length > longestText ? longLine(text) : undefined;
  if (line) {
    reading.read(text.slice(0, line.at), syntax);
    reading.faults.push({ text: text.slice(line.at), reason: tooLong, line: line.number });
  } else reading.read(text, syntax);
  return reading;
}

class Reading implements Parsed {
  readonly graph = new GrowingGraph();
  readonly faults: Fault[] = [];
  readonly prefixes = new Map<string, string>();
  readonly lines = new Map<string, number>();

  read(text: string, syntax: Syntax): void {
    if (syntax === 'lines') this.byLine(text);
    else if (syntax === 'json' && isLines(text)) this.documents(text);
    else this.whole(text, syntax);
  }

  /** Each line is a statement: one that cannot be read is set aside, and the next is read. */
  byLine(text: string): void {
    let [at, line] = [0, 1];
    while (at < text.length) {
      const rest = at === 0 ? text : text.slice(at);
      const fault = this.#attempt(() => this.#n3(rest, 'application/n-quads'));
      if (fault === undefined) return;
      const start = lineStart(rest, fault.line ?? 1);
      const isOneLine = fault.line !== undefined && this.faults.length < mostFaults;
      const end = isOneLine ? rest.indexOf('\n', start) : -1;
      const bad = line + (fault.line ?? 1) - 1;
      const words = end < 0 ? rest.slice(start) : rest.slice(start, end);
      this.faults.push({ text: words.trimEnd(), reason: placed(fault, bad), line: bad });
      if (end < 0) return;
      at += end + 1;
      line = bad + 1;
    }
  }

  /** JSON-LD with a document on each line. */
  documents(text: string): void {
    for (const [index, document] of text.split('\n').entries()) {
      const fault = document.trim() === '' ? undefined : this.#attempt(() => this.#oxigraph(document));
      if (fault) this.faults.push({ text: document, reason: placed(fault, index + 1), line: index + 1 });
    }
  }

  /** What stands before a fault is kept; the rest is one fault. */
  whole(text: string, syntax: Exclude<Syntax, 'lines'>): void {
    const fault = this.#attempt(() => {
      if (syntax === 'blocks') this.#n3(text, 'application/trig');
      else if (syntax === 'json') this.#oxigraph(text);
      else
        readRdfXml(text, nowhere, (subject, property, value, line) => {
          this.#addAsGiven(subject, property, value);
          if (!this.lines.has(subject)) this.lines.set(encoded(subject), line);
        });
    });
    if (fault === undefined) return;
    const line = fault.line ?? 1;
    this.faults.push({ text: text.slice(lineStart(text, line)), reason: fault, line });
  }

  #attempt(read: () => void): Unreadable | undefined {
    try {
      read();
      return undefined;
    } catch (error) {
      if (error instanceof Unreadable) return error;
      throw error;
    }
  }

  #n3(text: string, format: string): void {
    const { Parser } = require('n3') as typeof import('n3');
    const parser = new Parser({ format, baseIRI: nowhere, blankNodePrefix: '_:' });
    // Given a string and no emitter, n3 either keeps nothing before a fault or answers later.
    const source = new EventEmitter();
    let fault: unknown;
    parser.parse(source, {
      onQuad: (error, quad) => {
        fault ??= error;
        if (quad) this.#quad(quad);
      },
      onPrefix: (prefix, iri) => this.prefixes.set(prefix, typeof iri === 'string' ? iri : iri.value),
    });
    source.emit('data', text);
    source.emit('end');
    if (fault !== undefined && fault !== null) throw unreadable(fault);
  }

  #oxigraph(text: string): void {
    refuseLongLists(text);
    const { parse } = require('oxigraph') as typeof import('oxigraph');
    try {
      // Not statement by statement: that is slower, and has crashed Node 20 (V8's deoptimizer).
      const quads = parse(text.replace(/^\ufeff/, ''), {
        format: 'application/ld+json',
        base_iri: nowhere,
        lenient: true,
      });
      for (const { subject, predicate, object } of quads)
        this.#addAsGiven(idOf(subject), predicate.value, objectOf(object));
    } catch (error) {
      throw error instanceof Unreadable ? error : unreadable(error);
    }
  }

  #quad({ subject, predicate, object }: Pick<Quad, 'subject' | 'predicate' | 'object'>): void {
    this.#add(idOf(subject), predicate.value, objectOf(object));
  }

  /** From a parser that passes IRIs on unread. */
  #addAsGiven(subject: string, property: string, value: Value): void {
    const object = isReference(value)
      ? { id: encoded(value.id) }
      : value.datatype === undefined
        ? value
        : { ...value, datatype: encoded(value.datatype) };
    this.#add(encoded(subject), encoded(property), object);
  }

  #add(subject: string, property: string, value: Value): void {
    if (this.graph.add(subject, property, value) > mostOfOne) throw tooMuch(subject);
    if (!isReference(value) && value.text.length > longestText) throw tooLong;
  }
}

/** Some sources put into IRIs what no IRI may hold (N-Triples, IRIREF). */
const encoded = (iri: string) =>
  forbidden.test(iri) ? iri.replace(new RegExp(forbidden, 'g'), encodeURIComponent) : iri;
const forbidden = /[\u0000-\u0020<>"{}|^`\\]/;

const idOf = (term: Term) => (term.termType === 'BlankNode' ? `_:${term.value}` : term.value);
const string = `${namespaces.xsd}string`;

function objectOf(term: Term): Value {
  if (term.termType === 'NamedNode' || term.termType === 'BlankNode') return { id: idOf(term) };
  // A triple term of RDF 1.2 says nothing that a record has a place for: it is kept as text.
  if (term.termType !== 'Literal') return { text: String(term) };
  if (term.language !== '') return { text: term.value, lang: term.language };
  return term.datatype.value === string
    ? { text: term.value }
    : { text: term.value, datatype: term.datatype.value };
}

/** Both parsers say the line in their message; a token that is quoted there may be as long as the text. */
function unreadable(error: unknown): Unreadable {
  const message = error instanceof Error ? error.message : String(error);
  const end = message.slice(-200);
  const line = /\bline (\d+)/.exec(message.slice(0, 200))?.[1] ?? /\bline (\d+)/.exec(end)?.[1];
  const column = /\bcolumn (\d+)/.exec(message.slice(0, 200))?.[1];
  const words = message.length > 160 ? `${message.slice(0, 80)}…` : message.replace(/ on line \d+\.?$/, '');
  return new Unreadable(
    { fr: `RDF illisible : ${words}`, en: `unreadable RDF: ${words}` },
    line === undefined ? undefined : Number(line),
    column === undefined ? undefined : Number(column),
  );
}

function placed({ words, column }: Unreadable, line: number): Unreadable {
  return new Unreadable(words, line, column);
}

/** Where a line begins. */
function lineStart(text: string, line: number): number {
  let at = 0;
  for (let number = 1; number < line; number += 1) {
    const end = text.indexOf('\n', at);
    if (end < 0) return at;
    at = end + 1;
  }
  return at;
}
