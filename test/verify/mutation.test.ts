/**
 * The proof can fail: outputs broken on purpose, as a bug in a writer or rule would break them, are each caught. What a
 * broken edit of the tree does is in `test/clean/audit.test.ts`.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHtml } from '../../src/body/html.js';
import { Edits } from '../../src/clean/edits.js';
import { expectedOf, verifyMarkdown, verifyMarkdownBody, verifyText } from '../../src/verify/index.js';
import { applyForms } from '../../src/write/forms/index.js';
import { writeMarkdown } from '../../src/write/markdown/index.js';
import { writeText } from '../../src/write/text.js';

const html = `<h2>Tides</h2><p>The <strong>sea</strong> rises twice a day, says <a href="https://a.example/tides">the almanac</a>.</p>
<p>It falls twice, too.</p><p><img src="/i/bar.png" alt="the bar"></p><ul><li>Morning tide</li><li>Evening tide</li></ul>
<table><tr><th>Hour</th><th>Height</th></tr><tr><td>06:12</td><td>low</td></tr>
<tr><td><a href="https://a.example/high">22:31</a></td><td>high</td></tr></table><a href="https://a.example/code"><pre><code>for tide
</code></pre></a><pre><code>let tide = 1;
tide += 2;
</code></pre><p>潮水每天涨落两次。</p>`;

const { root } = parseHtml(html);
applyForms(root, new Edits(html), {});
const expected = expectedOf(root);
const markdown = writeMarkdown(root);
const text = writeText(root);

const mutations: [what: string, from: string, to: string][] = [
  ['a word is dropped', 'rises twice', 'rises'],
  ['an image is dropped', '![the bar](/i/bar.png)', ''],
  ['an image is another', '/i/bar.png', '/i/car.png'],
  ['a link is dropped', '[the almanac](https://a.example/tides)', 'the almanac'],
  ['a link leads elsewhere', 'a.example/tides', 'b.example/tides'],
  ['a link covers more', 'says [the almanac]', '[says the almanac]'],
  ['a table cell is dropped', '| low |', '|  |'],
  [
    'two paragraphs change places',
    'It falls twice, too.\n\n![the bar](/i/bar.png)',
    '![the bar](/i/bar.png)\n\nIt falls twice, too.',
  ],
  ['a line is there twice', '- Evening tide', '- Evening tide\n- Evening tide'],
  ['a link around code is dropped', '[](https://a.example/code)\n\n', ''],
  ['a link around a cell is dropped', '[22:31](https://a.example/high)', '22:31'],
  ['a link goes on in the next cell', '| high |', '| [high](https://a.example/high) |'],
  ['a list item is dropped', '- Morning tide\n', ''],
  ['a line of code is dropped', 'tide += 2;\n', ''],
  ['two words change places', 'Evening tide', 'tide Evening'],
  ['a character of Chinese is dropped', '每天', '天'],
  ['a mark shows as a star', '**sea**', '** sea**'],
  ['text becomes a comment', 'It falls twice, too.', '<!-- It falls twice, too. -->'],
  ['text is added', 'It falls twice, too.', 'It falls twice, too. Read more.'],
];

test('what the writers wrote holds', () => {
  verifyMarkdown(expected, markdown);
  verifyText(expected, text);
});

for (const [what, from, to] of mutations) {
  test(`caught in Markdown: ${what}`, () => {
    assert.ok(markdown.includes(from), `${from} stands in ${markdown}`);
    assert.throws(() => verifyMarkdown(expected, markdown.replace(from, to)), {
      name: 'ArticleError',
      code: 'verify-failed',
    });
  });
}

for (const [what, from, to] of [
  ['a word is dropped', 'rises twice', 'rises'],
  ['two paragraphs change places', 'Morning tide', ''],
  ['a cell is dropped', 'low', ''],
  ['a line of code is dropped', 'tide += 2;', ''],
  ['a character of Chinese is dropped', '每天', '天'],
] as const) {
  test(`caught in text: ${what}`, () => {
    assert.ok(text.includes(from), `${from} stands in ${text}`);
    assert.throws(() => verifyText(expected, text.replace(from, to)), { name: 'ArticleError', code: 'verify-failed' });
  });
}

const post =
  '# Tides\n\nThe *sea* rises, says [the almanac](https://a.example/tides).\n\n<p>It falls, too.</p>\n\n- one\n- two\n';
for (const [what, from, to] of [
  ['a word is dropped', 'rises, ', ''],
  ['a link leads elsewhere', 'a.example', 'b.example'],
  ['a link is dropped', '[the almanac](https://a.example/tides)', 'the almanac'],
  ['HTML is dropped without a word in the log', '<p>It falls, too.</p>', ''],
  ['text is added', '- two', '- two\n- three'],
  ['two items change places', '- one\n- two', '- two\n- one'],
] as const) {
  test(`caught in a Markdown body: ${what}`, () => {
    assert.ok(post.includes(from));
    assert.throws(() => verifyMarkdownBody(post, post.replace(from, to), []), {
      name: 'ArticleError',
      code: 'verify-failed',
    });
  });
}

test('a Markdown body without a change holds', () => verifyMarkdownBody(post, post, []));
