import type { DraftAffiliation, DraftContribution } from '../base/draft.ts';
import type { Affiliation, Contribution } from '../base/work.ts';
import { splitNames, tidyName } from './name.ts';
import { identifiers, keep, note, type Passage, plain } from './passage.ts';

/** The contributions in printed order, numbered from 1; several names in one phrase are taken apart (N4). */
export function contributions(
  on: Passage,
  drafts: readonly DraftContribution[] | undefined,
): readonly Contribution[] {
  return (drafts ?? [])
    .flatMap((draft) => apart(on, draft))
    .map((draft, index) => contribution(on, draft, draft.position ?? index + 1));
}

function apart(on: Passage, draft: DraftContribution): readonly DraftContribution[] {
  const { names: phrase, nameAsPrinted: _nameAsPrinted, ...rest } = draft;
  if (phrase === undefined) return [draft];
  const { names, incomplete } = splitNames(plain(on, phrase));
  if (incomplete) {
    note(on, 'creators-incomplete', { value: incomplete }, 'contributions');
    keep(on, 'contributions', incomplete);
  }
  return names.map((nameAsPrinted) => ({ nameAsPrinted, ...rest }));
}

function contribution(on: Passage, draft: DraftContribution, position: number): Contribution {
  const path = `contributions.${position}`;
  const name = tidyName(draft);
  if (name.kind === 'unknown') note(on, 'name-kind-unknown', { value: name.nameAsPrinted }, path);
  return {
    position,
    role: draft.role,
    marcRelator: draft.marcRelator,
    kind: name.kind,
    nameAsPrinted: name.nameAsPrinted,
    family: name.family,
    given: name.given,
    particle: name.particle,
    droppingParticle: name.droppingParticle,
    suffix: name.suffix,
    literal: name.literal,
    nameScript: draft.nameScript,
    identifiers: identifiers(on, draft.identifiers, path),
    affiliations: (draft.affiliations ?? []).map((each) => affiliation(on, each, path)),
    corresponding: draft.corresponding,
    equalContribution: draft.equalContribution,
    emailSha: draft.emailSha,
  };
}

function affiliation(
  on: Passage,
  { nameAsPrinted, ids, country }: DraftAffiliation,
  path: string,
): Affiliation {
  return {
    nameAsPrinted: plain(on, nameAsPrinted),
    ids: identifiers(on, ids, `${path}.affiliations`),
    country,
  };
}
