import { encodeIriPart, isIri } from '../base/iri.ts';
import type { Iri, Relation, RelationType } from '../base/work.ts';
import { bareDoi, doiIri } from './doi.ts';
import { addLink, place } from './dublin-core-identifiers.ts';
import { grantOf } from './grant.ts';
import { type Sense, senseOf } from './identifier-sense.ts';
import { isNew, isPart, isSeen, type Sheet } from './sheet.ts';
import { keepStatement, type Statement, textIn } from './statement.ts';

/** Relations by their names in the DCMI terms and at DataCite, in letters alone. */
const types: ReadonlyMap<string, RelationType> = new Map(
  Object.entries<RelationType>({
    ispartof: 'isPartOf',
    ispublishedin: 'isPartOf',
    haspart: 'hasPart',
    isversionof: 'isVersionOf',
    isnewversionof: 'isVersionOf',
    hasversion: 'hasVersion',
    ispreviousversionof: 'hasVersion',
    isformatof: 'isVersionOf',
    isvariantformof: 'isVersionOf',
    isoriginalformof: 'hasVersion',
    replaces: 'replaces',
    obsoletes: 'replaces',
    isreplacedby: 'isReplacedBy',
    isobsoletedby: 'isReplacedBy',
    references: 'cites',
    cites: 'cites',
    isreferencedby: 'isCitedBy',
    iscitedby: 'isCitedBy',
    issupplementto: 'isSupplementTo',
    issupplementedby: 'isSupplementedBy',
    reviews: 'reviews',
    isreviewedby: 'isReviewedBy',
    isidenticalto: 'isIdenticalTo',
    istranslationof: 'isTranslationOf',
    hastranslation: 'hasTranslation',
  }),
);

/** The model's relation for a name, whatever its spaces and capitals. */
export function relationType(name: string): RelationType | undefined {
  return types.get(name.replace(/[^a-z]/gi, '').toLowerCase());
}

const reference = /^info:eu-repo\/semantics\/(reference|dataset)\/([\w-]+)\/(.+)$/i;
const named =
  /^(is ?part ?of|has ?part|is ?version ?of|has ?version|replaces|is ?replaced ?by)\s?:?\s(\S.*)$/i;

/** Grants, identifiers of the work itself, the journal or book it is part of, and other works. */
export function readRelations(on: Sheet, said: readonly Statement[]): void {
  for (const statement of said) {
    const { name, words, scheme } = statement;
    const [, prefix, rest] = name === 'relation' ? (named.exec(words) ?? []) : [];
    const stated = prefix ?? (name === 'relation' ? undefined : name);
    const type = stated === undefined ? undefined : relationType(stated);
    if (stated !== undefined && type === undefined) keepStatement(on, statement);
    else if (type === undefined) related(on, statement);
    else relate(on, { ...statement, words: rest ?? words }, type, senseOf(rest ?? words, scheme));
  }
}

function related(on: Sheet, statement: Statement): void {
  const { words, scheme } = statement;
  const grant = grantOf(words);
  const [, kind = '', list = '', value = ''] = reference.exec(words) ?? [];
  const sense = senseOf(
    value === '' ? words : `info:eu-repo/semantics/altIdentifier/${list}/${value}`,
    scheme,
  );
  const isParent = on.house === 'openedition';
  if (grant) on.funding.push(grant);
  else if (value !== '' && sense.kind === 'issn') place(on, statement, sense);
  else if (/^dataset$/i.test(kind) && sense.kind === 'address')
    addLink(on, { role: 'dataset', url: sense.url });
  else if (value !== '')
    relate(on, statement, kind.toLowerCase() === 'reference' ? 'cites' : 'isRelatedTo', sense);
  else if (/^info:eu-repo\/semantics\/altIdentifier\//i.test(words)) own(on, statement, sense, isParent);
  else if (isOwn(on, words, sense)) return;
  else relate(on, statement, isParent && sense.kind !== 'prose' ? 'isPartOf' : 'isRelatedTo', sense);
}

/** Another identifier of the work; in OpenEdition's records the ISBN is that of the volume. */
function own(on: Sheet, statement: Statement, sense: Sense, isParent: boolean): void {
  if (sense.kind === 'isbn' && isParent && isNew(on, 'isbn', sense.value)) on.isbn.push(sense.value);
  else place(on, statement, sense);
}

/** Whether an address is one of the work itself: said before, or the galley of an OJS article. */
function isOwn(on: Sheet, words: string, sense: Sense): boolean {
  if (sense.kind === 'identifier') return isSeen(on, 'identifier', bareDoi(words) ?? words.toLowerCase());
  if (sense.kind !== 'address') return false;
  if (isSeen(on, 'address', words)) return true;
  const page = /^(.*\/article\/)(?:view|download)(\/[^/]+)\/[^/]+$/.exec(words);
  const isGalley = page !== null && isSeen(on, 'address', `${page[1]}view${page[2]}`);
  if (isGalley) addLink(on, { role: 'fulltext', url: words });
  return isGalley;
}

/** Puts what the work is related to in its place: the journal or book it is part of, what it cites, another work. */
export function relate(on: Sheet, statement: Statement, type: RelationType, sense: Sense): void {
  const { words } = statement;
  const isHolder = type === 'isPartOf';
  if (isHolder && sense.kind === 'issn') place(on, statement, sense);
  else if (isHolder && sense.kind === 'isbn') on.isbn.push(sense.value);
  else if (isHolder && isTitleOf(on, words, sense)) on.containerTitles.push(textIn(statement));
  else {
    const id = iriOf(words, sense);
    const target: Relation['target'] = id === undefined ? { citation: words } : { id };
    if (!isNew(on, type, id ?? words)) return;
    if (type === 'cites') on.references.push(target);
    else on.relations.push({ type, target });
  }
}

/** Words that are no address name what an article or a chapter is part of; a citation that goes on from them says so. */
function isTitleOf({ kind, containerTitles, cited }: Sheet, words: string, sense: Sense): boolean {
  const isWords =
    sense.kind === 'prose' || (sense.kind === 'identifier' && sense.identifier.scheme === undefined);
  if (!isWords || !isPart(kind) || containerTitles.length > 0) return false;
  return (
    cited.some((citation) => citation.words.startsWith(`${words}, `)) ||
    !(/\d/.test(words) || /^\w+:/.test(words))
  );
}

const addresses: ReadonlyMap<string, string> = new Map([
  ['handle', 'https://hdl.handle.net/'],
  ['arxiv', 'https://arxiv.org/abs/'],
  ['pmid', 'https://pubmed.ncbi.nlm.nih.gov/'],
  ['hal', 'https://hal.science/'],
  ['ark', 'https://n2t.net/'],
]);

/** The IRI of what is related, if its identifier has one. */
function iriOf(words: string, sense: Sense): Iri | undefined {
  if (sense.kind === 'isbn') return `urn:isbn:${sense.value.replace(/[^\dXx]/g, '')}`;
  if (sense.kind === 'issn') return `urn:issn:${sense.issn.value}`;
  if (sense.kind === 'address') return sense.url;
  if (sense.kind !== 'identifier') return undefined;
  const { scheme = '', value } = sense.identifier;
  // In an address its percent signs are escapes.
  if (scheme === 'doi') return doiIri(value.startsWith('http') ? decoded(value) : value);
  if (isIri(value) && /^(?:https?|urn|info):/i.test(value)) return value;
  const resolver = addresses.get(scheme);
  const iri =
    resolver === undefined
      ? undefined
      : `${resolver}${encodeIriPart(value.replace(/^(?:hdl:|info:hdl\/)/i, ''))}`;
  return iri !== undefined && isIri(iri) && !/\s/.test(words) ? iri : undefined;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    // A percent sign that is only itself.
    return address;
  }
}
