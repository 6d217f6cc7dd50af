/** Samples with every field of their format, beside the tests of the readers. */
// biome-ignore format: a table
export const samples: readonly (readonly [format: string, file: string])[] = [
  ['bibtex', 'bibtex.bib'],
  ['csl', 'csl.json'],
  ['csv', 'csv.csv'],
  ['datacite', 'datacite.json'],
  ['datacite', 'datacite.xml'],
  ['hal', 'hal.json'],
  ['hal-tei', 'hal-tei.xml'],
  ['html', 'html.html'],
  ['oai-dc', 'oai-dc.xml'],
  ['openaire', 'openaire.xml'],
  ['openalex', 'openalex.json'],
  ['qdc', 'qdc.xml'],
  ['rdf', 'rdf.ttl'],
  ['ris', 'ris.ris'],
  ['schema', 'schema.jsonld'],
  ['zotero', 'zotero.json'],
];
