import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { detectKind } from '../../src/body/kind.js';
import type { BodyKind } from '../../src/types.js';
import { growth, tooSteep } from '../growth.js';

const long = 'A paragraph with enough words in it to be a real one, sixty characters and more of them.';

const shapes: [title: string, name: string | undefined, body: string, kind: BodyKind][] = [
  [
    'a picture, three loose paragraphs, a heading',
    'a.html',
    `<div><img src="a"></div>\n${long}\n\n${long}\n\n${long}\n<br/><h4>Emma</h4>`,
    'text',
  ],
  ['breaks that make room', 'a.html', `${long}${'<br>'.repeat(9)}${long}\n<img src="a">\n${long}\n\n${long}`, 'text'],
  ['a picture is a paragraph', 'a.html', `${long}\n\n<img src="a.jpg">\n<br/><h4>Emma</h4>`, 'text'],
  ['a picture on its own line', 'a.html', `<img src="a.jpg">\n${long}`, 'html'],
  [
    'a break behind the last block',
    'a.html',
    `${long}\n\n${long}\n<div><img src="a"></div> <br/><h4>Emma</h4>`,
    'text',
  ],
  ['one loose paragraph', 'a.html', 'One loose <b>paragraph</b> of text.', 'html'],
  ['loose lines', 'a.html', '28 - is the number\n29 - is the next\nand <i>this</i> is the last', 'text'],
  ['stray marks in paragraphs', 'a.html', '<p>All *nix systems ^_^</p>\n<p>**not bold**, [x](y), `code`</p>', 'html'],
  ['autop residue', 'a.html', `<h2>One</h2><br />\n${long}\n<h2>Two</h2>\n${long}</p>\n<p>${long}</p>`, 'html'],
  ['only br', 'a.html', `${long}<br /><br />${long}<br />\n<br />\n${long}`, 'html'],
  ['only br, named as Markdown', 'a.md', `${long}<br /><br /><b>${long}</b>:<br /><pre>a<br />b</pre>${long}`, 'html'],
  ['br and a mark, named as Markdown', 'a.md', `${long}<br /><br />*${long}*<br /><br />${long}`, 'markdown'],
  ['br and blank lines', 'a.html', `${long}<br/>\n\n${long}\n\n${long}<br/>\n\n${long}`, 'text'],
  ['HTML named as Markdown', 'a.md', '<p>Some text in a paragraph.</p>\n\n<figure><img src="a"></figure>\n', 'html'],
  [
    'HTML lists and one Markdown heading',
    'a.markdown',
    '<ul>\n<li>one friend here</li>\n<li>two</li>\n</ul>\n\n### World friends\n\n<ul>\n<li>three</li>\n</ul>',
    'markdown',
  ],
  [
    'an unclosed p, then Markdown',
    'a.markdown',
    '<p><img src="a">\n\nThe [jet] is long and its text is longer.\n\n[jet]: https://example.org/jet',
    'markdown',
  ],
  [
    'a quote over a blank line',
    'a.md',
    'Some *text* and a [link](https://example.org).\n\n<blockquote>\nquoted\n\nmore\n</blockquote>\n\nEnd.',
    'markdown',
  ],
  [
    'a definition list over blocks',
    'a.md',
    'Intro with a [link](https://a.example).\n\n<dl>\n<dt>One\n\n<dd>Two</dd>\n\n<dt>Three\n</dl>\n',
    'markdown',
  ],
  ['a more marker', 'a.md', 'Intro.\n\n<!--more--> **bold** text\n\n## Head\n', 'markdown'],
  ['Chinese prose with an autolink', 'a.md', '中文的第一段。\n\n---\n\n见 <https://example.org/a>。\n', 'markdown'],
  [
    'a fence with HTML in it',
    undefined,
    'Text.\n\n```html\n<p>not a paragraph</p>\n```\n\nMore `<b>` text.\n',
    'markdown',
  ],
  ['a div of blank-line paragraphs', 'a.html', `<div>\n${long}\n\n${long}\n\n${long}\n\n${long}\n</div>`, 'text'],
  ['LaTeX braces are no Markdown', 'a.html', '<p>The set $X^{{\\perp}}$ and {{ x }}.</p>', 'html'],
  ['pre with a heading in it', 'a.html', '<p>Text.</p>\n<pre>\n\n## x\n\n- y\n</pre>\n<p>End.</p>', 'html'],
  ['a whole page', 'a.md', '<!DOCTYPE html><html><body># x</body></html>', 'html'],
  ['nothing', 'a.md', '', 'html'],
  ['bare text', 'a.txt', 'First paragraph.\n\nSecond paragraph.', 'text'],
  ['our own Markdown from stdin', undefined, '# Title\n\nText.', 'markdown'],
  ['our own escapes from stdin', undefined, 'All \\*nix systems.', 'markdown'],
  // One wrapper around a whole post, as posts written from right to left have it.
  [
    'a div around Markdown',
    'a.md',
    '<div dir="rtl">\n\n# درب الجبل\n\nالدرب **طويل** وفيه [نبع](https://hill.example/a).\n\n- حجر\n- ماء\n\n</div>',
    'markdown',
  ],
  [
    'a div around plain paragraphs',
    'a.md',
    '<div lang="he" dir="rtl">\n\nשורה ראשונה.\n\nשורה שנייה.\n</div>\n',
    'markdown',
  ],
  [
    'wrappers in wrappers',
    'a.md',
    '<main><article>\n\n<section>\n\nEen *kort* stuk.\n\n</section>\n</article></main>',
    'markdown',
  ],
  [
    'a wrapper and text behind it',
    'a.md',
    '<center>\n\n## Le pont\n\nUn texte.\n\n</center>\n\nEt la suite.',
    'markdown',
  ],
  ['a wrapper that says Markdown', 'a.md', '<div class="x" markdown="1">\n## Steg\n* eins\n* zwei\n</div>', 'markdown'],
  [
    'a quote that says Markdown',
    'a.md',
    '<blockquote markdown="block">\n## Steg\n* eins\n* zwei\n</blockquote>',
    'markdown',
  ],
  [
    'details around Markdown',
    'a.md',
    '<details open>\n<summary>答え</summary>\n\n川は**春**に上がる。\n\n</details>',
    'markdown',
  ],
  [
    'a wrapper with its first blank line late',
    'a.md',
    '<div dir="rtl">\nسطر أول\n\nسطر **ثان**\n\n- بند\n</div>',
    'markdown',
  ],
  ['a fence in a wrapper', 'a.md', '<div>\n\n```js\nlet a;\n```\n\n</div>', 'markdown'],
  [
    'a wrapper around Markdown from stdin',
    undefined,
    '<div>\n\nSee [the plan](https://plan.example/a).\n\n</div>',
    'markdown',
  ],
  [
    'a wrapper around paragraphs of HTML',
    'a.md',
    '<div class="post">\n\n<p>One **two**.</p>\n\n<p>Three.</p>\n\n</div>',
    'html',
  ],
  ['a wrapper without a blank line', 'a.md', `<div>${long}\n[not](a.html) ${long}</div>`, 'html'],
  ['short loose text in a div', 'a.html', '<div>\n\nOne line.\n\n<p>And a paragraph.</p></div>', 'html'],
  // Tags that a sentence names.
  ['a paragraph around Markdown', 'a.md', '<p dir="rtl">\n\nמילה **שנייה**.\n\n- אחת\n\n</p>', 'markdown'],
  ['a quote around Markdown', 'a.md', '<blockquote>\n\n# Zitat\n\nEin **Wort**.\n\n</blockquote>', 'markdown'],
  [
    'a table and its cells named in prose',
    'a.md',
    'A <table> has a <tr>, and that a <td>.\n\n## Next\n\nThe **end**.',
    'markdown',
  ],
  ['a block named in prose', 'a.md', 'Wrap it in a <div> by hand.\n\nThe rest goes on.\n\nThe end.', 'markdown'],
  [
    'a text block named in prose',
    'a.md',
    'Use one <h1> a page.\n\nAnd <li> for items.\n\nThe end **here**.',
    'markdown',
  ],
  [
    'a cell named at the start of a line',
    'a.md',
    'Old tables:\n\n<td> is a cell.\n\nThe rest [goes on](https://a.example/b).',
    'markdown',
  ],
  [
    'a cell in indented code',
    'a.md',
    'Old tables:\n\n    <td align="char">\n\nThe rest goes on, see [this][1].\n\n[1]: https://a.example/b',
    'markdown',
  ],
  ['a list without end tags', 'a.html', 'Things:<ul><li>one <li>two [x](y)\n\n<li>three</ul>', 'html'],
  [
    'wrapped prose is no verse',
    'a.html',
    `${'word '.repeat(16)}\n${'word '.repeat(16)}\n${'word '.repeat(16)}\n<b>end</b>`,
    'html',
  ],
];
for (const [title, name, body, kind] of shapes) {
  test(`kind: ${title}`, () => {
    const found = detectKind(body, name);
    assert.equal(found.kind, kind, found.reason);
    assert.ok(found.reason.length > 0);
  });
}

test('kind: hostile bodies in linear time', () => {
  const pieces = [
    '[',
    '`',
    '<',
    '*',
    '{{',
    '<a b="',
    '<p>',
    '<!--',
    '```\n',
    '~~~~ x\n',
    '`` ` ',
    '<div>',
    '\n\n',
    '<pre>',
    '<br>',
    '|-',
  ];
  for (const piece of pieces) {
    const ratio = growth((count) => {
      for (const name of ['a.md', 'a.html']) detectKind(piece.repeat(count), name);
    }, 40_000);
    assert.ok(ratio < tooSteep, `${piece}: ${ratio}`);
  }
});

const corpus = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');
const markdownPosts = [
  'hexo-zh-coppco/',
  'hugo-json-sajal/golang-openwrt-mips.md',
  'hugo-zh-cosx/',
  'hugo-zh-yihui/',
  'jekyll-cfa/2012-07-28',
  'jekyll-cfa/2012-08-01',
  'jekyll-cfa/2014-',
  'jekyll-cfa/2015-',
  'jekyll-mmhan/2008-12-28',
  'jekyll-mmhan/2014-',
  'jekyll-zh-includenew/2012-10-18',
  'legacy-charset/Supstat',
  'zola-toml-rust/',
];
const textPosts = [
  'hugo-json-sajal/',
  'hugo-toml-zh-wd/WSUS',
  'hugo-toml-zh-wd/cmda',
  'hugo-toml-zh-wd/spam',
  'hugo-wp-fsgeek/logic',
  'jekyll-snow/2006-11-06',
  'jekyll-snow/2007-10-01',
  'jekyll-snow/2011-',
];

/** The body of a post whose front matter has its fences on lines of their own, or is JSON at the start. */
function bodyOf(text: string): string {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const fenced = /^\s*(---|\+\+\+)[ \t]*\n[\s\S]*?\n\1[ \t]*(?:\n|$)/.exec(clean);
  if (fenced) return clean.slice(fenced[0].length);
  return /^\{\s*"/.test(clean) ? clean.slice(clean.indexOf('\n}\n') + 3) : clean;
}

test('kind: the posts of the corpus, as read by a person', {
  skip: existsSync(corpus) ? false : 'no ../shared/corpus',
}, () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const entry of readdirSync(corpus, { recursive: true })) {
    const name = String(entry).replaceAll('\\', '/');
    if (!/\.(?:md|markdown|html?|txt)$/.test(name) || /^(?:full-page|big|legacy-charset\/[^S])/.test(name)) continue;
    const starts = (prefix: string) => name.startsWith(prefix);
    const kind: BodyKind = markdownPosts.some(starts) ? 'markdown' : textPosts.some(starts) ? 'text' : 'html';
    const found = detectKind(bodyOf(readFileSync(join(corpus, name), 'utf8')), name);
    if (found.kind !== kind) wrong.push(`${name}: ${found.kind} (${found.reason})`);
    seen++;
  }
  assert.deepEqual(wrong, []);
  assert.ok(seen > 90, `${seen} posts`);
});
