import { eachOf, isBlank, isReference, type Sayings, type Value } from './rdf-graph.ts';
import { lineFinder } from './rdf-lines.ts';
import { type Fault, type Parsed, parseRdf, type Syntax } from './rdf-parse.ts';
import { statementLine } from './rdf-piece.ts';
import { type Inverse, type Survey, surveyOf } from './rdf-survey.ts';
import { keyOf } from './rdf-terms.ts';
import type { Piece, Unreadable } from './reader.ts';

/** Begins the text of a piece that only says why the rest of a text was not read. */
export const refusal = '#!';

/**
 * Cuts a graph into works. The text of a piece is N-Triples: what is said of the work, its subject first, and of all
 * that it refers to, up to a small depth. What is said of other things is text between records; the description of the
 * dataset itself (VoID, DCAT) says nothing of a work and is left out.
 */
export function* cutRdf(text: string, syntax: Syntax): Iterable<Piece> {
  if (text.trim() === '') return;
  const parsed = parseRdf(text, syntax);
  const { graph } = parsed;
  const lineOf = lineFinder(text, syntax, parsed);
  const survey = surveyOf(parsed);
  const shelf = new Shelf(parsed, survey);
  const entries: Entry[] = [
    ...Array.from(survey.works, (work) => ({ work, line: lineOf(work) })),
    ...parsed.faults.map((fault) => ({ fault, line: fault.line })),
  ];
  // A stable sort: works whose line is not known stay in the order of the text.
  for (const { work, fault, line } of entries.sort((a, b) => a.line - b.line)) {
    if (fault) yield { text: refused(fault.reason, fault.text), line, kind: 'record' };
    if (work === undefined) continue;
    const { lines, isTooMuch } = new Belongings(shelf).of(work);
    yield { text: isTooMuch ? refused(tooMuch, work) : lines.join(''), line, kind: 'record' };
  }

  const others = [...graph.subjects.keys()].filter(
    (id) => !shelf.claimed.has(id) && !isBlank(id) && !survey.isOfDataset(id),
  );
  const [first] = others;
  if (first === undefined) return;
  const names = others.map((id) => `<${id}>`).join(', ');
  yield { text: `${others.length}: ${names}`, line: lineOf(first), kind: 'aside' };
}

/** A work, or what could not be read. */
interface Entry {
  readonly work?: string;
  readonly fault?: Fault;
  readonly line: number;
}

const mostStatements = 150_000;
const tooMuch: Pick<Unreadable, 'words' | 'line' | 'column'> = {
  words: {
    fr: `plus de ${mostStatements} affirmations sur une œuvre`,
    en: `more than ${mostStatements} statements about one work`,
  },
  line: undefined,
  column: undefined,
};

function refused(
  { words, line, column }: Pick<Unreadable, 'words' | 'line' | 'column'>,
  rest: string,
): string {
  return `${refusal}${JSON.stringify({ ...words, line, column })}\n${rest}`;
}

const deepest = 6;
/** Of one thing beside the work: a thesaurus, or a journal with all its articles, has more, which is not the work's. */
const mostOfOther = 300;
const wholes: ReadonlySet<string> = new Set(['dcterms:isPartOf', 'schema:isPartOf', 'rdau:P60193']);

/** What is said of things, as much as a work takes of them, and which were taken. */
class Shelf {
  readonly claimed = new Set<string>();
  readonly #parsed: Parsed;
  readonly #survey: Survey;
  /** Of things about which much is said, what is a work's business. */
  readonly #short = new Map<string, Sayings>();

  constructor(parsed: Parsed, survey: Survey) {
    this.#parsed = parsed;
    this.#survey = survey;
  }

  isWork(id: string): boolean {
    return this.#survey.works.has(id);
  }

  inversesOf(work: string): readonly Inverse[] {
    return this.#survey.inverses.get(work) ?? [];
  }

  /** All of a work; of another thing not what it says of other works, and no more than a work needs. */
  of(id: string, isWork: boolean): Sayings {
    const known = this.#short.get(id);
    if (known) return known;
    const sayings = this.#parsed.graph.compact(id);
    if (!sayings) return [];
    if (isWork) {
      this.claimed.add(id);
      return sayings;
    }
    const own = this.#own(sayings);
    if (own.length <= 2 * mostOfOther) this.claimed.add(id);
    const short = own.slice(0, 2 * mostOfOther);
    if (sayings.length > 100) this.#short.set(id, short);
    return short;
  }

  #own(sayings: Sayings): Sayings {
    const own: Sayings = [];
    eachOf(sayings, (property, value) => {
      if (!isReference(value) || !this.isWork(value.id) || isOfAll.has(keyOf(property)))
        own.push(property, value);
    });
    return own;
  }
}

/** What a journal or a person says of a work belongs to that work, but for these. */
const isOfAll: ReadonlySet<string> = new Set(['rdf:first', ...wholes]);

/** Collects what belongs to one work. */
class Belongings {
  readonly lines: string[] = [];
  isTooMuch = false;
  readonly #shelf: Shelf;
  readonly #seen = new Set<string>();
  readonly #labels = new Map<string, string>();

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  of(work: string): this {
    this.#seen.add(work);
    let level = this.#tell(work, true);
    for (const { subject, property } of this.#shelf.inversesOf(work)) {
      this.#say(subject, property, { id: work });
      if (!this.#shelf.isWork(subject)) level.push(subject);
    }
    for (let depth = 1; depth < deepest && level.length > 0; depth += 1) {
      const next: string[] = [];
      for (const id of level) {
        if (this.#seen.has(id)) continue;
        this.#seen.add(id);
        for (const each of this.#tell(id, false)) next.push(each);
        if (this.isTooMuch) return this;
      }
      level = next;
    }
    return this;
  }

  /** Says all of one thing, and gives what it refers to. The cells of a list are said with its first. */
  #tell(id: string, isWork: boolean): string[] {
    const found: string[] = [];
    for (let at: string | undefined = id; at !== undefined; ) {
      const subject: string = at;
      const sayings = this.#shelf.of(subject, isWork);
      let rest: string | undefined;
      eachOf(sayings, (property, value) => {
        this.#say(subject, property, value);
        if (!isReference(value)) return;
        const key = keyOf(property);
        if (key === 'rdf:rest') rest = value.id;
        else if (key !== 'rdf:type' && (wholes.has(key) || !this.#shelf.isWork(value.id)))
          found.push(value.id);
      });
      if (this.isTooMuch) return found;
      at = rest === undefined || this.#seen.has(rest) ? undefined : rest;
      if (at !== undefined) this.#seen.add(at);
    }
    return found;
  }

  #say(subject: string, property: string, value: Value): void {
    if (this.lines.length >= mostStatements) this.isTooMuch = true;
    else this.lines.push(statementLine(subject, property, value, (id) => this.#label(id)));
  }

  #label(id: string): string {
    const known = this.#labels.get(id);
    if (known !== undefined) return known;
    const label = `_:b${this.#labels.size + 1}`;
    this.#labels.set(id, label);
    return label;
  }
}
