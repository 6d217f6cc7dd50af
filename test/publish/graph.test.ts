import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import oxigraph from 'oxigraph';
import { describe, expect, test } from 'vitest';
import { runLab } from '../../pipeline/run.ts';
import { comparable, type Lines, parsersOf } from '../write/parsers.ts';

const out = new URL('../../out/', import.meta.url);
const read = (extension: string) => readFileSync(new URL(`labacces${extension}`, out), 'utf8');

const mediaTypes: Readonly<Record<string, string>> = {
  '.nt': 'application/n-triples',
  '.nq': 'application/n-quads',
  '.ttl': 'text/turtle',
  '.trig': 'application/trig',
  '.jsonld': 'application/ld+json',
  '.rdf': 'application/rdf+xml',
};

/** The statements without the name of their graph. */
const bare = (lines: Lines): Lines =>
  lines.map((line) => line.replace(/ <https:\/\/www\.labacces\.fr\/id\/dataset> \.\n$/, ' .\n'));

describe('every graph file of out/ holds the same graph', async () => {
  const reference = (await parsersOf['application/n-triples']?.n3?.(read('.nt'))) ?? [];
  const cases = Object.entries(mediaTypes).flatMap(([extension, type]) =>
    Object.entries(parsersOf[type] ?? {}).map(([parser, parse]) => [extension, parser, parse] as const),
  );

  test.each(cases)('%s, read by %s', async (extension, parser, parse) => {
    expect(comparable(parser, bare(await parse(read(extension))))).toEqual(comparable(parser, reference));
  });

  test('the lines of .nt and .nq are sorted and unique', () => {
    for (const extension of ['.nt', '.nq']) {
      const lines = read(extension)
        .split('\n')
        .slice(0, -1)
        .map((text) => Buffer.from(text));
      expect(
        lines.every((text, index) => index === 0 || Buffer.compare(lines[index - 1] ?? text, text) < 0),
      ).toBe(true);
    }
  });

  test('no node is blank', () => {
    for (const extension of ['.nt', '.nq']) expect(read(extension)).not.toMatch(/(?:^|\s)_:/m);
    expect(read('.ttl') + read('.trig')).not.toMatch(/\[|_:/);
  });
});

test('the description counts what is there', () => {
  const store = new oxigraph.Store();
  store.load(read('.nt'), { format: 'application/n-triples' });
  const declared = (property: string) =>
    [
      ...store.match(
        oxigraph.namedNode('https://www.labacces.fr/id/dataset'),
        oxigraph.namedNode(`http://rdfs.org/ns/void#${property}`),
      ),
    ][0]?.object.value;
  expect(declared('triples')).toBe(String(store.size));
  expect(declared('distinctSubjects')).toBe(
    String(new Set(store.match().map((quad) => quad.subject.value)).size),
  );
});

describe('what the seed page gives', async () => {
  const { collection, findings } = await runLab(
    fileURLToPath(new URL('../../', import.meta.url)),
    '2026-01-15T08:00:00Z',
  );
  const name = (id: string | undefined) => collection.agents.find((agent) => agent.id === id)?.name.value;
  const journal = (id: string | undefined) =>
    collection.journals.find((each) => each.id === id)?.titles[0]?.value;

  test.each([
    [
      'Motifs, registres et épreuves',
      ['François Sorin'],
      '2023-06',
      'Les Politiques Sociales',
      '1-2',
      '66-79',
    ],
    ['Déplier la question numérique', ['François Sorin'], '2023-03-03', 'Le Sociographe', '81', '13-28'],
    ['Répondre aux demandes', ['Pierre Mazet', 'François Sorin'], '2020', 'Terminal', '128', undefined],
    ['Vers l’État plateforme', ['Pierre Mazet'], '2019-04-02', 'La Vie des idées', undefined, undefined],
    ['Les pratiques numériques', ['François Sorin'], '2019', 'Vie sociale', '28', '33-49'],
  ])('%s…', (title, authors, date, container, issue, pages) => {
    const work = collection.works.find(({ titles }) => titles[0]?.text.value.startsWith(title));
    expect(work?.contributions.map(({ agent }) => name(agent))).toEqual(authors);
    expect(work?.dates.map(({ value }) => value)).toEqual([date]);
    expect(journal(work?.container?.id)).toBe(container);
    expect([work?.position?.issue, work?.position?.pages?.raw, work?.languages]).toEqual([
      issue,
      pages,
      ['fr'],
    ]);
    expect(work?.identifiers).toEqual([]);
  });

  test('two people, five journals', () =>
    expect([collection.agents.length, collection.journals.length]).toEqual([2, 5]));

  test('a finding for each missing date, DOI and link of the page', () => {
    const count = (rule: string) => findings.filter((each) => each.rule === rule).length;
    expect([count('issued-missing'), count('doi-missing'), count('link-missing')]).toEqual([2, 5, 5]);
    expect(findings.filter(({ rule, corrected }) => rule === 'issued-missing' && !corrected)).toEqual([]);
  });

  test('what corrections say comes with its evidence', () => {
    const corrected = collection.works.flatMap(({ provenance }) =>
      provenance.filter(({ source }) => source.system === 'correction'),
    );
    expect(corrected.map(({ path }) => path).sort()).toEqual([
      'dates.published',
      'dates.published',
      'links.landing',
      'titles.translated.en',
    ]);
    for (const { source, reason, chosen } of corrected)
      expect([source.url?.startsWith('https://'), !!reason, chosen]).toEqual([true, true, true]);
  });
});
