import { describe, expect, test } from 'vitest';
import { decode } from '../../pipeline/fetch/decode.ts';

const title = 'Répondre aux demandes d’aide numérique';
const crlf = 'ligne un\r\nligne deux\r';
const le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const bytes = (...parts: readonly (number | string)[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part])))),
  );

describe('decode', () => {
  test.each([
    ['UTF-8', bytes(title), title, 'utf-8', false],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, title), title, 'utf-8', false],
    ['UTF-16LE with a mark', bytes(0xff, 0xfe, ...le(title)), title, 'utf-16le', false],
    ['UTF-16BE with a mark', bytes(0xfe, 0xff, ...be(title)), title, 'utf-16be', false],
    ['UTF-16LE without a mark', le(title), title, 'utf-16le', true],
    ['UTF-16BE without a mark', be(title), title, 'utf-16be', true],
    ['Latin-1', bytes('aide num', 0xe9, 'rique'), 'aide numérique', 'windows-1252', true],
    [
      'windows-1252 quotes and ligatures',
      bytes('d', 0x92, 0x9c, 'uvre ', 0x80),
      'd’œuvre €',
      'windows-1252',
      true,
    ],
    ['a false UTF-8 mark', bytes(0xef, 0xbb, 0xbf, 0xe9, 'a'), 'ï»¿éa', 'windows-1252', true],
    ['line ends, as they are', bytes(crlf), crlf, 'utf-8', false],
    ['nothing', bytes(), '', 'utf-8', false],
    ['an emoji', bytes('📚'), '📚', 'utf-8', false],
  ])('reads %s', (_name, input, text, encoding, inferred) => {
    expect(decode(input)).toEqual({ text, encoding, inferred });
  });

  test.each([
    ['a PNG image', bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0, 0, 13, 'IHDR')],
    ['a text with a NUL', bytes('abc', 0, 'def')],
    ['UTF-32', bytes(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0)],
    ['mostly control characters', bytes(1, 2, 3, 4, 'a')],
  ])('does not take %s for text', (_name, input) => {
    expect(decode(input)).toBeUndefined();
  });

  test('keeps the few separators of a library record', () => {
    expect(decode(bytes('00714cam a2200205 a 4500', 0x1e, 'Sorin, François', 0x1d))?.encoding).toBe('utf-8');
  });
});
