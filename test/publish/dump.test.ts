import { readFileSync } from 'node:fs';
import oxigraph from 'oxigraph';
import { describe, expect, test } from 'vitest';

const out = new URL('../../out/', import.meta.url);
const dump = readFileSync(new URL('labacces.nq', out), 'utf8');

describe('what the dump says of itself is what a query counts in it', () => {
  const store = new oxigraph.Store();
  store.load(dump, { format: 'application/n-quads' });
  const rows = (query: string) => {
    const prologue = 'PREFIX void: <http://rdfs.org/ns/void#>\n';
    const text = String(
      store.query(prologue + query, { use_default_graph_as_union: true, results_format: 'text/csv' }),
    );
    return text.trimEnd().split(/\r?\n/).slice(1).sort();
  };
  const dataset = '?dataset a <http://www.w3.org/ns/dcat#Dataset>';

  test.each([
    ['triples', 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'],
    ['distinctSubjects', 'SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }'],
    ['distinctObjects', 'SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }'],
    ['properties', 'SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }'],
    ['classes', 'SELECT (COUNT(DISTINCT ?class) AS ?n) { ?s a ?class }'],
  ])('void:%s', (property, query) => {
    const said = rows(`SELECT ?n { ${dataset} ; void:${property} ?n }`);
    expect(said).toEqual(rows(query));
    expect(Number(said[0])).toBeGreaterThan(0);
  });

  test.each([
    [
      'classPartition',
      `SELECT ?class ?n { ${dataset} ; void:classPartition ?part . ?part void:class ?class ; void:entities ?n }`,
      'SELECT ?class (COUNT(?s) AS ?n) { ?s a ?class } GROUP BY ?class',
    ],
    [
      'propertyPartition',
      `SELECT ?property ?n { ${dataset} ; void:propertyPartition ?part . ?part void:property ?property ; void:triples ?n }`,
      'SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p',
    ],
  ])('void:%s', (_, said, counted) => {
    expect(rows(said)).toEqual(rows(counted));
    expect(rows(said).length).toBeGreaterThan(5);
  });
});
