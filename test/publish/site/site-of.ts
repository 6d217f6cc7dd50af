import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Lab } from '../../../pipeline/base/lab.ts';
import type { IdentifiedWork, Work } from '../../../pipeline/base/work.ts';
import { DumpThreads } from '../../../pipeline/commands/dump-threads.ts';
import { publishLab, replaceFolder, withFolderBeside } from '../../../pipeline/publish/index.ts';
import { languageOfPages, type Seen, type View, viewOf } from '../../../pipeline/publish/site/view.ts';
import { runLab } from '../../../pipeline/run.ts';
import { datasetEntry, entriesOf, formatRegister } from '../../../pipeline/stages.ts';
import { now } from '../../commands/moisson.ts';
import { annee, author, doi, orcid, workOf } from '../../works.ts';

/** A site as a build lays it, by path below `out/site/`, with the view that its pages were made from. */
export interface Site {
  readonly files: ReadonlyMap<string, string>;
  /** Those of them that are no text, as they are. */
  readonly binaries: ReadonlyMap<string, Uint8Array>;
  readonly view: View;
  /** `data/register.tsv` after the build. */
  readonly register: string;
}

export const base = 'https://data.example.org/id/';

/** The site of a lab's folder: path → content, such as `data/lab.yaml`. `at`: the time of the build. */
export async function siteOf(files: ReadonlyMap<string, string | Uint8Array>, at = now): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'moisson-site-'));
  try {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await built(folder, at);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function built(folder: string, at: string): Promise<Site> {
  const { lab, collection, register, findings, rejected } = await runLab(folder, at);
  const entries = entriesOf(collection, lab.base);
  const datestamps = new Map(register.map(({ id, datestamp }) => [id, datestamp]));
  const threads = new DumpThreads(collection);
  const out = join(folder, 'out');
  await withFolderBeside(out, (beside) =>
    replaceFolder(out, (place) =>
      publishLab({
        lab,
        collection,
        entries,
        describe: datasetEntry,
        datestamps,
        data: join(folder, 'data'),
        folder: beside,
        place,
        found: { works: collection.works, findings, rejected },
        states: register,
        beside: (task) => threads.dump(task),
      }),
    ),
  );
  await threads.close();
  const site = join(out, 'site');
  const bytes = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => {
      const path = join(each.parentPath, each.name);
      return [relative(site, path).replaceAll('\\', '/'), readFileSync(path)] as const;
    });
  const title = lab.title ?? { value: lab.name, lang: languageOfPages(lab) };
  return {
    files: new Map(bytes.map(([path, content]) => [path, content.toString('utf8')])),
    binaries: new Map(bytes.filter(([path]) => path.endsWith('.gz'))),
    view: viewOf({ lab, collection, entries, datestamps, title }),
    register: formatRegister(register),
  };
}

/** The folder of a lab with these works; `more`: other files, or its own `data/lab.yaml`. */
export function labOf(
  works: readonly Work[],
  more: Readonly<Record<string, string | Uint8Array>> = {},
): ReadonlyMap<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([
    ['data/lab.yaml', labYaml],
    // Of the sources of a work its own provenance says more than a file may.
    [
      'data/works.ndjson',
      works.map((work) => `${JSON.stringify({ ...work, provenance: undefined })}\n`).join(''),
    ],
    ...Object.entries(more),
  ]);
}

const labYaml = `name: Mon labo
base: ${base}
language: fr
licence: https://creativecommons.org/publicdomain/zero/1.0/
sources:
  - { name: works, file: works.ndjson, format: work }
people:
  - { family: Mauss, given: Marcel, orcid: 0000-0002-1825-0097 }
`;

/** A view of works that no reader, check or shape has seen; `more`: what else it is of. */
export function viewOfWorks(works: readonly IdentifiedWork[], more: Partial<Seen> = {}): View {
  return viewOf({
    lab: bareLab,
    collection: { works, agents: [], journals: [], parts: [], concepts: [], sources: [], tombstones: [] },
    entries: [],
    datestamps: new Map(works.map(({ id }) => [id, now])),
    title: { value: 'Publications', lang: 'fr' },
    ...more,
  });
}

/** A lab that says only what it must. */
export const bareLab: Lab = {
  name: 'Mon labo',
  base,
  language: 'fr',
  licence: 'https://creativecommons.org/publicdomain/zero/1.0/',
  sources: [],
  people: [],
  organisations: [],
  journals: [],
  concepts: [],
  prefer: {},
};

const inAnnee = (volume: string, issue?: string) => ({
  container: annee,
  position: { volume, issue },
});

const mauss = (position: number) =>
  author('Marcel', 'Mauss', { position, identifiers: [orcid('0000-0002-1825-0097')] });
const hubert = author('Henri', 'Hubert');

/** Five works of several years, types and hands: the last has no date, one has a DOI, a licence and a full text. */
export const fiveWorks: readonly Work[] = [
  workOf({
    title: 'Essai sur la nature et la fonction du sacrifice',
    contributions: [hubert, mauss(2)],
    dates: [{ event: 'published', value: '1899' }],
    ...inAnnee('2', '3'),
  }),
  workOf({
    title: 'Esquisse d’une théorie générale de la magie',
    contributions: [hubert, mauss(2)],
    dates: [{ event: 'published', value: '1904-06' }],
    abstracts: [
      { value: 'La magie comprend des agents, des actes et des représentations.', lang: 'fr' },
      { value: 'Magic has agents, acts and representations.', lang: 'en' },
    ],
    subjects: [{ text: { value: 'magie', lang: 'fr' } }, { text: { value: 'religion' } }],
    identifiers: [doi('10.5555/magie')],
    licences: [{ iri: 'https://creativecommons.org/licenses/by/4.0/' }],
    links: [
      { role: 'fulltext', url: 'https://archive.example.org/magie.pdf', mediaType: 'application/pdf' },
      { role: 'landing', url: 'https://archive.example.org/magie' },
    ],
    ...inAnnee('7'),
  }),
  workOf({
    type: 'book',
    title: 'Essai sur le don',
    contributions: [mauss(1)],
    dates: [{ event: 'published', value: '1925' }],
  }),
  workOf({
    type: 'chapter',
    title: 'Les techniques du corps',
    contributions: [mauss(1), author('Robert', 'Hertz', { position: 2 })],
    dates: [{ event: 'published', value: '1904-03-17' }],
  }),
  workOf({ type: 'talk', title: 'Rapports réels et pratiques', contributions: [mauss(1)], dates: [] }),
];
