import type { Parameter, Question } from '../../base/questions.ts';
import { plainLine } from './text.ts';
import { listedYear, mostFirst, type View } from './view.ts';

/** A value for each parameter of a question to which this lab has an answer, where it has any. */
export function valuesFor({ parameters }: Question, view: View): Readonly<Record<string, string>> {
  return Object.fromEntries(parameters.map((parameter) => [parameter.name, valueFor(parameter, view)]));
}

function valueFor({ name, example }: Parameter, view: View): string {
  return frequent[name]?.(view) ?? example;
}

/** By the name of a parameter, what most works have to do with. */
const frequent: Readonly<Record<string, (view: View) => string | undefined>> = {
  name: (view) => {
    const people = view.collection.agents.filter(({ family }) => family !== undefined);
    return first(view, people, ({ name }) => plainLine(name))?.family;
  },
  journal: (view) => {
    const journals = view.collection.journals.filter(({ type }) => type === 'journal');
    const title = first(view, journals, ({ id }) => id)?.titles[0];
    return title && plainLine(title);
  },
  subject: (view) => {
    const label = first(view, view.collection.concepts, ({ id }) => id)?.labels[0];
    return label && plainLine(label);
  },
  year: (view) => view.works.map(listedYear).find((year) => year !== undefined),
};

function first<T extends { readonly id: string }>(
  view: View,
  things: readonly T[],
  name: (thing: T) => string,
): T | undefined {
  return mostFirst(view, things, name)[0]?.[0];
}
