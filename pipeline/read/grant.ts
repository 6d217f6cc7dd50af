import { encodeIriPart, isIri } from '../base/iri.ts';
import type { Funding } from '../base/work.ts';

const agreement = /^(?:https?:\/\/purl\.org\/)?info:eu-repo\/grantAgreement\/(.+)$/i;
const anr = /^(?:ANR\s?:\s?)?(ANR-\d{2}-[A-Z0-9]{3,5}-\d{4}(?:-\d{2})?)(?:,(.*))?$/;
const projectYear = /\s?\(\d{4}\)$/;

/**
 * `info:eu-repo/grantAgreement/EC/FP7/244909/EU/Name/ACRONYM` (OpenAIRE guidelines 3: funder, programme, number, then
 * jurisdiction, name and acronym if any), or a project of the ANR as HAL names it. Undefined for anything else.
 */
export function grantOf(words: string): Funding | undefined {
  if (!words.includes('grantAgreement/') && !words.startsWith('ANR')) return undefined;
  const path = agreement.exec(words)?.[1];
  return path === undefined ? anrProject(words) : grantAgreement(path);
}

function grantAgreement(path: string): Funding | undefined {
  const segments = path.split('/').map((segment) => decoded(segment.trim()));
  // HAL leaves out a programme that it does not know, and the funder with it.
  const isShort = segments[0] === '' && segments[2] === 'EU';
  const [funder, programme, awardNumber, ...rest] = isShort ? ['', '', ...segments.slice(1)] : segments;
  if (!awardNumber) return undefined;
  const [, ...named] = rest;
  const acronym = named.length > 1 ? named.at(-1) : undefined;
  const title = (named.length > 1 ? named.slice(0, -1) : named).join('/');
  const awardIri = `info:eu-repo/grantAgreement/${path
    .split('/')
    .map((part) => encodeIriPart(decoded(part.trim())))
    .join('/')}`;
  return {
    funder: funder ? { name: funder, ids: [] } : undefined,
    programme: programme || undefined,
    awardNumber,
    awardIri: isIri(awardIri) ? awardIri : undefined,
    title: title ? { value: title } : undefined,
    acronym: acronym || undefined,
  };
}

function anrProject(words: string): Funding | undefined {
  const [, awardNumber, names = ''] = anr.exec(words) ?? [];
  if (awardNumber === undefined) return undefined;
  const comma = names.indexOf(',');
  const acronym = (comma < 0 ? names : names.slice(0, comma)).replace(projectYear, '').trim();
  const title =
    comma < 0
      ? ''
      : names
          .slice(comma + 1)
          .replace(projectYear, '')
          .trim();
  return {
    funder: { name: 'ANR', ids: [] },
    awardNumber,
    ...(title ? { title: { value: title } } : {}),
    ...(acronym ? { acronym } : {}),
  };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A percent sign that is only itself.
    return segment;
  }
}
