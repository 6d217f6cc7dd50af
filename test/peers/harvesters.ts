import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openRecords, writeRecords } from '../../pipeline/base/record-store.ts';
import { listen, oaiApp } from '../../pipeline/serve/index.ts';
import { many, repositoryFrom } from '../serve/oai-records.ts';

const execute = promisify(execFile);

/** A harvester of another project, as a program that prints what it saw. */
interface Harvester {
  readonly name: string;
  /** What says its version. */
  readonly version: string;
  /** Takes the base URL; prints JSON: the identifiers, each as often as it came, and those that are deleted. */
  readonly script: string;
}

const python: readonly Harvester[] = [
  {
    name: 'sickle (Python)',
    version: 'import sickle; from importlib.metadata import version; print(version("sickle"))',
    script: `
import json, sys
from sickle import Sickle
records = list(Sickle(sys.argv[1]).ListRecords(metadataPrefix="oai_dc"))
print(json.dumps({"all": [r.header.identifier for r in records],
                  "deleted": [r.header.identifier for r in records if r.deleted],
                  "titles": sum(1 for r in records if not r.deleted and r.metadata.get("title"))}))`,
  },
  {
    name: 'pyoai (Python)',
    // Its last version calls what lxml has no more since 5.
    version: `
import oaipmh.client
from lxml import etree
etree.XPathEvaluator(etree.XML("<a/>")).evaluate
from importlib.metadata import version
print(version("pyoai"))`,
    script: `
import json, sys
from oaipmh.client import Client
from oaipmh.metadata import MetadataRegistry, oai_dc_reader
registry = MetadataRegistry()
registry.registerReader("oai_dc", oai_dc_reader)
records = list(Client(sys.argv[1], registry).listRecords(metadataPrefix="oai_dc"))
print(json.dumps({"all": [h.identifier() for h, m, a in records],
                  "deleted": [h.identifier() for h, m, a in records if h.isDeleted()],
                  "titles": sum(1 for h, m, a in records if not h.isDeleted() and m.getField("title"))}))`,
  },
];

const count = 1000;

/** Has each harvester that is here take a repository of ours; prints a line for each, and gives the number of faults. */
export async function examineHarvesters(
  print: (name: string, what: string, words: string) => void,
): Promise<number> {
  const interpreter = process.env.PYTHON ?? 'python3';
  const folder = mkdtempSync(join(tmpdir(), 'moisson-peers-'));
  const records = [...many(count)];
  writeRecords(join(folder, 'oai.sqlite'), records, (spec) => spec);
  const store = openRecords(join(folder, 'oai.sqlite'));
  const server = await listen(oaiApp(repositoryFrom(store)), { host: '127.0.0.1', port: 0 });
  const wanted = {
    all: records.map(({ id }) => `oai:data.example.org:${id}`),
    deleted: records.filter(({ isDeleted }) => isDeleted).map(({ id }) => `oai:data.example.org:${id}`),
    titles: records.filter(({ isDeleted }) => !isDeleted).length,
  };
  let wrong = 0;
  for (const { name, version, script } of python) {
    const found = await said(interpreter, version);
    if (found === undefined) {
      print(name, '', `skipped: ${interpreter} does not have it, or not with packages that it knows`);
      continue;
    }
    const start = performance.now();
    const fault = await faultOf(interpreter, script, new URL('oai', server.address).href, wanted);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const words = `${wanted.all.length} records, ${wanted.deleted.length} of them deleted, ${seconds} s`;
    print(`${name} ${found}`, 'OAI-PMH', fault ?? words);
    if (fault !== undefined) wrong += 1;
  }
  await server.close();
  store.close();
  rmSync(folder, { recursive: true });
  return wrong;
}

async function faultOf(
  interpreter: string,
  script: string,
  url: string,
  wanted: unknown,
): Promise<string | undefined> {
  try {
    const { stdout } = await execute(interpreter, ['-c', script, url], { maxBuffer: 2 ** 26 });
    return JSON.stringify(JSON.parse(stdout)) === JSON.stringify(wanted)
      ? undefined
      : `wrong: ${stdout.slice(0, 300)}`;
  } catch (error) {
    return `failed: ${error instanceof Error ? error.message.slice(-300) : String(error)}`;
  }
}

async function said(interpreter: string, script: string): Promise<string | undefined> {
  try {
    return (await execute(interpreter, ['-c', script])).stdout.trim();
  } catch {
    return undefined;
  }
}
