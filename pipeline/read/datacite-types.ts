import { codeList } from '../base/code-list.ts';
import type { Draft } from '../base/draft.ts';
import { said } from './datacite-words.ts';
import { keep, keepOthers, type Part, partAt, words } from './json-part.ts';

/** What a record says that it is, and the model's word for it when that is known. */
export interface Typed {
  readonly type: Draft['type'];
  readonly work: string | undefined;
}

// The type of other formats: DataCite derives these from its own.
const known: ReadonlySet<string> = new Set([
  ...['resourceTypeGeneral', 'resourceType', 'ris', 'bibtex', 'citeproc', 'schemaOrg'],
]);
// These say so little that the free words beside them count for more.
const vague: ReadonlySet<string> = new Set(['Text', 'Other']);

/**
 * The general type, or a finer one that the free words beside it name: `Text` and `Blog post`, `JournalArticle` and
 * `Book review`. What neither word of the record says again is kept.
 */
export function typeOf(record: Part): Typed {
  const part = partAt(record, 'types');
  if (!part) return { type: undefined, work: undefined };
  keepOthers(part, known);
  const [general, free] = [words(part, 'resourceTypeGeneral'), said(part, 'resourceType')];
  const list = codeList('types');
  const work = general === undefined ? undefined : list.read('datacite', general);
  const named = free === undefined ? undefined : typeNamed(free);
  const isVague = general === undefined || work === undefined || vague.has(general);
  const isFiner =
    named !== undefined && named.work !== work && (isVague || list.write('datacite', named.work) === general);
  if (!isFiner && named?.work !== work) keep(part, 'resourceType', free);
  if (isFiner) {
    if (!vague.has(general ?? 'Other'))
      keep(part, 'resourceTypeGeneral', work === undefined ? general : undefined);
    return named;
  }
  if (work !== undefined && list.write('datacite', work) !== general)
    keep(part, 'resourceTypeGeneral', general);
  return { type: general === undefined ? undefined : { list: 'datacite', code: general }, work };
}

const columns = ['datacite', 'schema', 'en', 'fr', 'crossref'] as const;
const coarForm =
  /^https?:\/\/(?:purl\.org\/coar|vocabularies\.coar-repositories\.org)\/resource_types?\/(c_\w+)\/?$/i;
const infoForm = /^info:eu-repo\/semantics\/(\w+)$/i;

/** A type that free words name in one of the vocabularies of `types.csv`. */
function typeNamed(free: string): (Typed & { readonly work: string }) | undefined {
  const text = free.trim();
  // An article that reviews a field, or the review of a book.
  if (text.toLowerCase() === 'review') return undefined;
  const [coar, info] = [coarForm.exec(text)?.[1], infoForm.exec(text)?.[1]];
  if (coar !== undefined) return typeIn('coar', coar);
  if (info !== undefined) return typeIn('infoEuRepo', info);
  for (const column of columns) {
    const found = typeIn(column, text) ?? typeIn(column, text.replace(/[\s-]/g, ''));
    if (found) return found;
  }
  return undefined;
}

function typeIn(column: string, code: string): (Typed & { readonly work: string }) | undefined {
  const work = codeList('types').read(column, code);
  return work === undefined || work === 'other' ? undefined : { type: { list: column, code }, work };
}
