import type { Unmapped, Work } from '../base/work.ts';
import type { Json } from './json-ld.ts';

/** Properties of schema.org's works that the model has no field for. */
// biome-ignore format: a list
const properties: ReadonlySet<string> = new Set([
  'accessMode', 'accessModeSufficient', 'accessibilityFeature', 'accessibilitySummary', 'audience', 'award',
  'bookEdition', 'bookFormat', 'comment', 'contentLocation', 'copyrightHolder', 'copyrightNotice', 'countryOfOrigin',
  'creditText', 'duration', 'educationalLevel', 'genre', 'image', 'inSupportOf', 'includedInDataCatalog',
  'learningResourceType', 'locationCreated', 'material', 'measurementTechnique', 'position', 'printEdition',
  'producer', 'programmingLanguage', 'provider', 'publication', 'recordedAt', 'releasedEvent', 'softwareVersion',
  'sourceOrganization', 'spatial', 'spatialCoverage', 'temporal', 'temporalCoverage', 'text', 'thumbnailUrl',
  'timeRequired', 'typicalAgeRange', 'variableMeasured', 'version', 'wordCount',
]);

/** What a work in schema.org said that found no place in our record goes back where it was. */
export function leftovers(work: Work): Record<string, Json> {
  return Object.fromEntries(
    work.unmapped.flatMap((each) =>
      isLeftover(work, each) && isJson(each.value) ? [[each.path, each.value]] : [],
    ),
  );
}

/** Whether it came from a text of schema.org and can be said again as it was: a list of one is its value here. */
export function isLeftover({ unmapped, provenance }: Work, each: Unmapped): boolean {
  const { source, path, value } = each;
  if (!properties.has(path) || unmapped.find((other) => other.path === path) !== each) return false;
  if (Array.isArray(value) && value.length === 1) return false;
  return provenance.some((said) => said.source.name === source && said.source.system === 'schema');
}

/** What came as JSON is JSON. */
function isJson(value: unknown): value is Json {
  return value !== undefined && value !== null;
}
