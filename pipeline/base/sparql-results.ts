/** A term as SPARQL 1.1 Query Results JSON writes it (section 3.2.2). */
export interface Binding {
  readonly type: 'uri' | 'literal' | 'bnode';
  readonly value: string;
  readonly 'xml:lang'?: string;
  readonly datatype?: string;
}

/** SPARQL 1.1 Query Results JSON. */
export interface ResultsJson {
  readonly head: { readonly vars?: readonly string[] };
  readonly results?: { readonly bindings: readonly Readonly<Record<string, Binding>>[] };
  readonly boolean?: boolean;
}

/** What SELECT gives. */
export interface Rows {
  readonly variables: readonly string[];
  readonly rows: readonly Readonly<Record<string, Binding>>[];
}

/** SPARQL 1.1 Query Results CSV: lines end with CRLF (section 3.2). */
export function csv({ variables, rows }: Rows): string {
  const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  // Blank nodes keep their `_:` (section 3.1), else they would look like texts.
  const field = (term: Binding | undefined) =>
    term?.type === 'bnode' ? `_:${term.value}` : (term?.value ?? '');
  const lines = rows.map((row) => variables.map((variable) => quoted(field(row[variable]))).join(','));
  return [variables.join(','), ...lines].map((line) => `${line}\r\n`).join('');
}

/** SPARQL 1.1 Query Results TSV: terms as in Turtle, so that nothing is lost (section 4). */
export function tsv({ variables, rows }: Rows): string {
  const lines = rows.map((row) => variables.map((variable) => inTurtle(row[variable])).join('\t'));
  return [variables.map((variable) => `?${variable}`).join('\t'), ...lines]
    .map((line) => `${line}\n`)
    .join('');
}

function inTurtle(term: Binding | undefined): string {
  if (term === undefined) return '';
  const { type, value, 'xml:lang': tag, datatype } = term;
  if (type === 'uri') return `<${value}>`;
  if (type === 'bnode') return `_:${value}`;
  const text = `"${value.replace(/[\\"\n\r\t]/g, (each) => escapes[each] ?? each)}"`;
  if (tag !== undefined) return `${text}@${tag}`;
  return datatype === undefined ? text : `${text}^^<${datatype}>`;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
