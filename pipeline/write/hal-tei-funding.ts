import { fold } from '../base/fold.ts';
import { plainText } from '../base/plain-text.ts';
import type { Funding, Work } from '../base/work.ts';
import { localId } from './hal-tei-ids.ts';
import { listElement, textElement, type Written } from './xml-element.ts';

/** HAL's two registers of projects. */
type Register = 'anr' | 'europe';

/** Who pays for the projects of each, by the names and identifiers that are used. */
const registers: readonly (readonly [Register, names: RegExp, ids: readonly string[]])[] = [
  [
    'anr',
    /^(?:anr|(?:l )?agence nationale de la recherche|(?:french )?national research agency|french national agency for research)\b/,
    ['00rbzpz17', '10.13039/501100001665'],
  ],
  [
    'europe',
    /^(?:european (?:commission|union)|commission europeenne|union europeenne)\b/,
    ['00k4n6c32', '10.13039/501100000780'],
  ],
];

/** The register that a project is of: it has its number or its acronym there. */
export function registerOf({ funder, awardNumber, acronym }: Funding): Register | undefined {
  if (!funder || (awardNumber ?? acronym) === undefined) return undefined;
  const name = fold(funder.name);
  return registers.find(
    ([, names, ids]) => names.test(name) || funder.ids.some(({ value }) => ids.includes(value.toLowerCase())),
  )?.[0];
}

/** What paid for the work in words, where there is no register for it. */
export function fundingWords({ funder, programme, awardNumber, acronym, title }: Funding): string {
  const words = [funder?.name, programme, awardNumber, acronym, title && plainText(title)];
  return words.filter(Boolean).join(', ');
}

interface Funded {
  readonly id: string | undefined;
  readonly of: Funding;
}

const prefixes: Readonly<Record<Register, string>> = { anr: 'localProjanr', europe: 'localProjeurop' };

function funded(work: Work): readonly Funded[] {
  const counts = { anr: 0, europe: 0 };
  return work.funding.map((of) => {
    const register = registerOf(of);
    if (register === undefined) return { id: undefined, of };
    counts[register] += 1;
    return { id: localId(prefixes[register], work, counts[register]), of };
  });
}

/** The funders: a project by its id, others in words. HAL reads neither titles nor authors here. */
export function titleStmt(work: Work): readonly Written[] {
  return listElement(
    'titleStmt',
    funded(work).flatMap(({ id, of }): readonly Written[] =>
      id === undefined
        ? textElement('funder', fundingWords(of))
        : [{ name: 'funder', attributes: { ref: `#${id}` }, inside: '' }],
    ),
  );
}

/** The projects that `titleStmt` names. */
export function projects(work: Work): readonly Written[] {
  return funded(work).flatMap(({ id, of }) => (id === undefined ? [] : [project(id, of)]));
}

/** HAL takes the last number of a project of the ANR as its reference. */
function project(id: string, of: Funding): Written {
  const register = registerOf(of);
  return {
    name: 'org',
    attributes: { type: register === 'anr' ? 'anrProject' : 'europeanProject', 'xml:id': id },
    inside: [
      ...(isProgrammeTold(of) ? textElement('idno', of.programme, { type: 'program' }) : []),
      ...textElement('idno', of.awardNumber, { type: register === 'anr' ? 'anr' : 'number' }),
      ...textElement('orgName', of.acronym),
      ...textElement('desc', of.title && plainText(of.title)),
    ],
  };
}

export const isProgrammeTold = (funding: Funding): boolean =>
  registerOf(funding) !== undefined && funding.awardNumber !== undefined;
