import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diffWords } from '../../src/report/diff.js';

test('equal texts differ in nothing, and blank lines are no words', async () => {
  assert.deepEqual(await diffWords('A.\n\nB.\n', 'A.\n\nB.\n'), []);
  assert.deepEqual(await diffWords('A.\n\n\nB.\n', 'A.\nB.'), []);
});

test('a paragraph that went stands between what stayed', async () => {
  const before = 'One.\n\nTwo.\n\nThree.\n\n扫码关注我们\n\nFour.\n\nFive.\n';
  const after = 'One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n';
  assert.deepEqual(await diffWords(before, after), [
    '  … 2 more',
    '  Three.',
    '- [-扫码关注我们-]',
    '  Four.',
    '  … 1 more',
  ]);
});

test('inside a paragraph only the words that differ are marked', async () => {
  assert.deepEqual(await diffWords('今天在中关村(SZ000931)散步。', '今天在中关村散步。'), [
    '~ 今天在中关村[-(SZ000931)-]散步。',
  ]);
  assert.deepEqual(await diffWords('A red bell rings.', 'A blue bell rings.'), ['~ A [-red-]{+blue+} bell rings.']);
});

test('texts with no word in common stand one after the other', async () => {
  assert.deepEqual(await diffWords('Follow us', '完'), ['- [-Follow us-]', '+ {+完+}']);
  assert.deepEqual(await diffWords('', 'New.'), ['+ {+New.+}']);
});

test('the style that is given is used, and a terminal obeys nothing of the article', async () => {
  const style = {
    removed: (text: string) => `<${text}>`,
    added: (text: string) => `(${text})`,
    quiet: (text: string) => `_${text}`,
  };
  assert.deepEqual(await diffWords('Stay.\n\u001b[31mRed', 'Stay.', style), ['_  Stay.', '- <\\x1b[31mRed>']);
});

test('texts of thousands of different lines take no quadratic time', async () => {
  const text = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word} ${at}`).join('\n');
  const lines = await diffWords(text('old'), text('new'));
  assert.equal(lines.length, 40_000);
});

test('every word of both texts is in the marks or in what stayed', async () => {
  const text = fc.array(fc.constantFrom('alpha', 'beta', '河港', 'gamma delta', '', '钟声'), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(text, text, async (old, now) => {
      const lines = await diffWords(old.join('\n'), now.join('\n'));
      const went = words(old) - words(now);
      const balance = lines
        .map((line) => marked(line, '[-', '-]') - marked(line, '{+', '+}'))
        .reduce((a, b) => a + b, 0);
      assert.equal(balance, went);
    }),
  );
  function words(lines: string[]): number {
    return lines.join('').replace(/\s/g, '').length;
  }
  function marked(line: string, open: string, close: string): number {
    return line
      .split(open)
      .slice(1)
      .map((part) => words([part.slice(0, part.indexOf(close))]))
      .reduce((a, b) => a + b, 0);
  }
});
