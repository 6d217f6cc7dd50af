export { type Fetched, readSource } from './file.ts';
export { readStdin } from './stdin.ts';
