import { slug } from './fold.ts';
import { handWritten, refuse } from './hand-written.ts';
import type { Complaint } from './json-schema.ts';
import type {
  Lab,
  LabConcept,
  LabHal,
  LabJournal,
  LabOai,
  LabOrganisation,
  LabPerson,
  LabSet,
} from './lab.ts';
import { nearest } from './nearest.ts';
import type { Words } from './words.ts';

/** What `lab.yaml` may leave out. */
type Sparse<T, Optional extends keyof T> = Omit<T, Optional> & Partial<Pick<T, Optional>>;

interface LabFile
  extends Sparse<
    Omit<Lab, 'people' | 'organisations' | 'journals' | 'concepts' | 'oai' | 'hal'>,
    'sources' | 'prefer'
  > {
  readonly people?: readonly Sparse<LabPerson, 'alias' | 'affiliations'>[];
  readonly organisations?: readonly Sparse<LabOrganisation, 'alias'>[];
  readonly journals?: readonly Sparse<LabJournal, 'alias' | 'type' | 'issn'>[];
  readonly concepts?: readonly Sparse<LabConcept, 'alias' | 'exactMatch'>[];
  readonly oai?: Sparse<Omit<LabOai, 'sets'>, 'static'> & {
    readonly sets?: readonly Sparse<LabSet, 'types' | 'people' | 'subjects' | 'journals' | 'works'>[];
  };
  readonly hal?: Sparse<LabHal, 'onBehalfOf' | 'files'>;
}

/** Reads `lab.yaml`. All that is wrong in it is said at once, in one `UserError`. */
export function readLab(text: string, file: string): Lab {
  const { value, complaints, placeOf } = handWritten(text, file, 'lab');
  refuse([...complaints, ...sourceNames(value), ...preferred(value), ...affiliations(value)], placeOf);
  return filled(value as LabFile);
}

const anySet = { types: [], people: [], subjects: [], journals: [], works: [] };

function filled(lab: LabFile): Lab {
  return {
    ...lab,
    sources: lab.sources ?? [],
    people: (lab.people ?? []).map((person) => ({ alias: [], affiliations: [], ...person })),
    organisations: (lab.organisations ?? []).map((organisation) => ({ alias: [], ...organisation })),
    journals: (lab.journals ?? []).map((journal) => ({ alias: [], type: 'journal', issn: [], ...journal })),
    concepts: (lab.concepts ?? []).map((concept) => ({ alias: {}, exactMatch: [], ...concept })),
    prefer: lab.prefer ?? {},
    hal: lab.hal && { onBehalfOf: [], files: [], ...lab.hal },
    oai: lab.oai && {
      static: false,
      ...lab.oai,
      sets: (lab.oai.sets ?? []).map((set) => ({ ...anySet, ...set })),
    },
  };
}

// What a schema cannot say. The file may be wrong in other ways too, so these look at nothing that they did not check.

/** Source names go into IRIs and file names, and records are told apart by them. */
function sourceNames(lab: unknown): readonly Complaint[] {
  const names = strings(entries(lab, 'sources').map((source) => source.name));
  return names.flatMap(({ text, index }) => {
    const pointer = `/sources/${index}/name`;
    const first = names.find((other) => other.text === text);
    if (first?.index !== index) {
      return [at(pointer, `deux sources se nomment « ${text} »`, `two sources are named “${text}”`)];
    }
    if (text === '' || slug(text) === text) return [];
    const right = slug(text) || 'articles';
    return [
      at(
        pointer,
        `nom de source « ${text} » : seulement a-z, 0-9 et -, comme « ${right} »`,
        `source name “${text}”: only a-z, 0-9 and -, such as “${right}”`,
      ),
    ];
  });
}

function preferred(lab: unknown): readonly Complaint[] {
  const known = strings(entries(lab, 'sources').map((source) => source.name)).map(({ text }) => text);
  return Object.entries(record(record(lab).prefer)).flatMap(([field, order]) =>
    strings(list(order))
      .filter(({ text }) => !known.includes(text))
      .map(({ text, index }) => unknownName(`/prefer/${escaped(field)}/${index}`, text, known, 'source')),
  );
}

function affiliations(lab: unknown): readonly Complaint[] {
  const known = strings(entries(lab, 'organisations').map(({ name }) => name)).map(({ text }) => text);
  return entries(lab, 'people').flatMap((person, index) =>
    strings(list(person.affiliations).map((affiliation) => record(affiliation).organisation))
      .filter(({ text }) => !known.includes(text))
      .map((name) => {
        const pointer = `/people/${index}/affiliations/${name.index}/organisation`;
        return unknownName(pointer, name.text, known, 'organisation');
      }),
  );
}

const nouns = {
  source: { fr: 'aucune source', en: 'no source' },
  organisation: { fr: 'aucune organisation', en: 'no organisation' },
} as const satisfies Record<string, Words>;

function unknownName(
  pointer: string,
  name: string,
  known: readonly string[],
  noun: keyof typeof nouns,
): Complaint {
  const near = nearest(name, known);
  const list = known.join(', ');
  const fr = near ? `voulait-on « ${near} » ?` : `connues : ${list || 'aucune'}`;
  const en = near ? `did you mean “${near}”?` : `known: ${list || 'none'}`;
  return at(
    pointer,
    `${nouns[noun].fr} ne se nomme « ${name} » ; ${fr}`,
    `${nouns[noun].en} is named “${name}”; ${en}`,
  );
}

function at(pointer: string, fr: string, en: string): Complaint {
  return { pointer, part: 'value', words: { fr, en } };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const entries = (lab: unknown, key: string) => list(record(lab)[key]).map(record);

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

function strings(values: readonly unknown[]): readonly { readonly text: string; readonly index: number }[] {
  return values.flatMap((text, index) => (typeof text === 'string' ? [{ text, index }] : []));
}
