import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzip } from 'fflate';
import { ontologyFile } from '../../base/code-list.ts';
import type { Statistics } from '../../base/entity.ts';
import { rdf } from '../../base/terms.ts';
import { prefixed } from '../../write/index.ts';
import type { OutFile } from '../file.ts';

let packed: Promise<Uint8Array> | undefined;

/** The engine with which a browser answers for itself: its code, and its WebAssembly in gzip, as no host has to know it. */
export async function engineFiles(): Promise<readonly OutFile[]> {
  packed ??= compressed(readFileSync(engineFile('web_bg.wasm')));
  return [
    { path: 'engine/oxigraph.js', content: readFileSync(engineFile('web.js'), 'utf8') },
    { path: 'engine/oxigraph.wasm.gz', content: await packed },
  ];
}

function engineFile(name: string): string {
  return createRequire(import.meta.url).resolve(`oxigraph/${name}`);
}

/** The same bytes with every version of Node.js, which the library in it would not give; in a thread. */
function compressed(bytes: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    gzip(bytes, { level: 9, mtime: 0 }, (error, done) => (error ? reject(error) : resolve(done)));
  });
}

type Word = readonly [name: string, count: number];

/**
 * What the editor completes: the classes and properties that the graph has, each with how often, the most frequent first, then
 * the other names of our context.
 */
export function vocabularyFile({ classes, properties }: Statistics): OutFile {
  const words = [...classes, ...properties]
    .flatMap(({ iri, count }): readonly Word[] => {
      const short = prefixed(iri);
      return short === undefined ? [] : [[`${short.prefix}:${short.name}`, count]];
    })
    .sort(([a, some], [b, more]) => more - some || (a < b ? -1 : 1));
  const known = new Set(words.map(([name]) => name));
  const others = contextNames().filter((name) => !known.has(name));
  const lines = [...words, ...others.map((name): Word => [name, 0])].map((word) => JSON.stringify(word));
  return { path: 'engine/vocabulary.json', content: `[\n${lines.join(',\n')}\n]\n` };
}

function contextNames(): readonly string[] {
  const { '@context': context } = JSON.parse(readFileSync(ontologyFile('context.jsonld'), 'utf8')) as {
    readonly '@context': Readonly<Record<string, unknown>>;
  };
  return Object.entries(context)
    .filter(([name, meaning]) => !name.startsWith('@') && typeof meaning === 'object')
    .map(([name]) => (name.includes(':') ? name : `schema:${name}`))
    .concat(rdf('type').short)
    .sort();
}
