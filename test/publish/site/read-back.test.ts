import { describe, expect, test } from 'vitest';
import { lossesBy } from '../../../pipeline/base/losses.ts';
import type { IdentifiedWork } from '../../../pipeline/base/work.ts';
import { carriesOf, readerNamed, writerNamed } from '../../../pipeline/stages.ts';
import { samples } from '../../formats/samples.ts';
import { collectionsIn, differences, worksOf } from '../../formats/trip.ts';
import { landingPages } from './pages-of.ts';
import { base } from './site-of.ts';

const html = readerNamed('html');
const schema = writerNamed('schema');
if (!html || !schema) throw new Error('no reader of HTML, or no writer of schema.org');

const losses = lossesBy(carriesOf(schema));

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

describe.each(samples)('the landing pages of the works of %s (%s)', (format, file) => {
  test.each(landingPages(format, file))(
    '$work.id in $language gives the whole work back',
    ({ work, page }) => {
      const back = worksOf(collectionsIn(page, html));
      expect(back).toHaveLength(1);
      const [after] = back;
      const found = after && differences(work, after, losses(work));
      expect(found?.filter((each) => !ofPage.test(each) && !isTranslated(each, after))).toEqual([]);
    },
  );
});
