/**
 * Bytes to text. The order of evidence: byte order mark, strict UTF-8, the declared label, detection, windows-1252.
 *
 * UTF-8 needs nothing but Node. The tables of the older encodings and the detectors are loaded when a file asks for
 * them, so that an archive in UTF-8 never pays for them.
 */
import { ArticleError, UsageError } from '../errors.js';
import type { Decoded, Warning } from '../types.js';
import { binaryKind, hasIsoEscape, nulLayout } from './encoding/bytes.js';
import { declaredLabel } from './encoding/declared.js';
import { place, tidy } from './encoding/tidy.js';

/**
 * Decodes one file.
 * @param bytes the whole file, never a chunk of it
 * @param label a WHATWG label that overrides detection; only a byte order mark is stronger
 * @returns well-formed text with LF line ends and no byte order mark
 * @throws ArticleError `binary` where the bytes are no text
 * @throws UsageError where the label is none
 */
export async function decode(bytes: Uint8Array, label?: string): Promise<Decoded> {
  const warnings: Warning[] = [];
  const mark = byteOrderMark(bytes);
  const wanted = label === undefined ? null : (await import('./encoding/legacy.js')).canonicalName(label);
  if (label !== undefined && wanted === null) {
    throw new UsageError(`the encoding "${label}" is not known`, 'use a WHATWG label, e.g. gb18030');
  }
  if (mark) {
    if (wanted !== null && wanted !== mark.name) {
      const message = `the byte order mark says ${mark.name}, not ${wanted}; read as ${mark.name}`;
      warnings.push({ code: 'encoding-conflict', message, line: 1 });
    }
    return finish(bytes.subarray(mark.length), mark.name, 'bom', warnings);
  }
  if (wanted !== null) return finish(bytes, wanted, 'option', warnings);

  const kind = binaryKind(bytes);
  if (kind !== null) throw binary(kind);
  const wide = nulLayout(bytes);
  if (wide === 'utf-16le' || wide === 'utf-16be') return finish(bytes, wide, 'detected', warnings);
  const utf8 = hasIsoEscape(bytes) ? null : readUtf8(bytes);
  // A stray NUL in what is UTF-8 otherwise is a damaged text; NULs in anything else are no text.
  if (wide === 'binary' || (wide === 'stray' && utf8 === null)) throw binary('it holds NUL bytes');
  if (utf8 !== null) return decodedOf(utf8, 'utf-8', 'utf-8', warnings);
  return decodeLegacy(bytes, warnings);
}

/** Text that a caller already has: the same tidying as for bytes. */
export function decodeString(text: string): Decoded {
  return decodedOf(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, 'utf-8', 'string', []);
}

function binary(what: string): ArticleError {
  return new ArticleError('binary', `this is no text: ${what}`, 'name its encoding with --encoding if it is a text');
}

/** Strict UTF-8 by way of `transcode`: on Chinese text it takes a sixth of the time of `TextDecoder` (Node 20). */
function readUtf8(bytes: Uint8Array): string | null {
  // Asked for here, so that a page that only converts text meets nothing of Node's.
  const { isAscii, isUtf8, transcode } = process.getBuiltinModule('node:buffer');
  if (!isUtf8(bytes)) return null;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(buffer)) return buffer.toString('latin1');
  return transcode(buffer, 'utf8', 'utf16le').toString('utf16le');
}

function byteOrderMark(bytes: Uint8Array): { name: string; length: number } | null {
  const a = bytes[0];
  const b = bytes[1];
  const c = bytes[2];
  if (a === 0xef && b === 0xbb && c === 0xbf) return { name: 'utf-8', length: 3 };
  if (
    (a === 0xff && b === 0xfe && c === 0 && bytes[3] === 0) ||
    (a === 0 && b === 0 && c === 0xfe && bytes[3] === 0xff)
  ) {
    throw new ArticleError('binary', 'UTF-32 is no encoding of web pages', 'convert the file to UTF-8 first');
  }
  if (a === 0xff && b === 0xfe) return { name: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { name: 'utf-16be', length: 2 };
  return null;
}

/** Neither marked nor UTF-8: what the file says of itself, if that can be true, else what it looks like. */
async function decodeLegacy(bytes: Uint8Array, warnings: Warning[]): Promise<Decoded> {
  const legacy = await import('./encoding/legacy.js');
  const declared = declaredLabel(bytes);
  const name = declared === null ? null : legacy.canonicalName(declared);
  if (name !== null && legacy.isCredible(bytes, name)) return finish(bytes, name, 'declared', warnings);
  if (declared !== null) {
    const message = `the file calls itself ${declared}, which its bytes do not fit; the encoding was detected instead`;
    warnings.push({ code: 'wrong-encoding-label', message, line: null });
  }
  if (legacy.isDamagedUtf8(bytes)) return finish(bytes, 'utf-8', 'detected', warnings);
  const { detectEncoding } = await import('./encoding/detect.js');
  const detected = detectEncoding(bytes);
  if (detected !== null) return finish(bytes, detected, 'detected', warnings);
  const message = 'no encoding is declared and none was recognised; read as windows-1252: name it with --encoding';
  warnings.push({ code: 'guessed-encoding', message, line: null });
  return finish(bytes, 'windows-1252', 'fallback', warnings);
}

/** Decodes with one encoding and counts what could not be read. */
async function finish(
  bytes: Uint8Array,
  encoding: string,
  evidence: Decoded['evidence'],
  warnings: Warning[],
): Promise<Decoded> {
  const whole = encoding === 'utf-8' ? readUtf8(bytes) : null;
  if (whole !== null) return decodedOf(whole, encoding, evidence, warnings);
  const { decodeAs } = await import('./encoding/legacy.js');
  const { text, strict } = decodeAs(bytes, encoding);
  const decoded = decodedOf(text, encoding, evidence, warnings);
  if (strict) return decoded;
  const count = decoded.text.split('\ufffd').length - 1;
  const { line, column } = place(decoded.text, decoded.text.indexOf('\ufffd'));
  const plural = count === 1 ? 'place' : 'places';
  const message = `${count} ${plural} could not be read as ${encoding} and became U+FFFD; the first at line ${line}, column ${column}`;
  decoded.warnings.push({ code: 'replaced-characters', message, line });
  return decoded;
}

function decodedOf(text: string, encoding: string, evidence: Decoded['evidence'], warnings: Warning[]): Decoded {
  const tidied = tidy(text);
  return { text: tidied.text, encoding, evidence, warnings: [...warnings, ...tidied.warnings] };
}
