import { fill, shortened, type Words } from '../base/words.ts';
import type { Received } from '../fetch/index.ts';
import { halNeedNamed } from '../write/index.ts';
import { swordValues } from './sword-reply.ts';

/** Why HAL did not take something, in sentences about what a lab can mend. */
export interface Refusal {
  readonly words: readonly Words[];
  /** Whatever is sent next would be refused as well. */
  readonly isFinal: boolean;
}

const same = (words: string): Words => ({ fr: words, en: words });
const one = (words: Words, isFinal = false): Refusal => ({ words: [words], isFinal });

/** An answer with success that does not say what it should. */
export function unclear({ status, bytes }: Received): Refusal {
  const said = shortened(bytes.toString('utf8'));
  return one(
    {
      fr: `HTTP ${status}, sans identifiant ni état que l’on comprenne (« ${said} ») ; voir l’œuvre dans HAL avant de recommencer`,
      en: `HTTP ${status} without an identifier or a status that can be understood (“${said}”); look at the work in HAL before trying again`,
    },
    true,
  );
}

/** What an answer without success means (hal.md section 4; FinHal `Hal_Sword_Server`). */
export function refusalOf(received: Received): Refusal {
  const { value, attribute } = swordValues(received.bytes);
  const error = attribute('error', 'href')?.split('/').at(-1) ?? '';
  const said = value('verboseDescription') || value('summary') || '';
  return (
    ofStatus(received, error, said) ??
    ofMetadata(said) ??
    ofSentence(error, said) ??
    one(same(`HTTP ${received.status} ${[error, shortened(said)].filter(Boolean).join(' – ')}`.trim()))
  );
}

function ofStatus({ status, headers }: Received, error: string, said: string): Refusal | undefined {
  if (status === 401)
    return one(
      {
        fr: 'HAL ne connaît pas ce compte, ou ce n’est pas son mot de passe (HAL_LOGIN, HAL_PASSWORD ou --credentials) ; la préproduction a ses propres comptes',
        en: 'HAL does not know this account, or this is not its password (HAL_LOGIN, HAL_PASSWORD or --credentials); the test server has accounts of its own',
      },
      true,
    );
  if (status >= 300 && status < 400)
    return one(
      {
        fr: `le serveur renvoie ailleurs (${headers.get('location') ?? ''}) ; rien n’y est envoyé, car le mot de passe y irait aussi`,
        en: `the server points elsewhere (${headers.get('location') ?? ''}); nothing is sent there, for the password would go with it`,
      },
      true,
    );
  if (status === 413 || error === 'MaxUploadSizeExceeded')
    return one({
      fr: 'le fichier est trop lourd pour HAL (200 Mio au plus) : data/lab.yaml (hal: files)',
      en: 'the file is too large for HAL (200 MiB at most): data/lab.yaml (hal: files)',
    });
  if (status >= 500)
    return one(
      {
        fr: `HTTP ${status} : panne de HAL (${shortened(said) || 'sans explication'}) ; réessayer plus tard, après avoir cherché l’œuvre dans HAL`,
        en: `HTTP ${status}: HAL is broken (${shortened(said) || 'it does not say why'}); try later, after looking for the work in HAL`,
      },
      true,
    );
  return undefined;
}

/** What is missing or wrong, and what is there already: JSON in the description. */
function ofMetadata(said: string): Refusal | undefined {
  const value = jsonOf(said);
  if (value === undefined) return undefined;
  const { 'duplicate-entry': duplicates, ...steps } = value;
  const ids = Object.keys(objectOf(duplicates));
  if (ids.length > 0)
    return one({
      fr: `HAL l’a déjà : ${ids.join(', ')} ; si c’est la même œuvre, le dire dans data/corrections.yaml (identifiers: hal)`,
      en: `HAL has it already: ${ids.join(', ')}; if it is the same work, say so in data/corrections.yaml (identifiers: hal)`,
    });
  const words = Object.entries(steps).flatMap(([step, errors]) => ofStep(step, errors));
  return words.length > 0 ? { words, isFinal: false } : undefined;
}

/** A step of HAL's form (`meta`, `author`, `file`, `typdoc`) and what it complains of. */
function ofStep(step: string, errors: unknown): readonly Words[] {
  if (step !== 'meta') {
    const need = halNeedNamed(step);
    return texts(errors).map((text) => (need && step !== 'author' ? asked(need, text) : author(text)));
  }
  return Object.entries(objectOf(errors)).map(([name, complaint]) => {
    const need = halNeedNamed(name);
    const why = texts(complaint).join(', ');
    return need ? asked(need, why) : same(`${name}: ${why}`);
  });
}

function asked({ words, where }: { readonly words: Words; readonly where: Words }, why: string): Words {
  return {
    fr: `HAL demande ${words.fr} : ${where.fr} (HAL dit : ${shortened(why)})`,
    en: `HAL wants ${words.en}: ${where.en} (HAL says: ${shortened(why)})`,
  };
}

function author(text: string): Words {
  const name = /affiliation/i.test(text) ? 'affiliation' : /missing author/i.test(text) ? 'author' : 'names';
  const need = halNeedNamed(name);
  return need ? asked(need, text) : same(text);
}

interface Sentence {
  /** Which error of SWORD; any when absent. */
  readonly of?: string;
  /** What it is told by. */
  readonly pattern: RegExp;
  readonly words: Words;
  readonly isFinal?: boolean;
  /** No lab can mend it. */
  readonly isOurs?: boolean;
}

/** `{said}` is what HAL said, `{id}` another identifier in it. */
// biome-ignore format: a table
const sentences: readonly Sentence[] = [
  { pattern: /^Username or UID or User External/, isFinal: true, words: { fr: 'HAL ne connaît aucun de ces propriétaires : data/lab.yaml (hal: onBehalfOf)', en: 'HAL knows none of these owners: data/lab.yaml (hal: onBehalfOf)' } },
  { pattern: /^On-Behalf-Of header is not/, isFinal: true, words: { fr: 'ce portail ne prend pas d’autres propriétaires : les ôter de data/lab.yaml (hal: onBehalfOf)', en: 'this portal takes no other owners: remove them from data/lab.yaml (hal: onBehalfOf)' } },
  { pattern: /^Basic HTTP Authentification Error/, isFinal: true, words: { fr: 'HAL ne connaît pas ce compte (HAL_LOGIN, HAL_PASSWORD ou --credentials)', en: 'HAL does not know this account (HAL_LOGIN, HAL_PASSWORD or --credentials)' } },
  { of: 'ErrorContent', pattern: /validate the AOfr schema/, isOurs: true, words: { fr: 'HAL dit que la notice n’est pas valide selon son schéma AOfr', en: 'HAL says that the notice is not valid by its AOfr schema' } },
  { of: 'ErrorContent', pattern: /^/, isOurs: true, words: { fr: 'HAL ne prend pas cette forme d’envoi ({said})', en: 'HAL does not take this form ({said})' } },
  { of: 'ErrorChecksumMismatch', pattern: /^/, words: { fr: 'l’envoi est arrivé abîmé (MD5) ; recommencer', en: 'what was sent arrived damaged (MD5); try again' } },
  { of: 'MethodNotAllowed', pattern: /^/, isFinal: true, words: { fr: 'cette adresse ne prend pas de dépôts (--server, ou hal: portal de data/lab.yaml)', en: 'this address takes no deposits (--server, or hal: portal of data/lab.yaml)' } },
  { pattern: /has moved to ([\w-]+)/, words: { fr: 'HAL a fusionné cette notice dans {id} : mettre cet identifiant dans data/deposits.tsv', en: 'HAL has merged this notice into {id}: put this identifier into data/deposits.tsv' } },
  { pattern: /status prevent it to be update/, words: { fr: 'la notice attend un modérateur, part vers arXiv ou est supprimée : HAL ne la change pas maintenant (--status dit où elle en est)', en: 'the notice waits for a moderator, goes to arXiv or is deleted: HAL does not change it now (--status says where it is)' } },
  { pattern: /can not be updated/, words: { fr: 'ce compte ne peut changer cette notice : seul un de ses propriétaires le peut', en: 'this account may not change this notice: only one of its owners may' } },
  { pattern: /can not be deleted/, words: { fr: 'HAL ne supprime qu’une notice, ou un fichier pas encore en ligne, et pour son propriétaire seulement', en: 'HAL deletes a notice only, or a file that is not online yet, and only for its owner' } },
  { pattern: /can not be found|does not match a document/, words: { fr: 'HAL ne connaît pas cet identifiant (data/deposits.tsv)', en: 'HAL does not know this identifier (data/deposits.tsv)' } },
  { pattern: /Zip|XML description|No data can be found|raw data|In-Progress/, isOurs: true, words: { fr: 'HAL n’a pu lire l’envoi ({said})', en: 'HAL could not read what was sent ({said})' } },
  { pattern: /^Internal server error|^Can't save data/, words: { fr: 'panne de HAL ({said}) ; chercher l’œuvre dans HAL avant de recommencer', en: 'HAL is broken ({said}); look for the work in HAL before trying again' } },
];

const report: Words = {
  fr: ' ; c’est une faute du programme, merci de la signaler',
  en: '; this is a bug in the program, please report it',
};

function ofSentence(error: string, said: string): Refusal | undefined {
  const found = sentences.find(({ of, pattern }) => (of === undefined || of === error) && pattern.test(said));
  if (!found) return undefined;
  const { words, isFinal, isOurs, pattern } = found;
  const { fr, en } = fill(words, { said: shortened(said), id: pattern.exec(said)?.[1] ?? '' });
  return one({ fr: fr + (isOurs ? report.fr : ''), en: en + (isOurs ? report.en : '') }, isFinal);
}

function jsonOf(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return objectOf(JSON.parse(text));
  } catch {
    // A sentence that begins with a brace.
    return undefined;
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** All texts in a value of any depth. */
function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}
