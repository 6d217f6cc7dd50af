import { isFileAddress, isHalAddress, isIdentifierAddress } from '../base/address-form.ts';
import type { DraftIdentifier } from '../base/draft.ts';
import { isWebAddress } from '../base/iri.ts';
import type { Issn } from '../base/work.ts';
import { bareDoi } from './doi.ts';

/** What words that should identify something turn out to be. */
export type Sense =
  | { readonly kind: 'identifier'; readonly identifier: DraftIdentifier }
  | { readonly kind: 'issn'; readonly issn: Issn }
  | { readonly kind: 'isbn'; readonly value: string }
  | { readonly kind: 'address'; readonly role: 'landing' | 'fulltext'; readonly url: string }
  | { readonly kind: 'prose' };

/** Schemes by their labels, as repositories print them before a number. */
const labels: ReadonlyMap<string, string> = new Map(
  Object.entries({
    doi: 'doi',
    hdl: 'handle',
    handle: 'handle',
    ark: 'ark',
    arxiv: 'arxiv',
    pmid: 'pmid',
    pubmed: 'pmid',
    pmcid: 'pmcid',
    pmc: 'pmcid',
    pubmedcentral: 'pmcid',
    nnt: 'nnt',
    halid: 'hal',
    'hal id': 'hal',
    wos: 'wos',
    isi: 'wos',
    bibcode: 'bibcode',
    swhid: 'swhid',
    inspire: 'inspire',
    ppn: 'ppn',
    oai: 'oai',
    'report n°': 'report-number',
    'patent n°': 'patent-number',
    isbn: 'isbn',
    eisbn: 'isbn',
    pisbn: 'isbn',
    'isbn-10': 'isbn',
    'isbn-13': 'isbn',
    issn: 'issn',
    eissn: 'eissn',
    'e-issn': 'eissn',
    pissn: 'pissn',
    'p-issn': 'pissn',
    lissn: 'lissn',
    'issn-l': 'lissn',
    ean13: 'isbn',
    purl: 'url',
    url: 'url',
    uri: 'url',
  }),
);

const media: ReadonlyMap<string, Issn['medium']> = new Map([
  ['issn', undefined],
  ['eissn', 'electronic'],
  ['pissn', 'print'],
  ['lissn', 'linking'],
]);

const labelled = /^(?:urn:|info:)?([a-z][a-z -]{1,14}(?:n°)?(?:-1[03])?)\s?[:/]\s?(?!\/)(\S.*)$/i;
const spaced = /^([ep]?-?iss?n(?:-l)?|e?isbn(?:-1[03])?)\s+(\S.*)$/i;
const alternative = /^info:eu-repo\/semantics\/altIdentifier\/([\w-]+)\/(.+)$/i;

/** What a value is, by the scheme stated, its label or its form; `prose` when it is none of an identifier. */
export function senseOf(words: string, stated?: string): Sense {
  const scheme = stated === undefined ? undefined : labels.get(stated.toLowerCase());
  const [, other, value] = alternative.exec(words) ?? [];
  if (other !== undefined && value !== undefined)
    return senseIn(labels.get(other.toLowerCase()) ?? other, value);
  const [, label = '', rest] = labelled.exec(words) ?? spaced.exec(words) ?? [];
  const said = labels.get(label.toLowerCase().trim());
  if (said !== undefined && rest !== undefined && said !== 'oai') return senseIn(said, rest);
  if (scheme !== undefined && scheme !== 'url') return senseIn(scheme, words);
  const sense = senseOfForm(words);
  // A scheme that we know nothing of is one all the same.
  if (scheme === undefined && isUnnamed(sense) && stated !== undefined && isSchemeName(stated))
    return { kind: 'identifier', identifier: { scheme: stated.toLowerCase(), value: words } };
  return sense;
}

const isUnnamed = (sense: Sense) =>
  sense.kind === 'identifier' && ['urn', undefined].includes(sense.identifier.scheme);
const isSchemeName = (name: string) => /^[a-z][\w-]{1,40}$/i.test(name);

function senseIn(scheme: string, value: string): Sense {
  if (media.has(scheme)) {
    const medium = media.get(scheme);
    return { kind: 'issn', issn: medium ? { value, medium } : { value } };
  }
  if (scheme === 'isbn') return { kind: 'isbn', value };
  if (scheme === 'url') return senseOfForm(value);
  return { kind: 'identifier', identifier: { scheme: scheme.toLowerCase(), value } };
}

const hal = /^(?:oai:hal:)?[a-z][a-z0-9]*[-_]0\d{7}(?:v\d+)?$/i;
const handle = /^(?:https?:\/\/hdl\.handle\.net\/|hdl:|info:hdl\/|(?=20\.500\.\d))\d[\d.]*\/\S+$/i;
const issnForm = /^\d{4}-\d{3}[\dxX]$/;

function senseOfForm(words: string): Sense {
  const doi = bareDoi(words);
  if (doi !== undefined || /^(?:info:doi\/|doi\s?:\s?10\.)/i.test(words)) {
    return identified('doi', words);
  }
  if (hal.test(words)) return identified('hal', words);
  if (issnForm.test(words)) return { kind: 'issn', issn: { value: words } };
  if (isIsbn(words)) return { kind: 'isbn', value: words };
  if (handle.test(words)) return identified('handle', words);
  if (isWebAddress(words)) return address(words);
  if (/^ark:/i.test(words)) return identified('ark', words);
  if (/^urn:/i.test(words)) return identified('urn', words);
  if (/^oai:/i.test(words)) return identified('oai', words);
  return words.length > 30 && /\s\S+\s\S+\s/.test(words)
    ? { kind: 'prose' }
    : { kind: 'identifier', identifier: { value: words } };
}

function identified(scheme: string, value: string): Sense {
  return { kind: 'identifier', identifier: { scheme, value } };
}

function address(url: string): Sense {
  // Tidying knows which.
  if (!isHalAddress(url) && isIdentifierAddress(url))
    return { kind: 'identifier', identifier: { value: url } };
  return { kind: 'address', role: isFileAddress(url) ? 'fulltext' : 'landing', url };
}

/** Thirteen digits of a book, or ten with the hyphens or spaces of an ISBN: `90 - 5892 - 032 - 1`. */
function isIsbn(words: string): boolean {
  if (words.length > 40 || !/^\d[\d\s\u2010-\u2015-]+[\dXx]$/.test(words)) return false;
  const digits = words.replace(/[^\dXx]/g, '');
  if (/^97[89]\d{10}$/.test(digits)) return true;
  return (
    /^\d{9}[\dXx]$/.test(digits) &&
    /^\d+(?:\s?[\u2010-\u2015-]\s?|\s)\d+(?:\s?[\u2010-\u2015-]\s?|\s)/.test(words)
  );
}
