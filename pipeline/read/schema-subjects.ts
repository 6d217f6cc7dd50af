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

/** Each once; a keyword whose words are also those of a concept is that concept. */
function distinct(subjects: readonly Subject[]): readonly Subject[] {
  const words = ({ text }: Subject) => JSON.stringify([text.value, text.lang]);
  const isBare = ({ scheme, concept, code }: Subject) =>
    scheme === undefined && concept === undefined && code === undefined;
  const concepts = new Set(subjects.filter((each) => !isBare(each)).map(words));
  const seen = new Set<string>();
  return subjects.filter((subject) => {
    const { scheme, concept, code } = subject;
    const key = JSON.stringify([words(subject), scheme, concept, code]);
    if (seen.has(key) || (isBare(subject) && concepts.has(words(subject)))) return false;
    seen.add(key);
    return true;
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
