/**
 * The JSON Schema of the config file, for editors: made from the table of options and the rules. It says what a value
 * looks like; whether a selector, a pattern, an address or a rule's name is right, `readConfig` says.
 */

import { type Option, TABLE } from '../options/flags.js';
import * as values from '../options/values.js';
import { described } from '../rule-set/list.js';
import { isAllowed } from './allowed.js';
import { KEBAB, type KEYS } from './rules.js';

export type Schema = Readonly<Record<string, unknown>>;

/** YAML writes a number or a truth value for what is meant as text: `encoding: 1252`. */
const text = { type: ['string', 'number', 'boolean'], minLength: 1 };
const words: Schema = { type: 'string', minLength: 1 };

/** One value of each reader; the words of a choice stand in the table. */
const SHAPES: ReadonlyMap<values.Reader | undefined, Schema> = new Map<values.Reader | undefined, Schema>([
  [values.readText, text],
  [values.readUrl, { type: 'string', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^/\\s]' }],
  [values.readSize, amount({ minimum: 1 }, '[KkMmGg]?[Bb]?', '20MB')],
  [values.readDuration, amount({ exclusiveMinimum: 0, exclusiveMaximum: 2_000_000 }, '(ms|s|m)?', '30s')],
  [
    values.readCount,
    {
      type: ['integer', 'string'],
      minimum: 1,
      maximum: 256,
      pattern: '^(0{0,2}[1-9]|0?[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-6])$',
    },
  ],
  [
    values.readFormats,
    listOf([...values.FORMAT_WORDS.keys()].map(anyCase).join('|'), [...values.FORMAT_WORDS.keys()], 'string'),
  ],
  [values.readEndings, listOf('[^,/\\\\]*[^,/\\\\\\s][^,/\\\\]*', ['.html', '.md'], text.type)],
]);

/** The schema of the whole file, JSON Schema 2020-12. */
export function configSchema(): Schema {
  const options = TABLE.filter(isAllowed).map((option) => [option.name, optionSchema(option)]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'article-clean.config.yaml',
    description: 'Options of article-clean for a folder and the folders below it.',
    type: 'object',
    additionalProperties: false,
    properties: { ...Object.fromEntries(options), rules: ruleList() },
  };
}

/** The schema as it is published. */
export function schemaFile(): string {
  return `${JSON.stringify(configSchema(), null, 2)}\n`;
}

function optionSchema(option: Option): Schema {
  const { help, preset, repeat } = option;
  const description = `${help.charAt(0).toUpperCase()}${help.slice(1)}.${preset ? ` Default: ${preset}.` : ''}`;
  const one = valueSchema(option);
  // Nothing after the colon leaves the option as it is.
  const shapes = [one, ...(repeat ? [{ type: 'array', items: one }] : []), { type: 'null' }];
  return { description, anyOf: shapes };
}

function valueSchema({ name, key, value, words: choices, read }: Option): Schema {
  if (!value) return { type: 'boolean' };
  // The names are for completion: a rule of the same file has a name of its own.
  if (key === 'only' || key === 'skip') return { anyOf: [{ enum: described.map((rule) => rule.name) }, text] };
  const shape = SHAPES.get(read) ?? (choices ? { enum: choices } : undefined);
  if (!shape) throw new Error(`the option ${name} has no schema`);
  return shape;
}

/** A number within a range, or a text of a number that is not zero with its unit. */
function amount(range: Schema, unit: string, example: string): Schema {
  const nothing = { type: 'string', pattern: '^[0.]+ ?[A-Za-z]*$' };
  const pattern = `^\\d+(\\.\\d+)? ?${unit}$`;
  return { type: ['number', 'string'], ...range, pattern, not: nothing, examples: [example] };
}

/** Texts with commas, alone or in a list; `names` are what an editor offers. */
function listOf(item: string, names: readonly string[], type: string | readonly string[]): Schema {
  const one = {
    anyOf: [{ enum: names }, { type, pattern: `^\\s*(${item})\\s*(,\\s*(${item})\\s*)*$` }],
  };
  return { anyOf: [one, { type: 'array', minItems: 1, items: one }] };
}

/** `md` as `[mM][dD]`: patterns of JSON Schema know no flag. */
function anyCase(word: string): string {
  return [...word].map((letter) => `[${letter}${letter.toUpperCase()}]`).join('');
}

function ruleList(): Schema {
  const example = {
    type: 'object',
    additionalProperties: false,
    required: ['before', 'after'],
    properties: { before: { type: 'string' }, after: { type: 'string' } },
  };
  const properties: Record<(typeof KEYS)[number], Schema> = {
    name: {
      description: 'A name that no other rule has.',
      type: 'string',
      pattern: KEBAB.source,
      not: { enum: described.map((rule) => rule.name) },
    },
    why: { description: 'The reason, for a reader who misses a paragraph.', type: 'string' },
    selector: { description: 'CSS selector of the elements.', ...words },
    text: { description: "Regular expression that an element's text must match.", ...words },
    unless: { description: 'CSS selector of elements that stay all the same.', ...words },
    action: { description: 'Take the element out, or only its tags. Default: remove.', enum: ['remove', 'unwrap'] },
    examples: { description: 'Cleaned, before must show what after shows.', type: 'array', items: example },
  };
  const rule = {
    type: 'object',
    additionalProperties: false,
    required: ['name'],
    anyOf: [{ required: ['selector'] }, { required: ['text'] }],
    properties,
  };
  return {
    description: 'Your own rules, run after the built-in ones.',
    anyOf: [{ type: 'array', items: rule }, { type: 'null' }],
  };
}
