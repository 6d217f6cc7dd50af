import type { DraftIdentifier } from '../base/draft.ts';
import { isWebAddress } from '../base/iri.ts';
import { schemeName } from '../base/scheme-name.ts';
import type { Identifier } from '../base/work.ts';
import { issn, schemes } from './scheme.ts';

/**
 * I1–I4 and I6: an identifier in the form that we store, with its IRI. One that fails its check is kept as given,
 * without an IRI, and is not valid; one of a scheme that we do not know is neither checked nor changed. A HAL id loses
 * its version here, for the model keeps versions with the links.
 */
export function tidyIdentifier(draft: DraftIdentifier): { identifier: Identifier; valid: boolean } {
  const text = draft.value.trim();
  const stated = draft.scheme === undefined ? undefined : schemeNamed(draft.scheme);
  const scheme = stated ?? recognised(text);
  const read = schemes.get(scheme);
  if (!read) {
    const iri = isWebAddress(text) ? text : undefined;
    return { identifier: asserted(draft, { scheme, value: text, iri }), valid: true };
  }
  const known = read(text);
  return known
    ? { identifier: asserted(draft, { scheme, value: known.value, iri: known.iri }), valid: true }
    : { identifier: asserted(draft, { scheme, value: text }), valid: false };
}

/** I3: an ISSN with hyphen and upper-case X; one that fails its check stays as given. */
export function tidyIssn(value: string): { value: string; valid: boolean } {
  const text = value.trim();
  const known = issn(text);
  return { value: known?.value ?? text, valid: known !== undefined };
}

/** Other names of the schemes, letters and digits only. */
const aliases: ReadonlyMap<string, string> = new Map([
  ...alias('hal', 'halid documenthal'),
  ...alias('idhal', 'idhalstring'),
  ...alias('issn', 'eissn pissn lissn issnl'),
  ...alias('isbn', 'eisbn isbn10 isbn13'),
  ...alias('handle', 'hdl'),
  ...alias('pmid', 'pubmed pubmedid medline'),
  ...alias('pmcid', 'pmc pubmedcentral'),
  ...alias('url', 'uri'),
]);

function schemeNamed(words: string): string | undefined {
  if (schemes.has(words)) return words;
  const name = schemeName(words);
  const tight = name?.replaceAll('-', '') ?? '';
  return aliases.get(tight) ?? (schemes.has(tight) ? tight : name);
}

/** What an identifier looks like when its source does not say: by its address first, then by its own form. */
// biome-ignore format: a table
const forms: readonly (readonly [scheme: string, form: RegExp, checked?: 'checked'])[] = [
  ['doi',      /^(?:doi\s?:?\s?10\.|10\.\d{4,9}(?:\.\d+)*\/|info:doi\/|urn:doi:|(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/10|info:eu-repo\/semantics\/altIdentifier\/doi\/)/i],
  ['orcid',    /^(?:(?:https?:\/\/)?(?:www\.)?orcid\.org\/|orcid\s?:|0000-000[1-3]-\d{4}-\d{3}[\dx]$|0009-\d{4}-\d{4}-\d{3}[\dx]$)/i],
  ['isni',     /^(?:(?:https?:\/\/)?(?:www\.)?isni\.org\/|isni[\s:]|\d{4} \d{4} \d{4} \d{3}[\dx]$)/i],
  ['idref',    /^(?:https?:\/\/(?:www\.)?idref\.fr\/|idref[\s:])/i],
  ['viaf',     /^(?:https?:\/\/(?:www\.)?viaf\.org\/viaf\/|viaf[\s:])/i],
  ['ror',      /^(?:https?:\/\/)?(?:www\.)?ror\.org\//i],
  ['ark',      /^(?:info:eu-repo\/semantics\/altIdentifier\/)?ark:|^https?:\/\/[^\s]{1,200}\/ark:/i],
  ['idhal',    /^https?:\/\/cv\.(?:hal\.science|archives-ouvertes\.fr)\//i],
  ['hal',      /^oai:hal:|^hal id\s?:|^https?:\/\/(?:[a-z0-9-]+\.)*(?:hal\.science|archives-ouvertes\.fr|hal\.[a-z-]+\.fr)\/[a-z][a-z0-9]*[-_]\d+(?:v\d+)?(?:\/|$)|^[a-z][a-z0-9]*[-_]0\d{7}(?:v\d+)?$/i],
  ['handle',   /^(?:https?:\/\/hdl\.handle\.net\/|hdl:|info:hdl\/)/i],
  ['arxiv',    /^(?:https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\/|arxiv:)/i],
  ['pmid',     /^(?:https?:\/\/(?:(?:www\.)?ncbi\.nlm\.nih\.gov\/pubmed\/|pubmed\.ncbi\.nlm\.nih\.gov\/)\d+|pmid\s?:|info:pmid\/)/i],
  ['pmcid',    /^(?:https?:\/\/(?:(?:www\.)?ncbi\.nlm\.nih\.gov\/pmc|pmc\.ncbi\.nlm\.nih\.gov)\/articles\/PMC|pmcid\s?:|PMC\d{3,9}$)/i],
  ['nnt',      /^(?:https?:\/\/(?:www\.)?theses\.fr\/|nnt\s?:\s?)?\d{4}[A-Z]{2,4}[A-Z0-9]{4,6}(?:\/(?:document|id)?)?$/i],
  ['openalex', /^https?:\/\/(?:api\.)?openalex\.org\/(?:[a-z]+\/)?[wasipfctg]\d+$/i],
  ['wikidata', /^https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/q\d+$/i],
  ['isbn',     /^(?:urn:e?isbn:|e?-?isbn|info:eu-repo\/semantics\/altIdentifier\/isbn\/)/i],
  ['issn',     /^(?:urn:issn:|[epl]?-?issn|https?:\/\/portal\.issn\.org\/resource\/issn|info:eu-repo\/semantics\/altIdentifier\/[epl]?issn\/)/i],
  // Bare digits are only what they claim to be when their check digit agrees.
  ['issn',     /^\d{4}-\d{3}[\dx]$/i, 'checked'],
  ['isbn',     /^97[89][\d -]{10,14}$|^\d[\d -]{8,11}[\dx]$/i, 'checked'],
  ['url',      /^https?:\/\//i, 'checked'],
];

function recognised(text: string): string {
  for (const [scheme, form, checked] of forms) {
    if (form.test(text) && (!checked || schemes.get(scheme)?.(text))) return scheme;
  }
  return 'unknown';
}

function asserted({ assertedBy }: DraftIdentifier, { scheme, value, iri }: Identifier): Identifier {
  return { scheme, value, iri, assertedBy };
}

function alias(scheme: string, names: string): readonly (readonly [string, string])[] {
  return names.split(' ').map((name) => [name, scheme] as const);
}
