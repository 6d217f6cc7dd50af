import type { Entry } from '../base/sink.ts';
import type { IdentifiedWork } from '../base/work.ts';
import { directRdfxml } from './direct-rdfxml.ts';
import { teiText } from './hal-tei.ts';
import { oaiDcRecord } from './oai-dc.ts';
import { openaireRecord } from './openaire.ts';
import { qdcRecord } from './qdc.ts';
import { elementText } from './xml-element.ts';

/** A work to be said in a format of OAI-PMH. */
export interface OaiContent {
  readonly work: IdentifiedWork;
  /** What the graph says of it. */
  readonly entry: Entry;
  /** The address of the lab's page about it. */
  readonly page: string;
}

/** A metadata format (OAI-PMH 2.0, section 3.4). */
export interface OaiFormat {
  readonly prefix: string;
  /** Address of the XML Schema by which its records are valid. */
  readonly schema: string;
  readonly namespace: string;
  /** Whether it can say the work at all. */
  carries(work: IdentifiedWork): boolean;
  /** The one element of a record, with its namespaces and the place of its schema. */
  element(content: OaiContent): string;
}

const dc = 'http://www.openarchives.org/OAI/2.0/oai_dc';
const qualified = 'http://worldcat.org/xmlschemas/qdc';
const tei = 'http://www.tei-c.org/ns/1.0';
const aofr = 'https://api.archives-ouvertes.fr/documents/aofr-sword.xsd';
const xsi = 'http://www.w3.org/2001/XMLSchema-instance';
const rdf = directRdfxml();

/** The formats in the order in which they are listed; each repository has the first (oai-pmh sections 3 to 5). */
export const oaiFormats: readonly OaiFormat[] = [
  {
    prefix: 'oai_dc',
    schema: `${dc}.xsd`,
    namespace: `${dc}/`,
    carries: () => true,
    element: ({ work, page }) => oaiDcRecord(work, page),
  },
  {
    prefix: 'oai_qdc',
    schema: `${qualified}/1.0/qdc-1.0.xsd`,
    namespace: `${qualified}-1.0/`,
    carries: () => true,
    element: ({ work, page }) => qdcRecord(work, page),
  },
  {
    prefix: 'oai_openaire',
    schema: 'https://www.openaire.eu/schema/repo-lit/4.0/openaire.xsd',
    namespace: 'http://namespace.openaire.eu/schema/oaire/',
    carries: () => true,
    element: ({ work, page }) => openaireRecord(work, page),
  },
  {
    prefix: 'hal_tei',
    schema: aofr,
    namespace: tei,
    // HAL's schema has no place for a work of nobody.
    carries: ({ contributions }) => contributions.some(({ role }) => role === 'author'),
    element: ({ work }) =>
      elementText({
        name: 'TEI',
        attributes: { xmlns: tei, 'xmlns:xsi': xsi, 'xsi:schemaLocation': `${tei} ${aofr}` },
        inside: [teiText(work)],
      }),
  },
  {
    prefix: 'rdf',
    schema: 'http://www.openarchives.org/OAI/2.0/rdf.xsd',
    namespace: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    carries: () => true,
    // A record is no document: it has no declaration of XML.
    element: ({ entry }) => rdf.head.replace(/^<\?xml[^>]*\?>\n/, '') + rdf.one(entry) + rdf.tail,
  },
];
