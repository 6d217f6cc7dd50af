import type { Style } from './inline.ts';
import type { Tape } from './tape.ts';
import { matches } from './words.ts';

const bullet =
  /^\s*(?:\[[A-Z]{0,4}[\s.-]?\d{1,4}\]|\(\d{1,3}\)|\d{1,3}\s?[.)°](?!\d)\s?[-–]?|[-–—•·●○▪■►→*✓§](?![-–—―_]))\s*(?=\S)/u;

/** The number or sign before a notice, as lists have them: `[28]`, `3.`, `•`. */
export function claimBullet(tape: Tape): number {
  const found = bullet.exec(tape.text)?.[0] ?? /^\s*/.exec(tape.text)?.[0] ?? '';
  if (found.trim()) tape.claim('mark', 0, found.length, 'bullet');
  return found.length;
}

const addresses = /(?:https?:\/\/|www\.)[^\s<>⟨⟩«»"“”]+/giu;
const dois = /(?:\bdoi\s*:?\s*)?(?:https?:\/\/(?:dx\.)?doi\.org\/)?\b10\.\d{4,9}\/[^\s<>⟨⟩«»"“”,;]+/giu;
const halPrefix =
  '(?:hal|halshs|tel|inria|cel|dumas|hceres|medihal|inserm|ensl|pasteur|ird|cea|sic|ijn|artxibo|emse|hprints|edutice|lirmm|insu|obspm|in2p3)';
const halIds = new RegExp(`\\b${halPrefix}[-_‐‑]\\d{6,8}(?:v\\d{1,2})?\\b`, 'gi');
/** A deposit in one of the portals of HAL: a part of its address is its identifier. */
const halAddress = new RegExp(
  `^https?:\\/\\/[\\w.-]*(?:hal|ccsd|archives-ouvertes)[\\w.-]*\\/(?:[\\w-]+\\/)?(${halPrefix}-\\d{6,8})(?:v\\d+)?(?:[/?#]|$)`,
  'i',
);
const arxiv =
  /\barxiv\s*(?:preprint\s*)?(?:arxiv)?\s*:\s*(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})(?:v\d+)?(?:\s*\[[a-z.-]+\])?/gi;
const isbns = /\b(?:e-?)?ISBN(?:-1[03])?\s*:?\s*(?:978|979)?[-\s\d]{9,16}[\dX]\b(?:\s*\([^()]{1,20}\))?/gi;
// Unlabelled, as HAL prints it: 978 or 979 and its hyphens.
const bareIsbns = /(?<![\d-])97[89]-(?=[\d-]{11,13}(?![\d-]))\d{1,5}-\d{1,7}-\d{1,7}-\d(?![\d-])/g;
const pmids = /\bPMID\s*:?\s*\d{6,8}\b/g;
const pmcids = /\b(?:PMCID\s*:?\s*)?PMC\d{5,8}\b/g;
const nnts = /\bNNT\s*:?\s*(?<value>\d{4}[A-Z][A-Z\d]{5,9})\b/g;
const issns = /\be?-?ISSN\s*:?\s*\d{4}-\d{3}[\dX]\b/gi;

/** What is certain by its form alone: addresses, DOIs, identifiers of HAL and arXiv, ISBN, ISSN, and links. */
export function claimIdentifiers(tape: Tape): void {
  for (const style of tape.styles) if (style.kind === 'link') claimLink(tape, style);
  each(tape, dois, (start, words) => {
    const value = doiIn(words);
    if (value) tape.claim('doi', start, start + trimmedLength(words), 'doi', { value });
  });
  each(tape, addresses, (start, words) => {
    const length = trimmedLength(words);
    claimAddress(tape, start, start + length, words.slice(0, length));
  });
  each(tape, halIds, (start, words) =>
    tape.claim('hal', start, start + words.length, 'hal-id', { value: words.replace(/[_‐‑]/g, '-') }),
  );
  each(tape, arxiv, (start, words) =>
    tape.claim('arxiv', start, start + words.length, 'arxiv-id', {
      value: words.replace(/^.*:\s*/s, '').replace(/\s*\[.*$/, ''),
    }),
  );
  each(tape, isbns, (start, words) =>
    tape.claim('isbn', start, start + words.length, 'isbn', {
      value: words
        .replace(/^.*?ISBN(?:-1[03])?\s*:?\s*/i, '')
        .replace(/\s*\(.*$/, '')
        .trim(),
    }),
  );
  each(tape, bareIsbns, (start, words) => tape.claim('isbn', start, start + words.length, 'isbn'));
  each(tape, pmids, (start, words) =>
    tape.claim('pmid', start, start + words.length, 'pubmed', { value: words.replace(/\D/g, '') }),
  );
  each(tape, pmcids, (start, words) =>
    tape.claim('pmcid', start, start + words.length, 'pubmed', { value: words.replace(/^.*(?=PMC\d)/, '') }),
  );
  each(tape, nnts, (start, words) =>
    tape.claim('nnt', start, start + words.length, 'thesis-number', {
      value: words.replace(/^NNT\s*:?\s*/, ''),
    }),
  );
  each(tape, issns, (start, words) =>
    tape.claim('issn', start, start + words.length, 'issn', { value: words.slice(-9) }),
  );
}

/** Whether words only announce an address: `pdf`, `lien`, `hal-01234567`, `Lire en ligne`. */
export function isLabel(words: string): boolean {
  const label = words.replace(/^[\s[(⟨<]+|[\s\])⟩>.,:]+$/g, '').trim();
  if (
    label === '' ||
    /^(?:https?:|www\.|doi\b|10\.\d{4}|\S+\.(?:org|com|fr|net|eu|edu|info)(?:\/\S*)?$)/i.test(label)
  )
    return true;
  if (/^[a-z]{2,9}[-_‐‑]\d{6,8}(?:v\d+)?$/i.test(label) || /^arxiv/i.test(label)) return true;
  return label.split(/\s+/).length <= 6 && labels.test(label);
}

const labels =
  /^(?:pdf|html|epub|hal(?:[\s-]?shs)?|cairn|persée|openedition|lien|link|url|ici|here|en ligne|on-?line|web|site|disponible|available|accessible|accès|consulter|consultable|texte|full[\s-]?text|article en|version|voir|lire|read|download|télécharger|détails?|details?|plus d|more|résumé|abstract|preprint|pré-?publication|postprint|pré-?print|publisher|éditeur|slides|code|data|bibtex|bib|doi|isbn|handle|ssrn|project|video|vidéo|poster)(?![\p{L}])/iu;

function claimLink(tape: Tape, { start, end, target }: Style): void {
  const label = tape.text.slice(start, end);
  const address = absolute(target);
  if (!isLabel(label) || !tape.isFree(start, end)) return;
  if (address) claimAddress(tape, start, end, address);
  else if (!/^(?:https?:|www\.)/i.test(label.trim()))
    tape.claim('access', start, end, 'label-without-address');
}

/** The address behind a link, when it is one of the web. */
export function absolute(target: string | undefined): string | undefined {
  // An address that the page forgot to close runs into the next tag.
  const address = target?.split(/[<>"]/)[0]?.replace(/\s+/g, '');
  if (!address) return undefined;
  if (/^https?:\/\/[^/\s]+/i.test(address)) return address;
  return /^www\.\S+\.\S+/i.test(address) ? `http://${address}` : undefined;
}

function claimAddress(tape: Tape, start: number, end: number, address: string): void {
  const doi = /^https?:\/\/(?:dx\.)?doi\.org\//i.test(address) ? doiIn(address) : undefined;
  if (doi) {
    tape.claim('doi', start, end, 'doi', { value: doi });
    return;
  }
  tape.claim('link', start, end, 'address', { value: absolute(address) ?? address });
  const hal = halAddress.exec(address)?.[1];
  if (hal) tape.claim('hal', start, end, 'hal-id', { value: hal });
}

function doiIn(words: string): string | undefined {
  const doi = /10\.\d{4,9}\/\S+/.exec(slashed(words))?.[0];
  return doi?.slice(0, trimmedLength(doi));
}

function slashed(words: string): string {
  return words.replace(/%2f/gi, '/');
}

/** Without the punctuation of the sentence, and a bracket that was opened before. */
function trimmedLength(words: string): number {
  let length = words.length;
  for (;;) {
    const last = words[length - 1] ?? '';
    const opener = { ')': '(', ']': '[' }[last];
    const isUnbalanced = opener !== undefined && !words.slice(0, length - 1).includes(opener);
    if (!isUnbalanced && !/[.,;:…'’]/.test(last)) return length;
    length -= 1;
  }
}

function each(tape: Tape, pattern: RegExp, found: (start: number, words: string) => void): void {
  for (const { 0: words, index } of matches(pattern, tape.text))
    if (tape.isFree(index, index + words.length)) found(index, words);
}
