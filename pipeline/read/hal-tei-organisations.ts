import type { DraftAffiliation, DraftIdentifier } from '../base/draft.ts';
import { halFunders, structureNumberType } from '../base/hal-words.ts';
import type { Funding } from '../base/work.ts';
import { keep, keepValue, kindOf, partAt, partsOf, type TeiPart, textsOf } from './hal-tei-part.ts';
import { structureScheme } from './hal-words.ts';
import { attribute, type Element, elementAt, elementsOf, textOf } from './xml-tree.ts';

/** The organisations and projects of a record, by the id that others name them by. */
export type Organisations = ReadonlyMap<string, TeiPart>;

/** Those that were put inside the record, or stand in it. */
export function organisationsOf(record: TeiPart): Organisations {
  const all = partsOf(record, 'listOrg').flatMap((list) => partsOf(list, 'org'));
  return new Map(all.map((org) => [organisationId(org.of) ?? '', org]));
}

/** The id of an organisation, or HAL's number for it, which may be named by several records of a document. */
export function organisationId(org: Element): string | undefined {
  const number = elementsOf(org, 'idno').find((each) => attribute(each, 'type') === structureNumberType);
  const digits = textOf(number);
  return attribute(org, 'xml:id') ?? (digits === undefined ? undefined : `struct-${digits}`);
}

/** The ids that a reference names: `#struct-1 #struct-2`. */
export function idsIn(reference: string | undefined): readonly string[] {
  return (reference ?? '').split(/[\s#]+/).filter((id) => id !== '');
}

/** An organisation as an author signs for it; undefined for one that is not described. */
export function affiliationAt(organisations: Organisations, id: string): DraftAffiliation | undefined {
  const org = organisations.get(id);
  const name = nameOf(org);
  if (!org || name === undefined) return undefined;
  const number = /^struct-(\d+)$/.exec(id)?.[1];
  const ids: readonly DraftIdentifier[] = [
    ...(number === undefined ? [] : [{ scheme: 'hal-structure', value: number }]),
    ...partsOf(org, 'idno').flatMap((part) => {
      const value = kindOf(part) === structureNumberType ? undefined : textOf(part.of);
      return value === undefined ? [] : [{ scheme: structureScheme(kindOf(part) ?? ''), value }];
    }),
  ];
  const country = attribute(elementAt(org.of, 'desc', 'address', 'country'), 'key')?.toUpperCase();
  return { nameAsPrinted: name, ids, ...(country === undefined ? {} : { country }) };
}

/** The name in full, not its acronym. */
export function nameOf(org: TeiPart | undefined): string | undefined {
  const names = partsOf(org, 'orgName');
  const full = names.find((part) => kindOf(part) === undefined) ?? names[0];
  return textOf(full?.of);
}

const keptOf: ReadonlySet<string> = new Set(['date', 'desc', 'listRelation', 'orgName']);

/** Keeps what an affiliation has no place for: acronym, address, dates, and the organisations above with their names. */
export function keepOrganisations(record: TeiPart, organisations: Organisations): void {
  for (const [id, org] of organisations) {
    if (!id.startsWith('proj') && !id.startsWith('localProj')) {
      const inside = partsOf(org).filter(({ of }) => keptOf.has(of.name));
      const value = Object.fromEntries(inside.flatMap((part) => leftOf(part, organisations)));
      if (Object.keys(value).length > 0) keepValue(record, `listOrg/org[@xml:id='${id}']`, value);
    }
  }
}

function leftOf(part: TeiPart, organisations: Organisations): readonly (readonly [string, unknown])[] {
  if (part.of.name === 'orgName') return kindOf(part) === undefined ? [] : [['acronym', textOf(part.of)]];
  if (part.of.name === 'date') return [[kindOf(part) ?? 'date', textOf(part.of)]];
  if (part.of.name === 'listRelation') {
    const above = partsOf(part, 'relation').flatMap(({ of }) => idsIn(attribute(of, 'active')));
    return [['above', above.map((id) => nameOf(organisations.get(id)) ?? id)]];
  }
  const lines = textsOf(partAt(part, 'address'), 'addrLine');
  const urls = textsOf(part, 'ref');
  return [
    ...(lines.length > 0 ? [['address', lines.join(', ')] as const] : []),
    ...(urls.length > 0 ? [['url', urls.join(' ')] as const] : []),
  ];
}

const ofProject: ReadonlySet<string> = new Set(['idno', 'orgName', 'desc']);

/** What paid for the work: projects of the two registers, and the depositor's words. */
export function fundingOf(funder: TeiPart, organisations: Organisations): readonly Funding[] {
  const ids = idsIn(attribute(funder.of, 'ref'));
  const words = textOf(funder.of);
  const projects = ids.flatMap((id) => organisations.get(id) ?? []);
  if (projects.length < ids.length) keep(funder);
  return [
    ...projects.map(projectOf),
    ...(words === undefined || projects.length < ids.length ? [] : [{ title: { value: words } }]),
  ];
}

function projectOf(project: TeiPart): Funding {
  const numbers = partsOf(project, 'idno');
  const value = (...kinds: readonly string[]) =>
    textOf(numbers.find((part) => kinds.includes(kindOf(part) ?? ''))?.of);
  for (const part of partsOf(project)) {
    if (!ofProject.has(part.of.name) || kindOf(part) === 'call') keep(part);
  }
  const [acronym, title] = [textsOf(project, 'orgName')[0], textsOf(project, 'desc')[0]];
  return {
    funder: /anr/i.test(kindOf(project) ?? '') ? halFunders.anr : halFunders.europe,
    programme: value('program'),
    awardNumber: value('anr', 'number'),
    title: title === undefined ? undefined : { value: title },
    acronym,
  };
}
