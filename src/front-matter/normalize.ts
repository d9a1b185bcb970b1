/** `--front-matter normalize`: the metadata's keys in one order, what was not understood below them. */
import type { Metadata } from '../types.js';
import { readFields } from './fields.js';
import { writeTitle } from './title.js';
import { writeYaml } from './write-yaml.js';

const order = [
  'title',
  'date',
  'updated',
  'authors',
  'editors',
  'publisher',
  'categories',
  'tags',
  'image',
  'url',
  'language',
] as const satisfies readonly (keyof Metadata)[];

/**
 * @param metadata what the article is known by
 * @param data the front matter as parsed, or null
 * @returns the whole block, fences and final line end included; reading it gives the same metadata again
 */
export function normalizeFrontMatter(metadata: Metadata, data: Record<string, unknown> | null): string {
  const block: Record<string, unknown> = {};
  for (const key of order) {
    const value = metadata[key];
    if (value === null || value.length === 0) continue;
    block[key] = Array.isArray(value)
      ? value.map(writeTitle)
      : key === 'title' || key === 'publisher'
        ? writeTitle(value)
        : value;
  }
  const understood = data === null ? null : readFields(data).understood;
  for (const [key, value] of Object.entries(data ?? {})) {
    if (!understood?.has(key) && !Object.hasOwn(block, key)) block[key] = value;
  }
  return `---\n${writeYaml(block)}---\n`;
}
