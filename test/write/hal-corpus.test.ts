import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { domainScheme } from '../../pipeline/base/hal-words.ts';
import { dateOf, mainTitle, type Work } from '../../pipeline/base/work.ts';
import { fetched } from '../../pipeline/fetch/index.ts';
import { gatherText } from '../../pipeline/run.ts';
import { halDeposit, halNeeds } from '../../pipeline/write/index.ts';
import { corpus } from '../corpus-folder.ts';
import { faultsIn, hasSchema } from './aofr.ts';

/** A folder of the corpus, how many works it has, and how many of them HAL would take with a file. */
// biome-ignore format: a table
const formats: readonly (readonly [reader: string, folder: string, files: RegExp, works: number, ready: number])[] = [
  ['hal', 'hal-json', /\.json$/, 28, 0],
  ['hal-tei', 'hal-tei', /\.xml$/, 84, 54],
  ['crossref', 'crossref-json', /\.jsonl$/, 300, 165],
  ['openalex', 'openalex-json', /\.jsonl$/, 31, 18],
  ['datacite', 'datacite-json', /\.jsonl?$/, 112, 61],
  ['csl', 'csl-json', /^(?!.*crosscite).*\.json$/, 24, 22],
  ['ris', 'ris', /\.ris$/, 20, 17],
];

async function worksOf(reader: string, folder: string, files: RegExp): Promise<readonly Work[]> {
  const works: Work[] = [];
  for (const name of readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' })) {
    const path = join(corpus, folder, name);
    if (!files.test(name)) continue;
    const source = { name: 'corpus', file: path, format: reader };
    const read = await fetched(readFileSync(path), path);
    works.push(
      ...gatherText({ path, shown: path, source, language: 'fr' }, read).records.map(({ thing }) => thing),
    );
  }
  return works;
}

/** What a lab adds to all of its works, so that what HAL wants beyond it comes into view. */
function ofALab(work: Work): Work {
  const known = work.subjects.some(({ scheme }) => scheme === domainScheme);
  const domain = { text: { value: 'shs.socio' }, scheme: domainScheme, code: 'shs.socio' };
  return {
    ...work,
    languages: work.languages.length > 0 ? work.languages : ['fr'],
    titles: work.titles.map(({ role, text }) => ({ role, text: { ...text, lang: text.lang ?? 'fr' } })),
    subjects: known ? work.subjects : [...work.subjects, domain],
    contributions: work.contributions.map((one) =>
      one.role !== 'author' || one.affiliations.length > 0
        ? one
        : { ...one, affiliations: [{ nameAsPrinted: 'Laboratoire', ids: [] }] },
    ),
  };
}

/** What hal.md section 7 wants kept. */
function kept(work: Work) {
  const { contributions, position } = work;
  return {
    title: mainTitle(work),
    authors: contributions
      .filter(({ role }) => role === 'author')
      .map(({ given, family, literal }) => [given, family, literal]),
    place: [position?.volume, position?.issue, position?.pages],
    published: dateOf(work, 'published'),
    container: work.container?.titles,
  };
}

describe.skipIf(!existsSync(corpus) || !hasSchema)('the works of the corpus, to HAL', () => {
  test.each(formats)('%s: valid, or a list of what is missing', async (reader, folder, files, all, fit) => {
    const works = (await worksOf(reader, folder, files)).map(ofALab);
    const ready = works.filter((work) => halNeeds(work, true).length === 0);
    const wrong = ready
      .map((work) => [
        mainTitle(work)?.value,
        ...faultsIn(halDeposit(work, { target: 'x.pdf', origin: 'author' })),
      ])
      .filter(([, ...faults]) => faults.length > 0);
    expect(wrong).toEqual([]);
    expect([works.length, ready.length]).toEqual([all, fit]);
  });

  test('an export of HAL keeps what hal.md section 7 names when it is sent again', async () => {
    const works = await worksOf('hal-tei', 'hal-tei', /\.xml$/);
    const again: Work[] = [];
    for (const work of works) {
      const source = { name: 'corpus', file: 'x.xml', format: 'hal-tei' };
      const read = await fetched(Buffer.from(halDeposit(work)), 'x.xml');
      again.push(...gatherText({ path: '', shown: '', source }, read).records.map(({ thing }) => thing));
    }
    expect(again.map(kept)).toEqual(works.map(kept));
  });
});
