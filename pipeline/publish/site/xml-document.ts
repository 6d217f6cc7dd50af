import { everyForbidden } from '../../base/xml-characters.ts';
import { elementText, type Written } from '../../write/index.ts';

/** An XML document, or with `depth` a part of one. */
export function xmlDocument(root: Written): string {
  return `${declaration}${xmlPart(root, 0)}`;
}

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * An element as it stands in a document that is written piece by piece. What XML cannot hold is tidied away in records; in
 * a lab's own words it may stand.
 */
export function xmlPart(element: Written, depth: number): string {
  return elementText(element, depth).replace(everyForbidden, '');
}
