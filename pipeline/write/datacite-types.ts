import { codeList } from '../base/code-list.ts';
import type { WorkType } from '../base/work.ts';

/** The general type of the schema, free words when the type is finer, and the types of other formats as the REST API has them. */
export function typesOf(type: WorkType) {
  const list = codeList('types');
  const general = list.write('datacite', type) ?? 'Other';
  return {
    ris: list.write('ris', type),
    bibtex: list.write('bibtex', type),
    citeproc: list.write('csl', type),
    schemaOrg: list.write('schema', type),
    resourceType: list.read('datacite', general) === type ? undefined : finerWords(type),
    resourceTypeGeneral: general,
  };
}

/** `Review` in free words may be an article that reviews a field; info:eu-repo means what the model means. */
function finerWords(type: WorkType): string | undefined {
  const list = codeList('types');
  if (type === 'review') return `info:eu-repo/semantics/${list.write('infoEuRepo', type)}`;
  return list.write('en', type);
}
