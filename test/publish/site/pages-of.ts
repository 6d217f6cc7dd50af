import type { Collection } from '../../../pipeline/base/entity.ts';
import type { Lab } from '../../../pipeline/base/lab.ts';
import type { Entry } from '../../../pipeline/base/sink.ts';
import type { IdentifiedWork } from '../../../pipeline/base/work.ts';
import { framed } from '../../../pipeline/publish/site/layout.ts';
import { viewOf } from '../../../pipeline/publish/site/view.ts';
import { alike } from '../../../pipeline/publish/site/work-head.ts';
import { workPage } from '../../../pipeline/publish/site/work-page.ts';
import { entriesOf, readerNamed } from '../../../pipeline/stages.ts';
import { collectionsIn, sample } from '../../formats/trip.ts';
import { base } from './site-of.ts';

const lab: Lab = {
  name: 'Labo <des> "échantillons" & Cie',
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

/** The landing page of a work in one language, with what the graph says of the work. */
export interface LandingPage {
  readonly work: IdentifiedWork;
  readonly entry: Entry;
  readonly language: 'fr' | 'en';
  readonly page: string;
}

/** The landing pages of the works of a reader's sample, in both languages. */
export function landingPages(format: string, file: string): readonly LandingPage[] {
  const reader = readerNamed(format);
  return reader ? collectionsIn(sample(file), reader).flatMap(pagesOf) : [];
}

function pagesOf(collection: Collection): readonly LandingPage[] {
  const entries = entriesOf(collection, base);
  const view = viewOf({ lab, collection, entries, datestamps: new Map(), title: { value: lab.name } });
  return collection.works.flatMap((work) => {
    const entry = view.entries.get(work.id);
    if (!entry) throw new Error(`nothing is said of ${work.id}`);
    return (['fr', 'en'] as const).map((language) => ({
      work,
      entry,
      language,
      page: framed(view, workPage(view, work, alike(view, work), language), language),
    }));
  });
}
