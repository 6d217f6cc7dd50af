import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { HarvestFolder, harvest } from '../../pipeline/fetch/index.ts';
import { listen } from '../../pipeline/serve/index.ts';
import { oaiFormats } from '../../pipeline/write/index.ts';
import { fileOf, folderOf, labFolder, labYaml, moisson } from '../commands/moisson.ts';
import { many, recordOf, sampleWorks } from '../serve/oai-records.ts';
import { faultsIn, hasSchemas } from '../serve/oai-schemas.ts';
import { repliesOf, staticHost } from './oai-host.ts';
import { staticRequests } from './oai-requests.ts';

const works = sampleWorks();
const ten = [...many(10, works)];
const address = 'http://localhost/oai';

describe('a host that knows files and rules', () => {
  const host = staticHost(repliesOf(ten));

  test.each(staticRequests)('%s: %s', async (query, code) => {
    const response = host(new Request(`${address}?${query}`));
    const reply = await response.text();
    expect(response.status).toBe(200);
    expect(/<error code="(\w+)"/.exec(reply)?.[1]).toBe(code);
    if (hasSchemas) expect(faultsIn(reply, 'oai_dc')).toEqual([]);
  });
});

test.skipIf(!hasSchemas).each(oaiFormats.map(({ prefix }) => prefix))(
  'every reply in %s is valid by the schemas of OAI-PMH and of its format',
  (prefix) => {
    const files = [...repliesOf([...many(210, works)])].filter(([path]) => path.includes(`/${prefix}/`));
    expect(files.length).toBeGreaterThan(210);
    for (const [, reply] of files) expect(faultsIn(reply, prefix)).toEqual([]);
  },
);

const manner = {
  userAgent: 'Moisson/test',
  tries: 1,
  silence: 5000,
  wait: async () => {},
  told: () => {},
  step: () => {},
  isFull: false,
};

test('our harvester takes all of it, each record once, and what changed since', async () => {
  const records = [...many(450, works)];
  let host = staticHost(repliesOf(records));
  const asked: string[] = [];
  const server = await listen(
    (request) => {
      asked.push(new URL(request.url).search);
      return host(request);
    },
    { host: '127.0.0.1', port: 0 },
  );
  onTestFinished(() => server.close());
  const folder = new HarvestFolder(join(folderOf({}), 'harvest'));
  const request = { baseUrl: `${server.address}oai`, prefix: 'oai_dc' };
  const first = await harvest(request, folder, manner);
  expect([first.records, first.deleted, first.faults]).toEqual([427, 23, []]);

  // One changed, one gone.
  const [changed, gone] = [records[3], records[4]];
  if (!changed || !gone) throw new Error('no records');
  const others = records.filter((record) => record !== changed && record !== gone);
  const later = '2026-03-05T08:00:00Z';
  host = staticHost(
    repliesOf([
      ...others,
      { ...changed, datestamp: later },
      { ...gone, datestamp: later, isDeleted: true, work: undefined },
    ]),
  );
  const second = await harvest(request, folder, manner);
  expect([second.records, second.deleted]).toEqual([426, 24]);
  expect(asked.filter((query) => /from=2025-12-31/.test(query))).toHaveLength(1);
});

test('a token of a list that has changed at its place is not taken, so that nothing is skipped', async () => {
  const records = [...many(450, works)];
  const before = await staticHost(repliesOf(records))(
    new Request(`${address}?verb=ListRecords&metadataPrefix=oai_dc`),
  ).text();
  const token = /<resumptionToken[^>]*>([0-9a-f]+)</.exec(before)?.[1];
  const host = staticHost(repliesOf(records.toSpliced(199, 1)));
  const reply = await host(new Request(`${address}?verb=ListRecords&resumptionToken=${token}`)).text();
  expect(reply).toContain('badResumptionToken');
});

test('a month of changes is to be had without those before it', async () => {
  const [one, two] = [works[0], works[1]];
  if (!one || !two) throw new Error('no samples');
  const records = [
    recordOf({ ...one, id: 'work/a' }, { id: 'work/a', datestamp: '2025-11-30T08:00:00Z' }),
    recordOf({ ...two, id: 'work/b' }, { id: 'work/b', datestamp: '2026-01-10T08:00:00Z' }),
  ];
  const host = staticHost(repliesOf(records));
  const ids = async (from: string) =>
    (await host(new Request(`${address}?verb=ListIdentifiers&metadataPrefix=oai_dc&from=${from}`)).text())
      .match(/work\/\w(?=<)/g)
      ?.join();
  expect(await ids('2026-01-20')).toBe('work/b');
  expect(await ids('2025-12-01')).toBe('work/b');
  // What is not to be had alone is given with all before it.
  expect(await ids('2025-11-01')).toBe('work/a,work/b');
  expect(await ids('2027-01-01')).toBe('work/a,work/b');
});

test('a lab asks for it, and a build without a change writes none of it', async () => {
  const oai = (more: string) =>
    `${labYaml}oai: { domain: data.example.org, email: web@labo.example.org${more} }\n`;
  const folder = labFolder({ 'data/lab.yaml': oai(', static: true') });
  await moisson(['build', folder]);
  const identity = fileOf(folder, 'out/site/oai-pmh/Identify.xml');
  expect(identity).toContain('<baseURL>https://data.example.org/id/oai</baseURL>');
  expect(identity).toContain('<responseDate>2026-01-15T08:00:00Z</responseDate>');
  expect(fileOf(folder, 'out/servers/oai.htaccess')).toContain('RewriteRule "^oai$"');
  const again = await moisson(['build', folder], { LANG: 'C', NOW: '2026-02-20T08:00:00Z' });
  expect(again.err).toContain('0 of them written');
  const without = labFolder({ 'data/lab.yaml': oai('') });
  await moisson(['build', without]);
  expect(existsSync(join(without, 'out/site/oai-pmh'))).toBe(false);
  expect(readFileSync(join(without, 'out/servers/apache.conf'), 'utf8')).not.toContain('OAI');
});
