import { yearOf } from '../base/edtf.ts';
import { plainText } from '../base/plain-text.ts';
import { type Contribution, contributionsAs, type Work } from '../base/work.ts';
import {
  addressOf,
  fullTitle,
  nameParts,
  type Run,
  referenceDate,
  stopped,
  type Typography,
  typography,
} from './citation-words.ts';

/** What APA calls the roles, and its own joining words: `et` in French, `&` in English. */
const apaWords = {
  fr: { last: ' et ', in: 'Dans ', editor: 'dir.', editors: 'dir.', pages: 'p.\u00a0', thesis: '[thèse]' },
  en: { last: ', & ', in: 'In ', editor: 'Ed.', editors: 'Eds.', pages: 'pp. ', thesis: '[Thesis]' },
} as const;

/** A reference in the style of the APA (7th edition, chapters 9 and 10), as far as the work tells. */
export function apa(work: Work, language: Typography): readonly Run[] {
  const authors = contributionsAs(work, 'author');
  const editors = contributionsAs(work, 'editor');
  const own = apaWords[language];
  const role = editors.length > 1 ? own.editors : own.editor;
  const who = authors.length > 0 ? stopped(names(authors, language)) : '';
  const byEditors = !who && editors.length > 0 ? `${names(editors, language)} (${role}).` : '';
  const isPart = work.container !== undefined && work.container.titles.length > 0;
  const title = { text: fullTitle(work, language), italic: !isPart };
  const kind = work.type === 'thesis' ? ` ${own.thesis}` : '';
  const end = { text: `${kind}${/[?!…]$/.test(title.text) && kind === '' ? '' : '.'} ` };
  const head = who || byEditors;
  const date = `(${year(work, language)}). `;
  const opening = head ? [{ text: `${head} ${date}` }, title, end] : [title, end, { text: date }];
  const address = addressOf(work);
  return [
    ...opening,
    ...(isPart ? container(work, language) : publisher(work)),
    { text: address ?? '' },
  ].filter(({ text }) => text !== '');
}

function year(work: Work, language: Typography): string {
  const date = referenceDate(work);
  if (date) return yearOf(date) ?? date;
  return work.status === 'inPress' ? typography[language].inPress : typography[language].noDate;
}

/** Up to twenty names; of more, the first nineteen and the last (section 9.8). */
function names(people: readonly Contribution[], language: Typography): string {
  const written = people.map((one) => {
    const { family, given } = nameParts(one);
    return given ? `${family}, ${initials(given)}` : family;
  });
  const last = written.at(-1) ?? '';
  if (written.length > 20) return `${written.slice(0, 19).join(', ')}, … ${last}`;
  if (written.length < 2) return last;
  return written.slice(0, -1).join(', ') + apaWords[language].last + last;
}

/** `Jean-Paul` → `J.-P.`; a particle stays as it is. */
function initials(given: string): string {
  return given
    .split(/\s+/)
    .map((word) => (/^\p{Lu}/u.test(word) ? word.split('-').map(initial).join('-') : word))
    .join(' ');
}

const initial = (part: string) => (part === '' ? '' : `${[...part][0]}.`);

function container(work: Work, language: Typography): readonly Run[] {
  const own = apaWords[language];
  const { container: host, position } = work;
  const title = { text: host?.titles[0] ? plainText(host.titles[0]) : '', italic: true };
  const pages = position?.pages?.raw ?? position?.articleNumber;
  if (host?.type === 'book' || host?.type === 'proceedings') {
    const editors = host.editors.length > 0 ? `${editorsOf(host.editors, language)}, ` : '';
    const within = position?.pages?.start ? ` (${own.pages}${position.pages.raw})` : '';
    return [{ text: own.in + editors }, title, { text: `${within}. ` }, ...publisher(work)];
  }
  const issue = position?.issue ? `(${position.issue})` : '';
  return [
    title,
    { text: position?.volume || issue ? ', ' : '' },
    { text: position?.volume ?? '', italic: true },
    { text: `${issue}${pages ? `, ${pages}` : ''}. ` },
  ];
}

function editorsOf(editors: readonly Contribution[], language: Typography): string {
  const own = apaWords[language];
  const written = editors.map((one) => {
    const { family, given } = nameParts(one);
    return given ? `${initials(given)} ${family}` : family;
  });
  const last = written.at(-1) ?? '';
  const all = written.length > 1 ? written.slice(0, -1).join(', ') + own.last + last : last;
  return `${all} (${written.length > 1 ? own.editors : own.editor})`;
}

function publisher({ publisher: body }: Work): readonly Run[] {
  return body ? [{ text: `${stopped(body.name)} ` }] : [];
}
