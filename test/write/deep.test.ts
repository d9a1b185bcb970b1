/** 100,000 nested elements of any kind: every word is written, without recursion and without squares. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toMarkdown } from '../../src/write/html-to-markdown.js';
import { tries } from '../counts.js';

/** Words that stand alone: a closed tag or mark may touch them. */
const WORD = /\bw\b/g;

/** Elements nested in one another, and how many. */
const shapes: [tags: string, count: number][] = [
  ...['div', 'b', 'a href=x', 'table><tr><td', 'math', 'foo', 'ul><li'].map((tags): [string, number] => [
    tags,
    tries(20_000, 100_000),
  ]),
  ...['span', 'sub', 'ruby', 'p><font', 'table', 'dl><dd'].map((tags): [string, number] => [tags, 10_000]),
  ...['ol><li', 'blockquote', 'select'].map((tags): [string, number] => [tags, 10_000]),
];
for (const [tags, count] of shapes) {
  test(`${count} nested <${tags}> keep every word`, () => {
    const written = toMarkdown(`<${tags}>w `.repeat(count));
    assert.equal(written.match(WORD)?.length, count);
  });
}
