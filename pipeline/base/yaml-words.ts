import type { Words } from './words.ts';

// biome-ignore format: a table
const known: Readonly<Record<string, Words>> = {
  BAD_ALIAS: { fr: 'ce renvoi (*) vise une ancre qui n’est pas définie avant lui dans la même notice', en: 'this alias (*) points to an anchor that is not set before it in the same record' },
  BAD_DQ_ESCAPE: { fr: 'séquence « \\ » inconnue entre guillemets doubles ; doubler la barre ou prendre des apostrophes', en: 'unknown “\\” sequence between double quotes; double the backslash or use single quotes' },
  BAD_INDENT: { fr: 'retrait inattendu, ou crochet ou accolade fermante manquante : aligner la ligne sur ses voisines', en: 'unexpected indentation, or a missing closing bracket or brace: align the line with its neighbours' },
  BAD_SCALAR_START: { fr: 'un texte ne peut pas commencer par ce caractère : le mettre entre guillemets', en: 'a text cannot begin with this character: put it between quotes' },
  BLOCK_AS_IMPLICIT_KEY: { fr: 'deux « : » sur une ligne : mettre le texte entre guillemets', en: 'two “: ” on one line: put the text between quotes' },
  BLOCK_IN_FLOW: { fr: 'liste à tirets entre crochets ou accolades', en: 'a list with dashes inside brackets or braces' },
  DUPLICATE_KEY: { fr: 'cette clé est donnée deux fois', en: 'this key is given twice' },
  KEY_OVER_1024_CHARS: { fr: 'clé de plus de 1 024 caractères : il manque sans doute un guillemet', en: 'a key of more than 1,024 characters: a quote is probably missing' },
  MISSING_CHAR: { fr: 'il manque un caractère ici (guillemet, deux-points, virgule, crochet ou espace)', en: 'a character is missing here (quote, colon, comma, bracket or space)' },
  MULTILINE_IMPLICIT_KEY: { fr: 'ligne sans « : » : il manque une clé, ou le retrait qui la rattache au texte d’avant', en: 'a line without “:”: a key is missing, or the indentation that ties it to the text before' },
  MULTIPLE_ANCHORS: { fr: 'deux ancres (&) sur une même valeur', en: 'two anchors (&) on one value' },
  MULTIPLE_DOCS: { fr: 'un second document commence ici (---) ; un seul est attendu', en: 'a second document begins here (---); one is expected' },
  NON_STRING_KEY: { fr: 'une clé doit être un texte', en: 'a key must be a text' },
  RESOURCE_EXHAUSTION: { fr: 'trop de renvois (*) : les écrire en toutes lettres', en: 'too many aliases (*): write them out' },
  TAB_AS_INDENT: { fr: 'tabulation en début de ligne : YAML n’admet que des espaces', en: 'a tab at the start of the line: YAML takes spaces only' },
  TAG_RESOLVE_FAILED: { fr: 'étiquette « ! » inconnue ici : la retirer, ou mettre le texte entre guillemets', en: 'unknown “!” tag here: remove it, or put the text between quotes' },
  UNEXPECTED_TOKEN: { fr: 'signe inattendu : retirer ce qui est en trop, ou mettre le texte entre guillemets', en: 'unexpected sign: remove what is in excess, or put the text between quotes' },
};

/** The sentence for an error of the YAML package, by its code; for a rare code, the package's own English. */
export function yamlWords(code: string, message: string): Words {
  return known[code] ?? { fr: `syntaxe YAML (en anglais) : ${message}`, en: `YAML syntax: ${message}` };
}
