import { describe, expect, test } from 'vitest';
import type { Collection } from '../../../pipeline/base/entity.ts';
import type { Lab } from '../../../pipeline/base/lab.ts';
import { lossesBy } from '../../../pipeline/base/losses.ts';
import type { IdentifiedWork } from '../../../pipeline/base/work.ts';
import { framed } from '../../../pipeline/publish/site/layout.ts';
import { viewOf } from '../../../pipeline/publish/site/view.ts';
import { workPage } from '../../../pipeline/publish/site/work-page.ts';
import { carriesOf, entriesOf, readerNamed, writerNamed } from '../../../pipeline/stages.ts';
import { samples } from '../../formats/samples.ts';
import { collectionsIn, differences, sample, worksOf } from '../../formats/trip.ts';
import { base } from './site-of.ts';

const html = readerNamed('html');
const schema = writerNamed('schema');
if (!html || !schema) throw new Error('no reader of HTML, or no writer of schema.org');

const losses = lossesBy(carriesOf(schema));

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

/** What a page says of itself: its addresses, those of the pages of people, the citation that we make of the fields. */
const ofPage = new RegExp(
  `^\\+ (?:links(?:\\.role)?: ${base}\\S+\\.html(?: landing)?$|contributions\\.identifiers: .*: url ${base}\\S+\\.html(?:#\\S+)?$|` +
    'citationText: |unmapped: html\\.lang )',
);

/** A title beside the main one that is in another language is read as its translation. */
function isTranslated(difference: string, after: IdentifiedWork | undefined): boolean {
  const [, title] = /^− titles\.alternative: (.*)$/s.exec(difference) ?? [];
  return Boolean(after?.titles.some(({ role, text }) => role === 'translated' && text.value === title));
}

/** The landing pages of the works of a collection, in both languages. */
function pagesOf(collection: Collection) {
  const entries = entriesOf(collection, base);
  const view = viewOf({ lab, collection, entries, datestamps: new Map(), title: { value: lab.name } });
  return collection.works.flatMap((work) =>
    (['fr', 'en'] as const).map((language) => ({
      work,
      language,
      page: framed(view, workPage(view, work, language), language),
    })),
  );
}

describe.each(samples)('the landing pages of the works of %s (%s)', (format, file) => {
  const reader = readerNamed(format);
  const pages = reader ? collectionsIn(sample(file), reader).flatMap(pagesOf) : [];

  test.each(pages)('$work.id in $language gives the whole work back', ({ work, page }) => {
    const back = worksOf(collectionsIn(page, html));
    expect(back).toHaveLength(1);
    const [after] = back;
    const found = after && differences(work, after, losses(work));
    expect(found?.filter((each) => !ofPage.test(each) && !isTranslated(each, after))).toEqual([]);
  });
});
