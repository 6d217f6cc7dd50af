import type { Quad } from '@rdfjs/types';
import jsonld from 'jsonld';
import { Parser } from 'n3';
import { RdfaParser } from 'rdfa-streaming-parser';
import { describe, expect, test } from 'vitest';
import { directTurtle } from '../../../pipeline/write/index.ts';
import { samples } from '../../formats/samples.ts';
import { type LandingPage, landingPages } from './pages-of.ts';

const schema = 'http://schema.org/';
const creators = 'http://purl.org/dc/elements/1.1/creator';

/** What `rel` says: where the work is described, and its licence. */
const ofLinks = /#(?:describedby|license)$/;

/** The Turtle of the work, as the site offers it. */
function turtleOf({ entry }: LandingPage): readonly Quad[] {
  const { head, one, tail } = directTurtle();
  return new Parser().parse(head + one(entry) + tail) as Quad[];
}

function rdfaOf({ page }: LandingPage): Promise<readonly Quad[]> {
  return new Promise((resolve, reject) => {
    const parser = new RdfaParser({
      baseIRI: 'https://data.example.org/id/page.html',
      contentType: 'text/html',
    });
    const quads: Quad[] = [];
    parser.on('data', (quad: Quad) => quads.push(quad));
    parser.on('error', reject);
    parser.on('end', () => resolve(quads));
    parser.end(page);
  });
}

/** What the page's JSON-LD says of the work itself, by property of schema.org. */
async function schemaOf({ page }: LandingPage): Promise<ReadonlyMap<string, readonly string[]>> {
  const [, text = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
  const json = JSON.parse(text) as Record<string, unknown>;
  const [node = {}] = await jsonld.expand({ ...json, '@context': { '@vocab': schema } });
  return new Map(
    Object.entries(node)
      .filter(([key]) => key.startsWith(schema))
      .map(([key, values]) => [key, (values as readonly object[]).map(textOf)]),
  );
}

const textOf = (value: object) =>
  '@value' in value ? String(value['@value']) : '@id' in value ? String(value['@id']) : '';

/** EDTF has seasons, XML Schema has none: the graph gives the year alone (D3). */
const withoutSeason = (text: string) => text.replace(/^(\d{4})-[23]\d$/, '$1');

const line = ({ subject, predicate, object }: Quad) =>
  `${subject.value} ${predicate.value} ${object.value} ${object.termType === 'Literal' ? `${object.language} ${object.datatype.value}` : ''}`;

/** Each says all that there is to say of the work, in the same words. */
const said = [
  'name',
  'datePublished',
  'dateCreated',
  'pageStart',
  'pageEnd',
  'author',
  'editor',
  'translator',
];

describe.each(samples)('what a page of %s (%s) says to programs', (format, file) => {
  const pages = landingPages(format, file);

  test.each(pages)('$work.id in $language: RDFa is a part of the Turtle', async (page) => {
    const known = new Set(turtleOf(page).map(line));
    const quads = await rdfaOf(page);
    const own = quads.filter(({ subject }) => subject.value === page.entry.iri);
    // Dublin Core's readers want names where the graph has IRIs.
    const others = own
      .filter(({ predicate }) => predicate.value !== creators && !ofLinks.test(predicate.value))
      .map(line);
    expect(others.length).toBeGreaterThan(1);
    expect(others.filter((each) => !known.has(each))).toEqual([]);
    const strays = quads.filter(
      ({ subject, predicate }) =>
        !own.some((each) => each.subject.equals(subject)) && !predicate.value.startsWith('http://ogp.me/ns#'),
    );
    expect(strays).toEqual([]);
  });

  test.each(pages)('$work.id in $language: JSON-LD and Turtle agree', async (page) => {
    const json = await schemaOf(page);
    const graph = turtleOf(page).filter(({ subject }) => subject.value === page.entry.iri);
    for (const name of said) {
      const values = graph.filter(({ predicate }) => predicate.value === schema + name);
      const found = new Set((json.get(schema + name) ?? []).map(withoutSeason));
      // A translation is another `name` in the graph, an `alternateName` for search engines, who take the first name.
      const others = name === 'name' ? (json.get(`${schema}alternateName`) ?? []) : [];
      const expected = new Set(values.map(({ object }) => object.value));
      for (const other of others) expected.delete(other);
      if (found.size > 0 && expected.size > 0)
        expect([name, ...found].sort()).toEqual([name, ...expected].sort());
    }
    expect(json.has(`${schema}name`)).toBe(true);
  });
});
