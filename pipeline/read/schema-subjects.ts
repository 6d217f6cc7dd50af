import { isWebAddress } from '../base/iri.ts';
import type { LangText, Subject } from '../base/work.ts';
import { keep } from './json-part.ts';
import { keepUnread, type Node, textsOf, type Value, valuesOf, words, wordsOf } from './schema-node.ts';

/** Keywords, and what the work is about. */
export function subjectsOf(work: Node): readonly Subject[] {
  return distinct([...subjectsAt(work, 'keywords'), ...subjectsAt(work, 'about')]);
}

const ofTerm = new Set(['name', 'termCode', 'inDefinedTermSet', 'url', 'identifier', 'sameAs']);

function subjectsAt(work: Node, key: string): readonly Subject[] {
  const values = valuesOf(work, key);
  return values.flatMap(({ at, text, node }): readonly Subject[] => {
    if (text) return keywords(text, values.length === 1).map((each) => ({ text: each }));
    if (!node) return [];
    const [name, ...others] = textsOf(node, 'name');
    const concept = [node.id, ...wordsOf(node, 'url'), ...wordsOf(node, 'sameAs')].find(
      (each) => each !== undefined && isWebAddress(each),
    );
    if (name === undefined) {
      keep(work, at, node.of);
      return [];
    }
    for (const other of others) keep(node, 'name', other);
    keepUnread(node, ofTerm);
    const code = words(node, 'termCode') ?? words(node, 'identifier');
    return [{ text: name, scheme: schemeOf(node), concept, code }];
  });
}

/** Each once; one that says more than its words is not the same as the words alone. */
function distinct(subjects: readonly Subject[]): readonly Subject[] {
  const seen = new Set<string>();
  return subjects.filter(({ text, scheme, concept, code }) => {
    const key = JSON.stringify([text.value, text.lang, scheme, concept, code]);
    return !seen.has(key) && seen.add(key);
  });
}

/** L1: one text of several keywords is split at `;`, else at the commas that schema.org lets part them. */
function keywords(text: LangText, isAlone: boolean): readonly LangText[] {
  const mark = text.value.includes(';') ? ';' : isAlone && !/[()]/.test(text.value) ? ',' : undefined;
  if (mark === undefined) return [text];
  const pieces = text.value.split(mark).map((value) => value.trim());
  return pieces.filter((value) => value !== '').map((value) => ({ ...text, value }));
}

function schemeOf(term: Node): string | undefined {
  const said = valuesOf(term, 'inDefinedTermSet').flatMap(({ at, text, node }: Value) => {
    const address =
      text?.value ??
      (node && [node.id, words(node, 'url')].find((each) => each !== undefined && isWebAddress(each)));
    if (address !== undefined && isWebAddress(address)) return [address];
    keep(term, at, text?.value ?? node?.of);
    return [];
  });
  return said[0];
}
