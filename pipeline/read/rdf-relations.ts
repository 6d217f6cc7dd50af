import { codeList } from '../base/code-list.ts';
import type { Draft, DraftLicence } from '../base/draft.ts';
import { isIri, isWebAddress } from '../base/iri.ts';
import type { Access, Funding, Identifier, Reference, Relation, RelationType, Review } from '../base/work.ts';
import { doiIri } from './doi.ts';
import { bodiesOf } from './rdf-agent.ts';
import { isReference } from './rdf-graph.ts';
import {
  classes,
  iris,
  isLocal,
  once,
  type Reading,
  type Said,
  saidBy,
  textOf,
  texts,
  thing,
  uniqueBy,
  word,
} from './rdf-node.ts';

// biome-ignore format: a table
const rows: readonly (readonly [key: string, type: RelationType])[] = [
  ['dcterms:isVersionOf',        'isVersionOf'],
  ['dcterms:hasVersion',         'hasVersion'],
  ['schema:exampleOfWork',       'isVersionOf'],
  ['schema:workExample',         'hasVersion'],
  ['schema:translationOfWork',   'isTranslationOf'],
  ['bibo:translationOf',         'isTranslationOf'],
  ['schema:workTranslation',     'hasTranslation'],
  ['dcterms:hasPart',            'hasPart'],
  ['schema:hasPart',             'hasPart'],
  ['dcterms:replaces',           'replaces'],
  ['dcterms:isReplacedBy',       'isReplacedBy'],
  ['dcterms:isReferencedBy',     'isCitedBy'],
  ['bibo:citedBy',               'isCitedBy'],
  ['cito:isCitedBy',             'isCitedBy'],
  ['bibo:reviewOf',              'reviews'],
  ['schema:itemReviewed',        'reviews'],
  ['cito:reviews',               'reviews'],
  ['schema:review',              'isReviewedBy'],
  ['cito:isReviewedBy',          'isReviewedBy'],
  ['rdau:P60281',                'isSupplementedBy'],
  ['schema:correction',          'isCorrectedBy'],
  ['schema:sameAs',              'isIdenticalTo'],
  ['dcterms:relation',           'isRelatedTo'],
  ['dc:relation',                'isRelatedTo'],
];

/** Relations to other works. A correction of a retracted work is its retraction: one property says both. */
export function relationsOf(reading: Reading, status: string | undefined): readonly Relation[] {
  const isRetracted = status === 'retracted' || status === 'withdrawn';
  const found = rows.flatMap(([key, type]) =>
    saidBy(reading.work, key).flatMap((said): readonly Relation[] => {
      const target = targetOf(reading, said);
      if (!target) return [];
      return [{ type: type === 'isCorrectedBy' && isRetracted ? 'isRetractedBy' : type, target }];
    }),
  );
  return uniqueBy([...found, ...citedOurs(reading)], ({ type, target }) => `${type}|${formOf(target)}`);
}

const citing = ['dcterms:references', 'schema:citation', 'bibo:cites', 'cito:cites'];

/** A work of the same graph that is cited is known by its id. */
function citedOurs(reading: Reading): readonly Relation[] {
  return saidBy(reading.work, ...citing).flatMap((said): readonly Relation[] => {
    if (!isReference(said.value) || !isOwnWork(reading, said.value.id)) return [];
    const target = targetOf(reading, said);
    return target ? [{ type: 'cites', target }] : [];
  });
}

/** The works that this one cites, by address or in words. */
export function referencesOf(reading: Reading): readonly Reference[] {
  const found = saidBy(reading.work, ...citing).flatMap((said): readonly Reference[] => {
    if (isReference(said.value) && isOwnWork(reading, said.value.id)) return [];
    const target = targetOf(reading, said);
    return target
      ? [{ ...(target.id && { id: target.id }), ...(target.citation && { citation: target.citation }) }]
      : [];
  });
  return uniqueBy(found, formOf);
}

const formOf = ({ id, workId, citation }: Relation['target']) => `${id}|${workId}|${citation}`;

const isOwnWork = ({ base }: Reading, id: string) => base !== undefined && id.startsWith(`${base}work/`);

function targetOf(reading: Reading, said: Said): Relation['target'] | undefined {
  const text = textOf(said.value)?.value;
  if (text !== undefined) {
    said.taken = true;
    const isAddress = isWebAddress(text) && !citing.includes(said.key);
    const id = doiIri(text) ?? (isAddress ? text : undefined);
    return text === '' ? undefined : id ? { id } : { citation: text };
  }
  if (!isReference(said.value)) return undefined;
  const { id } = said.value;
  if (isOwnWork(reading, id)) {
    said.taken = true;
    return { workId: id.slice((reading.base ?? '').length) };
  }
  const target = once(reading.made.target, id, () => describedTarget(reading, id));
  if (target) said.taken = true;
  return target;
}

function describedTarget(reading: Reading, id: string): Relation['target'] | undefined {
  const node = thing(reading, id);
  const citation =
    node && word(node, 'dcterms:bibliographicCitation', 'dcterms:title', 'schema:name', 'rdfs:label');
  const address = isIri(id) && !isLocal(id) ? id : undefined;
  if (address === undefined && citation === undefined) return undefined;
  if (node) classes(node);
  return { ...(address && { id: address }), ...(citation !== undefined && { citation }) };
}

/** `schema:funding` → `schema:Grant`; HAL names its projects as sources, by addresses alone. */
export function fundingOf(reading: Reading): readonly Funding[] {
  const grants = saidBy(reading.work, 'schema:funding').flatMap((said): readonly Funding[] => {
    const node = isReference(said.value) ? thing(reading, said.value.id) : undefined;
    if (!node) return [];
    said.taken = true;
    classes(node);
    const title = texts(node, 'schema:name', 'dcterms:title')[0];
    const [body] = bodiesOf(reading, node, 'schema:funder', 'schema:sponsor');
    const grant = {
      funder: body && {
        name: body.nameAsPrinted,
        ids: (body.ids ?? []).map(({ value }) => identified(value)),
      },
      awardNumber: word(node, 'schema:identifier', 'dcterms:identifier'),
      awardIri: iris(node, 'schema:sameAs', 'schema:url')[0],
      title,
      acronym: word(node, 'schema:alternateName'),
    };
    return [Object.fromEntries(Object.entries(grant).filter(([, value]) => value !== undefined))];
  });
  const funders = bodiesOf(reading, reading.work, 'schema:funder', 'schema:sponsor');
  return [
    ...grants,
    ...funders.map(
      ({ nameAsPrinted, ids: own }): Funding => ({
        funder: { name: nameAsPrinted, ids: (own ?? []).map(({ value }) => identified(value)) },
      }),
    ),
  ];
}

const bodies: readonly (readonly [scheme: string, form: RegExp])[] = [
  ['ror', /^https?:\/\/ror\.org\/(0[a-z0-9]{8})$/],
  ['doi', /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\S+)$/],
  ['isni', /^https?:\/\/(?:www\.)?isni\.org\/(?:isni\/)?(\d{15}[\dX])$/],
  ['idref', /^https?:\/\/(?:www\.)?idref\.fr\/(\d{8}[\dX])(?:\/id)?$/],
];

/** An identifier with its scheme: tidying leaves those of funders as they are. */
function identified(value: string): Identifier {
  for (const [scheme, form] of bodies) {
    const bare = form.exec(value)?.[1];
    if (bare !== undefined) return { scheme, value: bare, iri: value };
  }
  return isIri(value) ? { scheme: 'unknown', value, iri: value } : { scheme: 'unknown', value };
}

const accessIri = /^https?:\/\/purl\.org\/coar\/access_right\/(c_[a-z0-9]+)$/;
const accessWord = /^(?:info:eu-repo\/semantics\/)?(\w+)$/;

/** Who may read the work: COAR, the words of OpenAIRE, or only whether it is free. */
export function accessOf({ work }: Reading): Draft['access'] {
  const list = codeList('access');
  let status: Access | undefined;
  for (const said of saidBy(work, 'dcterms:accessRights', 'dcterms:rights', 'dc:rights')) {
    const words = isReference(said.value) ? said.value.id : said.value.text.trim();
    const coar = accessIri.exec(words)?.[1];
    const word = coar ? list.read('coar', coar) : list.read('infoEuRepo', accessWord.exec(words)?.[1] ?? '');
    if (!isAccess(word)) continue;
    status ??= word;
    said.taken = status === word;
  }
  for (const said of saidBy(work, 'schema:isAccessibleForFree')) {
    const free = textOf(said.value)?.value;
    if (free === 'true' || free === '1') status ??= 'open';
    // Not free is said of an embargo as of a price.
    said.taken = status !== undefined && list.write('free', status) === (free === '1' ? 'true' : free);
  }
  return status && { status };
}

const isAccess = (word: string | undefined): word is Access =>
  word !== undefined && codeList('access').terms.includes(word);

/** Licences by address or in words. */
export function licencesOf({ work }: Reading): readonly DraftLicence[] {
  const keys = ['dcterms:license', 'schema:license', 'dcterms:rights', 'dc:rights'];
  const addresses = iris(work, ...keys).map((words): DraftLicence => ({ words }));
  const stated = texts(work, ...keys).map(
    ({ value, lang }): DraftLicence => (lang === undefined ? { words: value } : { words: value, lang }),
  );
  return [...addresses, ...stated.filter(({ words }) => !addresses.some((each) => each.words === words))];
}

const biboStatus = /^https?:\/\/purl\.org\/ontology\/bibo\/status\/(\w+)$/;

/** What has become of the work, and whether it was reviewed by peers. */
export function statusOf({ work }: Reading): {
  readonly status?: string | undefined;
  readonly review?: Review | undefined;
} {
  const list = codeList('status');
  let status: string | undefined;
  let review: Review | undefined;
  for (const said of saidBy(work, 'schema:creativeWorkStatus', 'bibo:status')) {
    const name = isReference(said.value) ? biboStatus.exec(said.value.id)?.[1] : undefined;
    const words = textOf(said.value)?.value;
    if (/^peerReviewed$/i.test(name ?? words ?? '')) {
      review = { peerReviewed: true };
      said.taken = true;
      continue;
    }
    const found = list.read('bibo', name ?? '') ?? list.read('schema', words ?? '');
    if (found === undefined) continue;
    status ??= found;
    said.taken = status === found;
  }
  return { status, review };
}

const languageIri =
  /^https?:\/\/(?:lexvo\.org\/id\/(iso639-[13])|id\.loc\.gov\/vocabulary\/(iso639-[12])|publications\.europa\.eu\/resource\/authority\/language)\/(\w{2,3})$/;

/** Languages by their addresses and their codes; `pt-BR` and the address of Portuguese are one. */
export function languagesOf({ work }: Reading): readonly string[] {
  const stated = texts(work, 'dc:language', 'schema:inLanguage', 'dcterms:language').map(
    ({ value }) => value,
  );
  const known = new Set(stated.map((each) => each.toLowerCase().split('-')[0]));
  const found: string[] = [];
  for (const said of saidBy(work, 'dcterms:language', 'dc:language', 'schema:inLanguage')) {
    const code = isReference(said.value) ? languageIri.exec(said.value.id)?.[3] : undefined;
    if (code === undefined) continue;
    said.taken = true;
    const tag = tagOf(code.toLowerCase());
    if (!known.has(tag) && !known.has(code.toLowerCase())) found.push(tag);
  }
  return [...new Set([...stated, ...found])].filter((each) => each !== '');
}

function tagOf(code: string): string {
  const list = codeList('languages');
  const columns = ['iso639-3', 'iso639-2b', 'iso639-2t', 'bcp47'];
  return columns.map((column) => list.read(column, code)).find((tag) => tag !== undefined) ?? code;
}
