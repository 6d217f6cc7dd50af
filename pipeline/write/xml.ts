const inText = /[&<>\r]/g;
const inAttribute = /[&<>"\t\n\r]/g;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};
const reference = (character: string) => references[character] ?? character;

/**
 * A text between tags (XML 1.0, section 2.4). Nothing is dropped: what XML cannot hold at all was taken out when the
 * text was tidied (T1, T5).
 */
export function escapeText(text: string): string {
  return text.replace(inText, reference);
}

/** A value between double quotation marks, whose line ends and tabs a parser would else make spaces of (section 3.3.3). */
export function escapeAttribute(text: string): string {
  return text.replace(inAttribute, reference);
}
