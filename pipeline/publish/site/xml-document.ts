import { elementText, type Written } from '../../write/index.ts';

// What XML 1.0 (section 2.2) has no way to write; in records it is tidied away, in a lab's own words it may stand.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** An XML document, or with `depth` a part of one. */
export function xmlDocument(root: Written): string {
  return `${declaration}${xmlPart(root, 0)}`;
}

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An element as it stands in a document that is written piece by piece. */
export function xmlPart(element: Written, depth: number): string {
  return elementText(element, depth).replace(forbidden, '');
}
