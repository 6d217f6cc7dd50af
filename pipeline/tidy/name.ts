import type { DraftContribution } from '../base/draft.ts';
import type { Contribution } from '../base/work.ts';
import { familyParts, givenName, givenTail, type NameParts, partsOf } from './name-parts.ts';
import { hasOrganisationWord } from './name-words.ts';

export { splitNames } from './name-list.ts';

/** What tidy says of a name; the rest of a contribution is not its business. */
export type TidyName = Pick<
  Contribution,
  'kind' | 'nameAsPrinted' | 'family' | 'given' | 'particle' | 'droppingParticle' | 'suffix' | 'literal'
>;

/**
 * N1–N3: whether a name is a person's or an organisation's, and its parts. What the source tells apart is kept; a single
 * word, or words whose order nothing shows, are `unknown` and stay whole. A tidied name comes out as it went in.
 */
export function tidyName(draft: DraftContribution): TidyName {
  const printed = draft.nameAsPrinted ?? composed(draft);
  const whole = unbraced(draft.literal ?? printed);
  if (isOrganisation(draft, printed))
    return { kind: 'organisation', nameAsPrinted: unbraced(printed), literal: whole };
  if (draft.family !== undefined || draft.given !== undefined) return structured(draft, printed);

  const parts = draft.literal === undefined ? partsOf(printed) : undefined;
  if (parts) return person(printed, parts);
  const kind = draft.kind ?? (draft.identifiers?.some(isOfPerson) ? 'person' : 'unknown');
  return { kind, nameAsPrinted: printed, literal: whole };
}

const ofOrganisation: ReadonlySet<string> = new Set(['ror', 'rnsr', 'grid']);
const ofPerson: ReadonlySet<string> = new Set(['orcid', 'idhal']);
const inBraces = /^\{+([^{}]*)\}+$/;

/** The signals of N1, in its order: the source, braces, identifiers, words. */
function isOrganisation(draft: DraftContribution, printed: string): boolean {
  if (draft.kind !== undefined) return draft.kind === 'organisation';
  if (inBraces.test(printed) && draft.given === undefined) return true;
  if (draft.identifiers?.some(({ scheme }) => ofOrganisation.has(scheme?.toLowerCase() ?? ''))) return true;
  if (draft.given !== undefined || draft.identifiers?.some(isOfPerson)) return false;
  return hasOrganisationWord(draft.literal ?? draft.family ?? printed);
}

/** The source tells family from given name: only case and particles are put in order. */
function structured(draft: DraftContribution, printed: string): TidyName {
  const hasParticle = draft.particle !== undefined || draft.droppingParticle !== undefined;
  const family: NameParts =
    draft.family === undefined || hasParticle ? { family: draft.family } : familyParts(draft.family);
  const tail: NameParts =
    draft.given === undefined || hasParticle ? { given: draft.given } : givenTail(draft.given);
  const dropping = [draft.droppingParticle, tail.droppingParticle, family.droppingParticle].filter(
    (word) => word !== undefined,
  );
  return person(printed, {
    family: family.family,
    given: tail.given === undefined ? undefined : givenName(tail.given),
    particle: draft.particle ?? family.particle,
    droppingParticle: dropping.length === 0 ? undefined : dropping.join(' '),
    suffix: draft.suffix,
  });
}

/** `Given particle Family suffix`, for a source that printed no whole name. */
function composed({ given, droppingParticle, particle, family, suffix, literal }: DraftContribution): string {
  const words = [given, droppingParticle, particle, family, suffix].filter(
    (word) => word !== undefined && word !== '',
  );
  return words.length === 0 ? (literal ?? '') : words.join(' ').replace(/(?<=(?:^| )[dl]['’]) /g, '');
}

/** A part that is not said is absent, never empty; the others are in NFC (T1). */
function person(nameAsPrinted: string, parts: NameParts): TidyName {
  const { family, given, particle, droppingParticle, suffix } = parts;
  return {
    kind: 'person',
    nameAsPrinted,
    family: family?.normalize('NFC') || undefined,
    given: given?.normalize('NFC') || undefined,
    particle: particle || undefined,
    droppingParticle: droppingParticle || undefined,
    suffix: suffix || undefined,
  };
}

const isOfPerson = ({ scheme }: { readonly scheme?: string | undefined }) =>
  ofPerson.has(scheme?.toLowerCase() ?? '');
const unbraced = (name: string) => inBraces.exec(name)?.[1] ?? name;
