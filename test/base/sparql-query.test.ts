import { describe, expect, test } from 'vitest';
import { sparqlQuery } from '../../pipeline/base/sparql-query.ts';

describe('the form of a query', () => {
  test.each([
    ['SELECT * {}', 'SELECT', false],
    ['# ask\nprefix ask: <urn:ask> construct { ?s ask:ask ?o } where { ?s ask:ask ?o }', 'CONSTRUCT', false],
    ['BASE <http://a/#insert> DESCRIBE <x>', 'DESCRIBE', false],
    ['PREFIX a: <urn:a> INSERT DATA { a:a a:b a:c }', 'INSERT', true],
    ['WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }', 'WITH', true],
    ['MOVE DEFAULT TO <urn:g>', 'MOVE', true],
    ['', undefined, false],
    ['hello', undefined, false],
  ])('%s', (sparql, form, isUpdate) => expect(sparqlQuery(sparql)).toMatchObject({ form, isUpdate }));
});

describe('does it ask others?', () => {
  test.each([
    ['SELECT * { SERVICE <http://a/> { ?s ?p ?o } }', true],
    ['SELECT * { ?s ?p ?o.service silent ?x { ?s ?p ?o } }', true],
    ['SELECT * { ?s ?p "a\\"b" . SERVICE <http://a/> {} }', true],
    ['PREFIX e: <urn:e> SELECT * { ?s e:\\#a ?o . SERVICE <http://a/> {} }', true],
    ["PREFIX e: <urn:e> SELECT * { ?s e:\\'a ?o . SERVICE <http://a/> {} } #'", true],
    ['SELECT * { FILTER(?a<?b) SERVICE <http://a/> {} FILTER(?a>?b) }', true],
    ["SELECT ?service { ?service ?p \"SERVICE\", '''\n SERVICE ''' } # SERVICE", false],
    ['PREFIX service: <urn:service> SELECT $service { $service service:service "x"@service }', false],
    ['PREFIX e: <urn:e> SELECT * { ?s e:a.service ?o ; e:a-service ?o, <http://a/SERVICE> }', false],
  ])('%s: %s', (sparql, asksOthers) => expect(sparqlQuery(sparql)).toMatchObject({ asksOthers }));
});

describe('no more rows than', () => {
  test.each([
    ['SELECT * {}', 'SELECT * {}\nLIMIT 10'],
    ['SELECT * {} # LIMIT 5', 'SELECT * {} # LIMIT 5\nLIMIT 10'],
    ['SELECT * {} LIMIT 5', 'SELECT * {} LIMIT 5'],
    ['SELECT * {} limit 11 OFFSET 3', 'SELECT * {} limit 10 OFFSET 3'],
    ['SELECT * {} OFFSET 3', 'SELECT * {} OFFSET 3\nLIMIT 10'],
    ['SELECT * { { SELECT * {} LIMIT 5 } }', 'SELECT * { { SELECT * {} LIMIT 5 } }\nLIMIT 10'],
    ['SELECT * { VALUES ?x { 1 } }', 'SELECT * { VALUES ?x { 1 } }\nLIMIT 10'],
    ['SELECT * {} VALUES ?limit { 1 }', 'SELECT * {} LIMIT 10 VALUES ?limit { 1 }'],
    ['SELECT * {} LIMIT 99 VALUES ?x { 1 }', 'SELECT * {} LIMIT 10 VALUES ?x { 1 }'],
    ['SELECT * {} ORDER BY ?limit', 'SELECT * {} ORDER BY ?limit\nLIMIT 10'],
    [
      'SELECT * {} HAVING (EXISTS { SELECT * {} LIMIT 5 })',
      'SELECT * {} HAVING (EXISTS { SELECT * {} LIMIT 5 })\nLIMIT 10',
    ],
    ['SELECT * {} LIMIT', 'SELECT * {} LIMIT\nLIMIT 10'],
  ])('%s', (sparql, limited) => expect(sparqlQuery(sparql).limitedTo(10)).toBe(limited));
});
