/**
 * All of turndown's rules in our walker, and `turndown()` itself, over the same trees of the corpus. What they write
 * differs only in these classes, each with its cause; anything else fails.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeMarkdown } from '../../src/write/markdown/index.js';
import { onlyInCheck } from '../counts.js';
import { corpusFiles, htmlBodies, skip } from './corpus-bodies.js';
import { asDom } from './their-tree.js';
import { allRules, turndown } from './turndown-rules.js';

interface Class {
  why: string;
  /** Takes out of both what the class is about; the classes before it have been taken out too. */
  without: (markdown: string) => string;
}

const classes: readonly Class[] = [
  {
    why: 'escapes, and signs around an address that would go on behind its end, are decided in the line',
    without: (markdown) =>
      markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/<([a-z][a-z\d+.-]*:[^\s<>]*)>/gi, '$1'),
  },
  {
    why: 'turndown leaves blanks at the ends of lines',
    without: (markdown) => markdown.replace(/[^\S\n]+$/gmu, ''),
  },
  {
    why: 'no empty lines between what are lines of one block, and between a list and its first item',
    without: (markdown) => markdown.replace(/\n\s*\n/gu, '\n'),
  },
  {
    why: 'blocks in lines, lists in items and text in `pre` without `code` are laid out otherwise, with the same words',
    without: (markdown) => markdown.replace(/\s+/gu, ' ').trim(),
  },
  {
    why: 'blanks beside blocks in lines, and the indentation of lists in links and marks',
    without: (markdown) => markdown.replace(/\s+/gu, ''),
  },
];

test("turndown's rules in our walker write what turndown() writes, over the corpus", {
  skip: skip || onlyInCheck,
}, async (context) => {
  const counts = new Map<string, number>();
  const unexplained: string[] = [];
  for (const { name, root } of await htmlBodies(corpusFiles('corpus'))) {
    let theirs = turndown.turndown(asDom(root) as never);
    let ours = writeMarkdown(root, { rules: allRules });
    let why = 'the same bytes';
    for (const entry of classes) {
      if (theirs === ours) break;
      theirs = entry.without(theirs);
      ours = entry.without(ours);
      ({ why } = entry);
    }
    if (theirs === ours) counts.set(why, (counts.get(why) ?? 0) + 1);
    else unexplained.push(name);
  }
  for (const [why, count] of counts) context.diagnostic(`${count} bodies: ${why}`);
  assert.deepEqual(unexplained, []);
  // A class that explains nothing any more has to go.
  for (const { why } of classes) assert.ok(counts.has(why), why);
});
