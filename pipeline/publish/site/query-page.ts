import { askers, type Question, questions } from '../../base/questions.ts';
import { prefixesFor } from '../../base/sparql-query.ts';
import type { Rows } from '../../base/sparql-results.ts';
import { literal } from '../../base/sparql-values.ts';
import type { Language } from '../../base/words.ts';
import { fileOf } from './address.ts';
import { answerTable } from './answer-table.ts';
import { type AnswerTo, valuesIn } from './answers.ts';
import { type Html, html, type Piece } from './html.ts';
import { linksFrom, type Page } from './layout.ts';
import { queryWord, spokenWords } from './query-words.ts';
import { newestChange, type View } from './view.ts';

/** What the query page is made of, besides its view. */
export interface Queried {
  readonly answerTo: AnswerTo;
  /** The name of the dump, from which the browser answers. */
  readonly dump: string;
}

/** Rows that the page shows of an answer before anybody asked. */
const mostRows = 5;

/**
 * The query page: the questions with a name, by who asks, with their answers; and a form that scripts bring to life, to ask
 * anything else.
 */
export function queryPage(view: View, queried: Queried, language: Language): Page {
  const say = (name: Parameters<typeof queryWord>[0]) => queryWord(name, language);
  const all = questions();
  const groups = Object.entries(askers).map(([asker, words]) => ({
    title: words[language],
    questions: all.filter((question) => question.asker === asker),
  }));
  const first = groups
    .flatMap((group) => group.questions)
    .find((question) => (queried.answerTo(question, language)?.rows.length ?? 0) > 0);
  return {
    name: 'query',
    title: say('title'),
    changed: newestChange(view),
    head: html`<link rel="stylesheet" href="query.css">\n<script type="module" src="query.js"></script>\n`,
    path: [],
    main: html`<h1>${say('title')}</h1>
${introduction(view, language)}${form(view, queried.dump, groups, language)}
<h2 id="ready">${say('ready')}</h2>
${groups.map(
  (group) => html`<section class="asker">
<h3>${group.title}</h3>
${group.questions.map((question) => questionHtml(view, question, { queried, language, isOpen: question === first }))}</section>
`,
)}`,
  };
}

function introduction(view: View, language: Language): Html {
  const link = linksFrom(view, { name: 'query' }, language)('dataset');
  return language === 'fr'
    ? html`<p>Tout ce que ce site dit est un graphe RDF, que l’on interroge en SPARQL : d’abord les questions qu’on lui pose souvent, avec leurs réponses, puis les vôtres. Rien ne quitte ce site. Le graphe entier se télécharge depuis la page <a href="${link}">Données</a>.</p>\n`
    : html`<p>All that this site says is an RDF graph, to be asked in SPARQL: the questions that people often have, with their answers, and then your own. Nothing leaves this site. The whole graph can be downloaded from the page <a href="${link}">Data</a>.</p>\n`;
}

interface Group {
  readonly title: string;
  readonly questions: readonly Question[];
}

function form(view: View, dump: string, groups: readonly Group[], language: Language): Html {
  const say = (name: Parameters<typeof queryWord>[0]) => queryWord(name, language);
  const choices = groups.map(
    (group) =>
      html`<optgroup label="${group.title}">${group.questions.map(({ name, words }) => html`<option value="${name}">${words[language]}</option>`)}</optgroup>\n`,
  );
  return html`<form class="query" hidden data-dump="${dump}" data-base="${view.lab.base}" data-extension="${fileOf('', language, view.own)}" data-words="${JSON.stringify(spokenWords(language))}">
<div class="choice"><label for="question">${say('question')}</label><select id="question"><option value="">${say('own')}</option>
${choices}</select></div>
<div class="parameters" id="parameters"></div>
<div class="editor"><label for="sparql">${say('sparql')}</label>
<textarea id="sparql" rows="12" spellcheck="false" autocapitalize="off" autocomplete="off" aria-describedby="sparql-keys"></textarea>
<p class="keys" id="sparql-keys">${say('keys')}</p></div>
<div class="actions"><button type="submit">${say('run')}</button> <button type="button" id="stop" hidden>${say('stop')}</button> <a id="link" href="#ready">${say('link')}</a></div>
</form>
<p class="status" id="status" role="status"></p>
<div class="trouble" id="trouble" role="alert"></div>
<section class="reply" id="answer" aria-label="${say('answer')}" hidden></section>
`;
}

interface Shown {
  readonly queried: Queried;
  readonly language: Language;
  readonly isOpen: boolean;
}

function questionHtml(view: View, question: Question, { queried, language, isOpen }: Shown): Html {
  const { name, words, parameters, headings } = question;
  const values = valuesIn(question, view, language);
  const asked = parameters.map(({ name: parameter, words: meant }) => ({
    name: parameter,
    label: meant[language],
    value: values[parameter] ?? '',
  }));
  const columns = Object.fromEntries([...headings].map(([variable, each]) => [variable, each[language]]));
  const given = asked.map(({ label, value }) => `${label}${language === 'fr' ? '\u00a0: ' : ': '}${value}`);
  return html`<details class="question" data-question="${name}" data-parameters="${JSON.stringify(asked)}" data-headings="${JSON.stringify(columns)}"${isOpen && html` open`}>
<summary>${words[language]}${given.length > 0 && html` <span class="given">(${given.join(', ')})</span>`}</summary>
${answer(view, question, queried.answerTo(question, language), language)}<pre tabindex="0"><code>${queryHtml(question, values)}</code></pre>
<p class="open" hidden><a href="#question=${name}">${queryWord('open', language)}<span class="unseen">${language === 'fr' ? '\u00a0: ' : ': '}${words[language]}</span></a></p>
</details>
`;
}

function answer(view: View, question: Question, rows: Rows | undefined, language: Language): Html {
  if (rows === undefined) return html`<p>${queryWord('notAsked', language)}</p>\n`;
  if (rows.rows.length === 0) return html`<p>${queryWord('none', language)}</p>\n`;
  return answerTable(view, rows, {
    title: question.words[language],
    headingOf: (variable) => question.headings.get(variable)?.[language] ?? variable,
    most: mostRows,
    language,
  });
}

/** The query as any SPARQL engine takes it; the scripts find the values of its parameters in it. */
function queryHtml({ query, parameters }: Question, values: Readonly<Record<string, string>>): Html {
  const pieces = query.split(/\$(\w+)/).map((piece, at): Piece => {
    if (at % 2 === 0) return piece;
    const value = values[piece];
    if (value === undefined) return `$${piece}`;
    if (!parameters.some(({ name }) => name === piece)) return literal(value);
    return html`<var data-parameter="${piece}">${literal(value)}</var>`;
  });
  const declared = prefixesFor(query).replace(/> (?=PREFIX)/g, '>\n');
  return html`${declared}${pieces}`;
}
