import { readdirSync, readFileSync } from 'node:fs';
import { ontologyFile } from './code-list.ts';
import type { Words } from './words.ts';

/** A question that people ask of a lab's graph, with a name to ask it by. */
export interface Question {
  readonly name: string;
  readonly words: Words;
  /** One of `askers`. */
  readonly asker: string;
  readonly parameters: readonly Parameter[];
  /** What the columns of the answer are called, by their variables. */
  readonly headings: ReadonlyMap<string, Words>;
  /** SPARQL, in which a parameter is `$name` and the language of whoever asks `$language`. */
  readonly query: string;
}

export interface Parameter {
  readonly name: string;
  readonly example: string;
  readonly words: Words;
}

/** Who asks, in the order in which they are shown. */
export const askers: Readonly<Record<string, Words>> = {
  reader: { fr: 'Qui lit', en: 'Readers' },
  researcher: { fr: 'Qui cherche', en: 'Researchers' },
  librarian: { fr: 'Qui catalogue', en: 'Librarians' },
  lab: { fr: 'Le labo', en: 'The lab' },
};

/** All questions of `ontology/questions/`, in the order of their names. */
export function questions(): readonly Question[] {
  return readdirSync(ontologyFile('questions'))
    .filter((file) => file.endsWith('.rq'))
    .sort()
    .map((file) => questionOf(file.slice(0, -3), readFileSync(ontologyFile(`questions/${file}`), 'utf8')));
}

/** A question from its file: comments say what it is, then the query. */
function questionOf(name: string, text: string): Question {
  const said = (key: string) =>
    [...text.matchAll(new RegExp(`^# ${key}: (.*)$`, 'gm'))].map(([, value = '']) => value.trim());
  return {
    name,
    words: { fr: said('fr')[0] ?? name, en: said('en')[0] ?? name },
    asker: said('for')[0] ?? 'reader',
    parameters: said('parameter').map((line) => {
      const [, parameter = '', example = '', fr = '', en = ''] =
        /^(\w+) = (.*?) \| (.*?) \| (.*)$/.exec(line) ?? [];
      return { name: parameter, example, words: { fr, en } };
    }),
    headings: new Map(
      (said('headings')[0] ?? '').split(';').flatMap((each) => {
        const [, variable = '', fr = '', en = ''] = /^\s*(\w+) = (.*?) \| (.*?)\s*$/.exec(each) ?? [];
        return variable ? [[variable, { fr, en }] as const] : [];
      }),
    ),
    query: text.replace(/^#.*\n+/gm, ''),
  };
}
