const file = /\.(?:pdf|epub|docx?|odt|rtf|ps)(?:[?#].*)?$|\/(?:bitstreams?|download|pdf)\//i;
const hal =
  /^https?:\/\/(?:[a-z0-9-]+\.)*(?:hal\.science|archives-ouvertes\.fr|hal\.[a-z-]+\.fr)\/[a-z][a-z0-9]*[-_]\d+(?:v\d+)?(\/.*)?$/i;
const identifier =
  /^https?:\/\/(?:(?:dx\.)?doi\.org\/10\.\d{4,9}(?:\.\d+)*\/\S|hdl\.handle\.net\/\d[\d.]*\/\S|(?:www\.)?arxiv\.org\/abs\/|(?:www\.)?theses\.fr\/\d{4}|pubmed\.ncbi|(?:www\.)?ncbi\.nlm\.nih\.gov\/pmc\/articles\/PMC\d+\/?$|[^\s/]+\/(?:[^\s/]+\/)?ark:)/i;

/** Whether an address shows by its form alone that it is that of a file, and not of a page about it. */
export function isFileAddress(url: string): boolean {
  return file.test(url) || (hal.exec(url)?.[1] ?? '/') !== '/';
}

/** Whether an address is an identifier: one of a resolver of DOIs, handles or ARKs, of arXiv, PubMed or theses.fr. */
export function isIdentifierAddress(url: string): boolean {
  return identifier.test(url);
}

/** Whether an address is that of a document at HAL, or of a file of one. */
export function isHalAddress(url: string): boolean {
  return hal.test(url);
}

/** Whether it is that of the document's page, which ends in its identifier. */
export function isHalPage(url: string): boolean {
  const match = hal.exec(url);
  return match !== null && match[1] === undefined;
}
