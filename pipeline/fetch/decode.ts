/** A text, and the encoding that its bytes were read in. */
export interface Decoded {
  readonly text: string;
  /** The name of the encoding in the WHATWG Encoding Standard: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`. */
  readonly encoding: string;
  /** Whether the encoding was guessed: neither valid UTF-8 nor announced by a byte order mark. */
  readonly inferred: boolean;
}

// biome-ignore format: a table
const marks: readonly (readonly [encoding: string, ...bytes: number[]])[] = [
  ['utf-8', 0xef, 0xbb, 0xbf],
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
];

/** What the bytes say as text, without byte order mark, line ends as found; undefined when they are not text. */
export function decode(bytes: Uint8Array): Decoded | undefined {
  const marked = marks.find(([, ...mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) {
    const text = strict(marked[0], bytes);
    if (text !== undefined) return asText(text, marked[0], false);
  }

  const wide = utf16Order(bytes);
  if (wide) {
    const text = strict(wide, bytes);
    if (text !== undefined) return asText(text, wide, true);
  }

  const text = strict('utf-8', bytes);
  if (text !== undefined) return asText(text, 'utf-8', false);
  return asText(windows1252(bytes), 'windows-1252', true);
}

function asText(text: string, encoding: string, inferred: boolean): Decoded | undefined {
  return isBinary(text) ? undefined : { text, encoding, inferred };
}

function strict(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // Only the Encoding Standard's own refusal means "not in this encoding".
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** UTF-16 without a mark: of two neighbours, Latin letters, spaces and line ends leave the same one zero. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0] as [number, number];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2 === 0 ? 0 : 1] += 1;
  const [first, second] = zeros;
  const many = sample.length * 0.2;
  if (bytes.length % 2 !== 0) return undefined;
  if (second > many && first < second / 10) return 'utf-16le';
  if (first > many && second < first / 10) return 'utf-16be';
  return undefined;
}

// Bytes 80 to 9F; the five that windows-1252 leaves empty keep their control character, as the standard says.
const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function windows1252(bytes: Uint8Array): string {
  // Node 20 decodes windows-1252 as ISO 8859-1 and gives control characters for 80 to 9F.
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (control) => upper[control.charCodeAt(0) - 0x80] ?? control);
}

/** A NUL anywhere, or controls that no text has (tab, line ends, form feed and escape aside) above one in ten. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const sample = text.slice(0, 65_536);
  const controls = sample.match(/[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return controls > sample.length / 10;
}
