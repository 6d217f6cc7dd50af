import type { DraftContribution } from '../base/draft.ts';
import type { Every } from '../base/every.ts';
import { folded, remembering } from './html-fold.ts';
import { once } from './schema-identifiers.ts';

/**
 * The people of two vocabularies, each once: `Liang, Calvin` is `Calvin Liang`, and `C. Liang` where nobody else has
 * that family name. A later list gives what the first left out of a person; somebody whom only it names is kept.
 */
export function joinPeople(
  one: readonly DraftContribution[],
  two: readonly DraftContribution[],
  keep: (field: string, value: unknown) => void,
): readonly DraftContribution[] {
  if (one.length === 0 || two.length === 0) return one.length === 0 ? two : one;
  const all = [...one];
  const known = new Lookup(one);
  const roles = new Set(one.map(({ role }) => role));
  for (const person of two) {
    const at = known.find(person);
    const said = at === undefined ? undefined : all[at];
    if (at !== undefined && said) all[at] = completed(said, person);
    else if (!roles.has(person.role)) all.push(person);
    else if (!(person.names && holdsAll(person.names, one))) keep(`${person.role}`, nameOf(person));
  }
  return all;
}

/**
 * Finds people of a role by their whole name, else by family name and first initial when only one has them. A mere
 * contributor may be known in any role, for some pages call authors no more than that.
 */
class Lookup {
  readonly keys = new Map<string, number[]>();

  constructor(people: readonly DraftContribution[]) {
    for (const [at, person] of people.entries()) {
      const [whole, short] = [wholeKey(person), shortKey(person)];
      for (const role of new Set([person.role, 'contributor'])) {
        this.add(`${role} ${whole}`, at);
        this.add(`${role}, ${short}`, at);
      }
    }
  }

  add(key: string, at: number): void {
    const said = this.keys.get(key);
    if (said) said.push(at);
    else this.keys.set(key, [at]);
  }

  find(person: DraftContribution): number | undefined {
    // Two of one name are found one after the other. Vocabularies part particles in their own ways, and print all words.
    const next = this.next(person, wholeKey(person)) ?? this.next(person, printedKey(person));
    if (next !== undefined) return next;
    const near = this.keys.get(`${person.role}, ${shortKey(person)}`) ?? [];
    return near.length === 1 ? near[0] : undefined;
  }

  next({ role }: DraftContribution, key: string): number | undefined {
    return this.keys.get(`${role} ${key}`)?.shift();
  }
}

function nameOf({ family, given, nameAsPrinted, literal, names }: DraftContribution): string {
  if (family === undefined) return nameAsPrinted ?? literal ?? names ?? '';
  return given === undefined ? family : `${family}, ${given}`;
}

const inOrder = remembering((name) => folded(name).split(' ').sort().join(' '));

const wholeKey = (person: DraftContribution) => inOrder(nameOf(person));

const printedKey = ({ nameAsPrinted = '' }: DraftContribution) => inOrder(nameAsPrinted);

/** `liang c`, whichever of the two names comes first. */
const shortKey = (person: DraftContribution) => shortened(nameOf(person));

const shortened = remembering((name) => {
  const comma = name.indexOf(',');
  const words = folded(comma < 0 ? name : name.slice(0, comma)).split(' ');
  const family = comma < 0 ? (words.at(-1) ?? '') : words.join(' ');
  const given = comma < 0 ? (words[0] ?? '') : folded(name.slice(comma + 1));
  return `${family} ${given.slice(0, 1)}`;
});

function holdsAll(names: string, people: readonly DraftContribution[]): boolean {
  const text = folded(names);
  return people.every((person) => text.includes(shortKey(person).replace(/ \S$/, '')));
}

/** A name that is sorted in one list, `Family, Given`, and printed in another: each says what the other cannot. */
function printedIn(one: DraftContribution, two: DraftContribution): Partial<DraftContribution> {
  const { nameAsPrinted: printed } = two;
  const [family, given, suffix, ...more] = one.nameAsPrinted?.split(', ') ?? [];
  const isSorted = one.family === undefined && given !== undefined && more.length === 0;
  if (!isSorted || printed === undefined || printed.includes(',') || wholeKey(one) !== wholeKey(two))
    return {};
  if (two.family !== undefined) return { nameAsPrinted: printed };
  // Only people's names are sorted like that.
  return {
    kind: 'person',
    nameAsPrinted: printed,
    family,
    given,
    suffix,
  };
}

/** The parts of a name come from the list that tells them apart; its printed form from the first, unless sorted. */
function completed(one: DraftContribution, two: DraftContribution): DraftContribution {
  const hasParts = one.family !== undefined || one.kind === 'organisation';
  const parts: Partial<DraftContribution> = hasParts ? {} : two;
  const printed = printedIn(one, two);
  return {
    role: one.role,
    names: one.names,
    position: one.position ?? parts.position,
    marcRelator: one.marcRelator ?? parts.marcRelator,
    kind: printed.kind ?? one.kind ?? parts.kind,
    nameAsPrinted: printed.nameAsPrinted ?? one.nameAsPrinted,
    family: printed.family ?? one.family ?? parts.family,
    given: printed.given ?? one.given ?? parts.given,
    particle: one.particle ?? parts.particle,
    droppingParticle: one.droppingParticle ?? parts.droppingParticle,
    suffix: printed.suffix ?? one.suffix ?? two.suffix,
    literal: one.literal ?? parts.literal,
    nameScript: one.nameScript ?? parts.nameScript,
    corresponding: one.corresponding ?? parts.corresponding,
    equalContribution: one.equalContribution ?? parts.equalContribution,
    identifiers: once([...(one.identifiers ?? []), ...(two.identifiers ?? [])]),
    affiliations: affiliations(one.affiliations ?? [], two.affiliations ?? []),
    emailSha: one.emailSha ?? two.emailSha,
    // Reconcile gives the agent.
  } satisfies Every<Omit<DraftContribution, 'agent'>>;
}

type Affiliations = NonNullable<DraftContribution['affiliations']>;

/** Those of the first list, with what the second one says of the same; of two lists that differ the first is believed. */
function affiliations(one: Affiliations, two: Affiliations): Affiliations {
  if (one.length === 0) return two;
  const told = new Map(two.map((each) => [folded(each.nameAsPrinted ?? ''), each]));
  return one.map((each) => {
    const again = told.get(folded(each.nameAsPrinted ?? ''));
    return {
      nameAsPrinted: each.nameAsPrinted,
      ids: each.ids ?? again?.ids,
      country: each.country ?? again?.country,
    };
  });
}
