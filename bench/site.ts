import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerOf } from './fork.ts';
import { labFolder } from './lab.ts';
import { median } from './measure.ts';
import type { Build } from './site-child.ts';

/** What one kind of build of a lab cost, the median of some rounds. */
export interface SiteRow {
  readonly works: number;
  readonly what: string;
  readonly files: number;
  readonly written: number;
  /** Seconds, and bytes. */
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
}

const kinds = ['the first build', 'again, nothing changed', 'again, the title of one work changed'] as const;

/**
 * Builds labs of so many works, each three times in a round, each build in a process of its own. Every round has a folder
 * of its own, and all stay until the last is built: ext4 without a journal passes over the inodes that were freed in the
 * last five minutes one by one, and making a file takes six times as long (30 and 210 µs, measured).
 */
export async function siteRows(
  child: URL,
  counts: readonly number[],
  { folder, rounds, told }: { folder: string; rounds: number; told: (words: string) => void },
): Promise<readonly SiteRow[]> {
  const rows: SiteRow[] = [];
  for (const works of counts) {
    const builds = new Map<string, Build[]>(kinds.map((kind) => [kind, []]));
    for (let round = 1; round <= rounds; round += 1) {
      const lab = join(folder, `lab-${works}-${round}`);
      labFolder(lab, works);
      for (const kind of kinds) {
        if (kind === kinds[2]) changeOneWork(lab);
        const build = await answerOf<Build>(child, [lab]);
        told(`round ${round} of ${rounds}: ${works} works, ${kind}, ${build.wall.toFixed(1)} s`);
        builds.get(kind)?.push(build);
      }
    }
    for (const [what, all] of builds) rows.push(rowOf(works, what, all));
  }
  return rows;
}

function rowOf(works: number, what: string, builds: readonly Build[]): SiteRow {
  const of = (value: (build: Build) => number) => median(builds.map(value));
  const [, files = '', written = ''] =
    /\((\d+) files, (\d+) of them written\)/.exec(builds[0]?.said ?? '') ?? [];
  return {
    works,
    what,
    files: Number(files),
    written: Number(written),
    wall: of(({ wall }) => wall),
    cpu: of(({ cpu }) => cpu),
    peak: of(({ peak }) => peak),
  };
}

function changeOneWork(lab: string): void {
  const path = join(lab, 'data/works.json');
  // The first work with a DOI, by which it stays the same work.
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(/"title":"([^"]*)"(?=[^\n]*"DOI")/, '"title":"$1 bis"'),
  );
}
