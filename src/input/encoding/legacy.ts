/**
 * The encodings of the WHATWG standard, by `@exodus/bytes`: Node 20's own decoder is wrong for windows-1252, gbk,
 * big5 and euc-kr (nodejs/node#56542, #60888). Loaded on demand: the tables are large.
 */
import { normalizeEncoding, TextDecoder } from '@exodus/bytes/encoding.js';

/** The share of unreadable places up to which a declaration is believed: pages were cut and joined in their lives. */
const tolerated = 0.001;

/**
 * WHATWG name of a label in lower case, or null. `gbk` and `gb2312` are read by the decoder of gb18030 in that
 * standard, and are called so.
 */
export function canonicalName(label: string): string | null {
  const name = normalizeEncoding(label.trim());
  if (name === null || name === 'replacement' || name === 'x-user-defined') return null;
  return name === 'gbk' ? 'gb18030' : name;
}

export function decodesStrictly(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Decodes with replacement; `strict` says that nothing was replaced. */
export function decodeAs(bytes: Uint8Array, encoding: string): { text: string; strict: boolean } {
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), strict: true };
  } catch {
    return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), strict: false };
  }
}

/** UTF-8 that was cut or pasted into: sequences of it, and few places that are none. */
export function isDamagedUtf8(bytes: Uint8Array): boolean {
  return hasUtf8Sequence(bytes) && isCredible(bytes, 'utf-8');
}

/** Whether these bytes, which are not UTF-8, can be what the file says of itself. */
export function isCredible(bytes: Uint8Array, encoding: string): boolean {
  const { text, strict } = decodeAs(bytes, encoding);
  const replaced = strict ? 0 : text.split('\ufffd').length - 1;
  if (encoding === 'utf-8') {
    // UTF-8 with a few broken places is UTF-8: five in 10 KB, or one where nothing else in the file shows it.
    const kilobytes = bytes.length / 1024;
    return hasUtf8Sequence(bytes) ? replaced <= Math.max(1, kilobytes / 2) : replaced <= kilobytes / 10;
  }
  // Every byte is a character there, so that the label proves nothing: it is often a server's or editor's default.
  if (encoding === 'windows-1252' && looksLikePairs(bytes)) return false;
  return replaced <= text.length * tolerated;
}

/** At least one well-formed multi-byte sequence: a latin1 file labelled utf-8 with one accent has none. */
function hasUtf8Sequence(bytes: Uint8Array): boolean {
  for (let index = 0; index + 1 < bytes.length; index++) {
    const lead = bytes[index] ?? 0;
    if (lead < 0xc2 || lead > 0xf4) continue;
    const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    const rest = bytes.subarray(index + 1, index + length);
    if (rest.length === length - 1 && rest.every((byte) => byte >= 0x80 && byte < 0xc0)) return true;
  }
  return false;
}

/** High bytes that stand beside each other: two-byte text. European text has them one by one between ASCII letters. */
function looksLikePairs(bytes: Uint8Array): boolean {
  let high = 0;
  let paired = 0;
  for (let index = 0; index < bytes.length; index++) {
    if ((bytes[index] ?? 0) < 0x80) continue;
    high++;
    if ((bytes[index - 1] ?? 0) >= 0x80 || (bytes[index + 1] ?? 0) >= 0x80) paired++;
  }
  return high >= 20 && paired > high * 0.9;
}
