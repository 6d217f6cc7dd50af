import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { OaiRecord } from '../../pipeline/base/oai.ts';
import { openRecords, writeRecords } from '../../pipeline/base/record-store.ts';
import type { Repository } from '../../pipeline/serve/oai-app.ts';
import { folderOf } from '../commands/moisson.ts';
import { repositoryFrom } from './oai-records.ts';

/** A repository of these records until the test is over. */
export function repositoryOf(records: Iterable<OaiRecord>, more: Partial<Repository> = {}): Repository {
  const path = join(folderOf({}), 'oai.sqlite');
  writeRecords(path, records, (spec) => `Set ${spec}`);
  const store = openRecords(path);
  onTestFinished(() => store.close());
  return repositoryFrom(store, more);
}
