import type { Words } from '../base/words.ts';

// What commander says itself, it says in English; these are its sentences and headings.
const sentences: readonly (readonly [english: RegExp, french: string])[] = [
  [/^error: unknown option '(.+)'$/m, 'option inconnue « $1 »'],
  [/^error: unknown command '(.+)'$/m, 'commande inconnue « $1 »'],
  [/^error: missing required argument '(.+)'$/m, 'il manque l’argument « $1 »'],
  [/^error: option '(.+)' argument missing$/m, 'il manque une valeur à l’option « $1 »'],
  [
    /^error: option '(.+)' argument '(.+)' is invalid\. Allowed choices are (.+)\.$/m,
    'option « $1 » : « $2 » n’est pas permis ; choix permis : $3',
  ],
  [/^error: too many arguments(?: for '(.+)')?\..*$/m, 'trop d’arguments'],
  [/^\(Did you mean (.+)\?\)$/m, '(vouliez-vous $1 ?)'],
  [/^\(Did you mean one of (.+)\?\)$/m, '(vouliez-vous l’une de $1 ?)'],
];

const headings: Readonly<Record<string, Words>> = {
  'Usage:': { fr: 'Utilisation :', en: 'Usage:' },
  'Arguments:': { fr: 'Arguments :', en: 'Arguments:' },
  'Options:': { fr: 'Options :', en: 'Options:' },
  'Commands:': { fr: 'Commandes :', en: 'Commands:' },
};

/** A complaint of commander about a call, in both languages. */
export function usageWords(english: string): Words {
  const fr = sentences.reduce((text, [pattern, french]) => text.replace(pattern, french), english);
  return { fr: fr.trimEnd(), en: english.replace(/^error: /, '').trimEnd() };
}

/** A heading of commander's help, in both languages. */
export function headingWords(english: string): Words {
  return headings[english] ?? { fr: english, en: english };
}
