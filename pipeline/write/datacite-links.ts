import type { Link, Work, WorkType } from '../base/work.ts';

const resolver = /^https?:\/\/(?:dx\.|www\.)?doi\.org\//i;

/** Where the DOI leads: the page about the work, else the one at the publisher. */
export function landingLink({ links }: Work): Link | undefined {
  const pages = links.filter(({ url }) => !resolver.test(url));
  return pages.find(({ role }) => role === 'landing') ?? pages.find(({ role }) => role === 'publisher');
}

/** What the address of a file is taken for, which DataCite does not say: a work of data has data. */
export function fileRole(type: WorkType): Link['role'] {
  if (type === 'dataset') return 'dataset';
  return type === 'software' ? 'code' : 'fulltext';
}

/** The files of the work itself. */
export function fileLinks({ links, type }: Work): readonly Link[] {
  return links.filter(({ role }) => role === 'fulltext' || role === fileRole(type));
}

/** The one file, whose format and size the record can say; of several nobody would know which is meant. */
export function onlyFile(work: Work): Link | undefined {
  const [file, ...others] = fileLinks(work);
  return others.length === 0 ? file : undefined;
}

/** The format of the one file, when it is a media type. */
export function formatOf(work: Work): string | undefined {
  return /^[^\s/]+\/\S+$/.exec(onlyFile(work)?.mediaType ?? '')?.[0];
}
