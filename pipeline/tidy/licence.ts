import { codeList } from '../base/code-list.ts';
import type { DraftLicence } from '../base/draft.ts';
import { isWebAddress } from '../base/iri.ts';
import type { Iri, Licence } from '../base/work.ts';
import { tidyDate } from './date.ts';
import { tidyLanguage } from './language.ts';

/**
 * Crosswalk 4.2: one IRI for each licence and version, the words alone when they name no licence we know. `versioned` is
 * false when a licence that has versions came without: it keeps the address it was given and is not made a 4.0.
 */
export function tidyLicence(draft: DraftLicence): { licence: Licence; versioned: boolean } {
  const words = draft.words.trim();
  const iri = words.length > longest ? undefined : iriOf(words);
  const licence: Licence = {
    iri,
    text:
      iri === undefined
        ? { value: words, lang: draft.lang && (tidyLanguage(draft.lang) ?? draft.lang.toLowerCase()) }
        : undefined,
    appliesTo: draft.appliesTo,
    from: draft.from === undefined ? undefined : tidyDate(draft.from)?.value,
  };
  return { licence, versioned: iri === undefined || !unversioned.test(iri) };
}

const longest = 2000;
const unversioned =
  /^https?:\/\/(?:(?:www\.)?creativecommons\.org\/(?:licenses|publicdomain)\/[a-z+-]+\/?(?:deed\.[a-z]+)?$|[a-z.-]+\/licences\/etalab\/?$)/i;

function iriOf(words: string): Iri | undefined {
  if (/^https?:/i.test(words)) return addressed(words);
  // CC0 has had one version only.
  if (/^cc[ -]?(?:0|zero)$/i.test(words)) return ccIri('publicdomain', 'zero', '1.0', undefined);
  return short(words) ?? listed(words);
}

const creativeCommons =
  /^https?:\/\/(?:www\.)?creativecommons\.org\/(licenses|publicdomain)\/([a-z+-]+)\/(\d\.\d)(?:\/([a-z]{2,3}|igo))?(?:\/(?:(?:deed|legalcode)(?:\.[a-z-]+)?)?)?(?:[?#].*)?$/i;
const spdx = /^https?:\/\/(?:www\.)?spdx\.org\/licenses\/([A-Za-z0-9.+-]+?)(?:\.html|\.json|\.txt)?\/?$/;

/** A licence's address in its only spelling; any other address as it is. */
function addressed(words: string): Iri | undefined {
  const [, kind = '', code = '', version = '', place] = creativeCommons.exec(words) ?? [];
  if (version) return ccIri(kind.toLowerCase(), code.toLowerCase(), version, place?.toLowerCase());
  const id = spdx.exec(words)?.[1];
  if (id !== undefined) return codeList('licences').read('spdx', id) ?? `https://spdx.org/licenses/${id}`;
  return isWebAddress(words) ? words : undefined;
}

const code =
  /^(?:licen[cs]e )?cc[ _-]{1,3}(by(?:[ _-](?:nc|nd|sa)){0,2})(?:[ _-]{1,3}v?(\d(?:\.\d)?))?(?:[ _-]([a-z]{2}|int|international|unported|generic))?$/i;
const versions: ReadonlySet<string> = new Set(['1.0', '2.0', '2.1', '2.5', '3.0', '4.0']);
const unported: ReadonlySet<string> = new Set(['int', 'international', 'unported', 'generic']);

/** `CC BY-NC-ND 4.0`, `cc-by`. */
function short(words: string): Iri | undefined {
  const [, elements = '', number, place] = code.exec(words) ?? [];
  const name = elements.toLowerCase().replace(/[ _]/g, '-');
  const plain = name === '' ? undefined : codeList('licences').read('openalex', `cc-${name}`);
  if (plain === undefined || number === undefined) return plain;
  const version = number.includes('.') ? number : `${number}.0`;
  if (!versions.has(version)) return undefined;
  const port = place?.toLowerCase();
  return ccIri('licenses', name, version, port === undefined || unported.has(port) ? undefined : port);
}

/** By its name or code in the list of licences. */
function listed(words: string): Iri | undefined {
  const list = codeList('licences');
  // OpenAlex says `public-domain` of works given to it and of works fallen into it: not one licence.
  const columns = words.toLowerCase() === 'public-domain' ? ['fr', 'en'] : ['spdx', 'fr', 'en', 'openalex'];
  return columns.map((column) => list.read(column, words)).find((found) => found !== undefined);
}

function ccIri(kind: string, name: string, version: string, place: string | undefined): Iri {
  return `https://creativecommons.org/${kind}/${name}/${version}/${place === undefined ? '' : `${place}/`}`;
}
