#!/usr/bin/env node
// The package carries the compiled program; a clone has the sources, which tsx runs as they are.
import { existsSync } from 'node:fs';

const sources = new URL('./cli.ts', import.meta.url);
const isClone = existsSync(sources);
if (isClone) (await import('tsx/esm/api')).register();
const { main } = await import(isClone ? sources.href : '../dist/cli.js');

process.exitCode = await main(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  environment: process.env,
  clock: () => new Date(),
  onInterrupt: (stop) => {
    const signals = ['SIGINT', 'SIGTERM'];
    for (const signal of signals) process.once(signal, stop);
    return () => {
      for (const signal of signals) process.off(signal, stop);
    };
  },
});
