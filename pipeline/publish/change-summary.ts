import { rdf } from '../base/terms.ts';
import type { Language, Words } from '../base/words.ts';
import { prefixed } from '../write/index.ts';
import type { Change } from './changes.ts';

/** A property of a thing, or of a part of it (`#authors-1 rdf:first`), and the values that only one dump has. */
interface PropertyChange {
  readonly property: string;
  readonly deleted: string[];
  readonly added: string[];
}

/** A thing of which some statements changed. */
interface ThingChange {
  readonly iri: string;
  /** In the form of its IRI: `work`, `person`, `journal`… */
  readonly kind: string;
  readonly what: 'added' | 'changed' | 'withdrawn';
  name: string | undefined;
  readonly properties: readonly PropertyChange[];
}

/** What changed between two dumps, thing by thing in the order of their IRIs. */
export interface ChangeSummary {
  readonly added: number;
  readonly deleted: number;
  readonly things: readonly ThingChange[];
}

const statement = /^<([^>]*)> <([^>]*)> (.*?)(?: <[^>]*>)? \.$/;
const type = rdf('type').nt;
const names = new Set(['dcterms:title', 'foaf:name', 'skos:prefLabel']);

/** Takes as much memory as there are changes. */
export async function summaryOf(changes: AsyncIterable<Change>): Promise<ChangeSummary> {
  const things = new Map<string, Map<string, PropertyChange>>();
  const types = new Map<string, Set<Change['sign']>>();
  const counts = { A: 0, D: 0 };
  for await (const { sign, line } of changes) {
    counts[sign] += 1;
    const [, subject = '', predicate = '', object = ''] = statement.exec(line) ?? [];
    const [iri = subject, part] = subject.split('#');
    if (line.startsWith(type, subject.length + 3)) signsOf(types, subject).add(sign);
    const properties = things.get(iri) ?? new Map<string, PropertyChange>();
    things.set(iri, properties);
    const property = `${part === undefined ? '' : `#${part} `}${shortened(predicate)}`;
    const known = properties.get(property) ?? { property, deleted: [], added: [] };
    properties.set(property, known);
    known[sign === 'A' ? 'added' : 'deleted'].push(object);
  }
  return {
    added: counts.A,
    deleted: counts.D,
    things: [...things].map(([iri, properties]): ThingChange => {
      const [all, signs] = [[...properties.values()], types.get(iri)];
      return {
        iri,
        kind: /([^/]+)\/[^/]*$/.exec(iri)?.[1] ?? '',
        // A thing that changes its class keeps others, or is deleted under one and added under another.
        what: signs?.size !== 1 || !isWhole(all, signs) ? 'changed' : signs.has('A') ? 'added' : 'withdrawn',
        name: nameIn(all),
        properties: all,
      };
    }),
  };
}

/** Whether all that is said of a thing was added, or all was deleted. */
function isWhole(properties: readonly PropertyChange[], signs: ReadonlySet<Change['sign']>): boolean {
  const other = signs.has('A') ? 'deleted' : 'added';
  return properties.every((each) => each[other].length === 0);
}

function signsOf(all: Map<string, Set<Change['sign']>>, subject: string): Set<Change['sign']> {
  const known = all.get(subject) ?? new Set();
  all.set(subject, known);
  return known;
}

function nameIn(properties: readonly PropertyChange[]): string | undefined {
  const named = properties.find(({ property }) => names.has(property));
  return textOf(named?.added[0] ?? named?.deleted[0]);
}

/** Names the things that changed under the name that they kept, by a look at the lines of a dump. */
export async function named(
  { things }: ChangeSummary,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  const nameless = new Map(
    things.filter(({ name }) => name === undefined).map((thing) => [thing.iri, thing]),
  );
  if (nameless.size === 0) return;
  for await (const line of lines) {
    const thing = nameless.get(line.slice(1, line.indexOf('>')));
    if (!thing) continue;
    const [, , predicate = '', object] = statement.exec(line) ?? [];
    if (names.has(shortened(predicate))) thing.name ??= textOf(object);
  }
}

function shortened(iri: string): string {
  const known = prefixed(iri);
  return known ? `${known.prefix}:${known.name}` : `<${iri}>`;
}

function textOf(object: string | undefined): string | undefined {
  const literal = /^"((?:[^"\\]|\\.)*)"/.exec(object ?? '')?.[1];
  return literal?.replace(/\\(["\\nrt])/g, (_, mark: string) => escapes[mark] ?? mark);
}

const escapes: Readonly<Record<string, string>> = { n: ' ', r: ' ', t: ' ' };

const kinds: readonly (readonly [kind: string, words: Words])[] = [
  ['work', { fr: 'Travaux', en: 'Works' }],
  ['', { fr: 'Autres', en: 'Others' }],
];

const signs = { added: '+', changed: '~', withdrawn: '−' } as const;
const longest = 60;

/** The summary in words. What describes the dataset changes with every build and has one line. */
export function summaryText({ added, deleted, things }: ChangeSummary, language: Language): string {
  if (things.length === 0) return { fr: 'rien n’a changé\n', en: 'nothing changed\n' }[language];
  const parts = kinds.flatMap(([kind, words]) => {
    const those = things.filter((thing) => (kind === 'work') === (thing.kind === 'work'));
    if (those.length === 0) return [];
    return [
      `${words[language]}${colon[language]} ${countsOf(those, language)}\n`,
      ...those.map(thingText),
      '\n',
    ];
  });
  const statements = {
    fr: `${added} affirmation(s) ajoutée(s), ${deleted} retirée(s)\n`,
    en: `${added} statement(s) added, ${deleted} deleted\n`,
  };
  return parts.join('') + statements[language];
}

const colon = { fr: ' :', en: ':' } as const;

function countsOf(things: readonly ThingChange[], language: Language): string {
  const words: Readonly<Record<ThingChange['what'], Words>> = {
    added: { fr: 'ajouté(s)', en: 'added' },
    changed: { fr: 'changé(s)', en: 'changed' },
    withdrawn: { fr: 'retiré(s)', en: 'withdrawn' },
  };
  return (['added', 'changed', 'withdrawn'] as const)
    .map((what) => [things.filter((thing) => thing.what === what).length, words[what][language]] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}

function thingText({ iri, what, name, properties, kind }: ThingChange): string {
  const head = `${signs[what]} ${name ?? iri}${name === undefined ? '' : ` – ${iri}`}\n`;
  const isTold = what === 'changed' && (kind === 'work' || !iri.endsWith('/dataset'));
  return head + (isTold ? properties.map(propertyText).join('') : '');
}

function propertyText({ property, deleted, added }: PropertyChange): string {
  const values = [...deleted.map((value) => `− ${cut(value)}`), ...added.map((value) => `+ ${cut(value)}`)];
  return `    ${property} ${values.join(' ')}\n`;
}

const cut = (value: string) => (value.length > longest ? `${value.slice(0, longest - 1)}…` : value);
