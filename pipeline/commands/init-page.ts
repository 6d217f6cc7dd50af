import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { stringify } from 'yaml';
import { fold } from '../base/fold.ts';
import type { Work } from '../base/work.ts';
import { gatherInputs } from '../run.ts';
import { inputsOf } from './inputs.ts';

/** What a page that a lab already has says of it: its file, and the people and journals to be checked by a person. */
export interface Seen {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The `sources`, `people` and `journals` of a `lab.yaml`. */
  readonly lists: string;
}

/** Reads a page and lists who and what it names, in alphabetical order. */
export async function seenIn(path: string): Promise<Seen> {
  const { records, failures } = await gatherInputs(inputsOf([path], undefined, undefined));
  const [failure] = failures;
  if (failure) throw failure;
  const works = records.map(({ thing }) => thing);
  const name = basename(path);
  const sources = [{ name: 'articles', file: name }];
  return {
    name,
    bytes: readFileSync(path),
    lists: stringify({ sources, people: peopleOf(works), journals: journalsOf(works) }),
  };
}

/** Whole names alone: initials could be anybody's. */
function peopleOf(works: readonly Work[]): readonly { family: string; given: string }[] {
  const found = new Map<string, { family: string; given: string }>();
  for (const { kind, family, given, particle, droppingParticle } of works.flatMap(
    ({ contributions }) => contributions,
  )) {
    if (
      kind !== 'person' ||
      family === undefined ||
      given === undefined ||
      /^\p{Lu}\p{Ll}?\.?(?:[\s-]|$)/u.test(given)
    )
      continue;
    const whole = [droppingParticle, particle, family].filter(Boolean).join(' ');
    const key = fold(`${whole} ${given}`);
    if (!found.has(key)) found.set(key, { family: whole, given });
  }
  return inOrder(found);
}

function journalsOf(works: readonly Work[]): readonly { title: string }[] {
  const found = new Map<string, { title: string }>();
  for (const { container } of works) {
    const title = container?.type === 'journal' ? container.titles[0]?.value : undefined;
    if (title !== undefined && !found.has(fold(title))) found.set(fold(title), { title });
  }
  return inOrder(found);
}

function inOrder<Found>(found: ReadonlyMap<string, Found>): readonly Found[] {
  return [...found].sort(([one], [two]) => (one < two ? -1 : 1)).map(([, each]) => each);
}
