// Shows an answer: as a table, as a chart where it is names and numbers, and as files.
import { csv, tsv } from './shared/sparql-results.js';
import { namespaces } from './shared/terms.js';

/**
 * @typedef {import('./asking.js').Term} Term
 * @typedef {import('./asking.js').Answer} Answer
 * @typedef {{ say: (name: string, filling?: string | number) => string, base: string, extension: string, language: string, headings: Record<string, string> }} Look
 */

const mostRows = 500;
const mostBars = 40;
const mostLetters = 50_000;

/** What a person sees of an answer. @param {Answer} answer @param {Look} look @returns {Node[]} */
export function shownAnswer(answer, look) {
  const { say } = look;
  if ('turtle' in answer) return graph(answer.turtle, look);
  const { head, results, boolean } = answer.results;
  if (boolean !== undefined) return [element('p', { class: 'verdict' }, say(boolean ? 'yes' : 'no'))];
  const rows = results?.bindings ?? [];
  const variables = head.vars ?? [];
  const files = downloads(
    [
      ['CSV', 'csv', 'text/csv', () => csv({ variables, rows })],
      ['TSV', 'tsv', 'text/tab-separated-values', () => tsv({ variables, rows })],
      ['JSON', 'json', 'application/sparql-results+json', () => JSON.stringify(answer.results, undefined, 1)],
    ],
    look,
  );
  if (rows.length === 0) return [files];
  const cut = rows.length > mostRows && element('p', { class: 'cut' }, say('cut', number(mostRows, look)));
  return [chart(variables, rows, look), cut, table(variables, rows.slice(0, mostRows), look), files].filter(
    (each) => each !== false && each !== undefined,
  );
}

/** How much it is, in a few words. @param {Answer} answer @param {Look} look */
export function amountOf(answer, look) {
  const { say } = look;
  if ('turtle' in answer) return say('statements');
  const { results, boolean } = answer.results;
  if (boolean !== undefined) return say(boolean ? 'yes' : 'no');
  const count = results?.bindings.length ?? 0;
  if (count === 0) return say('noRows');
  return say(count === 1 ? 'row' : 'rows', number(count, look));
}

/** @param {number} count @param {Look} look */
function number(count, { language }) {
  return count.toLocaleString(language);
}

/** @param {string} turtle @param {Look} look */
function graph(turtle, look) {
  const isCut = turtle.length > mostLetters;
  const text = isCut ? turtle.slice(0, turtle.lastIndexOf('\n', mostLetters) + 1) : turtle;
  const pre = element('pre', { tabindex: '0' }, element('code', {}, text));
  const files = downloads([['Turtle', 'ttl', 'text/turtle', () => turtle]], look);
  return isCut ? [element('p', { class: 'cut' }, look.say('cutText')), pre, files] : [pre, files];
}

/** @param {string[]} variables @param {Record<string, Term>[]} rows @param {Look} look */
function table(variables, rows, look) {
  const head = element(
    'tr',
    {},
    ...variables.map((each) => element('th', { scope: 'col' }, headingOf(each, look))),
  );
  const lines = rows.map((row) => element('tr', {}, ...variables.map((each) => cell(row[each], look))));
  const whole = element(
    'table',
    {},
    element('caption', { class: 'unseen' }, look.say('table')),
    element('thead', {}, head),
    element('tbody', {}, ...lines),
  );
  // Whoever has no mouse scrolls what has the focus.
  return element('section', { class: 'wide', tabindex: '0', 'aria-label': look.say('table') }, whole);
}

/** @param {string} variable @param {Look} look */
function headingOf(variable, { headings }) {
  return headings[variable] ?? variable;
}

/** @param {Term | undefined} term @param {Look} look */
function cell(term, look) {
  if (term === undefined) return element('td', {});
  const { type, value } = term;
  if (type === 'bnode') return element('td', {}, `_:${value}`);
  if (type === 'uri') return element('td', {}, named(value, look));
  if (isNumber(term)) return element('td', { class: 'count' }, value);
  const lang = term['xml:lang'];
  return element('td', lang === undefined || lang === look.language ? {} : { lang }, value);
}

/** Things of the lab lead to their pages. @param {string} iri @param {Look} look */
function named(iri, { base, extension }) {
  if (iri.startsWith(base)) {
    const id = iri.slice(base.length);
    const [file = '', fragment] = id.split('#');
    const anchor = fragment === undefined ? '' : `#${fragment}`;
    return element('a', { href: `${encodeURI(decoded(file))}${extension}${anchor}` }, id);
  }
  const short = shortened(iri);
  if (short !== iri) return short;
  return /^https?:/.test(iri) ? element('a', { href: iri }, iri) : iri;
}

/** By the prefixes that everybody knows. @param {string} iri */
function shortened(iri) {
  const [prefix, namespace = ''] = Object.entries(namespaces).find(([, each]) => iri.startsWith(each)) ?? [];
  const name = iri.slice(namespace.length);
  return prefix !== undefined && /^[A-Za-z][\w-]*$/.test(name) ? `${prefix}:${name}` : iri;
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

/** @param {Term | undefined} term */
function isNumber(term) {
  return (
    /#(?:integer|decimal|double|float|int|long)$/.test(term?.datatype ?? '') &&
    Number.isFinite(Number(term?.value))
  );
}

/**
 * Bars for rows of a name and a number, folded away until somebody wants them.
 * @param {string[]} variables @param {Record<string, Term>[]} rows @param {Look} look
 */
function chart(variables, rows, look) {
  const [name = '', count = ''] = variables;
  if (variables.length !== 2 || rows.length < 2 || !rows.every((row) => row[name] && isNumber(row[count])))
    return undefined;
  const shown = rows.slice(0, mostBars).map((row) => ({
    label: labelOf(row[name], look),
    value: Number(row[count]?.value),
  }));
  if (shown.some(({ value }) => value < 0)) return undefined;
  const words = look.say('chartOf', `${headingOf(count, look)}, ${headingOf(name, look)}`);
  const picture = element('figure', { class: 'chart' }, bars(shown, words));
  if (rows.length > mostBars) picture.append(element('figcaption', {}, look.say('chartCut', mostBars)));
  return element('details', { class: 'picture' }, element('summary', {}, look.say('chart')), picture);
}

/** @param {Term | undefined} term @param {Look} look */
function labelOf(term, { base }) {
  const value = term?.value ?? '';
  if (term?.type !== 'uri') return value;
  return value.startsWith(base) ? value.slice(base.length) : shortened(value);
}

// Lengths across are in per cent, so that the text keeps its size.
const numbers = 14;

/** @param {{ label: string, value: number }[]} all @param {string} words */
function bars(all, words) {
  const longest = Math.max(...all.map(({ value }) => value)) || 1;
  const marks = all.flatMap(({ label, value }, at) => {
    const width = (value / longest) * (100 - numbers);
    return [
      svg('text', { x: '0', y: `${at * 3 + 1.2}em` }, label.length > 60 ? `${label.slice(0, 59)}…` : label),
      svg('rect', { class: 'bar', x: '0', y: `${at * 3 + 1.6}em`, width: `${width}%`, height: '1.15em' }),
      svg('text', { class: 'value', x: `${width}%`, dx: '0.4em', y: `${at * 3 + 2.55}em` }, String(value)),
    ];
  });
  const picture = svg('svg', {
    role: 'img',
    'aria-label': words,
    width: '100%',
    height: `${all.length * 3}em`,
  });
  picture.append(...marks);
  return element('div', { class: 'rows' }, picture);
}

/**
 * @param {(readonly [label: string, ending: string, type: string, text: () => string])[]} files @param {Look} look
 */
function downloads(files, { say }) {
  const buttons = files.map(([label, ending, type, text]) => {
    const button = element('button', { type: 'button' }, `${say('download')} ${label}`);
    button.addEventListener('click', () => save(new Blob([text()], { type }), `moisson.${ending}`));
    return button;
  });
  return element('p', { class: 'downloads' }, ...buttons);
}

/** @param {Blob} file @param {string} name */
function save(file, name) {
  const href = URL.createObjectURL(file);
  element('a', { href, download: name }).click();
  // The browser has begun by then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name @param {Record<string, string>} attributes @param {...(Node | string)} content
 */
export function element(name, attributes, ...content) {
  return filled(document.createElement(name), attributes, content);
}

/** @param {string} name @param {Record<string, string>} attributes @param {...(Node | string)} content */
function svg(name, attributes, ...content) {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, content);
}

/** @template {Element} T @param {T} made @param {Record<string, string>} attributes @param {(Node | string)[]} content */
function filled(made, attributes, content) {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
}
