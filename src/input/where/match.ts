/** Whether an article's front matter passes a condition. */
import { parseDate } from '../../front-matter/dates.js';
import { readField } from '../../front-matter/fields.js';
import type { Metadata } from '../../types.js';
import type { Condition, Operator } from './parse.js';

/** Keys that mean the same whatever a generator calls them. */
const FIELDS: readonly (keyof Metadata)[] = ['title', 'date', 'updated', 'authors', 'categories', 'tags', 'language'];

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2}.*)?)?$/; // 2019, 2019-03, 2019-03-05

/** @param data the front matter as parsed; null where there is none */
export function passes(condition: Condition, data: Record<string, unknown> | null): boolean {
  if (condition.kind === 'not') return !passes(condition.part, data);
  if (condition.kind === 'and') return condition.parts.every((part) => passes(part, data));
  if (condition.kind === 'or') return condition.parts.some((part) => passes(part, data));
  const { name, operator, value } = condition;
  const found = lookUp(name, data ?? {});
  if (operator === null) return found !== undefined && !['', 'false', 'null'].includes(String(found));
  // What is not there is unlike everything, and neither greater nor smaller.
  if (found === undefined || found === null)
    return operator === '!=' ? value !== 'null' : operator === '=' && value === 'null';
  if (Array.isArray(found)) return passesList(found.map(String), operator, value);
  return compare(String(found), operator, value);
}

function passesList(items: readonly string[], operator: Operator, value: string): boolean {
  if (operator === 'has' || operator === '=') return items.some((item) => compare(item, '=', value));
  if (operator === '!=') return items.every((item) => compare(item, '!=', value));
  return items.some((item) => compare(item, operator, value));
}

function compare(found: string, operator: Operator, value: string): boolean {
  if (operator === 'has') return fold(found).includes(fold(value));
  const order = orderOf(found, value);
  if (operator === '=') return order === 0;
  if (operator === '!=') return order !== 0;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}

function orderOf(found: string, value: string): number {
  const date = DATE.test(value) ? parseDate(found) : null;
  // A year holds all its days: 2019-03-05 is 2019, not after it.
  if (date !== null) return order(date.slice(0, value.length), value);
  if (NUMBER.test(found) && NUMBER.test(value)) return order(Number(found), Number(value));
  return order(fold(found), fold(value));
}

function order<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** The value of a key, `a.b` inside another; of the usual keys whatever stands for them. */
function lookUp(name: string, data: Record<string, unknown>): unknown {
  const field = FIELDS.find((key) => key === name);
  const known = field && readField(field, data);
  if (known !== undefined && known !== null && String(known) !== '') return known;
  if (Object.hasOwn(data, name)) return data[name];
  let value: unknown = data;
  for (const key of name.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
