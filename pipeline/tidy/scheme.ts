import { encodeIriPart, isWebAddress } from '../base/iri.ts';
import { isbn13Key, passesMod11, passesMod11Radix2, passesNoid, passesRor } from './check-digit.ts';

/** A value in the form that we store, with its IRI where the scheme has one. */
export interface Known {
  readonly value: string;
  readonly iri?: string | undefined;
}

/** Reads a value of one scheme in any of its usual forms; undefined when it is none or fails its check. */
export type Scheme = (text: string) => Known | undefined;

/** The schemes that we can check, with the forms and IRIs of vocabularies section 5. */
export const schemes: ReadonlyMap<string, Scheme> = new Map<string, Scheme>([
  ['doi', doi],
  ['hal', hal],
  ['orcid', orcid],
  ['isni', isni],
  ['idref', idref],
  [
    'viaf',
    simple(
      /^(?:https?:\/\/(?:www\.)?viaf\.org\/viaf\/|viaf\s?:?\s?)?(\d{1,22})\/?$/i,
      (id) => `http://viaf.org/viaf/${id}`,
    ),
  ],
  ['ror', ror],
  ['issn', issn],
  ['isbn', isbn],
  ['idhal', idhal],
  ['ark', ark],
  [
    'handle',
    simple(
      /^(?:https?:\/\/hdl\.handle\.net\/|hdl:|info:hdl\/)?(\d[\d.]*\/\S+)$/i,
      (id) => `https://hdl.handle.net/${encodeIriPart(id)}`,
    ),
  ],
  [
    'arxiv',
    simple(
      /^(?:https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\/|arxiv:\s?)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/i,
      (id) => `https://arxiv.org/abs/${id}`,
    ),
  ],
  [
    'pmid',
    simple(
      /^(?:https?:\/\/(?:(?:www\.)?ncbi\.nlm\.nih\.gov\/pubmed\/|pubmed\.ncbi\.nlm\.nih\.gov\/)|(?:pmid|pubmed|info:pmid\/|medline)\s?:?\s?)?(\d{1,9})\/?$/i,
      (id) => `https://pubmed.ncbi.nlm.nih.gov/${id}/`,
    ),
  ],
  ['pmcid', pmcid],
  ['nnt', nnt],
  [
    'openalex',
    simple(
      /^(?:https?:\/\/(?:api\.)?openalex\.org\/(?:[a-z]+\/)?)?([wasipfctg]\d+)$/i,
      (id) => `https://openalex.org/${id}`,
      upper,
    ),
  ],
  [
    'wikidata',
    simple(
      /^(?:https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/|wd:)?(q\d+)$/i,
      (id) => `http://www.wikidata.org/entity/${id}`,
      upper,
    ),
  ],
  ['url', (text) => (isWebAddress(text) ? { value: text, iri: text } : undefined)],
]);

const doiPrefix =
  /^(?:doi\s?:?\s?|info:doi\/|urn:doi:|(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|info:eu-repo\/semantics\/altIdentifier\/doi\/)/i;
const doiForm = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;

/** I1: bare, ASCII letters in lower case, percent signs decoded once, without the punctuation of its sentence. */
function doi(text: string): Known | undefined {
  let bare = text;
  while (doiPrefix.test(bare)) bare = bare.replace(doiPrefix, '');
  const value = withoutStops(percentDecoded(bare)).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  return doiForm.test(value) ? { value, iri: `https://doi.org/${encodeIriPart(value)}` } : undefined;
}

const halForm =
  /^(?:https?:\/\/(?:[a-z0-9-]+\.)*(?:hal\.science|archives-ouvertes\.fr|hal\.[a-z-]+\.fr|inria\.hal\.science)\/|oai:hal:|hal id\s?:\s?|hal\s?:\s?)?([a-z][a-z0-9]*[-_]\d+)(?:v\d+)?(?:\/(?:document|file\/\S*)?)?$/i;

/** I6: the id without its version, in the value as in the IRI; which version was meant stays with the work's links. */
function hal(text: string): Known | undefined {
  const value = halForm.exec(text)?.[1]?.toLowerCase();
  return value === undefined ? undefined : { value, iri: `https://hal.science/${value}` };
}

const orcidForm =
  /^(?:(?:https?:\/\/)?(?:www\.)?orcid\.org\/|orcid\s?:?\s?)?(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dx])\/?$/i;

/** I2 */
function orcid(text: string): Known | undefined {
  const value = hyphened(orcidForm.exec(text));
  return value === undefined ? undefined : { value, iri: `https://orcid.org/${value}` };
}

const isniForm =
  /^(?:(?:https?:\/\/)?(?:www\.)?isni\.org\/(?:isni\/)?|isni\s?:?\s?)?(\d{4})[ -]?(\d{4})[ -]?(\d{4})[ -]?(\d{3}[\dx])\/?$/i;

/** I2 */
function isni(text: string): Known | undefined {
  const value = hyphened(isniForm.exec(text));
  return value === undefined
    ? undefined
    : { value, iri: `https://isni.org/isni/${value.replaceAll('-', '')}` };
}

function hyphened(match: RegExpExecArray | null): string | undefined {
  if (!match) return undefined;
  const value = match.slice(1, 5).join('-').toUpperCase();
  return passesMod11Radix2(value.replaceAll('-', '')) ? value : undefined;
}

const idrefForm = /^(?:https?:\/\/(?:www\.)?idref\.fr\/|idref\s?:?\s?)?(\d{8}[\dx])(?:\/(?:id)?)?$/i;

function idref(text: string): Known | undefined {
  const value = idrefForm.exec(text)?.[1]?.toUpperCase();
  if (value === undefined || !passesMod11(value)) return undefined;
  return { value, iri: `http://www.idref.fr/${value}/id` };
}

const rorForm = /^(?:(?:https?:\/\/)?(?:www\.)?ror\.org\/|ror\s?:\s?)?(0[0-9a-hj-km-np-tv-z]{6}\d{2})\/?$/i;

function ror(text: string): Known | undefined {
  const value = rorForm.exec(text)?.[1]?.toLowerCase();
  return value !== undefined && passesRor(value) ? { value, iri: `https://ror.org/${value}` } : undefined;
}

const issnForm =
  /^(?:https?:\/\/portal\.issn\.org\/resource\/issn(?:-l)?\/|(?:urn:|info:eu-repo\/semantics\/altIdentifier\/)?[epl]?-?issn(?:-l)?[\s:/]*)?(\d{4})\s?[-\u2010-\u2015\u2212]?\s?(\d{3}[\dx])$/i;

/** I3: with hyphen and upper-case X. 0000-0000 passes the check and is nobody's. */
export function issn(text: string): Known | undefined {
  const [, start = '', end = ''] = issnForm.exec(text) ?? [];
  const value = `${start}-${end.toUpperCase()}`;
  if (start === '' || value === '0000-0000' || !passesMod11(value.replace('-', ''))) return undefined;
  return { value, iri: `https://portal.issn.org/resource/ISSN/${value}` };
}

const isbnLabel =
  /^(?:urn:e?isbn:|info:eu-repo\/semantics\/altIdentifier\/isbn\/|e?-?isbn(?:-1[03])?[\s:]*)/i;

/** I4: the original stays the value, the IRI is made of its thirteen digits. */
function isbn(text: string): Known | undefined {
  const value = text.replace(isbnLabel, '').trim();
  const digits = isbn13(value);
  return digits === undefined ? undefined : { value, iri: `urn:isbn:${digits}` };
}

/** I4: the thirteen digits of an ISBN of either length, for comparing; undefined when its check digit is wrong. */
export function isbn13(value: string): string | undefined {
  if (value.length > 40) return undefined;
  const digits = value.replace(isbnLabel, '').replace(/[\s\u2010-\u2015-]/g, '');
  if (/^\d{9}[\dx]$/i.test(digits)) {
    const start = `978${digits.slice(0, 9)}`;
    return passesMod11(digits) ? start + isbn13Key(start) : undefined;
  }
  return /^97[89]\d{10}$/.test(digits) && isbn13Key(digits) === digits[12] ? digits : undefined;
}

const idhalForm =
  /^(?:https?:\/\/cv\.(?:hal\.science|archives-ouvertes\.fr)\/)?([a-z0-9]+(?:[-_.][a-z0-9]+)*)\/?$/i;

/** A numeric IdHAL has no page of its own. */
function idhal(text: string): Known | undefined {
  const value = text.length > 200 ? undefined : idhalForm.exec(text)?.[1];
  if (value === undefined) return undefined;
  return /^\d+$/.test(value) ? { value } : { value, iri: `https://cv.hal.science/${value}` };
}

const arkForm =
  /^(https?:\/\/[^\s/]+\/(?:[^\s/]+\/)?)?(?:info:eu-repo\/semantics\/altIdentifier\/)?ark:\/?(\d{5,9})\/([^\s/?#]+)(\S*)$/i;

/** An address keeps its own resolver; a bare ARK goes through n2t.net. Only the BnF's names have a known check. */
function ark(text: string): Known | undefined {
  const [, resolver, naan = '', name = '', rest = ''] = arkForm.exec(text) ?? [];
  if (naan === '' || (naan === '12148' && !passesNoid(name.split('.')[0] ?? ''))) return undefined;
  const value = `ark:/${naan}/${name}${rest}`;
  if (resolver && isWebAddress(resolver + value)) return { value: resolver + value, iri: resolver + value };
  return { value, iri: `https://n2t.net/${encodeIriPart(value)}` };
}

const pmcidForm =
  /^(?:https?:\/\/(?:(?:www\.)?ncbi\.nlm\.nih\.gov\/pmc|pmc\.ncbi\.nlm\.nih\.gov)\/articles\/|pmcid\s?:\s?)?(?:pmc)?(\d{1,9})(?:\.\d+)?\/?$/i;

function pmcid(text: string): Known | undefined {
  const digits = pmcidForm.exec(text)?.[1];
  const value = `PMC${digits}`;
  return digits === undefined
    ? undefined
    : { value, iri: `https://www.ncbi.nlm.nih.gov/pmc/articles/${value}/` };
}

const nntForm =
  /^(?:https?:\/\/(?:www\.)?theses\.fr\/|nnt\s?:\s?)?(\d{4}[a-z]{2,4}[a-z0-9]{4,6})(?:\/(?:document|id)?)?$/i;

function nnt(text: string): Known | undefined {
  const value = nntForm.exec(text)?.[1]?.toUpperCase();
  return value === undefined ? undefined : { value, iri: `https://theses.fr/${value}` };
}

/** A scheme without a check: one form, one IRI. */
function simple(form: RegExp, iri: (id: string) => string, shape = (id: string) => id): Scheme {
  return (text) => {
    const id = form.exec(text)?.[1];
    if (id === undefined) return undefined;
    const value = shape(id);
    return { value, iri: iri(value) };
  };
}

function upper(id: string): string {
  return id.toUpperCase();
}

/** Percent signs decoded once; what does not decode stays. */
function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      // Bytes that are no UTF-8 were not an encoding.
      return bytes;
    }
  });
}

/** Without a final `.`, `,` or `;`, nor a bracket that closes nothing. */
function withoutStops(text: string): string {
  let end = text.length;
  let surplus =
    text.endsWith(')') || /\)[.,;)]+$/.test(text.slice(-20)) ? count(text, ')') - count(text, '(') : 0;
  for (; end > 0; end -= 1) {
    const last = text[end - 1] ?? '';
    if (last === ')' && surplus > 0) surplus -= 1;
    else if (!'.,;'.includes(last)) break;
  }
  return text.slice(0, end);
}

const count = (text: string, character: string) => text.split(character).length - 1;
