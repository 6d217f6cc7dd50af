import type { DatasetEntity, Distribution, Partition } from '../base/entity.ts';
import { dc, dcat, dcterms, namespaces, prov, schema, voidTerm } from '../base/terms.ts';
import { below, classes, compile, date, integer, iri, local, type Row, row, string, text } from './row.ts';

// biome-ignore format: a table
const classRows: readonly Row<Partition>[] = [
  classes('iri', voidTerm('Dataset')),
  row('iri', (partition) => partition.iri, iri, [voidTerm('class')]),
  row('count', (partition) => partition.count, integer, [voidTerm('entities')]),
];

// biome-ignore format: a table
const propertyRows: readonly Row<Partition>[] = [
  classes('iri', voidTerm('Dataset')),
  row('iri', (partition) => partition.iri, iri, [voidTerm('property')]),
  row('count', (partition) => partition.count, integer, [voidTerm('triples')]),
];

// biome-ignore format: a table
const distributionRows: readonly Row<Distribution>[] = [
  classes('file', dcat('Distribution')),
  row('file', (file) => file.file, string, [dcterms('title')]),
  row('mediaType', (file) => `https://www.iana.org/assignments/media-types/${file.mediaType}`, iri, [dcat('mediaType')]),
  row('compressed', (file) => file.compressed ? 'https://www.iana.org/assignments/media-types/application/gzip' : undefined, iri, [dcat('compressFormat')]),
  row('bytes', (file) => file.bytes, integer, [dcat('byteSize')]),
  row('file', (file) => file.file, local, [dcat('downloadURL')]),
];

/** The description of the dataset: VoID, DCAT, PROV and schema.org (competency question 15). */
// biome-ignore format: a table
export const datasetRows: readonly Row<DatasetEntity>[] = [
  classes('id', voidTerm('Dataset'), dcat('Dataset'), schema('Dataset'), prov('Entity')),
  row('title', (set) => set.title, text, [dcterms('title'), schema('name')]),
  row('description', (set) => set.description, text, [dcterms('description'), schema('description')]),
  row('publisher', (set) => set.publisher, string, [dc('publisher')]),
  row('homepage', (set) => set.homepage, iri, [dcat('landingPage'), schema('url')]),
  row('licence', (set) => set.licence, iri, [dcterms('license'), schema('license')]),
  row('modified', (set) => set.modified, date, [dcterms('modified'), schema('dateModified')]),
  row('base', (set) => set.base, string, [voidTerm('uriSpace')]),
  row('distributions', (set) => set.distributions.map(({ file }) => file), local, [voidTerm('dataDump')]),
  row('example', (set) => set.example, local, [voidTerm('exampleResource')]),
  row('sources', (set) => set.sources, local, [prov('wasDerivedFrom')]),
  row('statistics', (set) => vocabularies(set), iri, [voidTerm('vocabulary')]),
  row('statistics.triples', (set) => set.statistics.triples, integer, [voidTerm('triples')]),
  row('statistics.entities', (set) => set.statistics.entities, integer, [voidTerm('distinctSubjects')]),
  row('statistics.distinctObjects', (set) => set.statistics.distinctObjects, integer, [voidTerm('distinctObjects')]),
  row('statistics.classes', (set) => set.statistics.classes.length, integer, [voidTerm('classes')]),
  row('statistics.properties', (set) => set.statistics.properties.length, integer, [voidTerm('properties')]),
  below('statistics.classes', (set) => set.statistics.classes, ({ iri }) => `class-${shortName(iri)}`, [voidTerm('classPartition')], classRows),
  below('statistics.properties', (set) => set.statistics.properties, ({ iri }) => `property-${shortName(iri)}`, [voidTerm('propertyPartition')], propertyRows),
  below('distributions', (set) => set.distributions, (_, index) => `distribution-${index + 1}`, [dcat('distribution')], distributionRows),
];

/** Says all of the dataset. */
export const describeDataset = compile(datasetRows);

function vocabularies({ statistics }: Pick<DatasetEntity, 'statistics'>): readonly string[] {
  const used = [...statistics.classes, ...statistics.properties].map((partition) => partition.iri);
  return Object.values(namespaces).filter((namespace) => used.some((each) => each.startsWith(namespace)));
}

/** `schema-ScholarlyArticle` for the IRI of a term, so that a partition has a readable name. */
function shortName(address: string): string {
  for (const [prefix, namespace] of Object.entries(namespaces)) {
    if (address.startsWith(namespace)) return `${prefix}-${address.slice(namespace.length)}`;
  }
  return encodeURIComponent(address);
}
