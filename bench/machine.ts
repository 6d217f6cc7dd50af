import { readFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';

/** The machine and the program that runs on it, in one sentence. */
export function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = first?.model.trim() || 'unknown processor';
  return `${cpus().length} cores (${model}), ${memory} GiB, ${platform()} ${arch()}, Node ${process.versions.node}`;
}

/** A package of the clone with its version. */
export function versioned(name: string): string {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
  return `${name} ${version}`;
}
