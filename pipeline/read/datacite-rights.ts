import { codeList } from '../base/code-list.ts';
import type { Draft, DraftLicence } from '../base/draft.ts';
import type { Access } from '../base/work.ts';
import { said } from './datacite-words.ts';
import { keep, keepOthers, type Part, partsOf, words } from './json-part.ts';

/** What a record's rights come to. */
export interface Rights {
  readonly licences: readonly DraftLicence[];
  readonly access: Draft['access'];
}

const known: ReadonlySet<string> = new Set([
  ...['rights', 'rightsUri', 'rightsIdentifier', 'rightsIdentifierScheme', 'schemeUri', 'lang'],
]);

/**
 * Licences, and statements of access in the words of info:eu-repo or COAR; the first of those counts. An embargo ends on
 * the day that is named, or when the work becomes available.
 */
export function rightsOf(record: Part, available: string | undefined): Rights {
  const licences = new Map<string, DraftLicence>();
  let status: Access | undefined;
  let until: string | undefined;
  for (const part of partsOf(record, 'rightsList')) {
    keepOthers(part, known);
    const end = embargoEnd.exec(words(part, 'rightsUri') ?? words(part, 'rights') ?? '')?.[1];
    const access = accessOf(part);
    if (end !== undefined) until ??= end;
    else if (access !== undefined) {
      if (status !== undefined && status !== access) keepRights(part);
      status ??= access;
    } else {
      const licence = licenceOf(part);
      if (licence && !licences.has(licence.words)) licences.set(licence.words, licence);
    }
  }
  if (until !== undefined) status ??= 'embargoed';
  const embargoUntil = status === 'embargoed' ? (until ?? available) : until;
  return { licences: [...licences.values()], access: status && { status, embargoUntil } };
}

const embargoEnd = /^info:eu-repo\/date\/embargoEnd\/(\S{4,10})$/i;
const coarForm =
  /^https?:\/\/(?:purl\.org\/coar\/access_right|vocabularies\.coar-repositories\.org\/access_rights)\/(c_\w+)\/?$/i;
const infoForm = /^info:eu-repo\/semantics\/(\w+Access)$/i;

function accessOf(part: Part): Access | undefined {
  const [uri, text] = [words(part, 'rightsUri'), words(part, 'rights')];
  const stated = accessIn(uri);
  const label = accessIn(text) ?? accessNamed(text);
  if (stated !== undefined && label !== stated) keep(part, 'rights', text);
  return (stated ?? (uri === undefined ? label : undefined)) as Access | undefined;
}

function accessIn(text: string | undefined): string | undefined {
  const list = codeList('access');
  const [coar, info] = [coarForm.exec(text ?? '')?.[1], infoForm.exec(text ?? '')?.[1]];
  return (coar && list.read('coar', coar)) ?? (info && list.read('infoEuRepo', info));
}

/** `Open Access` in words, and `Closed Access` as info:eu-repo calls it. */
function accessNamed(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const list = codeList('access');
  return list.read('en', text) ?? list.read('fr', text) ?? list.read('infoEuRepo', text.replace(/\s/g, ''));
}

// Addresses that name a licence and its version by themselves.
const telling =
  /^https?:\/\/(?:www\.)?(?:creativecommons|spdx|opensource|opendatacommons|gnu|apache)\.org\//i;

/** The address of a licence, else its code, else its words. */
function licenceOf(part: Part): DraftLicence | undefined {
  const [uri, text, code] = [words(part, 'rightsUri'), said(part, 'rights'), words(part, 'rightsIdentifier')];
  const lang = words(part, 'lang');
  if (code?.toLowerCase() === 'notspecified') {
    keepRights(part);
    return undefined;
  }
  const listed = code === undefined ? undefined : codeList('licences').read('spdx', code);
  const isSaidByCode = listed !== undefined && !(uri !== undefined && /creativecommons/i.test(uri));
  const address = isSaidByCode ? listed : uri;
  if (address !== undefined) {
    const isNamed = text !== undefined && codeList('licences').read('en', text) === address;
    if (!telling.test(uri ?? '') && !isSaidByCode && !isNamed) {
      for (const key of ['rights', 'rightsIdentifier', 'lang']) keep(part, key, part.of[key]);
    }
    if (uri !== undefined && uri !== address && !telling.test(uri)) keep(part, 'rightsUri', uri);
    return { words: address };
  }
  if (text !== undefined) {
    if (code !== text) keep(part, 'rightsIdentifier', code);
    return { words: text, lang };
  }
  return code === undefined ? undefined : { words: code };
}

function keepRights(part: Part): void {
  for (const key of known) keep(part, key, part.of[key]);
}
