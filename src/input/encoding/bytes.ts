/** What can be said of bytes before they are decoded: text or not, two bytes a character or not. */

/** First bytes of files that archives hold beside their articles. */
const signatures: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['a PDF file', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive', [0x50, 0x4b, 0x03, 0x04]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['gzip data', [0x1f, 0x8b]],
];

/** What kind of binary file starts with these bytes, in words, or null. */
export function binaryKind(bytes: Uint8Array): string | null {
  for (const [kind, start] of signatures) {
    if (bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte)) return kind;
  }
  return null;
}

const sampleLength = 8192;

/**
 * Reads the NUL bytes of the first 8 KB. In UTF-16 without a byte order mark they stand on one side of the pairs:
 * the high byte of ASCII. `stray` is one, or at most one in a thousand bytes: a slip in a text.
 */
export function nulLayout(bytes: Uint8Array): 'none' | 'stray' | 'binary' | 'utf-16le' | 'utf-16be' {
  const length = Math.min(bytes.length, sampleLength);
  let even = 0;
  let odd = 0;
  for (let index = bytes.indexOf(0); index >= 0 && index < length; index = bytes.indexOf(0, index + 1)) {
    if (index % 2 === 0) even++;
    else odd++;
  }
  if (even + odd === 0) return 'none';
  // A Chinese page in UTF-16 has few NULs, nearly all on one side (U+4E00 has one on the other): one pair in twenty is
  // ASCII at least.
  const enough = length / 2 / 20;
  if (bytes.length % 2 === 0) {
    if (odd >= enough && even * 4 <= odd && isWellFormedUtf16(bytes, true)) return 'utf-16le';
    if (even >= enough && odd * 4 <= even && isWellFormedUtf16(bytes, false)) return 'utf-16be';
  }
  return even + odd <= Math.max(1, length / 1000) ? 'stray' : 'binary';
}

function isWellFormedUtf16(bytes: Uint8Array, littleEndian: boolean): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let index = 0; index + 1 < bytes.length; index += 2) {
    const unit = view.getUint16(index, littleEndian);
    // Control characters and non-characters are not met in text; they are in executables.
    if (unit < 0x09 || (unit > 0x0d && unit < 0x20) || unit >= 0xfffe) return false;
    if (unit < 0xd800 || unit > 0xdfff) continue;
    if (unit > 0xdbff || index + 3 >= bytes.length) return false;
    const low = view.getUint16(index + 2, littleEndian);
    if (low < 0xdc00 || low > 0xdfff) return false;
    index += 2;
  }
  return true;
}

/** ISO-2022-JP is all ASCII bytes, so that it passes for UTF-8: an escape to JIS X 0208 or Katakana shows it. */
export function hasIsoEscape(bytes: Uint8Array): boolean {
  for (let index = bytes.indexOf(0x1b); index >= 0; index = bytes.indexOf(0x1b, index + 1)) {
    const [, second, third] = bytes.subarray(index, index + 3);
    // ESC $ @, ESC $ B, ESC ( I
    if ((second === 0x24 && (third === 0x40 || third === 0x42)) || (second === 0x28 && third === 0x49)) return true;
  }
  return false;
}
