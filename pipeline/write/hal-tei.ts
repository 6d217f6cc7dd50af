import type { Work } from '../base/work.ts';
import { halTeiCarries } from './hal-tei-carries.ts';
import { editionStmt, type HalFile } from './hal-tei-dates.ts';
import { projects, titleStmt } from './hal-tei-funding.ts';
import { identifiers, links, publicationStmt, relatedItems } from './hal-tei-identifiers.ts';
import { monogr, series } from './hal-tei-monogr.ts';
import { organisations } from './hal-tei-organisations.ts';
import { authors, consortia, placedAs } from './hal-tei-people.ts';
import { abstracts, language, notesStmt, textClass, titles } from './hal-tei-texts.ts';
import type { Writer } from './writer.ts';
import { elementText, listElement, type Written } from './xml-element.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n';
const tail = '</TEI>\n';

/**
 * HAL's TEI in the form of a deposit (AOfr, hal.md section 3): a file of one work is valid by `aofr.xsd` as far as the
 * work has what the schema asks for, and is a notice, for it brings no file. HAL takes one work at a time, and
 * organisations follow the work that names them; so a file of several is a TEI of several texts, each of which is what
 * HAL would take. The default namespace only: HAL passes over elements with a prefix.
 */
export const halTei: Writer = {
  name: 'hal-tei',
  aliases: ['tei', 'aofr'],
  title: { fr: 'HAL (TEI AOfr)', en: 'HAL (AOfr TEI)' },
  mediaType: 'application/tei+xml',
  extension: '.tei.xml',
  takes: 'works',
  carries: halTeiCarries,
  lines: false,
  open: async () => ({
    head,
    one: ({ work, iri }) => {
      if (!work) throw new Error(`not a work: ${iri}`);
      return elementText(teiText(work), 1);
    },
    between: '',
    tail,
  }),
};

/** One work as a document of its own that is sent to HAL, with the file that goes with it. */
export function halDeposit(work: Work, file?: HalFile): string {
  return `${head}${elementText(teiText(work, file), 1)}${tail}`;
}

/** The element `text` of one work: itself, then what it names. */
export function teiText(work: Work, file?: HalFile): Written {
  return {
    name: 'text',
    inside: [
      { name: 'body', inside: [{ name: 'listBibl', inside: [biblFull(work, file)] }] },
      ...listElement('back', [
        ...listElement('listOrg', organisations(work, placedAs(work, 'author')), { type: 'structures' }),
        ...listElement('listOrg', projects(work), { type: 'projects' }),
      ]),
    ],
  };
}

/** In the order of the schema, in which each part has its place. */
function biblFull(work: Work, file: HalFile | undefined): Written {
  return {
    name: 'biblFull',
    inside: [
      ...titleStmt(work),
      ...editionStmt(work, file),
      ...publicationStmt(work),
      ...notesStmt(work),
      { name: 'sourceDesc', inside: [biblStruct(work)] },
      {
        name: 'profileDesc',
        inside: [...language(work), ...textClass(work), ...abstracts(work), ...consortia(work)],
      },
    ],
  };
}

function biblStruct(work: Work): Written {
  return {
    name: 'biblStruct',
    inside: [
      { name: 'analytic', inside: [...titles(work), ...authors(work)] },
      ...monogr(work),
      ...series(work),
      ...identifiers(work),
      ...links(work),
      ...relatedItems(work),
    ],
  };
}
