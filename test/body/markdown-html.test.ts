/** HTML in Markdown bodies: what Markdown has a form for, and what stays HTML. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConvertOptions } from '../../src/api.js';
import { convert } from '../../src/convert.js';

const options: ConvertOptions = { source: 'a.md', body: 'markdown', formats: ['markdown', 'text'], verify: true };

/** Each body ends with a paragraph `Text`; null where it stays as it is. */
const bodies: [title: string, body: string, markdown: string | null, text: string][] = [
  ['center around Markdown', '<center>\n\n![](a.png)\n\n*caption*\n\n</center>', '![](a.png)\n\n*caption*', 'caption'],
  ['center in one line', '<center>图 1</center>', '图 1', '图 1'],
  ['an image in a div', '<div align="center">\n  <img src="a.png" width="200">\n</div>', '![](a.png)', ''],
  ['divs in divs', '<div>\n<div>\n\nA *x*\n\n</div>\n</div>', 'A *x*', 'A x'],
  ['colours', '<font color="red">红字</font>和<span style="color:blue">蓝字</span>。', '红字和蓝字。', '红字和蓝字。'],
  ['kramdown reads what is in it', '<div class="note" markdown="1">\n**b** t\n</div>', '**b** t', 'b t'],
  ['the same with blocks', '<div markdown="1">\n## H\n\n- a\n- *b*\n</div>', '## H\n\n- a\n- *b*', 'H\n\n- a\n- b'],
  ['a table', '<table>\n<tr><th>a</th></tr>\n<tr><td>1</td></tr>\n</table>', '| a |\n| --- |\n| 1 |', 'a\n-\n1'],
  [
    'cells that are indented behind blank lines are no code',
    '<table>\n\n  <tr>\n\n    <th>a</th>\n\n    <th>b</th>\n\n  </tr>\n\n  <tr>\n\n    <td>1</td>\n\n    <td>2</td>\n\n  </tr>\n\n</table>',
    '| a | b |\n| --- | --- |\n| 1 | 2 |',
    'a  b\n-  -\n1  2',
  ],
  ['a list over blank lines', '<ul>\n<li>a</li>\n\n<li>b\n\n</li>\n</ul>', '- a\n- b', '- a\n- b'],
  [
    'a frame',
    '<iframe src="https://v.example/1" width="560"></iframe>',
    '<https://v.example/1>',
    'https://v.example/1',
  ],
  ['a sound', '<audio controls>\n  <source src="a.mp3">\n  Sorry\n</audio>', '[a.mp3](a.mp3)', 'a.mp3'],
  ['a film with a title', '<video src="v.mp4" title="The film"></video>', '[The film](v.mp4)', 'The film'],
  [
    'a figure',
    '<figure>\n<img src="a.png" alt="A">\n<figcaption>C</figcaption>\n</figure>',
    '![A](a.png)\n\nC',
    'A\n\nC',
  ],
  ['code', '<pre><code class="language-js">a &lt; b\n\n  c\n</code></pre>', '```js\na < b\n\n  c\n```', 'a < b\n\n  c'],
  ['blocks of WordPress', '<!-- wp:paragraph -->\n<p>Hello</p>\n<!-- /wp:paragraph -->', 'Hello', 'Hello'],
  ['details stay', '<details>\n<summary>S</summary>\n\nA **x**\n\n</details>', null, 'S\n\nA x'],
  [
    'a quote around Markdown stays',
    '<blockquote>\n<p>Q</p>\n\nm *x*\n</blockquote>',
    '<blockquote>\n\nQ\n\nm *x*\n</blockquote>',
    '  Q\n\n  m x',
  ],
  ['in items', '- <p>x <b>y</b></p>\n- <div>two</div>\n- *md*', '- x **y**\n- two\n- *md*', '- x y\n- two\n- md'],
  ['in a quote', '> <p>Q <em>r</em></p>\n> \n> 引用', '> Q *r*\n> \n> 引用', '  Q r\n\n  引用'],
  ['blocks in an item of a quote', '> 1. <p>a</p><p>b</p>', '> 1. a\n>\n>    b', '  1. a\n\n     b'],
  ['below the first line of an item', '1. a\n\n   <p>b</p>', '1. a\n\n   b', '1. a\n\n   b'],
  ['a list over lines in an item', '- <ul>\n    <li>a</li>\n    <li>b</li>\n  </ul>', '- - a\n  - b', '- - a\n  - b'],
  ['code in an item', '- <pre>a  b</pre>', '- ```\n  a  b\n  ```', '- a  b'],
  ['lines in a quote stay', '> <p>a\n> b</p>', null, '  a b'],
  ['beside a line of the quote it stays', '> a\n> <div>b</div>', null, '  a\n\n  b'],
  ['in front of a line that would go on it stays', '- <p>a</p>\nb', null, '- a\n\nb'],
  ['inline forms stay', 'H<sub>2</sub>O <kbd>C</kbd> <u>u</u>', null, 'H2O C u'],
  ['an anchor that a link leads to stays', '<a name="top"></a>\n\n[up](#top)', null, 'up'],
  [
    'notes are content of the text',
    'A[^1] and[^b].\n\n[^1]: The note with `code`.\n\n    More of it.\n[^b]: Second.',
    null,
    'A[^1] and[^b].\n\n[^1]: The note with code.\n\nMore of it.\n\n[^b]: Second.',
  ],
];

for (const [title, body, markdown, text] of bodies) {
  test(`HTML in Markdown: ${title}`, async () => {
    const { outputs } = await convert(`${body}\n\nText\n`, options);
    assert.equal(outputs.markdown, `${markdown ?? body}\n\nText\n`);
    assert.equal(outputs.text, text === '' ? 'Text\n' : `${text}\n\nText\n`);
    assert.equal((await convert(outputs.markdown ?? '', options)).outputs.markdown, outputs.markdown);
  });
}
