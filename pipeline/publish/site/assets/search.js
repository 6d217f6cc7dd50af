// The search page: finds words in titles, names, journals and subjects, and narrows by year, type, person and journal.
// Everything else on the page works without it.

/**
 * @typedef {{ id: string, title: string, people: string[], journal: string, year: string, type: string, other: string, text: string }} Work
 */

const form = /** @type {HTMLFormElement} */ (document.querySelector('form.search'));
const results = /** @type {HTMLElement} */ (document.querySelector('#results'));
const status = /** @type {HTMLElement} */ (document.querySelector('#status'));
const facets = /** @type {const} */ (['year', 'type', 'person', 'journal']);
const words = JSON.parse(form.dataset.words ?? '{}');
const most = 50;

/** Letters without accents or case, as the index is searched. @param {string} text */
const fold = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** @type {Promise<{ works: Work[], types: Record<string, string> }> | undefined} */
let loading;

function load() {
  loading ??= fetch(form.dataset.index ?? '')
    .then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    })
    .then(({ works, types }) => ({
      types: types[document.documentElement.lang],
      works: works.map((/** @type {any[]} */ [id, title, people, journal, year, type, other]) => ({
        id,
        title,
        people,
        journal,
        year,
        type,
        other,
        text: ` ${fold([title, ...people, journal, year, other].join(' '))}`,
      })),
    }));
  return loading;
}

/** @param {Work} work @param {string} facet */
function valuesOf(work, facet) {
  if (facet === 'person') return work.people;
  const value = work[/** @type {'year' | 'type' | 'journal'} */ (facet)];
  return value === '' ? [] : [value];
}

async function search() {
  const data = new FormData(form);
  const query = String(data.get('q') ?? '');
  const wanted = fold(query).split(' ').filter(Boolean);
  remember(data);
  const { works, types } = await load();
  const found = works.filter(
    (work) =>
      wanted.every((word) => work.text.includes(` ${word}`)) &&
      facets.every((facet) => {
        const value = String(data.get(facet) ?? '');
        return value === '' || valuesOf(work, facet).includes(value);
      }),
  );
  const isAsked = wanted.length > 0 || facets.some((facet) => data.get(facet));
  status.textContent = isAsked ? counted(found.length) : '';
  results.replaceChildren(...(isAsked ? shown(found, types) : []));
}

/** @param {number} count */
function counted(count) {
  return `${count.toLocaleString(document.documentElement.lang)} ${count === 1 || (count === 0 && document.documentElement.lang === 'fr') ? words.work : words.works}`;
}

/** @param {Work[]} works @param {Record<string, string>} types */
function shown(works, types) {
  const list = document.createElement('ul');
  list.className = 'works';
  let next = 0;
  const more = document.createElement('button');
  more.type = 'button';
  more.textContent = words.more;
  const add = () => {
    const from = next;
    next = Math.min(works.length, next + most);
    for (const work of works.slice(from, next)) list.append(item(work, types));
    more.hidden = next >= works.length;
    if (from > 0) list.children[from]?.querySelector('a')?.focus();
  };
  more.addEventListener('click', add);
  add();
  return [list, more];
}

/** @param {Work} work @param {Record<string, string>} types */
function item(work, types) {
  const entry = document.createElement('li');
  const link = document.createElement('a');
  link.href = work.id + (form.dataset.extension ?? '.html');
  link.textContent = work.title;
  const people = work.people.slice(0, 6).join(', ') + (work.people.length > 6 ? '…' : '');
  const where = [work.journal, work.year, types[work.type]].filter(Boolean).join(', ');
  const lines = /** @type {const} */ ([
    ['title', link],
    ['by', people],
    ['where', where],
  ]);
  for (const [name, content] of lines) {
    if (content === '') continue;
    const line = document.createElement('p');
    line.className = name;
    line.append(content);
    entry.append(line);
  }
  return entry;
}

/** The address holds the question, so that it can be sent to somebody. @param {FormData} data */
function remember(data) {
  const asked = new URLSearchParams();
  for (const [name, value] of data) if (value !== '') asked.set(name, String(value));
  const text = asked.toString();
  history.replaceState(null, '', text === '' ? location.pathname : `?${text}`);
}

/** Fills the lists of the facets with what there is, the most frequent people and journals first. */
async function fill() {
  const { works, types } = await load();
  for (const facet of facets) {
    const select = /** @type {HTMLSelectElement} */ (form.elements.namedItem(facet));
    const counts = new Map();
    for (const work of works)
      for (const value of valuesOf(work, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const values = [...counts].sort(([a, some], [b, more]) =>
      facet === 'year' ? (a < b ? 1 : -1) : more - some || (a < b ? -1 : 1),
    );
    for (const [value, count] of values.slice(0, 500)) {
      select.add(new Option(`${facet === 'type' ? (types[value] ?? value) : value} (${count})`, value));
    }
    select.closest('div')?.toggleAttribute('hidden', values.length === 0);
  }
}

async function start() {
  form.hidden = false;
  const asked = new URLSearchParams(location.search);
  try {
    await fill();
  } catch {
    status.textContent = words.unavailable;
    return;
  }
  for (const [name, value] of asked) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
  }
  form.addEventListener('input', () => void search());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void search();
  });
  await search();
}

void start();
