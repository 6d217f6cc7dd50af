import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openRecords } from '../../pipeline/base/record-store.ts';
import { replyTo } from '../../pipeline/serve/oai-app.ts';
import { oaiFormats } from '../../pipeline/write/index.ts';
import { folderOf, moisson } from '../commands/moisson.ts';
import { repositoryFrom } from './oai-records.ts';
import { faultsIn, hasSchemas } from './oai-schemas.ts';

test.skipIf(!hasSchemas)('every reply about LabAccès is valid', async () => {
  const folder = folderOf({});
  cpSync(join(import.meta.dirname, '../../data'), join(folder, 'data'), { recursive: true });
  const yaml = join(folder, 'data/lab.yaml');
  writeFileSync(
    yaml,
    `${readFileSync(yaml, 'utf8')}\noai: { domain: data.example.org, email: web@labo.example.org }\n`,
  );
  expect((await moisson(['build', folder])).code).toBe(0);
  const store = openRecords(join(folder, 'out/oai.sqlite'));
  onTestFinished(() => store.close());
  const repository = repositoryFrom(store);
  const reply = (query: string) => replyTo(repository, new URLSearchParams(query), 'http://localhost/oai');
  for (const verb of ['Identify', 'ListSets', 'ListMetadataFormats'])
    expect(faultsIn(reply(`verb=${verb}`), 'oai_dc')).toEqual([]);
  for (const { prefix } of oaiFormats) {
    const records = reply(`verb=ListRecords&metadataPrefix=${prefix}`);
    expect(records.match(/<record>/g)).toHaveLength(5);
    expect(faultsIn(records, prefix)).toEqual([]);
    for (const [, id] of records.matchAll(/<identifier>(oai:[^<]+)</g))
      expect(faultsIn(reply(`verb=GetRecord&metadataPrefix=${prefix}&identifier=${id}`), prefix)).toEqual([]);
  }
});
