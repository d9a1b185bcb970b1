/**
 * The JSON Schema of the config file, for editors: made from the table of options and the rules. It says what a value
 * looks like; whether a selector, a pattern, an address or a rule's name is right, `readConfig` says.
 */

import type { Schema } from '../options/kind.js';
import { type KeyedOption, TABLE } from '../options/table.js';
import { described } from '../rule-set/list.js';
import { isAllowed } from './allowed.js';
import { KEBAB, type KEYS } from './rules.js';

const words: Schema = { type: 'string', minLength: 1 };
/** One, or a list of some. Blanks are none. */
const text: Schema = { type: 'string', pattern: '\\S' };
const texts: Schema = { anyOf: [text, { type: 'array', minItems: 1, items: text }] };
const like: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['like'],
  properties: {
    like: {
      description: 'Texts whose like stays: numbers, dates, addresses, blanks and what follows a label apart.',
      ...texts,
    },
  },
};
/** Behind `!include`. */
const file: Schema = { type: 'string', pattern: '\\.(ya?ml|json)$' };

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

function optionSchema(option: KeyedOption): Schema {
  const { help, preset, repeat } = option;
  const description = `${help.charAt(0).toUpperCase()}${help.slice(1)}.${preset ? ` Default: ${preset}.` : ''}`;
  const one = valueSchema(option);
  // Nothing after the colon leaves the option as it is.
  const shapes = [one, ...(repeat ? [{ type: 'array', items: one }] : []), { type: 'null' }];
  return { description, anyOf: shapes };
}

function valueSchema({ key, kind }: KeyedOption): Schema {
  if (!kind) return { type: 'boolean' };
  // The names are for completion: a rule of the same file has a name of its own.
  if (key === 'only' || key === 'skip') return { anyOf: [{ enum: described.map((rule) => rule.name) }, kind.schema] };
  return kind.schema;
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
    enabled: { description: 'Whether it runs. Default: true.', type: 'boolean' },
    line: { description: 'Regular expression that the text of a line must match: the line goes.', ...words },
    image: { description: 'Regular expression for the address of an image in it; alone: the images.', ...words },
    link: { description: 'Regular expression for the address of a link in it; alone: the links.', ...words },
    place: { description: "Only near the article's begin or end.", enum: ['head', 'tail'] },
    in: { description: 'Folders: only articles that lie in one of them.', ...texts },
    unless: {
      description: 'CSS selector of elements that stay all the same, or "like" with a text that stays.',
      anyOf: [words, like],
    },
    action: { description: 'Take the element out, or only its tags. Default: remove.', enum: ['remove', 'unwrap'] },
    examples: { description: 'Cleaned, before must show what after shows.', type: 'array', items: example },
    learned: { description: 'What learn saw: counts, samples, and why it proposes the rule.', type: 'object' },
  };
  const { enabled, why } = properties;
  const name = { description: 'The name of another rule.', type: 'string', pattern: KEBAB.source };
  const amendment = {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'unless'],
    properties: {
      name,
      enabled,
      why,
      in: properties.in,
      unless: { description: 'What stays, of the rule of this name.', ...like },
    },
  };
  const rule = {
    type: 'object',
    additionalProperties: false,
    required: ['name'],
    anyOf: ['selector', 'text', 'line', 'image', 'link'].map((key) => ({ required: [key] })),
    properties,
  };
  return {
    description: 'Your own rules, run after the built-in ones.',
    // To an editor `!include rules.yaml` is a text.
    anyOf: [{ type: 'array', items: { anyOf: [rule, amendment, file] } }, file, { type: 'null' }],
  };
}
