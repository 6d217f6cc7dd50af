import { join } from 'node:path';
import { codeList } from '../base/code-list.ts';
import type { Collection } from '../base/entity.ts';
import type { Lab } from '../base/lab.ts';
import type { OaiRecord, OaiState } from '../base/oai.ts';
import { writeRecords } from '../base/record-store.ts';
import type { Entry } from '../base/sink.ts';
import { oaiFormats } from '../write/index.ts';
import type { OutFile, ReadyFile } from './file.ts';
import { oaiReplies } from './oai-replies.ts';
import { addressOf } from './site/address.ts';
import { languageOfPages } from './site/view.ts';

/** What a repository is made of. */
export interface Repository {
  readonly lab: Lab;
  readonly collection: Pick<Collection, 'works' | 'agents'>;
  /** The states of all things that ever had an IRI. */
  readonly states: readonly OaiState[];
  /** An empty folder. */
  readonly folder: string;
}

/** The repository for a host without a program: its replies, in the site. */
export function* staticReplies(
  repository: Repository,
  entries: ReadonlyMap<string, Entry>,
): Iterable<OutFile> {
  const { lab } = repository;
  if (!lab.oai?.static) return;
  const records = [...recordsOf(repository)];
  const nameOf = namesIn(repository);
  const own = languageOfPages(lab);
  const specs = [...new Set(records.flatMap(({ sets }) => sets))].sort();
  yield* oaiReplies({
    ...lab.oai,
    records,
    sets: specs.map((spec) => ({ spec, name: nameOf(spec) })),
    name: lab.name,
    baseUrl: lab.oai.url ?? `${lab.base}oai`,
    entryOf: ({ id }) => {
      const entry = entries.get(id);
      if (!entry) throw new Error(`nothing describes ${id}`);
      return entry;
    },
    pageOf: (id) => addressOf(lab.base, id, own, own),
  });
}

/** `oai.sqlite`, which `moisson serve` answers harvesters from; nothing where the lab is no repository. */
export function oaiFiles(repository: Repository): readonly ReadyFile[] {
  if (repository.lab.oai === undefined) return [];
  const path = 'oai.sqlite';
  const ready = join(repository.folder, path);
  writeRecords(ready, recordsOf(repository), namesIn(repository));
  return [{ path, ready }];
}

/** A work that went into another one is withdrawn as well: its content is that of the other. */
function* recordsOf({ collection, states }: Repository): Iterable<OaiRecord> {
  const works = new Map(collection.works.map((work) => [work.id, work]));
  for (const { id, state, datestamp, sets } of states) {
    if (!id.startsWith('work/')) continue;
    const work = state === 'live' ? works.get(id) : undefined;
    const lacks = work ? oaiFormats.filter((format) => !format.carries(work)) : [];
    yield {
      id,
      datestamp,
      isDeleted: work === undefined,
      sets,
      work: work && JSON.stringify(work),
      lacks: lacks.map(({ prefix }) => prefix),
    };
  }
}

/** What people call a set. */
function namesIn({ lab, collection }: Repository): (spec: string) => string {
  const language = languageOfPages(lab);
  const people = new Map(collection.agents.map(({ id, name }) => [id, name.value]));
  const own = new Map((lab.oai?.sets ?? []).map(({ spec, name }) => [spec, name]));
  const others = new Map([
    ['isidore', 'ISIDORE'],
    ['openaire', 'OpenAIRE'],
  ]);
  return (spec) => {
    const [kind = '', name = ''] = spec.split(':');
    if (kind === 'type') return codeList('types').write(language, name) ?? name;
    if (kind === 'person') return people.get(`person/${name}`) ?? name;
    return own.get(spec) ?? others.get(spec) ?? (name || spec);
  };
}
