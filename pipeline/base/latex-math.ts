import {
  accents,
  fontCommands,
  letters,
  silentArguments,
  styles,
  symbols,
  verbatimArguments,
} from './latex-words.ts';

const degree = /^\s*\^\s*\{?\s*\\(?:circ|degree)\s*\}?\s*$/;
const script = /[_^](?:\{[^{}\\$]{1,40}\}|[^\s{}\\_^$])/g;
const onlyScripts = /^(?:\{\})?(?:[_^](?:\{[^{}\\$]{1,40}\}|[^\s{}\\_^$]))+$/;

/** Whether a formula is the sign of degrees, `^\circ`. */
export function isDegree(formula: string): boolean {
  return degree.test(formula);
}

/** The indices and exponents of a formula that is nothing else, such as the `_2` of `CO$_2$`; none for any other. */
export function bareScripts(
  formula: string,
): readonly { readonly place: 'sub' | 'sup'; readonly words: string }[] {
  if (!onlyScripts.test(formula)) return [];
  return Array.from(formula.matchAll(script), ([whole]) => ({
    place: whole.startsWith('_') ? ('sub' as const) : ('sup' as const),
    words: whole.slice(1).replace(/[{}]/g, ''),
  }));
}

/** Whether each command of a formula has words or a sign in Unicode. */
export function isSpeakable(formula: string): boolean {
  return Array.from(formula.matchAll(/\\([A-Za-z]+|[\s\S])/g), ([, name = '']) => name).every(isKnown);
}

const known = [
  ...[accents, letters, symbols, styles],
  ...[fontCommands, silentArguments, verbatimArguments],
] as const;
const isKnown = (name: string) => known.some((table) => table.has(name));
