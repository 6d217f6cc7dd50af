import { codeList } from '../base/code-list.ts';
import type { Carrying, Keeps } from '../base/losses.ts';
import { nameOf } from '../base/values.ts';
import type { Affiliation, Contribution, Work } from '../base/work.ts';
import { nth } from './dublin-core-carries.ts';
import { countryOf, isStructureTold, structureKey, structuresOf } from './hal-tei-organisations.ts';
import { forename, halRole, isPersonTold, placedAs, placeOf, surname } from './hal-tei-people.ts';
import { kept } from './kept.ts';

/** Particles that a surname is read with: those that lists are not sorted on, and those that stay with it (N2). */
const dropping = /^(?:de|d[’'])$/;
const staying =
  /^(?:van|von|der|den|het|ter|ten|te|zu|zum|zur|und|vom|da|das|do|dos|di|del|dello|della|dei|degli|dal|dalla|ben|bin|ibn|el|al|af|av)(?: (?:van|von|der|den|het|ter|ten|te|zu|zum|zur|und|vom|da|das|do|dos|di|del|dello|della|dei|degli|dal|dalla|ben|bin|ibn|el|al|af|av|de))*$/;

/** Whether the surname with its particles is taken apart again as it was. */
function isSplitAgain({ kind, family, particle, droppingParticle, suffix }: Contribution): boolean {
  if (kind !== 'person' || !family || suffix) return false;
  // A word of the name itself that is a particle goes to it.
  if (particle === undefined && droppingParticle === undefined) return !startsWithParticle(family);
  const isElided = droppingParticle !== undefined && droppingParticle !== 'de';
  if (isElided && (particle !== undefined || !/^\p{Lu}/u.test(family))) return false;
  return (
    (droppingParticle === undefined || dropping.test(droppingParticle)) &&
    (particle === undefined || staying.test(particle)) &&
    !startsWithParticle(family)
  );
}

function startsWithParticle(family: string): boolean {
  const [first = '', ...more] = family.split(' ');
  if (/^d['’]\p{Lu}/u.test(family)) return true;
  return more.length > 0 && (first === 'de' || staying.test(first));
}

/** A given name and a family name of one word, which are read in this order (N3). */
function isReadInOrder({ kind, given, family, particle, droppingParticle, suffix }: Contribution): boolean {
  if (kind !== 'person' || particle || droppingParticle || suffix || !given || !family) return false;
  return isName(given) && !/\s/.test(family) && isName(family);
}

const isName = (words: string) => /^\p{Lu}\p{Ll}[\p{L}’'-]*(?: \p{Lu}[\p{L}.’'-]*)*$/u.test(words);

/** Whether all that is told of somebody comes back as parts of the name. */
function isPartsTold(one: Contribution, work: Work): boolean {
  const place = placeOf(one, work);
  if (place === 'supervisor') return isReadInOrder(one);
  return place === 'author' && isSplitAgain(one);
}

/** HAL's role is read again; a consortium is an author, and who directed a thesis has a place of his own. */
function isRoleTold(one: Contribution, work: Work): boolean {
  const place = placeOf(one, work);
  if (place !== 'author') return true;
  return roleRead(halRole(one)) === one.role;
}

function roleRead(code: string): string | undefined {
  const list = codeList('roles');
  return code === 'crp' ? 'author' : (list.read('hal', code) ?? list.read('marc', code));
}

/** Where several names in one phrase would be taken apart (N4). */
export const isOneName = (name: string) => !/[,;&]|\s(?:et|and|und|y|e)\s/.test(name);

const isShouted = (word: string) => /^(?:d['’]|Mc)?\p{Lu}['’]?\p{Lu}[\p{Lu}\p{M}'’-]*$/u.test(word);

const isGivenShouted = (given: string) =>
  given.replace(/[^\p{L}]/gu, '').length > 3 && given.split(/[ -]/).every(isShouted);

/** The parts of a name in capitals are read in normal case (N3): `MCDERMOTT`, and also `Hicks III`. */
function isNameTold(one: Contribution, work: Work): boolean {
  const place = placeOf(one, work);
  if (place === 'supervisor') return isOneName(nameOf(one));
  if (one.kind === 'organisation') return true;
  return !surname(one).split(' ').some(isShouted) && !isGivenShouted(forename(one));
}

/** All that is said of somebody is said of the name. */
const one =
  (has: (one: Contribution) => unknown, told: (one: Contribution, work: Work) => boolean): Keeps =>
  (_, index, work) => {
    const each = nth(work.contributions, has, index);
    return each !== undefined && isNameTold(each, work) && told(each, work);
  };

/** An affiliation, and how the record describes what it is of. */
interface Described {
  readonly of: Affiliation;
  readonly by: Contribution;
  /** Absent where nothing is said. */
  readonly as: Affiliation | undefined;
}

function affiliationsIn(work: Work): readonly Described[] {
  const signers = placedAs(work, 'author');
  const structures = structuresOf(work, signers);
  return work.contributions.flatMap((each) =>
    each.affiliations.map((of) => ({
      of,
      by: each,
      as: signers.includes(each) ? structures.get(structureKey(of))?.of : undefined,
    })),
  );
}

/** What the record tells of those who made the work. */
export const peopleCarries: Carrying = {
  contributions: one(
    () => true,
    () => true,
  ),
  'contributions.role': one(() => true, isRoleTold),
  'contributions.marcRelator': one(
    ({ marcRelator }) => marcRelator,
    (each, work) =>
      each.role !== 'author' &&
      placeOf(each, work) === 'author' &&
      halRole(each) === each.marcRelator &&
      codeList('roles').read('marc', each.marcRelator) === each.role,
  ),
  'contributions.kind': one(
    ({ kind }) => (kind === 'unknown' ? undefined : kind),
    (each, work) => placeOf(each, work) !== 'supervisor' || isReadInOrder(each),
  ),
  'contributions.parts': one(({ family }) => family, isPartsTold),
  'contributions.nameAsPrinted': (name, _, work) =>
    placedAs(work, 'author').some(
      (each) =>
        each.nameAsPrinted === name && nameOf(each) !== name && `${forename(each)} ${surname(each)}` === name,
    ),
  'contributions.identifiers': kept((work) => {
    const signers = placedAs(work, 'author');
    return work.contributions.flatMap((each) =>
      each.identifiers.map((id) => signers.includes(each) && isNameTold(each, work) && isPersonTold(id)),
    );
  }),
  'contributions.affiliations': kept((work) =>
    affiliationsIn(work).map(
      ({ of, by, as }) => isNameTold(by, work) && as?.nameAsPrinted === of.nameAsPrinted,
    ),
  ),
  'contributions.affiliations.ids': kept((work) =>
    affiliationsIn(work).flatMap(({ of, as }) =>
      of.ids.map(
        (id) =>
          as?.nameAsPrinted === of.nameAsPrinted &&
          isStructureTold(id) &&
          as.ids.some(({ scheme, value }) => scheme === id.scheme && value === id.value),
      ),
    ),
  ),
  'contributions.affiliations.country': kept((work) =>
    affiliationsIn(work)
      .filter(({ of }) => of.country)
      .map(
        ({ of, as }) =>
          as?.nameAsPrinted === of.nameAsPrinted &&
          countryOf(of) !== undefined &&
          countryOf(as) === countryOf(of),
      ),
  ),
  'contributions.corresponding': one(
    ({ corresponding }) => corresponding || undefined,
    (each, work) => each.role === 'author' && placeOf(each, work) === 'author',
  ),
};
