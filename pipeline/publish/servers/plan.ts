import type { Tombstone } from '../../base/entity.ts';
import { encodeIriPart } from '../../base/iri.ts';
import { embeddedFile } from '../../base/media-types.ts';
import { survivorOf } from '../../base/survivor.ts';
import type { Language } from '../../base/words.ts';
import { oaiFormats } from '../../write/index.ts';
import { literal } from './literal.ts';
import { type OaiRule, oaiRules } from './oai-rules.ts';

/** What a lab's site lies below, in which language, and what is no more of it. */
export interface Served {
  readonly base: string;
  readonly own: Language;
  readonly tombstones: readonly Tombstone[];
  /** The domain of the OAI-PMH repository whose replies are files of the site. */
  readonly oai?: string | undefined;
}

/** What the recipes of all servers are made of. */
export interface Plan {
  /** The name of the host, with the port where the base IRI has one. */
  readonly host: string;
  /** The base IRI. */
  readonly base: string;
  /** Its path: where the site lies. */
  readonly mount: string;
  readonly own: Language;
  readonly other: Language;
  /** Local ids of what was withdrawn. */
  readonly gone: readonly string[];
  /** The rules of the OAI-PMH repository, where its replies are files. */
  readonly oai: readonly OaiRule[];
  /** Local ids of what went into something else, and of that. */
  readonly moved: readonly (readonly [from: string, to: string])[];
}

/** The plan of a lab's site. */
export function planOf({ base, own, tombstones, oai }: Served): Plan {
  const { host, pathname } = new URL(base);
  const named = new Map(tombstones.map((stone) => [stone.id, stone]));
  const fates = tombstones.map((stone) => [encodeIriPart(stone.id), survivorOf(named, stone)] as const);
  return {
    host,
    base,
    mount: pathname,
    own,
    other: own === 'fr' ? 'en' : 'fr',
    oai:
      oai === undefined
        ? []
        : oaiRules(
            oai,
            oaiFormats.map(({ prefix }) => prefix),
          ),
    gone: fates.flatMap(([id, to]) => (to === undefined ? [id] : [])),
    moved: fates.flatMap(([id, to]) => (to === undefined ? [] : [[id, encodeIriPart(to)] as const])),
  };
}

/** Where the recipes look for the site, until somebody writes the real folder there. */
export const folder = '/srv/moisson/out/site';

/**
 * Regular expressions on what a client prefers, in what RE2 and PCRE share. They look at names and at the weight of pages,
 * not at the weights of the rest, which these servers cannot compare.
 */
export const pageWanted = 'text/html\\s*(?:,|$|;\\s*q=1)';
export const pageTaken = '^\\s*$|text/(?:html|\\*)|\\*/\\*';

/** Is the language of the site named with full weight? Then nothing outweighs it, wherever it stands. */
export function ownWanted({ own }: Plan): string {
  return `(?:^|,)\\s*${own}(?:-[a-z0-9-]*)?\\s*(?:,|$|;\\s*q=1)`;
}

/** Is the other language of the site named before its own? */
export function otherWanted({ own, other }: Plan): string {
  const [first = '', second = ''] = own;
  return `^(?:[^${first}]|${first}[^${second}])*\\b${other}\\b`;
}

/** The list of works that others embed, as a regular expression on its path. */
export function embedded(mount: string): string {
  return `${literal(mount)}${embeddedFile}`;
}

/** The end of a file's name as a regular expression on its path. */
export function ended(ending: string): string {
  return ending.startsWith('.') ? `${literal(ending)}$` : `/${literal(ending)}$`;
}
