// The query page: puts a question or a query of one's own to the graph, and shows the answer. The questions with their answers
// are there without it.
import { asker, Trouble } from './engine/asking.js';
import { completeIn } from './engine/completion.js';
import { literal } from './engine/shared/sparql-values.js';
import { namespaces } from './engine/shared/terms.js';
import { amountOf, element, shownAnswer } from './engine/showing.js';

/**
 * @typedef {{ name: string, label: string, value: string }} Parameter
 * @typedef {{ name: string, code: Element, parameters: Parameter[], headings: Record<string, string> }} Question
 */

const form = /** @type {HTMLFormElement} */ (document.querySelector('form.query'));
const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const choice = /** @type {HTMLSelectElement} */ (byId('question'));
const editor = /** @type {HTMLTextAreaElement} */ (byId('sparql'));
const link = /** @type {HTMLAnchorElement} */ (byId('link'));
const fields = byId('parameters');
const stop = byId('stop');
const status = byId('status');
const trouble = byId('trouble');
const place = byId('answer');
const run = /** @type {HTMLButtonElement} */ (form.querySelector('[type=submit]'));
const { dump = '', base = '', extension = '.html' } = form.dataset;
const words = JSON.parse(form.dataset.words ?? '{}');
const language = document.documentElement.lang;

/** A word of the page with what it is about. @param {string} name @param {string | number} [filling] */
const say = (name, filling = '') => String(words[name]).replace('{}', String(filling));
const tell = (/** @type {string} */ text) => {
  status.textContent = text;
};
const { ask, stop: stopAsking } = asker({ say, tell, dump, base, language });

/** @type {Map<string, Question>} */
const questions = new Map(
  [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('details.question'))].map((each) => {
    const { question: name = '', parameters = '[]', headings = '{}' } = each.dataset;
    const code = /** @type {Element} */ (each.querySelector('code'));
    return [name, { name, code, parameters: JSON.parse(parameters), headings: JSON.parse(headings) }];
  }),
);

/** What somebody wrote, while a question is shown in its place. */
let own = '';

const chosen = () => questions.get(choice.value);

/** The values in the fields. */
function values() {
  return Object.fromEntries([...fields.querySelectorAll('input')].map(({ name, value }) => [name, value]));
}

/** The query of a question with values for its parameters. @param {Question} question @param {Record<string, string>} given */
function queryOf({ code }, given) {
  const copy = /** @type {Element} */ (code.cloneNode(true));
  for (const hole of copy.querySelectorAll('var')) {
    const value = given[hole.dataset.parameter ?? ''];
    if (value !== undefined) hole.textContent = literal(value);
  }
  return copy.textContent.trim();
}

/** Shows a question in the editor, with fields for its parameters. @param {string} name @param {Record<string, string>} [given] */
function choose(name, given = {}) {
  choice.value = name;
  const question = chosen();
  const inputs = (question?.parameters ?? []).map((parameter) => {
    const id = `parameter-${parameter.name}`;
    const input = element('input', { id, name: parameter.name, autocomplete: 'off' });
    input.value = given[parameter.name] ?? parameter.value;
    return element('div', {}, element('label', { for: id }, parameter.label), input);
  });
  fields.replaceChildren(...inputs);
  editor.value = question ? queryOf(question, values()) : own;
  renew();
}

/** The address that holds the question. */
function renew() {
  const question = chosen();
  const asked = question ? { question: question.name, ...values() } : { query: editor.value };
  link.href = `#${new URLSearchParams(asked)}`;
}

/** What the address asks is put into the form; it is sent when somebody wants it, for it may come from anybody. */
function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const name = asked.get('question') ?? '';
  const query = asked.get('query');
  if (questions.has(name)) choose(name, Object.fromEntries(asked));
  else if (query !== null) {
    own = query;
    choose('');
  } else return false;
  clear();
  return true;
}

function clear() {
  trouble.replaceChildren();
  place.hidden = true;
  place.replaceChildren();
  tell('');
}

/** @param {string} text */
function complain(text) {
  const [, line, column] = /(?:ligne|at) (\d+)(?:, colonne |:)(\d+)/.exec(text) ?? [];
  trouble.replaceChildren(element('p', {}, text));
  if (line === undefined) return;
  const there = element('button', { type: 'button' }, say('goThere'));
  there.addEventListener('click', () => goTo(Number(line), Number(column)));
  trouble.append(there);
}

/** @param {number} line @param {number} column */
function goTo(line, column) {
  const lines = editor.value.split('\n');
  const before = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  const at = before + Math.min(column - 1, lines[line - 1]?.length ?? 0);
  editor.focus();
  editor.setSelectionRange(at, at);
}

async function submit() {
  clear();
  if (editor.value.trim() === '') return complain(say('empty'));
  renew();
  history.replaceState(null, '', link.href);
  stop.hidden = false;
  place.setAttribute('aria-busy', 'true');
  const asked = chosen();
  const start = performance.now();
  const mine = ask(editor.value);
  current = mine;
  try {
    const answer = await mine;
    const seconds = ((performance.now() - start) / 1000).toLocaleString(language, {
      maximumFractionDigits: 2,
    });
    const look = { say, base, extension, language, headings: asked?.headings ?? {} };
    place.replaceChildren(...shownAnswer(answer, look));
    place.hidden = false;
    const by = say(answer.by === 'endpoint' ? 'byEndpoint' : 'byBrowser');
    tell(`${amountOf(answer, look)}${language === 'fr' ? ' ; ' : '; '}${by}, ${say('seconds', seconds)}.`);
  } catch (error) {
    if (current !== mine) return;
    const isStopped = error instanceof DOMException && error.name === 'AbortError';
    tell(isStopped ? say('stopped') : '');
    if (!isStopped) complain(error instanceof Trouble ? error.message : say('broken', String(error)));
  } finally {
    if (current === mine) {
      if (document.activeElement === stop) run.focus();
      stop.hidden = true;
      place.removeAttribute('aria-busy');
    }
  }
}

/** @type {Promise<unknown> | undefined} The last query that was asked. */
let current;

/** @type {Promise<import('./engine/completion.js').Candidate[]> | undefined} */
let vocabulary;

/** The words that the editor completes: first the prefixes, then the names by how often the graph has them. */
function loadVocabulary() {
  vocabulary ??= fetch(new URL('engine/vocabulary.json', import.meta.url))
    .then((answer) => answer.json())
    .then((/** @type {[string, number][]} */ all) => [
      ...Object.keys(namespaces).map((name) => ({ name: `${name}:`, note: say('prefix'), count: 0 })),
      ...all.map(([name, count]) => ({
        name,
        note: count > 0 ? say('times', count.toLocaleString(language)) : '',
        count,
      })),
    ])
    .catch(() => []);
  return vocabulary;
}

function start() {
  form.hidden = false;
  for (const each of document.querySelectorAll('p.open')) each.toggleAttribute('hidden', false);
  const announced = element('p', { class: 'unseen', role: 'status' });
  editor.after(announced);
  completeIn(editor, {
    load: loadVocabulary,
    label: say('suggestions'),
    announce: (count) => {
      announced.textContent = say('someSuggestions', count);
    },
  });
  choice.addEventListener('change', () => choose(choice.value));
  fields.addEventListener('input', () => {
    const question = chosen();
    if (question) editor.value = queryOf(question, values());
    renew();
  });
  editor.addEventListener('input', () => {
    own = editor.value;
    // What was changed by hand is no question of the list any more.
    if (chosen()) {
      choice.value = '';
      fields.replaceChildren();
    }
    renew();
  });
  editor.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  stop.addEventListener('click', stopAsking);
  addEventListener('hashchange', () => {
    if (!readAddress()) return;
    tell(say('chosen'));
    form.scrollIntoView();
    run.focus({ preventScroll: true });
  });
  if (readAddress()) tell(say('fromAddress'));
  else choose(document.querySelector('details.question[open]')?.getAttribute('data-question') ?? '');
}

start();
