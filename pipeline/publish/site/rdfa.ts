import type { Entry } from '../../base/sink.ts';
import { type Html, html } from './html.ts';
import { type Statement, statementsOf } from './statements.ts';

/** The properties that ISIDORE and readers of Dublin Core look for, and the names that the latter know (isidore section 4). */
// biome-ignore format: a table
const names: ReadonlyMap<string, string | undefined> = new Map([
  ['dcterms:title', 'DC.title'],
  ['dcterms:alternative', 'DCTERMS.alternative'],
  ['dcterms:abstract', 'DCTERMS.abstract'],
  ['dcterms:issued', 'DCTERMS.issued'],
  ['dcterms:available', 'DCTERMS.available'],
  ['dcterms:dateAccepted', 'DCTERMS.dateAccepted'],
  ['dcterms:dateSubmitted', 'DCTERMS.dateSubmitted'],
  ['dcterms:created', 'DCTERMS.created'],
  ['dcterms:bibliographicCitation', 'DCTERMS.bibliographicCitation'],
  ['dcterms:identifier', 'DC.identifier'],
  ['dcterms:accessRights', undefined],
  ['dcterms:license', undefined],
  ['dcterms:language', undefined],
  ['dcterms:creator', undefined],
  ['dcterms:contributor', undefined],
  ['dcterms:isPartOf', undefined],
  ['dcterms:type', undefined],
  ['dcterms:subject', undefined],
  ['dc:subject', 'DC.subject'],
  ['dc:language', 'DC.language'],
  ['dc:rights', 'DC.rights'],
]);

/**
 * What the graph says of a thing in Dublin Core, as RDFa 1.1 in the head of its page, where the `resource` of `html` is
 * the thing. Each statement is one of the graph's own, so that the two cannot disagree.
 */
export function rdfa(entry: Entry): Html {
  return html`${statementsOf(entry)
    .filter(({ property }) => names.has(property.short))
    .map(element)}`;
}

function element({ property, value, kind, lang, datatype }: Statement): Html {
  const { short } = property;
  if (kind === 'iri') return html`<link property="${short}" href="${value}">\n`;
  const name = names.get(short);
  return html`<meta${name !== undefined && html` name="${name}"`} property="${short}" content="${value}"${kindOf(lang, datatype)}>\n`;
}

/** Without a language a text says that it is a string, for some parsers take an empty language for one. */
export function kindOf(lang: string | undefined, datatype?: Statement['datatype']): Html {
  if (datatype) return html` datatype="${datatype.iri}"`;
  return lang === undefined ? html` lang="" datatype="xsd:string"` : html` lang="${lang}"`;
}
