const lineBreak = 0x0a;

/**
 * A set of lines in a fixed space: their bytes end to end, and a table of where each begins.
 * The hash only says where to look; a line is a repeat when all its bytes are equal.
 */
export class LineSet {
  #text: Buffer;
  #used = 0;
  #count = 0;
  /** By pairs: the hash of a line, and one more than the place of its first byte; 0 is a free slot. */
  readonly #table: Uint32Array;
  readonly #mask: number;

  constructor(memory: number) {
    const slots = 2 ** Math.max(4, Math.floor(Math.log2(memory / 64)));
    this.#text = Buffer.allocUnsafe(Math.max(64, memory - slots * 8));
    this.#table = new Uint32Array(slots * 2);
    this.#mask = slots - 1;
  }

  /** Keeps the line `bytes[start, end)`; false when there is no room for it. An empty set has room for any. */
  keep(bytes: Buffer, start: number, end: number): boolean {
    const hash = hashOf(bytes, start, end);
    let slot = hash & this.#mask;
    for (;;) {
      const place = this.#table[slot * 2 + 1] ?? 0;
      if (place === 0) break;
      if (this.#table[slot * 2] === hash && this.#isAt(place - 1, bytes, start, end)) return true;
      slot = (slot + 1) & this.#mask;
    }
    if (!this.#hasRoom(end - start + 1)) return false;
    this.#table[slot * 2] = hash;
    this.#table[slot * 2 + 1] = this.#used + 1;
    this.#count += 1;
    this.#used += bytes.copy(this.#text, this.#used, start, end);
    this.#used = this.#text.writeUInt8(lineBreak, this.#used);
    return true;
  }

  /** The lines in order of their bytes, which are read as Latin-1 since that keeps the order; the set is empty after. */
  take(): readonly string[] {
    const lines: string[] = [];
    // One by one: slices of one long string are three times slower to sort.
    for (let start = 0; start < this.#used; ) {
      const end = this.#text.indexOf(lineBreak, start);
      lines.push(this.#text.toString('latin1', start, end));
      start = end + 1;
    }
    this.#table.fill(0);
    this.#used = 0;
    this.#count = 0;
    return lines.sort();
  }

  #hasRoom(length: number): boolean {
    if (this.#count === 0 && length > this.#text.length) this.#text = Buffer.allocUnsafe(length);
    return this.#used + length <= this.#text.length && this.#count < this.#mask * 0.75;
  }

  #isAt(place: number, bytes: Buffer, start: number, end: number): boolean {
    const text = this.#text;
    const shift = place - start;
    for (let i = start; i < end; i += 1) if (text[i + shift] !== bytes[i]) return false;
    return text[end + shift] === lineBreak;
  }
}

/** Four bytes at a step, mixed as MurmurHash3 mixes them. */
function hashOf(bytes: Buffer, start: number, end: number): number {
  let hash = end - start;
  let i = start;
  for (; i + 3 < end; i += 4) {
    const word = at(bytes, i) | (at(bytes, i + 1) << 8) | (at(bytes, i + 2) << 16) | (at(bytes, i + 3) << 24);
    hash = mixed(hash, word);
  }
  for (; i < end; i += 1) hash = mixed(hash, at(bytes, i));
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const at = (bytes: Buffer, i: number) => bytes[i] ?? 0;

function mixed(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  const turned = hash ^ k;
  return (Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64) | 0;
}
