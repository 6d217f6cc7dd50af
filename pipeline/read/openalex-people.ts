import type { DraftAffiliation, DraftContribution, DraftIdentifier } from '../base/draft.ts';
import {
  keep,
  keepOthers,
  keepWhole,
  Leftovers,
  type Part,
  partAt,
  partsOf,
  words,
  wordsOf,
} from './json-part.ts';

/** The authors, in the order of the list. */
export function peopleOf(record: Part): readonly DraftContribution[] {
  return partsOf(record, 'authorships').flatMap((part) => author(part) ?? []);
}

const known: ReadonlySet<string> = new Set([
  ...['author', 'raw_author_name', 'raw_orcid', 'is_corresponding', 'institutions', 'affiliations'],
  ...['raw_affiliation_strings', 'raw_affiliation_string', 'countries'],
  // Its place in the list says the same.
  'author_position',
]);
const ofAuthor: ReadonlySet<string> = new Set(['id', 'display_name', 'orcid']);
const nobody: Part = { of: {}, path: '', left: new Leftovers('') };

function author(part: Part): DraftContribution | undefined {
  const who = partAt(part, 'author') ?? nobody;
  const [printed, display] = [words(part, 'raw_author_name'), words(who, 'display_name')];
  const nameAsPrinted = printed ?? display;
  if (nameAsPrinted === undefined) {
    keepWhole(part);
    return undefined;
  }
  keepOthers(part, known);
  keepOthers(who, ofAuthor);
  // The name that OpenAlex gives to all works of this author; the work bears the printed one.
  if (printed !== undefined && display !== printed) keep(who, 'display_name', display);
  return {
    role: 'author',
    nameAsPrinted,
    identifiers: idsOf(part, who),
    affiliations: affiliationsOf(part),
    ...(part.of.is_corresponding === true ? { corresponding: true } : {}),
  };
}

// The author of all works whose author is not known.
const noAuthor = /\/A(?:9999999999|5317838346)$/;

/** The ORCID that was printed, else the one that OpenAlex found; and its own number for the author. */
function idsOf(part: Part, who: Part): readonly DraftIdentifier[] {
  const [printed, found, id] = [words(part, 'raw_orcid'), words(who, 'orcid'), words(who, 'id')];
  const ids: DraftIdentifier[] = [];
  if (printed !== undefined) ids.push({ scheme: 'orcid', value: printed, assertedBy: 'publisher' });
  else if (found !== undefined) ids.push({ scheme: 'orcid', value: found, assertedBy: 'machine' });
  if (printed !== undefined && found?.slice(-19) !== printed.slice(-19)) keep(who, 'orcid', found);
  if (id !== undefined && !noAuthor.test(id))
    ids.push({ scheme: 'openalex', value: id, assertedBy: 'machine' });
  return ids;
}

/** An organisation that OpenAlex found behind an affiliation. */
interface Institution {
  readonly name?: string | undefined;
  readonly ids: readonly DraftIdentifier[];
  readonly country?: string | undefined;
}

/**
 * The affiliations as printed, each with the institutions found in it: printed words that name several are said once for
 * each, since two organisations are never one. Institutions without printed words come after, by their own names.
 */
function affiliationsOf(part: Part): readonly DraftAffiliation[] {
  const institutions = institutionsOf(part);
  const left = new Set(institutions.keys());
  const links = linksOf(part);
  const strings = new Set([...links.keys(), ...wordsOf(part, 'raw_affiliation_strings')]);
  const single = words(part, 'raw_affiliation_string');
  if (single !== undefined && strings.size === 0) strings.add(single);
  const isPair = links.size === 0 && strings.size === 1 && institutions.size === 1;
  const affiliations = [...strings].flatMap((nameAsPrinted): readonly DraftAffiliation[] => {
    const ids = isPair ? [...institutions.keys()] : (links.get(nameAsPrinted) ?? []);
    const found = ids.flatMap((id) => {
      const institution = institutions.get(id);
      left.delete(id);
      return institution ? [institution] : [];
    });
    if (found.length === 0) return [{ nameAsPrinted }];
    return found.map(({ ids: own, country }) => ({ nameAsPrinted, ids: own, country }));
  });
  const others = [...left].flatMap((id) => {
    const { name, ids = [], country } = institutions.get(id) ?? {};
    return name === undefined ? [] : [{ nameAsPrinted: name, ids, country }];
  });
  const all = [...affiliations, ...others];
  // Countries are those of the institutions, or the only thing known.
  if (!all.some(({ country }) => country !== undefined)) keep(part, 'countries', part.of.countries);
  return all;
}

const ofLink: ReadonlySet<string> = new Set(['raw_affiliation_string', 'institution_ids']);

/** Printed affiliation → the institutions in it. */
function linksOf(part: Part): ReadonlyMap<string, readonly string[]> {
  const links = new Map<string, readonly string[]>();
  for (const each of partsOf(part, 'affiliations')) {
    keepOthers(each, ofLink);
    const printed = words(each, 'raw_affiliation_string');
    if (printed === undefined) keep(each, 'institution_ids', each.of.institution_ids);
    else links.set(printed, wordsOf(each, 'institution_ids'));
  }
  return links;
}

// What OpenAlex says of the institution itself: its kind, and those above it.
const ofInstitution: ReadonlySet<string> = new Set([
  ...['id', 'display_name', 'ror', 'country_code', 'type', 'lineage'],
]);

function institutionsOf(part: Part): ReadonlyMap<string, Institution> {
  const institutions = new Map<string, Institution>();
  for (const each of partsOf(part, 'institutions')) {
    keepOthers(each, ofInstitution);
    const [id, name, ror, code] = [
      words(each, 'id'),
      words(each, 'display_name'),
      words(each, 'ror'),
      words(each, 'country_code'),
    ];
    if (id === undefined && name === undefined) keepWhole(each);
    const country = code !== undefined && /^[A-Z]{2}$/.test(code) ? code : undefined;
    if (country === undefined) keep(each, 'country_code', code);
    institutions.set(id ?? name ?? each.path, {
      name,
      ids: [
        ...(ror === undefined ? [] : [{ scheme: 'ror', value: ror, assertedBy: 'machine' as const }]),
        ...(id === undefined ? [] : [{ scheme: 'openalex', value: id, assertedBy: 'machine' as const }]),
      ],
      country,
    });
  }
  return institutions;
}
