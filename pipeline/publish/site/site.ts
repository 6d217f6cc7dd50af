import type { Entry } from '../../base/sink.ts';
import type { Language } from '../../base/words.ts';
import type { IdentifiedWork } from '../../base/work.ts';
import { type Dataset, directTurtle, jsonldLines, type Opened, writerNamed } from '../../write/index.ts';
import type { OutFile } from '../file.ts';
import { fileOf, hasOwnFiles } from './address.ts';
import { agentPage } from './agent-page.ts';
import { assetFiles } from './assets.ts';
import { conceptPage, sourcePage } from './concept-page.ts';
import { type Dump, dataPage } from './data-page.ts';
import { embedFiles } from './embed.ts';
import { groupPages } from './group-pages.ts';
import { homePage } from './home-page.ts';
import { indexPages } from './index-pages.ts';
import { journalPage, partPage } from './journal-page.ts';
import { framed, type Page } from './layout.ts';
import { prosePages } from './prose-pages.ts';
import { searchIndex, searchPage } from './search-page.ts';
import { tombstonePage } from './tombstone-page.ts';
import { otherLanguage, type View } from './view.ts';
import { alike } from './work-head.ts';
import { type ListPage, listPages } from './work-list.ts';
import { workPage } from './work-page.ts';

/** What a site is made of, besides its view. */
export interface SiteOptions {
  readonly dataset: Dataset;
  /** The folder of `lab.yaml`, where its logo and style sheet are. */
  readonly data: string;
}

/** What is known once the dump is written. */
export interface DataOptions {
  readonly dataset: Dataset;
  readonly dump: Dump;
  /** The description of the dataset with its files. */
  readonly whole: Entry;
}

/**
 * The files of `out/site/` but those that speak of the dump, one after the other, so that a site of any size is never in
 * memory as a whole.
 */
export async function siteFiles(view: View, options: SiteOptions): Promise<Iterable<OutFile>> {
  const forms = await openedForms(options.dataset);
  return filesOf(view, options, forms);
}

/** The files about the dump, which does not have to be there before. */
export async function dataFiles(
  view: View,
  { dataset, dump, whole }: DataOptions,
): Promise<readonly OutFile[]> {
  const about: View = { ...view, entries: new Map([['dataset', whole]]) };
  const pages = [view.own, otherLanguage(view.own)].map((language) =>
    written(about, dataPage(about, dump, language), language),
  );
  return [...pages, ...graphFormFiles(about, await openedForms(dataset))];
}

interface Forms {
  readonly turtle: Opened;
  readonly jsonld: Opened;
  readonly works: readonly (readonly [extension: string, Opened])[];
}

async function openedForms(dataset: Dataset): Promise<Forms> {
  const works = ['bibtex', 'ris', 'csl'].flatMap((name) => writerNamed(name) ?? []);
  return {
    turtle: directTurtle(),
    jsonld: await jsonldLines.open(dataset),
    works: await Promise.all(
      works.map(async (writer) => [writer.extension, await writer.open(dataset)] as const),
    ),
  };
}

function* filesOf(view: View, { data }: SiteOptions, forms: Forms): Iterable<OutFile> {
  yield* assetFiles(view.lab, data);
  yield searchIndex(view);
  yield* embedFiles(view);
  for (const language of [view.own, otherLanguage(view.own)]) {
    for (const page of singlePages(view, language)) yield written(view, page, language);
    for (const list of lists(view, language)) {
      for (const page of listPages(view, list, language)) yield written(view, page, language);
    }
  }
  for (const work of view.works) yield* workPages(view, work);
  yield* graphFormFiles(view, forms);
  for (const work of view.works) yield* workFormFiles(view, work, forms);
}

function written(view: View, page: Page, language: Language): OutFile {
  return { path: fileOf(page.name, language, view.own), content: framed(view, page, language) };
}

function singlePages(view: View, language: Language): readonly Page[] {
  return [
    homePage(view, language),
    searchPage(view, language),
    ...indexPages(view, language),
    ...prosePages(view, language),
    ...view.collection.tombstones.map((stone) => tombstonePage(view, stone, language)),
  ];
}

function* lists(view: View, language: Language): Iterable<ListPage> {
  const { agents, journals, parts, concepts, sources } = view.collection;
  yield* groupPages(view, language);
  for (const agent of agents) if (hasOwnFiles(agent.id)) yield agentPage(view, agent, language);
  for (const journal of journals) yield journalPage(view, journal, language);
  for (const part of parts) yield partPage(view, part, language);
  for (const concept of concepts) yield conceptPage(view, concept, language);
  for (const source of sources) yield sourcePage(view, source, language);
}

function* workPages(view: View, work: IdentifiedWork): Iterable<OutFile> {
  const same = alike(view, work);
  for (const language of [view.own, otherLanguage(view.own)])
    yield written(view, workPage(view, work, same, language), language);
}

/** Turtle and JSON-LD of everything that has an IRI. */
function* graphFormFiles({ entries }: View, { turtle, jsonld }: Forms): Iterable<OutFile> {
  for (const [id, entry] of entries) {
    yield { path: `${id}.ttl`, content: turtle.head + turtle.one(entry) + turtle.tail };
    yield { path: `${id}.jsonld`, content: jsonld.head + jsonld.one(entry) + jsonld.tail };
  }
}

function* workFormFiles(view: View, work: IdentifiedWork, { works }: Forms): Iterable<OutFile> {
  const entry = view.entries.get(work.id);
  if (!entry) return;
  for (const [extension, { head, one, tail }] of works) {
    yield { path: work.id + extension, content: head + one(entry) + tail };
  }
}
