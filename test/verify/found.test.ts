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
];

for (const [what, article, name = 'a.html'] of found) {
  test(`holds: ${what}`, async () => {
    await convert(article, { source: name, formats: ['markdown', 'text', 'json'], verify: true });
  });
}
