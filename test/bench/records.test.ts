import { describe, expect, test } from 'vitest';
import { records } from '../../bench/records.ts';

interface Crossref {
  readonly DOI: string;
  readonly author?: readonly { readonly ORCID?: string; readonly affiliation: readonly unknown[] }[];
  readonly abstract?: string;
  readonly type: string;
  readonly ISSN?: readonly string[];
  readonly issued: { readonly 'date-parts': readonly (readonly (number | null)[])[] };
}

const lines = [...records(3_000)];
const all = lines.map((line) => JSON.parse(line) as Crossref);
const authors = all.flatMap(({ author = [] }) => author);
const share = (of: readonly unknown[], among: readonly unknown[] = all) => (100 * of.length) / among.length;

describe('records for the benchmark', () => {
  test('are the same in every run, whatever the count', () => {
    expect([...records(50)]).toEqual(lines.slice(0, 50));
  });

  test('bear each DOI once, with the prefix that Crossref keeps for tests', () => {
    expect(new Set(all.map(({ DOI }) => DOI)).size).toBe(all.length);
    expect(all.every(({ DOI }) => DOI.startsWith('10.5555/'))).toBe(true);
  });

  test('bear no ORCID iD that anybody could have', () => {
    const given = authors.flatMap(({ ORCID }) => ORCID ?? []);
    expect(given.length).toBeGreaterThan(0);
    expect(given.every((orcid) => orcid.startsWith('http://orcid.org/0000-0000-'))).toBe(true);
  });

  test.each([
    [
      'bytes of a record',
      lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0) / lines.length,
      2_700,
      200,
    ],
    ['journal articles, %', share(all.filter(({ type }) => type === 'journal-article')), 80.1, 3],
    ['records without authors, %', share(all.filter(({ author }) => !author)), 15.8, 3],
    [
      'authors of a record that has any',
      authors.length / all.filter(({ author }) => author).length,
      3.9,
      0.5,
    ],
    [
      'authors with ORCID, %',
      share(
        authors.filter(({ ORCID }) => ORCID),
        authors,
      ),
      12.2,
      3,
    ],
    [
      'authors with affiliation, %',
      share(
        authors.filter(({ affiliation }) => affiliation.length > 0),
        authors,
      ),
      33.9,
      4,
    ],
    ['records with abstract, %', share(all.filter(({ abstract }) => abstract)), 26.4, 3],
    ['records with ISSN, %', share(all.filter(({ ISSN }) => ISSN)), 85, 3],
    ['dates to the day, %', share(all.filter(({ issued }) => issued['date-parts'][0]?.length === 3)), 52, 3],
  ])('have as many %s as real ones', (_, found, counted, tolerance) => {
    expect(Math.abs(found - counted)).toBeLessThanOrEqual(tolerance);
  });
});
