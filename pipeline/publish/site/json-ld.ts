import type { Entry } from '../../base/sink.ts';
import { rdf, schema } from '../../base/terms.ts';
import { type Html, trusted } from './html.ts';
import { statementsOf } from './statements.ts';

/** A JSON object for a page, in the context of schema.org. */
export type PageJson = Readonly<Record<string, unknown>>;

/** A block that programs read. Its text can neither end the block nor begin another one. */
export function jsonLd(json: PageJson): Html {
  const raw = JSON.stringify(json);
  const text = /[<>]/.test(raw) ? raw.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e') : raw;
  return trusted(`<script type="application/ld+json">${text}</script>\n`);
}

const type = rdf('type');

/** What the graph says of a thing in schema.org's terms: the same values, without the language of names (Google reads plain ones). */
export function schemaOf(entry: Entry): PageJson {
  const types: string[] = [];
  const said = new Map<string, unknown[]>();
  for (const { property, value, kind } of statementsOf(entry)) {
    if (property === type) {
      const [, name] = /^http:\/\/schema\.org\/(.+)$/.exec(value) ?? [];
      if (name !== undefined) types.push(name);
      continue;
    }
    if (property.prefix !== schema('name').prefix) continue;
    const values = said.get(property.name) ?? [];
    const one = kind === 'iri' ? asIri(property.name, value) : value;
    if (!values.includes(one)) values.push(one);
    said.set(property.name, values);
  }
  const members = [...said].map(([key, values]) => [key, values.length === 1 ? values[0] : values] as const);
  return { '@type': types.length === 1 ? types[0] : types, '@id': entry.iri, ...Object.fromEntries(members) };
}

/** schema.org's context reads the strings of these as IRIs; of others it would take them for words. */
const iris = new Set(['sameAs', 'url', 'license', 'contentUrl', 'mainEntityOfPage', 'propertyID']);

function asIri(name: string, value: string): unknown {
  return iris.has(name) ? value : { '@id': value };
}
