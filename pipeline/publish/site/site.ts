import type { Statistics } from '../../base/entity.ts';
import type { Entry } from '../../base/sink.ts';
import type { Language } from '../../base/words.ts';
import type { IdentifiedWork } from '../../base/work.ts';
import type { Dataset } from '../../write/index.ts';
import type { OutFile } from '../file.ts';
import { Openings } from '../openings.ts';
import { fileOf, hasOwnFiles } from './address.ts';
import { agentPage } from './agent-page.ts';
import { answersOf } from './answers.ts';
import { assetFiles } from './assets.ts';
import { atomFiles } from './atom.ts';
import { conceptPage, sourcePage } from './concept-page.ts';
import { type Dump, dataPage } from './data-page.ts';
import { embedFiles } from './embed.ts';
import { engineFiles, vocabularyFile } from './engine-files.ts';
import { figuresPage } from './figures-page.ts';
import { formFiles, graphFormsIn } from './forms.ts';
import { groupPages } from './group-pages.ts';
import { homePage } from './home-page.ts';
import { indexPages } from './index-pages.ts';
import { journalPage } from './journal-page.ts';
import { jsonFeedFiles } from './json-feed.ts';
import { framed, isIndexed, type Page } from './layout.ts';
import { linksetFile } from './linkset.ts';
import { prosePages } from './prose-pages.ts';
import { queryPage } from './query-page.ts';
import { searchIndex, searchPage } from './search-page.ts';
import { type Listed, robotsFile, sitemapFiles } from './sitemap.ts';
import { tombstonePage } from './tombstone-page.ts';
import { languagesOf, newestChange, type View } from './view.ts';
import { alike } from './work-head.ts';
import { type ListPage, listPages } from './work-list.ts';
import { workPage } from './work-page.ts';

/** What is known once the dump is written. */
export interface DataOptions {
  readonly dataset: Dataset;
  readonly dump: Dump;
  readonly statistics: Statistics;
  /** The file of N-Quads. */
  readonly quads: string;
  /** The description of the dataset with its files. */
  readonly whole: Entry;
}

/**
 * The files of `out/site/` but those that speak of the dump, and the forms of things that are made with it; one after the
 * other, so that a site of any size is never in memory as a whole. `data`: the folder of `lab.yaml`, where its logo and
 * style sheet are.
 */
export function* siteFiles(view: View, data: string): Iterable<OutFile> {
  // It is compressed in a thread meanwhile; whoever needs it waits for it.
  engineFiles().catch(() => undefined);
  yield* assetFiles(view.lab, data);
  yield searchIndex(view);
  yield* embedFiles(view);
  // The pages about the data are laid later, and are listed all the same.
  const listed: Listed[] = ['dataset', 'query'].map((name) => ({ name, changed: newestChange(view) }));
  for (const language of languagesOf(view)) {
    for (const page of pages(view, language)) {
      yield written(view, page, language);
      // Each page is there in both languages.
      if (language === view.own && isIndexed(page)) listed.push({ name: page.name, changed: page.changed });
    }
  }
  for (const work of view.works) {
    yield* workPages(view, work);
    listed.push({ name: work.id, changed: view.datestamps.get(work.id) });
  }
  yield* sitemapFiles(view, listed);
  yield robotsFile(view);
  yield* atomFiles(view);
  yield* jsonFeedFiles(view);
  for (const id of view.entries.keys()) yield linksetFile(view, id);
}

/** The files about the dump, which does not have to be there before. */
export async function dataFiles(
  view: View,
  { dataset, dump, statistics, quads, whole }: DataOptions,
): Promise<readonly OutFile[]> {
  const about: View = { ...view, entries: new Map([['dataset', whole]]) };
  const queried = { answerTo: await answersOf(view, quads), dump: dumpOf(dump) };
  const pages = languagesOf(view).flatMap((language) => [
    written(about, dataPage(about, dump, language), language),
    written(view, queryPage(view, queried, language), language),
  ]);
  return [
    ...pages,
    ...(await engineFiles()),
    vocabularyFile(statistics),
    ...formFiles('dataset', whole, await graphFormsIn(new Openings(dataset))),
    linksetFile(about, 'dataset', dump.distributions),
  ];
}

/** What a browser loads of the dump: the smallest that is the whole. */
function dumpOf({ distributions }: Dump): string {
  const file = distributions.find(({ file }) => file.endsWith('.nq.gz'))?.file;
  if (file === undefined) throw new Error('no dump');
  return file;
}

function written(view: View, page: Page, language: Language): OutFile {
  return { path: fileOf(page.name, language, view.own), content: framed(view, page, language) };
}

function* pages(view: View, language: Language): Iterable<Page> {
  yield* singlePages(view, language);
  for (const list of lists(view, language)) yield* listPages(view, list, language);
}

function singlePages(view: View, language: Language): readonly Page[] {
  return [
    homePage(view, language),
    searchPage(view, language),
    ...indexPages(view, language),
    figuresPage(view, language),
    ...prosePages(view, language),
    ...view.collection.tombstones.map((stone) => tombstonePage(view, stone, language)),
  ];
}

function* lists(view: View, language: Language): Iterable<ListPage> {
  const { agents, journals, concepts, sources } = view.collection;
  yield* groupPages(view, language);
  for (const agent of agents) if (hasOwnFiles(agent.id)) yield agentPage(view, agent, language);
  for (const journal of journals) yield journalPage(view, journal, language);
  for (const concept of concepts) yield conceptPage(view, concept, language);
  for (const source of sources) yield sourcePage(view, source, language);
}

function* workPages(view: View, work: IdentifiedWork): Iterable<OutFile> {
  const same = alike(view, work);
  for (const language of languagesOf(view))
    yield written(view, workPage(view, work, same, language), language);
}
