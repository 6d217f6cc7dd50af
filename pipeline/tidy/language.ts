import { type CodeList, codeList } from '../base/code-list.ts';
import { fold } from '../base/fold.ts';

const tag = /^([a-z]{2,3})((?:[-_](?:[a-z0-9]{2,8}))*)$/i;
// An address of lexvo.org or id.loc.gov ends in the code.
const address = /^https?:\/\/\S*\/([a-z]{2,3})$/i;
const longest = 100;
const special: ReadonlySet<string> = new Set(['mul', 'und']);

/**
 * A language as a BCP 47 tag in lower case, from a code of any part of ISO 639, a French or English name, a tag or a
 * locale such as `fr_FR`, whose region is kept. `mul` and `und` pass; undefined when unknown (crosswalk 4.2).
 */
export function tidyLanguage(words: string): string | undefined {
  const text = words.trim();
  if (text === '' || text.length > longest) return undefined;
  const code = address.exec(text)?.[1] ?? text;
  const [, primary, rest = ''] = tag.exec(code) ?? [];
  if (primary === undefined) return named(code);
  const language = coded(primary.toLowerCase());
  if (language === undefined) return rest === '' ? named(code) : undefined;
  return language + rest.toLowerCase().replaceAll('_', '-');
}

function coded(code: string): string | undefined {
  if (special.has(code)) return code;
  const list = codeList('languages');
  return codes.map((column) => list.read(column, code)).find((found) => found !== undefined);
}

const codes = ['bcp47', 'iso639-3', 'iso639-2b', 'iso639-2t'] as const;
const names = ['fr', 'en'] as const;

let folded: ReadonlyMap<string, string> | undefined;

/** By its name, accents and letter case aside. */
function named(name: string): string | undefined {
  const list = codeList('languages');
  const exact = names.map((column) => list.read(column, name)).find((found) => found !== undefined);
  if (exact !== undefined) return exact;
  folded ??= foldedNames(list);
  return folded.get(fold(name));
}

function foldedNames(list: CodeList): ReadonlyMap<string, string> {
  return new Map(
    list.terms.flatMap((term) =>
      names.flatMap((column) => {
        const name = list.write(column, term);
        return name === undefined ? [] : [[fold(name), term] as const];
      }),
    ),
  );
}
