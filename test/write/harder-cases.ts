/** Hard cases that were missed once: from bug lists of other converters, and from going through the standard. */
import { group, type HardCase } from './hard-cases.js';

const emphasis = group([
  { html: '<p><b>a <i>b</b> c</i> d</p>', shows: '<p><b>a <i>b</i></b> <i>c</i> d</p>', markdown: '**a *b*** *c* d' },
  '<p><b>1<i>2</b>3</i>4</p>',
  {
    html: '<p><i>a <b>b</b></i><b> c</b></p>',
    shows: '<p><i>a <b>b</b></i> <b>c</b></p>',
    markdown: '*a **b*** **c**',
  },
  { html: '<p><b>a<i>b<br></i></b><i>c</i></p>', shows: '<p><b>a<i>b</i></b><br><i>c</i></p>' },
  { html: '<p><b>a<b>b</b>c</b></p>', shows: '<p><b>abc</b></p>', markdown: '**abc**' },
  { html: '<p><b>等等……</b>后</p>', shows: '<p><b>等等</b>……后</p>', markdown: '**等等**……后' },
  { html: '<p>前<b>——a——</b>后</p>', shows: '<p>前——<b>a</b>——后</p>' },
  { html: '<p>前<b>——</b>后</p>', markdown: '前<strong>——</strong>后' },
  { html: '<p>前<b><a href="x">《a》</a></b>后</p>', markdown: '前[**《a》**](x)后' },
  { html: '<p>前<b><i><a href="x">a</a></i></b>后</p>', markdown: '前[***a***](x)后' },
  { html: '<p>前<b><i><a href="x">a</a></i>b</b>后</p>', markdown: '前<strong>[*a*](x)b</strong>后' },
  {
    html: '<p>前<b><a href="x"> a </a></b>后</p>',
    shows: '<p>前 <b><a href="x">a</a></b> 后</p>',
    markdown: '前 **[a](x)** 后',
  },
  { html: '<p>前<b><a href="x">a<i>b</i></a></b>后</p>' },
  { html: '<p>前<b><a href="x">a</a><a href="y">b</a></b>后</p>' },
]);

const lists = group([
  {
    html: '<ol reversed><li>a</li><li>b</li></ol>',
    shows: '<ol start="2"><li>a</li></ol><ol><li>b</li></ol>',
    markdown: '2. a\n\n1) b',
  },
  {
    html: '<ol reversed start="9"><li>a</li><li value="3">b</li></ol>',
    shows: '<ol start="9"><li>a</li></ol><ol start="3"><li>b</li></ol>',
  },
]);

const code = group([
  { html: '<p><code>a<br />\nb</code></p>', shows: '<p><code>a</code><br><code>b</code></p>' },
  {
    html: '<pre><code class="has-numbering">a\nb</code><ul class="pre-numbering"><li>1</li><li>2</li></ul></pre>',
    shows: '<pre><code>a\nb</code></pre>',
    markdown: '```\na\nb\n```',
  },
  {
    html:
      '<section><ul class="code-snippet__line-index"><li></li><li></li></ul>' +
      '<pre class="code-snippet__js" data-lang="js"><code><span>a</span></code><code><span> b</span></code></pre></section>',
    shows: '<pre><code>a\n b</code></pre>',
    markdown: '```js\na\n b\n```',
  },
  { html: '<pre class="lang:python decode:true">a</pre>', markdown: '```python\na\n```' },
  { html: '<pre name="code" class="java:nogutter">a</pre>', markdown: '```java\na\n```' },
  { html: '<pre class="r"><code class="javascript hljs">a</code></pre>', markdown: '```javascript\na\n```' },
  { html: '<pre class="note"><code class="language-js{1,3}">a</code></pre>', markdown: '```js\na\n```' },
  { html: '<pre lang="ruby"><code>a</code></pre>', markdown: '```ruby\na\n```' },
  { html: '<pre lang="en">a</pre>', markdown: '```\na\n```' },
  { html: '<div class="highlight highlight-text-html-basic"><pre>a</pre></div>', markdown: '```html\na\n```' },
  { html: '<pre class="EnlighterJSRAW" data-enlighter-language="sql">a</pre>', markdown: '```sql\na\n```' },
]);

const links = group([
  '<p><a href="x" title="a\\">a</a></p>',
  '<p><a href="x\\">a</a></p>',
  '<p><img src="x\\" alt="a" title="b\\"></p>',
  { html: '<p>a<a href="x"> </a></p>', markdown: 'a [](x)' },
  { html: '<img data-src="l.png" alt="a">', shows: '<p><img src="l.png" alt="a"></p>' },
  { html: '<img src="" data-original="l.png" alt="a">', shows: '<p><img src="l.png" alt="a"></p>' },
]);

const tables = group(
  [
    {
      html: '<table><thead><tr><td>a</td><td>b</td></tr></thead><tbody><tr><td>c</td><td>d</td></tr></tbody></table>',
      markdown: '| a | b |\n| --- | --- |\n| c | d |',
      shows: '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>',
    },
    {
      html: '<table><tr><th>k</th><td>v</td></tr><tr><th>l</th><td>w</td></tr></table>',
      markdown: '|  |  |\n| --- | --- |\n| k | v |\n| l | w |',
      shows: '<table><tr><td>k</td><td>v</td></tr><tr><td>l</td><td>w</td></tr></table>',
    },
    {
      html: '<table><tr><td></td><th>a</th></tr><tr><th>b</th><td>c</td></tr></table>',
      markdown: '|  | a |\n| --- | --- |\n| b | c |',
      shows: '<table><tr><th></th><th>a</th></tr><tr><td>b</td><td>c</td></tr></table>',
    },
    '<table><td>a<td>b<tr><td>c<td>d</table>',
    {
      html: '<table><tr><td rowspan="2">a</td><td rowspan="2">b</td></tr><tr></tr><tr><td>c</td><td>d</td></tr></table>',
      markdown: '|  |  |\n| --- | --- |\n| a | b |\n| c | d |',
    },
    {
      html: '<table><tr><td rowspan="0">a</td><td>b</td></tr><tr><td>c</td></tr></table>',
      markdown: '|  |  |\n| --- | --- |\n| a | b |\n|  | c |',
    },
    {
      html: '<table><tr><th>a</th></tr><tr><td><input type="checkbox" checked> b</td></tr></table>',
      shows: '<table><tr><th>a</th></tr><tr><td>[x] b</td></tr></table>',
    },
  ].map((entry) => (typeof entry === 'string' ? { html: entry, gfm: true } : { ...entry, gfm: true })),
);

const elements = group([
  {
    html: '<math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math>',
    shows: '<p>E=mc<sup>2</sup></p>',
  },
  {
    html: '<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><msqrt><msub><mi>c</mi><mn>1</mn></msub></msqrt></mfrac></math>',
    shows: '<p>(a+b)/√(c<sub>1</sub>)</p>',
  },
  {
    html: '<details><summary><b>a</b> c</summary>b</details>',
    markdown: '**a c**\n\nb',
    shows: '<p><b>a c</b></p><p>b</p>',
  },
  { html: '<object type="image/svg+xml" data="i.svg">a</object>', shows: '<p><img src="i.svg" alt="a"></p>' },
  {
    html: '<p>a<sup id="r"><a href="#n">*</a></sup></p><p id="n">* b c <a href="#r">↩</a></p>',
    shows: '<p>a[^1]</p><p>[^1]: * b c</p>',
    markdown: 'a[^1]\n\n[^1]: \\* b c',
  },
  {
    html: '<p>甲<a href="#n" id="r">①</a></p><p><a href="#r" id="n">①</a> 注 文</p>',
    shows: '<p>甲[^1]</p><p>[^1]: 注 文</p>',
  },
  {
    html: '<p>a<sup>[<a href="#n" id="r">1</a>]</sup></p><ol><li id="n">b c <a href="#r">↩</a></li></ol>',
    shows: '<p>a[^1]</p><p>[^1]: b c</p>',
  },
  { html: '<q><p>a</p><p>b</p></q>', shows: '<p>“a</p><p>b”</p>' },
  { html: '<p><input type="checkbox" checked> a <input type="radio">b</p>', shows: '<p>[x] a [ ] b</p>' },
  { html: '<label>a<input value="b"></label><button>c</button>', shows: '<p>a b c</p>' },
  {
    html: '<p>a<iframe src="https://v.example/1" title="f"></iframe>b</p>',
    shows: '<p>a <a href="https://v.example/1">f</a> b</p>',
  },
  {
    html:
      '<p>a<sup id="r1"><a href="#n1">1</a></sup> b<sup><a href="#n1">1</a></sup></p>' +
      '<ol><li id="n1"><p>c d <a href="#r1">↩</a></p></li></ol>',
    markdown: 'a[^1] b[^1]\n\n[^1]: c d',
    shows: '<p>a[^1] b[^1]</p><p>[^1]: c d</p>',
  },
  {
    html:
      '<p>a<sup id="r1"><a href="#n1">1</a></sup>, <a href="#n1">see there</a></p>' +
      '<ol><li id="n1"><p>c d <a href="#r1">↩</a></p></li></ol>',
    markdown: 'a[^1], [see there](#n1)\n\n[^1]: <a id="n1"></a>c d',
    shows: '<p>a[^1], <a href="#n1">see there</a></p><p>[^1]: c d</p>',
  },
]);

export const harderCases: Record<string, HardCase[]> = { emphasis, lists, code, links, tables, elements };
