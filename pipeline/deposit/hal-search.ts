import { foldTight } from '../base/fold.ts';
import { plainText } from '../base/plain-text.ts';
import { exitCode, UserError } from '../base/user-error.ts';
import { dateOf, identifierOf, mainTitle, type Work } from '../base/work.ts';
import { get, type Manner } from '../fetch/index.ts';

/** A document of HAL that may be the same work. */
export interface Likeness {
  readonly halId: string;
  readonly title: string;
  readonly by: 'doi' | 'title';
}

/** What the search API of HAL gives of a document (hal.md section 1); what is absent is missing. */
interface Found {
  readonly halId_s?: string;
  readonly title_s?: readonly string[];
  readonly doiId_s?: string;
  readonly producedDateY_i?: number;
  readonly authLastName_s?: readonly string[];
}

const fields = 'halId_s,title_s,doiId_s,producedDateY_i,authLastName_s';
const most = '30';

/**
 * Documents of HAL with the DOI of a work, or with its title, about its year and one of its creators: its SWORD server
 * compares identifiers only. Each hit is looked at again, for a search finds what is alike (hal.md section 1).
 * `search`: the address of the search API.
 */
export async function likenesses(search: string, work: Work, manner: Manner): Promise<readonly Likeness[]> {
  const doi = identifierOf(work, 'doi');
  const title = mainTitle(work);
  const words = title && plainText(title);
  const found: Likeness[] = [];
  if (doi !== undefined)
    for (const hit of await asked(
      search,
      `doiId_s:${quoted(doi)} OR doiId_s:${quoted(doi.toLowerCase())}`,
      manner,
    ))
      if (hit.doiId_s?.toLowerCase() === doi.toLowerCase()) found.push(likeness(hit, 'doi'));
  if (words)
    for (const hit of await asked(search, `title_t:${quoted(words)}`, manner))
      if (isAlike(hit, words, work)) found.push(likeness(hit, 'title'));
  return found.filter(
    ({ halId }, at) => halId !== '' && found.findIndex((one) => one.halId === halId) === at,
  );
}

function likeness({ halId_s = '', title_s = [] }: Found, by: Likeness['by']): Likeness {
  return { halId: halId_s, title: title_s[0] ?? '', by };
}

function isAlike(
  { title_s = [], producedDateY_i: year, authLastName_s = [] }: Found,
  words: string,
  work: Work,
): boolean {
  if (!title_s.some((title) => foldTight(title) === foldTight(words))) return false;
  const own = Number(dateOf(work, 'published')?.slice(0, 4));
  if (year !== undefined && own && Math.abs(year - own) > 1) return false;
  const families = work.contributions
    .flatMap(({ family, literal }) => family ?? literal ?? [])
    .map(foldTight);
  return authLastName_s.length === 0 || authLastName_s.some((name) => families.includes(foldTight(name)));
}

async function asked(search: string, query: string, manner: Manner): Promise<readonly Found[]> {
  const url = new URL(search);
  url.search = new URLSearchParams({ q: query, fl: fields, rows: most, wt: 'json' }).toString();
  const { bytes } = await get(url.href, manner);
  try {
    const { response } = JSON.parse(bytes.toString('utf8')) as { response: { docs: readonly Found[] } };
    return [...response.docs];
  } catch {
    throw new UserError(
      {
        fr: `${url.origin} : la recherche de HAL répond autre chose que du JSON ; rien n’est envoyé`,
        en: `${url.origin}: HAL’s search answers something else than JSON; nothing is sent`,
      },
      exitCode.input,
    );
  }
}

/** A phrase of Solr, in which only quotation marks and backslashes are special. */
const quoted = (words: string) => `"${words.replace(/[\\"]/g, '\\$&')}"`;
