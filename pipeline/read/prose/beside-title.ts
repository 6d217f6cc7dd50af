import { imprintIn } from './bracketed-imprint.ts';
import { editorsSaid } from './container.ts';
import { namesAt } from './people.ts';
import { matches } from './words.ts';

// `[numéro spécial]`, `[communication orale]`: what APA says of the form of a work.
const form =
  /\s\[(?=(?:\p{Ll}[^\][]{2,80}|(?:Thèse|Mémoire|Communication|Conférence|Doctoral|Master|Conference|Unpublished|Numéro|Special)[^\][]{2,80})\](?:\.|\s*$))/gu;
const others = /(?:\(|,\s)(?:en collab\S* avec|avec|with|in collaboration with)\s+(?=\p{Lu})/giu;

const helpers =
  /[,.;(]\s(?:(?:avec une\s)?(?:préface|postface|avant-propos)\s(?:de|d['’])|(?:foreword|preface|afterword|translated|illustrated) by|trad(?:uit)?\.?(?: d[eu] [\p{L}’' ]{3,20})? par|\d{1,2} vol(?:s|umes)?\.?(?=\s*(?:[,.;]|$))|\d{1,2}(?:e|nd|rd|th|st)?\s(?:éd|ed)(?:ition|n)?\.?|propos recueillis par|entretien avec)(?![\p{L}])/giu;

/** Where what is said beside a title begins, though no sign ends it: its editors, others, an imprint in brackets. */
export function asideAt(words: string): number | undefined {
  const places = [editorsSaid, others, form, helpers].flatMap((pattern) =>
    [...matches(pattern, words)].flatMap((found) => (isAside(words, found) ? [found.index] : [])),
  );
  const bracket = imprintIn(words)?.start;
  const found = [...places, ...(bracket === undefined ? [] : [bracket])].filter((index) => index > 8);
  return found.length === 0 ? undefined : Math.min(...found);
}

/** `Parler, avec Max Weber, des castes` is a title; `Parler, avec Max Weber, Paris` says who wrote it. */
function isAside(words: string, { 0: found, index }: RegExpExecArray): boolean {
  if (!found.startsWith(',') || !/^,\s(?:en|avec|with|in)/iu.test(found)) return true;
  const list = namesAt(words, index + found.length);
  return list !== undefined && /^\s?,\s\p{Lu}|^\s?[.)]?\s*$/u.test(words.slice(list.end));
}
