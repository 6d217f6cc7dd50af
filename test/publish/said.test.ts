import { DataFactory, Parser } from 'n3';
import { expect, test } from 'vitest';
import { derivedIn } from '../../pipeline/publish/derived.ts';
import { Said } from '../../pipeline/publish/said.ts';

const { namedNode, literal, quad } = DataFactory;
const [ada, bob, knows, name] = ['ada', 'bob', 'knows', 'name'].map((each) => namedNode(`urn:x:${each}`));
if (!ada || !bob || !knows || !name) throw new Error('unreachable');
const quads = [quad(ada, knows, bob), quad(ada, name, literal('Ada')), quad(ada, name, literal('Ada', 'en'))];

test('finds statements by any of their parts, each of them once', () => {
  const said = new Said([...quads, ...quads]);
  expect(said.size).toBe(3);
  expect([...said.match(ada, name)]).toEqual(quads.slice(1));
  expect([...said.match(null, name, literal('Ada'))]).toEqual([quads[1]]);
  expect([...said.match(null, null, bob)]).toEqual([quads[0]]);
  expect(said.match(bob).size).toBe(0);
  expect([...said.match(ada).match(null, knows)]).toEqual([quads[0]]);
});

test('what stands aside answers for its subject, and nothing is found by it', () => {
  const said = new Said(quads.slice(0, 1), [quad(bob, name, literal('Bob')), ...quads.slice(0, 1)]);
  expect(said.match(bob, name).size).toBe(1);
  expect(said.match(null, name).size).toBe(0);
  expect([...said].length).toBe(1);
});

test('works a derived property out for a subject, from what stands aside too', () => {
  const eve = namedNode('urn:x:eve');
  const { properties, quads: shapes } = derivedIn(
    new Parser().parse(
      `[ <http://www.w3.org/ns/shacl#zeroOrMorePath> <${knows.value}> ] <urn:x:is> <urn:x:path> .`,
    ),
  );
  const [iri = ''] = properties.keys();
  expect(shapes.length).toBe(2);
  const said = new Said(quads, [quad(bob, knows, eve), quad(eve, knows, ada)], properties);
  // It stops where it comes round again.
  const reached = said.match(ada, namedNode(iri));
  expect(Array.from(reached, ({ object }) => object.value)).toEqual([ada.value, bob.value, eve.value]);
});
