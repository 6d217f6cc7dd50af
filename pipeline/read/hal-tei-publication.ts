import type { Draft, DraftIdentifier, DraftLicence } from '../base/draft.ts';
import { isWebAddress } from '../base/iri.ts';
import type { DateEvent, LangText, Link, Relation } from '../base/work.ts';
import { keep, keepOthers, kindOf, partAt, partsOf, type TeiPart } from './hal-tei-part.ts';
import { relationOf, workScheme } from './hal-words.ts';
import { attribute, textOf } from './xml-tree.ts';

/** What HAL says of the record as it published it. */
interface Publication {
  readonly identifiers: readonly DraftIdentifier[];
  readonly links: readonly Link[];
  readonly licences: readonly DraftLicence[];
  readonly citation: LangText | undefined;
}

// HAL distributes every record; its key for BibTeX and its citation in HTML say again what other elements say.
const ofStatement = new Set(['distributor', 'idno', 'availability', 'date']);
const repeated = new Set(['halBibtex', 'halRefHtml']);

/**
 * Reads `publicationStmt`. The status `restricted` stands beside every licence, also the freest, and so says nothing of
 * the access.
 */
export function publicationOf(statement: TeiPart | undefined, version: string | undefined): Publication {
  keepOthers(statement, ofStatement);
  const idnos = partsOf(statement, 'idno');
  for (const part of idnos) {
    const kind = kindOf(part) ?? '';
    if (!repeated.has(kind) && !['halId', 'halUri', 'halRef'].includes(kind)) keep(part);
  }
  const [id, url, citation] = ['halId', 'halUri', 'halRef'].map((kind) =>
    textOf(idnos.find((part) => kindOf(part) === kind)?.of),
  );
  const own = id === undefined || !/^v\d+$/.test(version ?? '') ? id : `${id}${version}`;
  return {
    identifiers: own === undefined ? [] : [{ scheme: 'hal', value: own }],
    links: url === undefined ? [] : [{ role: 'landing', url }],
    licences: partsOf(statement, 'availability')
      .flatMap((part) => partsOf(part, 'licence'))
      .flatMap(licenceOf),
    citation: citation === undefined ? undefined : { value: citation },
  };
}

/** The address of a licence, else its words. */
function licenceOf({ of }: TeiPart): readonly DraftLicence[] {
  const words = attribute(of, 'target') ?? textOf(of);
  return words === undefined ? [] : [{ words }];
}

const events: ReadonlyMap<string, DateEvent> = new Map([
  ['datePub', 'published'],
  ['dateEpub', 'publishedOnline'],
  ['dateDefended', 'defended'],
]);

/** The dates of `imprint`, and whether the work is in press; a date of unknown precision is a doubtful one. */
export function imprintDates(struct: TeiPart | undefined): {
  readonly dates: NonNullable<Draft['dates']>;
  readonly isInPress: boolean;
} {
  const parts = partsOf(partAt(partAt(struct, 'monogr'), 'imprint'), 'date');
  const dates = parts.flatMap((part) => {
    const event = events.get(kindOf(part) ?? '');
    const words = textOf(part.of) ?? attribute(part.of, 'when');
    if (event === undefined) keep(part);
    if (event === undefined || words === undefined) return [];
    const isDoubtful = attribute(part.of, 'precision') === 'unknown';
    return [{ event, words: isDoubtful ? `${words}?` : words }];
  });
  return { dates, isInPress: parts.some(({ of }) => attribute(of, 'subtype') === 'inPress') };
}

/** The identifiers of the work in other registers. */
export function identifiersIn(struct: TeiPart | undefined): readonly DraftIdentifier[] {
  return partsOf(struct, 'idno').flatMap((part) => {
    const [kind, value] = [kindOf(part), textOf(part.of)];
    return value === undefined ? [] : [{ scheme: kind === undefined ? undefined : workScheme(kind), value }];
  });
}

const roles: ReadonlyMap<string, Link['role']> = new Map<string, Link['role']>([
  ['publisher', 'publisher'],
  ['seeAlso', 'other'],
  ['codeRepository', 'code'],
  ['researchdata', 'dataset'],
]);

/** The links of `biblStruct`: the address is the target, or the text itself. */
export function linksIn(struct: TeiPart | undefined): readonly Link[] {
  return partsOf(struct, 'ref').flatMap((part) => {
    const role = roles.get(kindOf(part) ?? '');
    const url = attribute(part.of, 'target') ?? textOf(part.of);
    if (role !== undefined && url !== undefined) return [{ role, url }];
    keep(part);
    return [];
  });
}

/** Other works: by their addresses, else by what stands there; a relation that the model has no word for is kept. */
export function relationsIn(struct: TeiPart | undefined): readonly Relation[] {
  return partsOf(struct, 'relatedItem').flatMap((part): readonly Relation[] => {
    const type = relationOf(kindOf(part) ?? '');
    const [target, words] = [attribute(part.of, 'target'), textOf(part.of)];
    if (type === undefined || words !== undefined) keep(part);
    const id = target !== undefined && isWebAddress(target) ? target : undefined;
    const citation = id === undefined ? (target ?? words) : undefined;
    if (id === undefined && citation === undefined) return [];
    return [{ type: type ?? 'isRelatedTo', target: id === undefined ? { citation } : { id } }];
  });
}
