/** Generated articles: front matter and bodies of every kind, Chinese and Latin text, noise, broken and hostile pieces. */
import fc from 'fast-check';

const word = fc.constantFrom(
  'river',
  'snake_case',
  '3 * 4',
  'C#',
  'a<b',
  '城市',
  '“引”',
  '。',
  '（注）',
  '東京　大阪',
  '*',
  '_x_',
  '`',
  '[1]',
  '1.',
  '-',
  '#',
  '|',
  '&amp;',
  '&lt;b&gt;',
  '&nbsp;',
  '{{ x }}',
  '$a_b$',
  'https://a.example/b_c',
  'café',
  '\u200b',
  'é\u0301',
);
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

const inline = fc.oneof(
  { weight: 4, arbitrary: text },
  text.map((inner) => `<strong>${inner}</strong>`),
  text.map((inner) => `<em>${inner}</em>后`),
  text.map((inner) => `<a href="https://a.example/${encodeURIComponent(inner.slice(0, 5))}?utm_source=x">${inner}</a>`),
  text.map((inner) => `<span style="font-weight: bold" onclick="x()">${inner}</span>`),
  text.map((inner) => `<code>${inner}</code>`),
  fc.constantFrom(
    '<br>',
    '<br><br>',
    '<img src="/i/a.png" alt="an image">',
    '<img src="/p.gif" width=1 height=1>',
    '<ruby>漢<rt>かん</rt></ruby>',
    '<q>quote</q>',
    'x<sub>2</sub>',
    '<b>open',
    '</i>',
    '<your-name>',
  ),
);
const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));

const block = fc.oneof(
  { weight: 4, arbitrary: line.map((inner) => `<p>${inner}</p>`) },
  line.map((inner) => `<h2>${inner}</h2>`),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((items) => `<ul>${items.map((item) => `<li>${item}`).join('')}</ul>`),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((items) => `<ol start=9>${items.map((item) => `<li>${item}</li>`).join('')}</ol>`),
  line.map((inner) => `<blockquote><p>${inner}</p></blockquote>`),
  text.map((inner) => `<pre><code class="language-js">  ${inner}\n    x</code></pre>`),
  fc.tuple(line, line).map(([one, two]) => `<table><tr><th>${one}<th>b<tr><td>${two}<td>|</table>`),
  line.map((inner) => `<div class="x"><div>${inner}</div></div>`),
  line.map((inner) => `<section>${inner}</section>loose ${inner}`),
  fc.constantFrom(
    '<hr>',
    '<!-- note -->',
    '<script>if (a < b) go()</script>',
    '<style>p { color: red }</style>',
    '<iframe src="https://v.example/1"></iframe>',
    '<div class="qr_wrap"><img src="/qr.png"><div>扫码关注</div></div>',
    '<p>责任编辑：李四</p>',
    '<div class="share-bar"><a href="#">Share</a></div>',
    '<noscript><img src="/n.png"></noscript>',
    '<figure><img src="/f.png"><figcaption>caption</figcaption></figure>',
    '<dl><dt>a<dd>b</dl>',
    '<details><summary>s</summary>d</details>',
    '<table><tr><td><p>a</table>',
    '</div></p>',
    '<p>',
  ),
);
const htmlBody = fc.array(block, { minLength: 0, maxLength: 6 }).map((blocks) => blocks.join('\n'));

const markdownBlock = fc.constantFrom(
  '# Heading',
  'Plain *text* with `code` and [a link](https://a.example/).',
  '- one\n- two\n  - three',
  '> quoted\n> twice',
  '```js\nlet a = "<b>";\n```',
  '| a | b |\n| --- | --- |\n| 1 | 2 |',
  'A line<br>with HTML and <b>bold</b>.',
  '<div class="x">\n<p>HTML</p>\n</div>',
  '<!-- note -->',
  'Text[^1].\n\n[^1]: The note.',
  '{% include x.html %}',
  '{{< figure src="a.png" >}}',
  '$$ a_b $$',
  '中文**强调**。',
  '---',
  '![an image](/i/a.png)',
);
const markdownBody = fc
  .array(markdownBlock, { minLength: 1, maxLength: 6 })
  .map((blocks) => `${blocks.join('\n\n')}\n`);

const frontMatter = fc.constantFrom(
  '',
  '---\ntitle: A title\ndate: 2013-04-05 10:20:30 +0800\ntags: [a, b]\n---\n',
  '+++\ntitle = "A title"\n+++\n',
  '{ "title": "A title" }\n',
  "\n---\ntitle: '引用'\n---\n\n",
  '---\ntitle: Foo: bar\n---\n',
  '---\nnot closed\n',
);

export const articles: { body: fc.Arbitrary<string>; name: string }[] = [
  { body: fc.tuple(frontMatter, htmlBody).map((parts) => parts.join('')), name: 'a.html' },
  { body: fc.tuple(frontMatter, markdownBody).map((parts) => parts.join('')), name: 'a.md' },
];
