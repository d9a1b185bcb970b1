import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countCharacters } from '../../src/body/white-space.js';
import { convert } from '../../src/convert.js';

test('characters are counted as the pattern for white space has them, pairs of surrogates once', () => {
  for (let unit = 0x21; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit);
    const isTrailing = unit >= 0xdc00 && unit < 0xe000;
    assert.equal(countCharacters(character), isTrailing || /\s/.test(character) ? 0 : 1, unit.toString(16));
  }
  assert.equal(countCharacters('a 文　\u{1f600}\n'), 3);
});

test('what went counts in Markdown bodies too, and what came again as the words of a link does not', async () => {
  const of = async (body: string, source: string) => (await convert(body, { source, formats: ['json'] })).record;
  const noise = '长按二维码关注我们';
  assert.equal((await of(`*正文* 一段。\n\n${noise}\n`, 'a.md')).removed, noise.length);
  assert.equal((await of(`<p>正文 一段。</p><p>${noise}</p>`, 'a.html')).removed, noise.length);
  assert.equal((await of('<p>A <object data="b.swf">Words</object> c.</p>', 'a.html')).removed, 5);
  assert.equal((await of('<p>A <object data="b.swf">b.swf</object> c.</p>', 'a.html')).removed, 0);
});

test('words that only HTML in a Markdown body shows are logged where text lacks them', async () => {
  const body = '*One*\n\n- a <object data="b.swf">Words in it</object> c\n';
  const { record, outputs } = await convert(body, { source: 'a.md', formats: ['markdown', 'text'], verify: true });
  assert.match(outputs.markdown ?? '', /Words in it/);
  assert.doesNotMatch(outputs.text ?? '', /Words in it/);
  const change = record.changes.find(({ text }) => text === 'Words in it');
  assert.equal(change?.start, body.indexOf('Words'));
  assert.equal(record.removed, 0);
});

test('the log names an address that ran code in a way in which nothing follows it', async () => {
  const { record } = await convert('<p><a href="&#15;javascript:go()">JavaScript: the words</a></p>', {
    source: 'a.html',
  });
  assert.equal(record.changes[0]?.text, '<a> \u000fjavascript[:]go()');
  assert.match(record.text, /JavaScript: the words/);
});
