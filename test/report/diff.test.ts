/** `--diff` shows each word that went or came in its line, by the places of the log. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ConvertOptions } from '../../src/api.js';
import { countCharacters } from '../../src/body/white-space.js';
import { convert } from '../../src/convert.js';
import { type DiffStyle, diffLines, plainDiff } from '../../src/report/diff.js';
import { lossOf } from '../../src/report/weight.js';
import type { ArticleRecord } from '../../src/types.js';

async function diff(input: string, options: ConvertOptions = {}, style = plainDiff): Promise<string[]> {
  const { source, bodyKind, record, weights } = await convert(input, { source: 'a.html', ...options });
  const log = record.changes.map((change, index) => ({ ...change, characters: weights[index] ?? 0 }));
  return diffLines(source, bodyKind, log, style);
}

test('where no word goes, nothing is said: attributes, wrappers, forms and moved marks are no words', async () => {
  assert.deepEqual(await diff('<p style="x"><font>One.</font></p><script>two()</script>'), []);
  assert.deepEqual(await diff('<p><q>One</q> <ruby>雨<rt>あめ</rt></ruby></p><dl><dt>A</dt><dd>B</dd></dl>'), []);
});

test('a line that went stands between what stayed', async () => {
  const body = '<p>One.</p><p>Two.</p><p>Three.</p><p>扫码关注我们</p>';
  assert.deepEqual(await diff(`${body}`), ['  … 2 more', '  Three.', '- [-扫码关注我们-]  (follow-promotion)']);
  assert.deepEqual(
    await diff('<p>One.</p><ul class="share-buttons"><li><a href="/t">Tweet</a></li></ul><p>Two.</p><p>Three.</p>'),
    ['  One.', '- [-Tweet-]  (share-bar)', '  Two.', '  … 1 more'],
  );
});

test('inside a line only what went is marked, with each rule once', async () => {
  assert.deepEqual(await diff('<p>平安<span id="quote_sz000001">(12.30, +0.20, 1.65%)</span>上涨。</p>'), [
    '~ 平安[-(12.30, +0.20, 1.65%)-]上涨。  (stock-quote)',
  ]);
  const drop = { drop: ['b', 'i'] };
  assert.deepEqual(await diff('<p>A <b>red</b> bell <i>and</i> a clock.</p>', drop), [
    '~ A [-red-] bell [-and-] a clock.  (drop)',
  ]);
});

test('what comes is marked too', async () => {
  assert.deepEqual(await diff('<p>Call it <your-name> now.</p>'), [
    '~ Call it {+<your-name>+} now.  (placeholder-tag)',
  ]);
});

test('what comes in the place of something stands behind it; what reads the same is no change', async () => {
  assert.deepEqual(await diff('<p>One.</p><p>[youtube id="abcdefghijk"]</p>'), [
    '  One.',
    '~ [-[youtube id="abcdefghijk"]-]{+https://www.youtube.com/watch?v=abcdefghijk+}  (shortcode)',
  ]);
  const smiley = '<img src="/wp-includes/images/smilies/icon_smile.gif" alt=":)" class="wp-smiley">';
  assert.deepEqual(await diff(`<p>Fine ${smiley}</p>`), []);
});

test('a picture that goes is named, where it has a name', async () => {
  const drop = { drop: ['img'] };
  assert.deepEqual(await diff('<p>One.</p><p><img src="/a.png" alt="The well"></p>', drop), [
    '  One.',
    '- [-The well-]  (drop)',
  ]);
  assert.deepEqual(await diff('<p>One.</p><p><img src="/a.png"></p>', drop), []);
});

test('a Markdown body is shown as it was typed, of what went the words', async () => {
  const body =
    '# The *well*\n\nIt is [deep](/b).\nAnd <span class="c">cold</span> there.\n\n<div class="x">\n<p>One</p>\n<p>Two</p>\n</div>\n';
  assert.deepEqual(await diff(body, { source: 'a.md', drop: ['.c', '.x'] }), [
    '  … 1 more',
    '  It is [deep](/b).',
    '~ And [-cold-] there.  (drop)',
    '- [-One Two-]  (drop)',
  ]);
});

test('a reason stands behind its rule', async () => {
  const item = (name: string) => `<li><a href="/${name}">${name}</a></li>`;
  const menu = `<nav><ul>${['Home', 'News', 'Sports', 'About'].map(item).join('')}</ul></nav>`;
  const text = '<p>It rained all day in the hills, and the river rose by a metre before the evening came.</p>'.repeat(
    8,
  );
  const lines = await diff(
    `<!doctype html><html><body>${menu}<main><article><h1>Rain</h1>${text}</article></main></body></html>`,
  );
  assert.match(lines[0] ?? '', /^- \[-Home-\] {2}\(page-[a-z]+: .+\)$/);
});

test('what stays beside a change is short, however long its line is', async () => {
  const [line = ''] = await diff(`<p>${'before '.repeat(100)}<b>gone</b>${' after'.repeat(100)}</p>`, { drop: ['b'] });
  assert.match(line, /^~ ….*before \[-gone-\] after.*…/);
  assert.ok(line.length < 260, line);
});

test('the style that is given is used, and a terminal obeys nothing of the article', async () => {
  const style: DiffStyle = {
    removed: (text) => `<${text}>`,
    added: (text) => `(${text})`,
    quiet: (text) => `_${text}`,
  };
  assert.deepEqual(await diff('<p>Stay\u202e.</p><p class="x">Red\u0007</p>', { drop: ['.x'] }, style), [
    '_  Stay\\u202e.',
    '- <Red\\x07>_  (drop)',
  ]);
});

/** What rules took out as words, each with its place; forms are in every output. */
function wordsOf(
  { changes }: ArticleRecord,
  weights: readonly number[],
  source: string,
): { total: number; exact: boolean } {
  const log = changes.map((change, index) => ({ ...change, characters: weights[index] ?? 0 }));
  const byRules = log.filter(({ rule }) => !rule.startsWith('form:'));
  const total = byRules
    .filter((change) => lossOf(change) === 'words')
    .reduce((sum, { characters }) => sum + characters, 0);
  // The name of a picture that goes is shown too, and words that come again as a link's are no loss.
  const exact = byRules.every(
    ({ action, start, end }) => action !== 'add' && !(action === 'remove' && source.slice(start, end).includes('<img')),
  );
  return { total, exact };
}

const fixtures = join(import.meta.dirname, '../../fixtures/articles');
for (const name of readdirSync(fixtures)) {
  const file = readdirSync(join(fixtures, name)).find((one) => one.startsWith('input.')) as string;
  test(`every word that went from ${name} is in a mark`, async () => {
    const went: string[] = [];
    const removed = (text: string): string => {
      went.push(text);
      return '';
    };
    const input = readFileSync(join(fixtures, name, file));
    const { source, bodyKind, record, weights } = await convert(input, { source: file });
    const log = record.changes.map((change, index) => ({ ...change, characters: weights[index] ?? 0 }));
    diffLines(source, bodyKind, log, { ...plainDiff, removed });
    const { total, exact } = wordsOf(record, weights, source);
    const shown = countCharacters(went.join(''));
    assert.ok(exact ? shown === total : shown >= total, `${shown} of ${total}:\n${went.join('\n')}`);
  });
}
