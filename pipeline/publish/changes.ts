import { byCodePoint } from '../base/order.ts';
import { UserError } from '../base/user-error.ts';

/** A dump as its lines (N-Triples or N-Quads), and the name by which complaints call it. */
export interface DumpLines {
  readonly name: string;
  readonly lines: AsyncIterable<string> | Iterable<string>;
}

/** One statement that only one of two dumps has: A, it was added; D, it was deleted. The line ends in ` .`. */
export interface Change {
  readonly sign: 'A' | 'D';
  readonly line: string;
}

/**
 * What changed from one dump to another, in the order of their lines. Both are read once, side by side, which takes their
 * being sorted as a build sorts them (`LC_ALL=C sort -u`): one that is not is a `UserError`, with the line.
 */
export async function* changesBetween(old: DumpLines, next: DumpLines): AsyncIterable<Change> {
  const [before, after] = [sorted(old), sorted(next)];
  let [a, b] = [await before.next(), await after.next()];
  while (!(a.done && b.done)) {
    const order = a.done ? 1 : b.done ? -1 : byCodePoint(a.value, b.value);
    if (order < 0) yield { sign: 'D', line: String(a.value) };
    if (order > 0) yield { sign: 'A', line: String(b.value) };
    if (order <= 0) a = await before.next();
    if (order >= 0) b = await after.next();
  }
}

async function* sorted({ name, lines }: DumpLines): AsyncGenerator<string, undefined> {
  let last = '';
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line === '' || line.startsWith('#')) continue;
    if (!line.endsWith(' .')) throw noStatement(name, number, line);
    if (byCodePoint(last, line) >= 0) throw unsorted(name, number);
    last = line;
    yield line;
  }
  return undefined;
}

/** The changes as an RDF Patch (https://afs.github.io/rdf-patch/), in one transaction; empty when nothing changed. */
export async function* patchOf(changes: AsyncIterable<Change>): AsyncIterable<string> {
  let isOpen = false;
  for await (const { sign, line } of changes) {
    if (!isOpen) yield 'TX .\n';
    isOpen = true;
    yield `${sign} ${line}\n`;
  }
  if (isOpen) yield 'TC .\n';
}

function noStatement(name: string, number: number, line: string): UserError {
  const found = line.length > 60 ? `${line.slice(0, 57)}…` : line;
  return new UserError({
    fr: `${name}:${number} : attendu une affirmation en N-Triples ou N-Quads, trouvé « ${found} »`,
    en: `${name}:${number}: expected a statement in N-Triples or N-Quads, found “${found}”`,
  });
}

function unsorted(name: string, number: number): UserError {
  return new UserError({
    fr: `${name}:${number} : les lignes ne sont pas triées ; les trier par LC_ALL=C sort -u, comme le fait build`,
    en: `${name}:${number}: the lines are not sorted; sort them with LC_ALL=C sort -u, as build does`,
  });
}
