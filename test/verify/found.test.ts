/** Articles that fuzzing found, cut down to what matters: each converts, and its proof holds. */
import { test } from 'node:test';
import { convert } from '../../src/convert.js';

const found: [what: string, article: string, name?: string][] = [
  ['a tag that the end cuts at its slash', 'G<T/'],
  ['the same behind a line', '<form><input>\n<r/'],
  ['an end tag that the end cuts', '<p>x</p e'],
  ['the same in a line', '/</a\nt'],
  ['blanks in a link that is open where paragraphs begin', '<d>\n<a href=8>\n<'],
  ['an end tag without a name', '>\n</>\n<a href=#> <a>'],
  ['text in a table but in none of its cells', '<table><tr><td>1</td>loose<td>2</td>\n<b>too</b></tr></table>'],
  ['a link in a table but in none of its cells', '<table><tr><td>1</td><a href=x>loose</a><td>2</td></tr></table>'],
  ['the same in front of the cells', '<table><a href=x>loose</a><tr><td>1</td></tr></table>'],
  ['a break inside of a formula', '<p>a <math><br>è</math> b</p>'],
  ['text in a list but in none of its items', '<ul>4<li>5</ul>'],
  ['an image without an address', '<p>x <img alt=)> y'],
  ['code in a link', '<a href=q>x<pre>-</pre>y</a>'],
  ['nothing but code in a link', '<a href=q><pre>-'],
  ['a text area in a link', '<a href=q><textarea>/'],
  ['code in a link of a heading', '<h2>a <a href=q><pre>-</pre>b</a></h2>'],
  ['a link around cells and what stands between them', '<a href=p><table><td>1</td>2<td>3'],
  ['a link that began in front of the table', '<a href=p>0<table>1<td><td>'],
  ['a link without a target in a link', '<a href=p><table><a href>1'],
  ['a link in a link, which only a table allows', '<a href=p><table><a href=q>1'],
  ['text among columns', '<table><colgroup>a<col></colgroup><td>b</table>'],
  ['text in a command', '<command>a</command><isindex>b'],
  ['a paragraph of a table that a cell ends', "a<table><p>'<td>b</td>'</table>"],
  ['brackets in the text of a link that read as a note', '<a href=x>[^]</a>'],
  ['the same in the text of an image', '<img src=x alt="[^1]">'],
  ['a backslash that ends an address', '<a href=")\\">x</a> <a href="\\">y</a>'],
  ['a backslash that ends a title', '<a href=x title="y\\">z</a>'],
  ['stars around a break in a heading', '<h1>*<br>*'],
  ['stars in code in a cell', '<table><th><pre> *\n></pre>a<em>b'],
  ['a link around a break at the end of a line', 's<a href=a><br><center>t'],
  ['a link around a blank at the end of a line', 's<a href=a> <center>t'],
  ['what stands loose in a table in a cell', '<table><th><table><td><td>0</td><'],
  ['the same in a heading', '<h1>a<table><td>1</td>2<td>3'],
  ['a title in code', '<pre>a<title>2</title>b</pre>'],
  ['a caption in front of loose text', '<table><caption>1<tbody>2<td>3'],
  ['a table in code', '<pre><table><td>1</td>2'],
  ['a line in a link that begins like an item', '<a href=x>s<br>- i</a>'],
  ['the same without an address', '<a href>s<br>1. i</a>'],
  ['a tag in a link behind a break', '<a href>l<br>&lt;o t><param n'],
  ['a link in a link that began with a blank', '<math>.<a href=l> <a href>y'],
  ['the same in a cell', '<a href=h><td><a href>x<a><b>\t<a>'],
  ['a footnote that calls itself', '<a href="#fn:2"><i id="fn:2">x'],
  ['a cell in a formula in a table', '<table><td>9</td><math><td>3'],
  ['a note in a superscript', '<p>a<sup id="r2"><a href="#n2">2</a><li id="n2">b<a href="#r2">x</a>c'],
  ['blanks of code in a link', '<code><a href=s>\t<ul>\n'],
  ['blanks of code behind a break', '<p>x<code><br>\n</code><p>y'],
  ['a tag in text that goes over a break', 'a &lt;b<br>c="">'],
];

for (const [what, article, name = 'a.html'] of found) {
  test(`holds: ${what}`, async () => {
    await convert(article, { source: name, formats: ['markdown', 'text', 'json'], verify: true });
  });
}
