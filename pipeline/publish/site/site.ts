import type { Language } from '../../base/words.ts';
import type { IdentifiedWork } from '../../base/work.ts';
import { type Dataset, directTurtle, jsonldLines, type Opened, writerNamed } from '../../write/index.ts';
import type { OutFile } from '../file.ts';
import { fileOf } from './address.ts';
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
import { type ListPage, listPages } from './work-list.ts';
import { workPage } from './work-page.ts';

/** What a site is made of, besides its view. */
export interface SiteOptions {
  readonly dataset: Dataset;
  readonly dump: Dump;
  /** The files of the dump, which the site offers. */
  readonly dumpFiles: readonly OutFile[];
  /** The folder of `lab.yaml`, where its logo and style sheet are. */
  readonly data: string;
}

/** The files of `out/site/`, one after the other, so that a site of any size is never in memory as a whole. */
export async function siteFiles(view: View, options: SiteOptions): Promise<Iterable<OutFile>> {
  const forms = await openedForms(options.dataset);
  return filesOf(view, options, forms);
}

interface Forms {
  readonly turtle: Opened;
  readonly jsonld: Opened;
  readonly works: readonly (readonly [extension: string, Opened])[];
}

async function openedForms(dataset: Dataset): Promise<Forms> {
  const works = ['bibtex', 'ris', 'csl', 'hal-tei'].flatMap((name) => writerNamed(name) ?? []);
  return {
    turtle: directTurtle(),
    jsonld: await jsonldLines.open(dataset),
    works: await Promise.all(
      works.map(async (writer) => [writer.extension, await writer.open(dataset)] as const),
    ),
  };
}

function* filesOf(view: View, { dump, dumpFiles, data }: SiteOptions, forms: Forms): Iterable<OutFile> {
  yield* assetFiles(view.lab, data);
  yield* dumpFiles;
  yield searchIndex(view);
  yield* embedFiles(view);
  for (const language of [view.own, otherLanguage(view.own)]) {
    const written = (page: Page): OutFile => ({
      path: fileOf(page.name, language, view.own),
      content: framed(view, page, language),
    });
    for (const page of singlePages(view, dump, language)) yield written(page);
    for (const list of lists(view, language)) {
      for (const page of listPages(view, list, language)) yield written(page);
    }
    for (const work of view.works) yield written(workPage(view, work, language));
  }
  yield* graphFormFiles(view, forms);
  for (const work of view.works) yield* workFormFiles(view, work, forms);
}

function singlePages(view: View, dump: Dump, language: Language): readonly Page[] {
  return [
    homePage(view, language),
    searchPage(view, language),
    ...indexPages(view, language),
    dataPage(view, dump, language),
    ...prosePages(view, language),
    ...view.collection.tombstones.map((stone) => tombstonePage(view, stone, language)),
  ];
}

function* lists(view: View, language: Language): Iterable<ListPage> {
  const { agents, journals, parts, concepts, sources } = view.collection;
  yield* groupPages(view, language);
  for (const agent of agents) yield agentPage(view, agent, language);
  for (const journal of journals) yield journalPage(view, journal, language);
  for (const part of parts) yield partPage(view, part, language);
  for (const concept of concepts) yield conceptPage(view, concept, language);
  for (const source of sources) yield sourcePage(view, source, language);
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
