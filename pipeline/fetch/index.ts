export { type Chunk, cell, chunksOf, type Damage, isGzipFile, type Range, utf8 } from './chunks.ts';
export { type Fetched, fetched, largest, readSource, tooLarge } from './file.ts';
export { readStdin } from './stdin.ts';
