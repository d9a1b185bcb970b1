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
  ['a block of a placeholder, in which no mark counts', '<dein-name>\n```\n#\n```\n*so* [x](y) `z` | a |'],
  ['a heading behind such a block', '<dein-name>\n* eins\n\n# Titel\n\n*zwei* und `drei`'],
  ['such a block in a list', '- <имя>\n  # не заголовок\n- дальше'],
  ['a reference in such a block', '<名前>\n甲 &amp; 乙 &#38; 丙;'],
  ['a placeholder in a tag that is none', '<g c="" t=<wort>'],
  ['a placeholder where a target would begin', '[](<d>j) und [x](<y>)'],
  ['a tag in what is no target', '[](/<s d="">) und [甲](/<b x="1">)'],
  ['a block that nothing closes in a sentence', 'a<form n="" e="">\\*\\) und 甲<section x="1">乙'],
  ['an element shown as a word, with a border where it would end', '*<option>eins*+'],
  ['an address with percent codes', '<https://a.example/%27s_%E4%B8%AD>'],
  ['a formula with what is no reference', '$a&amp$ und $\\&mp;$ und $&lt;$'],
  ['a shortcode that does not end as one', '{{%highlight%}\n```\n{{%/highlight%} []()\n'],
  ['a shortcode whose end does not', '{{%highlight%}}\n```\n{{%/highlight%} []()\n'],
  ['a paragraph whose link goes on in another block', '<p><a href="/z">x\n\n<p></p>o</a>*b* und 丙.'],
  ['a tag in what is no title of a link', '[](# "<s d="">") und [x](/y "<b>")'],
  ['a block that an empty one ended', '<p>eins<p></p>zwei'],
  ['the same in a box, in Russian', '<div><h2>один<h2></h2>два</div>'],
  ['a placeholder behind `<`', '<h1><<d>　<'],
  ['cells outside of any table', 'e</table><th>　$ und <hr>&<td><b>　h'],
  ['a row outside of any table', '<tr><td>eins</td><td>zwei</td></tr>'],
  ['marks behind such a tag, in a block of HTML', '<tr>\\<\n\n<td><em><span>---'],
  ['a byte order mark beside a block that goes', '&<p></p>\ufeff>'],
  ['the end of a block in a sentence', 'eins <p>zwei<p></p>drei'],
  ['what is no tag, indented in a block', '<div>\n\n    <u$>'],
  ['a blank that went before the block beside it', 'e<pre></pre>　]'],
  ['the end of a box in a sentence', '<div>\n\neins *zwei*</div>drei\n\n<center>\n\n甲</center>乙'],
  ['text in a table but in no cell', '<li>”<table>　<'],
  ['a placeholder where a definition would lead', '[m]:<v>h und\n\n[甲]: <乙>丙'],
  ['a definition right behind a block', '<blockquote>[Bits P]</blockquote>\n[Bits P]:/'],
  ['a script behind a comment without an end', '<textarea><!--<script></script>'],
  ['stars that a tag keeps from being marks', 'a*<span class="">foo</span>*b, **<font color=red>甲</font>**乙'],
  ['the same around nothing', 'a*<span class=""></span>слово*b'],
  ['a star that is a mark because of a tag', 'eins *<li a=b>zwei* drei'],
  ['one that is a mark because of a hidden word', 'x *<span style="display:none">y</span> foo* b'],
  ['one that closes because of it', '甲 *乙 <span style="display:none">y</span>* 丙 *'],
  ['a query that names no reference', '[a](https://x.example/?utm_source=q&copy=2&reg=3&sect=1) ![b](/c?d=1&curren=2)'],
  ['the same with references', '[甲](https://x.example/?utm_source=q&amp;copy=2&#38;para=3 "t")'],
];

for (const [what, body] of bodies) {
  test(`owes nothing: ${what}`, async () => {
    assert.deepEqual(await judge(Buffer.from(body), { source: 'a.md', body: 'markdown', verify: true }), []);
  });
}
