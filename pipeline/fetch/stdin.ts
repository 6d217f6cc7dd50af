import { type Fetched, fetched, largest, tooLarge } from './file.ts';

/** Reads standard input, to its end, as text. */
export async function readStdin(input: AsyncIterable<Uint8Array> = process.stdin): Promise<Fetched> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += chunk.length;
    if (size > largest) throw tooLarge('stdin');
    chunks.push(chunk);
  }
  return fetched(Buffer.concat(chunks), 'stdin');
}
