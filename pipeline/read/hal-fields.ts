import { type Json, keep, type Part } from './json-part.ts';

const none: readonly string[] = [];
const isSaid = (text: string) => text.charCodeAt(0) > 0x20 || /\S/.test(text);

/** The texts of a field, whether HAL gives one or a list; numbers as texts. A list that holds others is kept whole. */
export function texts(record: Part, key: string): readonly string[] {
  const value = record.of[key];
  if (value === undefined || value === null) return none;
  if (typeof value === 'string') return isSaid(value) ? [value] : none;
  if (typeof value === 'number') return [String(value)];
  if (!Array.isArray(value)) {
    keep(record, key, value);
    return none;
  }
  const list: readonly unknown[] = value;
  if (list.every((each) => typeof each === 'string' && isSaid(each))) return list as readonly string[];
  if (list.some((each) => typeof each !== 'string' && typeof each !== 'number' && each !== null)) {
    keep(record, key, value);
  }
  return list.flatMap((each) => {
    if (typeof each === 'number') return [String(each)];
    return typeof each === 'string' && isSaid(each) ? [each] : [];
  });
}

/** The first text of a field; what a list holds beside it is kept. */
export function one(record: Part, key: string): string | undefined {
  const [first, ...more] = texts(record, key);
  if (more.length > 0) keep(record, key, more);
  return first;
}

/** The dates of a record, each in several fields: `publicationDate_s`, `publicationDate_tdate`, `publicationDateY_i`. */
const dateFields = [
  ...['publicationDate', 'producedDate', 'ePublicationDate', 'writingDate', 'defenseDate'],
  ...['submittedDate', 'releasedDate', 'modifiedDate', 'conferenceStartDate', 'conferenceEndDate'],
] as const;

/**
 * Figures about the record in HAL and not about the work: its number, portal, owner and depositor, its state in the
 * registers, and what says again what other fields say.
 */
const ignored: ReadonlySet<string> = new Set([
  ...['docid', 'status_i', 'instance_s', 'sid_i', 'owners_i', 'thumbId_i', 'score', '_version_'],
  ...[
    'submitType_s',
    'inputType_s',
    'selfArchiving_bool',
    'fileType_s',
    'oldDocType_s',
    'dateLastIndexed_tdate',
  ],
  ...['contributorId_i', 'contributorFullName_s', 'collId_i', 'collCategory_s', 'text', 'text_fulltext'],
  ...['journalValid_s', 'journalDate_s', 'journalDoiRoot_s', 'anrProjectValid_s', 'europeanProjectValid_s'],
  ...['anrProjectId_i', 'europeanProjectId_i', 'europeanProjectOpenaire_bool', 'anrProjectYearDate_tdate'],
  // The level is in the code of a domain; `location` says the coordinates again.
  ...[
    'primaryDomain_s',
    'level0_domain_s',
    'level1_domain_s',
    'level2_domain_s',
    'level3_domain_s',
    'location',
  ],
  // The address of a person's e-mail, even hashed, is nobody else's business.
  ...['authEmail_s', 'authEmailDomain_s'],
  // Numbers of the same people and structures as in the composed fields.
  ...['authId_i', 'authIdForm_i', 'authIdPerson_i', 'authIdFormPerson_s'],
  ...['authLastNameFirstName_s', 'authStructId_i', 'authOrganismId_i', 'structHasAuthIdHalPersonid_s'],
]);

/**
 * Copies that Solr makes of a field for searching, sorting and counting (hal.md section 1), ready-made renderings, the
 * opinions of SHERPA on a journal, and addresses made of an identifier.
 */
const copies =
  /_(?:t|sci|st|id|fs|autocomplete|sort|coordinate|fulltext)$|^label_(?!s$)|^journalSherpa|IdExtUrl_s$/;
const dateCopies = new Set(
  dateFields.flatMap((field) => ['_s', '_tdate', 'Y_i', 'M_i', 'D_i'].map((end) => field + end)),
);
/** A field that exists for each language of a text. */
const spoken = /^([a-z]{2,3})_(title|subTitle|abstract|keyword)_s$/;
/** What one kind of structure has, when the same is said of all structures. */
const ofOneKind = /^(?:rteam|dept|lab|inst|rgrpInst|rgrpLab)Struct([A-Z]\w*)$/;
/** `doiId_s`, `nntId_s`; some names that end so number something else than the work. */
const workId = /^([a-z]\w*)Id_s$/;
const otherIds: ReadonlySet<string> = new Set(['linkExtId_s', 'europeanProjectCallId_s', 'halId_s']);
/** Identifiers of authors, or of structures, in one register. */
const personId = /^auth([A-Z][\w ]*)IdExt_s$/;
const structureId = /^([a-z]+S|s)truct([A-Z][A-Za-z]*)IdExt_s$/;

/** A text in one language. */
interface Spoken {
  readonly key: string;
  readonly text: string;
  readonly lang: string;
}

/** Identifiers in one register. */
interface Registered {
  readonly key: string;
  readonly register: string;
}

/** What a field is by its name. */
type Kind =
  | { readonly is: 'copy' | 'plain' }
  | ({ readonly is: 'spoken' } & Spoken)
  | ({ readonly is: 'workId' | 'personId' } & Registered)
  | ({ readonly is: 'structureId'; readonly structures: string } & Registered)
  /** Said again by a field of all structures, where the record has that. */
  | { readonly is: 'part'; readonly whole: string };

function kindOf(key: string): Kind {
  if (otherIds.has(key)) return { is: 'plain' };
  if (ignored.has(key) || dateCopies.has(key) || copies.test(key)) return { is: 'copy' };
  const [, lang, text] = spoken.exec(key) ?? [];
  if (lang !== undefined && text !== undefined) return { is: 'spoken', key, text, lang };
  const person = personId.exec(key)?.[1];
  if (person !== undefined) return { is: 'personId', key, register: person };
  const [, kind, structure] = structureId.exec(key) ?? [];
  if (structure !== undefined)
    return { is: 'structureId', key, register: structure, structures: `${kind}truct` };
  const part = ofOneKind.exec(key)?.[1];
  if (part !== undefined) return { is: 'part', whole: `struct${part}` };
  const work = workId.exec(key)?.[1];
  return work === undefined ? { is: 'plain' } : { is: 'workId', key, register: work };
}

// The same hundred names come with every record.
const kinds = new Map<string, Kind>();
const mostKinds = 5000;

function knownKind(key: string): Kind {
  const known = kinds.get(key);
  if (known) return known;
  const kind = kindOf(key);
  if (kinds.size < mostKinds) kinds.set(key, kind);
  return kind;
}

/** The fields of a record whose names say what they are, and those of no known name. */
interface Fields {
  readonly spoken: readonly Spoken[];
  readonly workIds: readonly Registered[];
  readonly personIds: readonly Registered[];
  readonly structureIds: readonly (Registered & { readonly structures: string })[];
  readonly others: readonly string[];
}

/** Sorts the fields of a record by their names. */
export function fieldsOf(of: Json): Fields {
  const fields = {
    spoken: [] as Fields['spoken'][number][],
    workIds: [] as Fields['workIds'][number][],
    personIds: [] as Fields['personIds'][number][],
    structureIds: [] as Fields['structureIds'][number][],
    others: [] as string[],
  };
  for (const key in of) {
    const kind = knownKind(key);
    if (kind.is === 'plain') fields.others.push(key);
    else if (kind.is === 'spoken') fields.spoken.push(kind);
    else if (kind.is === 'workId') fields.workIds.push(kind);
    else if (kind.is === 'personId') fields.personIds.push(kind);
    else if (kind.is === 'structureId') fields.structureIds.push(kind);
    else if (kind.is === 'part' && of[kind.whole] === undefined) fields.others.push(key);
  }
  return fields;
}

/** A document of HAL, its fields sorted. */
export interface HalRecord extends Part {
  readonly fields: Fields;
}
