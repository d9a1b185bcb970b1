/** File names that every system can hold. */

/** Bytes of a file name, its ending included; the limit of most systems is 255, and temporary names need room. */
const NAME_BYTES = 200;

// Windows refuses these; the control characters and the marks that turn the writing direction deceive a reader.
const UNSAFE = /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)/i; // device names of Windows, with or without an ending
const TRAILING = /[. ]+$/;
/** Needs no look at its characters or bytes. Example: `2019-08-05-hello`, `校长的一天`. */
const PLAIN = /^[\w\u3041-\u30ff\u3400-\u9fff][\w\-.\u3041-\u30ff\u3400-\u9fff]{0,60}$/;

/**
 * One part of a path, made safe and cut on a character so that it and `ending` stay within 200 bytes.
 * @param part a file or folder name
 * @param ending what will follow it: never cut
 */
export function safeName(part: string, ending = ''): string {
  if (PLAIN.test(part) && !part.endsWith('.') && ending.length < 10 && !RESERVED.test(part)) return part + ending;
  let name = part.toWellFormed().replace(UNSAFE, '_').replace(TRAILING, '');
  if (name === '') name = '_';
  if (RESERVED.test(name)) name = `_${name}`;
  const room = NAME_BYTES - Buffer.byteLength(ending);
  if (Buffer.byteLength(name) <= room) return name + ending;
  let bytes = 0;
  let end = 0;
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(name)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > room) break;
    end += segment.length;
  }
  return name.slice(0, end).replace(TRAILING, '') + ending;
}
