/**
 * Data to YAML that readers of YAML 1.1 and 1.2 read back the same. Plain only what no reader takes for anything
 * but text; everything else in double quotes with JSON's escapes, which both versions share.
 */
import { isMapping } from './engines.js';
import { exactNumber } from './numbers.js';

/** A letter, then letters, digits and harmless marks; ideographic and full-width punctuation with them. */
const plain =
  /^[\p{L}_](?:[\p{L}\p{M}\p{N}_ ./()+'，。、；：？！“”‘’（）《》【】「」『』·—…-]{0,500}[\p{L}\p{M}\p{N}.)）】》」』！？。…])?$/u;
/** Words that YAML 1.1 takes for a truth value, nothing or a number. */
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|infinity)$/i;
/** What JSON leaves as it is and a YAML reader refuses, or takes for a line end. */
const unprintable = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;
/** Longer keys need the `? ` form: a reader looks only so far for the colon. */
const longestKey = 1000;

/** @returns lines, each with its line end; nested no deeper than front matter is read (100 levels) */
export function writeYaml(data: Record<string, unknown>): string {
  return writePairs(data, '');
}

function writePairs(data: Record<string, unknown>, indent: string): string {
  let text = '';
  for (const [key, value] of Object.entries(data)) {
    if (value === undefined) continue;
    const name = writeText(key);
    text += name.length > longestKey ? `${indent}? ${name}\n${indent}:` : `${indent}${name}:`;
    text += writeValue(value, indent);
  }
  return text;
}

function writeValue(value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []\n';
    return `\n${value.map((item) => `${indent}  -${writeValue(item, `${indent}  `)}`).join('')}`;
  }
  if (isMapping(value)) {
    const pairs = writePairs(value, `${indent}  `);
    return pairs === '' ? ' {}\n' : `\n${pairs}`;
  }
  return ` ${writeScalar(value)}\n`;
}

function writeScalar(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && exactNumber(String(value)) !== null) return String(value);
  return writeText(String(value));
}

function writeText(text: string): string {
  if (plain.test(text) && !reserved.test(text)) return text;
  return JSON.stringify(text).replace(unprintable, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
