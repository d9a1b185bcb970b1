/** Markdown bodies that owe nothing: what a reader shows of them stands in the Markdown and in the plain text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from './oracle.js';

const bodies: [what: string, body: string][] = [
  ['a block between words', 'Vorher<div>mitten</div>nachher'],
  ['the same in Chinese', '前面<center>中间</center>后面'],
  ['a paragraph behind a word', 'Wind <p>Regen</p>und Schnee'],
  ['blocks side by side behind words', 'Liste: <div>eins</div><div>zwei</div>'],
  ['a block behind emphasis, in a heading', '## *Nord*<div>Süd</div>'],
  ['a star in front of a tag that nothing closes', '*<font color="red"> zwei > eins'],
  ['a number in front of it', '1.<font> Platz'],
  ['a hash behind it', '<s># kein Titel'],
  ['a comment that it begins with', '<rt><!-- kein Ende'],
  ['a tag that its end cuts off behind it', '<q></div><div'],
  ['brackets around it that are no link', '[x](<b>y) bleibt'],
  ['a tag between underscores', '<font>_kursiv_ und <font>__fett__'],
  ['stars around a word in angle brackets', '*>*<wort>* b*'],
  ['an ampersand between words in angle brackets', '2<eins> <zwei>&amp;lt;<drei>'],
  ['a tag in a box to copy from', 'Kopiere <textarea><ruby> und <font> x</textarea> hier'],
  ['the same on lines of its own', '<textarea rows="2">\n<a href="/b"><blockquote>\n</textarea>'],
];

for (const [what, body] of bodies) {
  test(`owes nothing: ${what}`, async () => {
    assert.deepEqual(await judge(Buffer.from(body), { source: 'a.md', body: 'markdown' }), []);
  });
}
