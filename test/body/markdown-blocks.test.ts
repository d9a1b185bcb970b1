/** The short way through markdown-it's block phase finds the blocks that markdown-it finds by itself. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { blockTokens, maxNesting } from '../../src/body/markdown/block-phase.js';
import { BlockText } from '../../src/body/markdown/blocks.js';
import { tries } from '../counts.js';

const plain = new MarkdownIt({ html: true, maxNesting } as object);
plain.validateLink = () => true;

function problem(text: string): void {
  const ours = { references: undefined };
  const theirs = { references: undefined };
  const expected: ReturnType<typeof blockTokens> = [];
  plain.block.parse(text, plain, theirs, expected);
  assert.deepEqual(blockTokens(text, new BlockText(text).lines, ours), expected, JSON.stringify(text));
  assert.deepEqual(ours, theirs, JSON.stringify(text));
}

/** What begins blocks, goes on with them and ends them, and words that do none of it. */
const pieces = [
  ...['a', '词', 'b c', '\u00e9', '(', '$', '&', '!', '\\', '\u00a0', '\u3000', '\u2028', '\r', '{%'],
  ...['> ', '>', '- ', '*', '+', '1. ', '2)', '10.', '# ', '#', '```', '~~~', '`', '***', '_', '---', '===', '='],
  ...['[a]', '[a]: u', '[a]:', '"t"', '|', '|-|-|', 'a|b', '-|-', '**x**'],
  ...['<div>', '</div>', '<b>', '<!--', '-->', '<pre>', '</pre>', '<?'],
  ...['\n', '\n', '\n', '\n\n', '  \n', ' ', '  ', '   ', '    ', '\t'],
];

test('blocks of soups of marks', () => {
  const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join(''));
  fc.assert(fc.property(soup, problem), { numRuns: tries(3_000, 60_000) });
});

test('lines that no newline ends, and those that only look plain', () => {
  for (const text of ['', ' ', '\n', 'a', 'a ', 'a\n ', 'a\n\t', '> a\nb', '- a\nb\n---', 'a\nb\n===', 'a|b\n-|-'])
    problem(text);
});

const root = join(import.meta.dirname, '../..');
for (const name of ['fixtures/articles', '../shared/corpus', '../shared/corpus-2']) {
  const folder = join(root, name);
  test(`blocks of ${name}`, { skip: existsSync(folder) ? false : 'not here' }, () => {
    for (const path of readdirSync(folder, { recursive: true })) {
      if (/\.(?:md|markdown|html)$/.test(String(path))) {
        problem(
          readFileSync(join(folder, String(path)), 'utf8')
            .replace(/\r\n?/g, '\n')
            .replaceAll('\0', ' '),
        );
      }
    }
  });
}
