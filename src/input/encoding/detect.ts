/**
 * The encoding of bytes that say nothing of themselves. Measured on 25 files of the web with their labels taken out:
 * chardet alone is right on 20, jschardet alone on 24, and this order on all: chardet for the CJK encodings, where
 * it must also decode strictly, jschardet for the rest.
 */
import chardet from 'chardet';
import jschardet from 'jschardet';
import { canonicalName, decodesStrictly } from './legacy.js';

const cjk: ReadonlySet<string> = new Set(['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'iso-2022-jp']);

/** Detectors' names that are no WHATWG labels. */
const otherNames: Readonly<Record<string, string>> = {
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  cp932: 'shift_jis',
  cp874: 'windows-874',
  'tis-620': 'windows-874',
};

/** What jschardet may answer. Its other answers (iso-8859-3, -10, mac...) were wrong on real files. */
const single: ReadonlySet<string> = new Set([
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-8',
  'koi8-r',
  'koi8-u',
  'ibm866',
]);

/** Non-ASCII bytes below which the detectors are mostly wrong: measured on texts of 2 to 8 characters. */
const fewest = 10;

/** Detectors read this much, from the first byte that is no ASCII. */
const sampleLength = 65_536;

/** WHATWG name in lower case, or null where neither detector gives a name that can be trusted. */
export function detectEncoding(bytes: Uint8Array): string | null {
  const first = bytes.findIndex((byte) => byte >= 0x80 || byte === 0x1b);
  if (first < 0) return null;
  const sample = Buffer.from(bytes.subarray(first, first + sampleLength));
  const known = nameOf(chardet.detect(sample));
  if (known !== null && cjk.has(known) && decodesStrictly(bytes, known)) return known;
  if (sample.reduce((count, byte) => count + (byte >> 7), 0) < fewest) return null;
  const other = nameOf(jschardet.detect(sample).encoding);
  if (other === null) return null;
  if (cjk.has(other)) return decodesStrictly(bytes, other) ? other : null;
  return single.has(other) ? other : null;
}

function nameOf(answer: string | null): string | null {
  if (!answer) return null;
  const lower = answer.toLowerCase();
  return canonicalName(otherNames[lower] ?? lower);
}
