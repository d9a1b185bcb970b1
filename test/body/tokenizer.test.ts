import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { FastTokenizer } from '../../src/body/tokenizer.js';
import { growth, tooSteep } from '../growth.js';

const names = [
  'onattribdata',
  'onattribentity',
  'onattribend',
  'onattribname',
  'oncdata',
  'onclosetag',
  'oncomment',
  'ondeclaration',
  'onend',
  'onopentagend',
  'onopentagname',
  'onprocessinginstruction',
  'onselfclosingtag',
  'ontext',
  'ontextentity',
];

/** Every call that a tokenizer makes, with its arguments. */
function events(
  html: string,
  make: (callbacks: TokenizerCallbacks) => { write(chunk: string): void; end(): void },
): string {
  const seen: string[] = [];
  const callbacks = Object.fromEntries(
    names.map((name) => [name, (...values: number[]) => seen.push(`${name} ${values.join(' ')}`)]),
  );
  const tokenizer = make(callbacks as unknown as TokenizerCallbacks);
  tokenizer.write(html);
  tokenizer.end();
  return seen.join('\n');
}

const stock = (html: string): string => events(html, (callbacks) => new Tokenizer({ decodeEntities: true }, callbacks));
const fast = (html: string): string => events(html, (callbacks) => new FastTokenizer(callbacks));

const pieces =
  '< > & &amp; &amp &#x41; " \' = a <p> </p> <a|href=" <b|c=\' x <!-- --> <script> </script> <title> </title> 中 </ /> <![CDATA[ ]]> <? !';
const alphabet = [...pieces.split(' ').map((piece) => piece.replace('|', ' ')), ' ', '\n'];

/** A reference behind what might have been the end of a title: the tokenizer's own loop passes over it. */
const missedReference = /<title>[\s\S]*<\/?[a-z]*&/;

test('a reference in a title is one behind `<` too', () => {
  assert.equal(fast('<title><&amp;'), 'onopentagname 1 6\nonopentagend 6\nontext 7 8\nontextentity 38 13\nonend ');
});

test('the short loops emit what the tokenizer itself emits', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...alphabet), { maxLength: 16 }), (parts) => {
      const html = parts.join('');
      fc.pre(!missedReference.test(html));
      assert.equal(fast(html), stock(html));
    }),
    { numRuns: 5000, seed: 1 },
  );
});

const corpus = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');
test('the same on the corpus', { skip: existsSync(corpus) ? false : 'no ../shared/corpus here' }, () => {
  const files = readdirSync(corpus, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { parentPath, name } of files) {
    const html = readFileSync(join(parentPath, name), 'utf8');
    assert.equal(fast(html), stock(html), name);
  }
});

test('text and values full of references take time in their length only', () => {
  for (const piece of ['&', 'a&b', '<a b="&']) {
    assert.ok(growth((count) => fast(piece.repeat(count)), 160_000) < tooSteep, piece);
  }
});
