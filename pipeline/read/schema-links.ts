import { codeList } from '../base/code-list.ts';
import type { Draft, DraftIdentifier, DraftLicence } from '../base/draft.ts';
import { isWebAddress } from '../base/iri.ts';
import type { Access, Link } from '../base/work.ts';
import { bareDoi } from './doi.ts';
import { keep, keepWhole } from './json-part.ts';
import { identifiersAt, isPersistent, once, statedAddresses } from './schema-identifiers.ts';
import { keepUnread, type Node, type Value, valuesOf, words } from './schema-node.ts';

/** What names a work, and where it stands. */
export interface Addresses {
  readonly identifiers: readonly DraftIdentifier[];
  readonly links: readonly Link[];
}

/** Of `@id`, `identifier`, `sameAs`, `url` and the page, what names the work; the rest are places, and the files. */
export function addressesOf(work: Node, isOwnIsbn: boolean): Addresses {
  const pages = [...addressesAt(work, 'url'), ...addressesAt(work, 'mainEntityOfPage')];
  const stated = new Set(statedAddresses(work).values());
  const same = addressesAt(work, 'sameAs').filter((address) => !stated.has(address));
  // In our own texts an identifier is said to be one.
  const named = work.base === undefined ? [...same, ...pages].filter(isPersistent) : [];
  const own =
    work.id === undefined || work.id.startsWith('_:') || work.id.startsWith('#') || stated.has(work.id)
      ? []
      : [work.id];
  const identifiers = once([
    ...identifiersAt(work, 'identifier'),
    ...(isOwnIsbn
      ? valuesOf(work, 'isbn').flatMap(({ text }) => (text ? [{ scheme: 'isbn', value: text.value }] : []))
      : []),
    ...[...own.filter(isPersistent), ...named].map((value) => ({ value })),
    ...own
      .filter((id) => !isPersistent(id) && !pages.includes(id) && isWebAddress(id))
      .map((value) => ({ value })),
  ]);
  const landing = [...new Set(pages)].filter((url) => bareDoi(url) === undefined);
  const others = same.filter((url) => !named.includes(url) && !landing.includes(url));
  return {
    identifiers,
    links: [
      ...landing.map((url): Link => ({ role: 'landing', url })),
      ...[...new Set([...others, ...relatedOf(work)])].map((url): Link => ({ role: 'other', url })),
      ...filesOf(work),
    ],
  };
}

/** The addresses under a key; of a page that is described, its address alone. */
function addressesAt(work: Node, key: string): readonly string[] {
  return valuesOf(work, key).flatMap(({ at, text, node }) => {
    if (text) {
      // `"mainEntityOfPage": true`
      if (/^(?:true|false)$/i.test(text.value)) return [];
      return [text.value.trim()];
    }
    const found =
      node && [words(node, 'url'), node.id].find((each) => each !== undefined && isWebAddress(each));
    if (node && found === undefined && !('relatedLink' in node.of)) keep(work, at, node.of);
    return found === undefined ? [] : [found];
  });
}

/** What the page of the work leads to. */
function relatedOf(work: Node): readonly string[] {
  return valuesOf(work, 'mainEntityOfPage').flatMap(({ node }) =>
    node && 'relatedLink' in node.of ? addressesAt(node, 'relatedLink') : [],
  );
}

const fileKeys = ['encoding', 'associatedMedia', 'distribution'] as const;
const ofFile = new Set([
  ...['contentUrl', 'url', 'encodingFormat', 'fileFormat', 'contentSize', 'sha256', 'license', 'downloadUrl'],
  ...['isAccessibleForFree', 'conditionsOfAccess'],
]);

function filesOf(work: Node): readonly Link[] {
  const role = work.types.includes('Dataset') ? 'dataset' : work.types.some(isProgram) ? 'code' : 'fulltext';
  const bare = ['contentUrl', 'downloadUrl'].flatMap((key) => addressesAt(work, key));
  const files = [
    ...fileKeys.flatMap((key) => valuesOf(work, key)).flatMap((value) => file(value, role)),
    ...bare.map((url): Link => ({ role, url })),
    ...addressesAt(work, 'codeRepository').map((url): Link => ({ role: 'code', url })),
    ...addressesAt(work, 'archivedAt').map((url): Link => ({ role: 'other', url })),
  ];
  const seen = new Set<string>();
  return files.filter(({ url }) => !seen.has(url) && seen.add(url));
}

const isProgram = (type: string) => /^(?:SoftwareSourceCode|\w*Application)$/.test(type);

function file({ text, node }: Value, role: Link['role']): readonly Link[] {
  if (text) return [{ role, url: text.value.trim() }];
  if (!node) return [];
  const url = words(node, 'contentUrl') ?? words(node, 'downloadUrl') ?? words(node, 'url') ?? node.id;
  if (url === undefined || url.startsWith('_:') || url.startsWith('#')) {
    keepWhole(node);
    return [];
  }
  keepUnread(node, ofFile);
  const sha = words(node, 'sha256');
  return [
    {
      role,
      url,
      mediaType: mediaTypeOf(node),
      access: accessOf(node)?.status,
      licence: licenceOf(node),
      bytes: bytesOf(node),
      checksum: sha === undefined ? undefined : `sha256:${sha}`,
    },
  ];
}

function mediaTypeOf(node: Node): string | undefined {
  const said = words(node, 'encodingFormat') ?? words(node, 'fileFormat');
  if (said === undefined || /^[a-z]+\/[a-z0-9.+-]+/i.test(said)) return said;
  keep(node, 'encodingFormat', said);
  return undefined;
}

/** A rounded size, `1.2 MB`, is no number of bytes. */
function bytesOf(node: Node): number | undefined {
  const said = words(node, 'contentSize');
  const bytes = /^(\d{1,15})(?: ?(?:B|bytes?|octets?))?$/i.exec(said?.trim() ?? '')?.[1];
  if (bytes === undefined) keep(node, 'contentSize', said);
  return bytes === undefined ? undefined : Number(bytes);
}

function licenceOf(node: Node): string | undefined {
  const [first] = licencesOf(node);
  if (first === undefined || isWebAddress(first.words)) return first?.words;
  keep(node, 'license', first.words);
  return undefined;
}

/** The licences: addresses before names. */
export function licencesOf(work: Node): readonly DraftLicence[] {
  return valuesOf(work, 'license').flatMap(({ text, node }): readonly DraftLicence[] => {
    if (text) return [{ words: text.value, lang: text.lang }];
    const address =
      node && [words(node, 'url'), node.id].find((each) => each !== undefined && isWebAddress(each));
    const said = address ?? (node && words(node, 'name'));
    if (node) said === undefined ? keepWhole(node) : keepUnread(node, ofLicence);
    return said === undefined ? [] : [{ words: said }];
  });
}

const ofLicence = new Set(['url', 'name']);

/** What `conditionsOfAccess` says in a known word, else whether the work is free. */
export function accessOf(work: Node): Draft['access'] {
  const stated = words(work, 'conditionsOfAccess');
  const free = words(work, 'isAccessibleForFree')
    ?.replace(/^https?:\/\/schema\.org\//i, '')
    .toLowerCase();
  const status = stated === undefined ? undefined : accessNamed(stated);
  if (status === undefined) keep(work, 'conditionsOfAccess', stated);
  if (status !== undefined) return { status };
  if (free === 'true' || free === 'false') return { status: free === 'true' ? 'open' : 'restricted' };
  keep(work, 'isAccessibleForFree', free);
  return undefined;
}

/** A code or a word of the list of accesses, also as the end of an address. */
export function accessNamed(said: string): Access | undefined {
  const list = codeList('access');
  const code = said
    .trim()
    .replace(/^(?:info:eu-repo\/semantics\/|https?:\/\/purl\.org\/coar\/access_right\/)/i, '');
  const found = ['infoEuRepo', 'coar', 'fr', 'en'].map((column) => list.read(column, code)).find(Boolean);
  return found as Access | undefined;
}
