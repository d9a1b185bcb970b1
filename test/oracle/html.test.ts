/** HTML bodies that owe nothing: what a browser shows of them stands in the Markdown and in the plain text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from './oracle.js';

const bodies: [what: string, body: string][] = [
  ['a blank in a button between words', 'eins<button> </button>zwei<button>&nbsp;</button>drei'],
  ['a hidden word between blanks', '甲<span style="display:none"> 乙 </span>丙'],
  ['a heading with a term', '<h1><q>甲)<dt>乙)'],
  ['a choice that a mark goes over', '<span><option>eins</span>zwei'],
  ['a legend that a label goes over', '<label><legend>слово</label>слово'],
  ['a link that shows its address and more', '<a href="http://a.example/e">http://a.example/e<p>Mehr</p></a>'],
  ['the same, parted by breaks', '<p><a href="http://a.example/e">L<br><br>http://a.example/e<br><br>M</a></p>'],
  [
    'a link that shows its address, and an element of nothing',
    '<a href="http://a.example/e">http://a.example/e<ruby></a>',
  ],
  ['a reference behind `<` in a box', '<textarea>a <&copy; b <&amp</textarea>c'],
  ['cells of a formula in a choice', '<option>a<math><mtr>b<mtr>ل</math></option>'],
  ['labels of a drawing and HTML in it', '<svg><text>a<foreignObject>甲</foreignObject>b</text></svg>'],
  ['groups of choices in one another', '<optgroup><optgroup></optgroup>n</optgroup>1'],
  ['a part of a formula in a drawing', '<svg><mn>η<![CDATA[<ruby> 甲]]></svg>b'],
  ['a part of a drawing in a formula', '<math><desc>η<![CDATA[<b>]]></desc></math>b'],
  ['an address in ruby', '<a href="http://www.a.example/dyn/fop">http://www.a.<ruby>example/dyn/fop</a>'],
  ['a box to type in, in a list of choices', '<select><option>eins<input>zwei'],
  ['the same in a drawing in one', '<select><svg><textarea><p>甲</textarea>乙'],
  ['a stretch without breaks in another one', '<nobr><option>甲<nobr>어'],
  ['a definition in the base of ruby', '<ruby><dd>слово<rt>x'],
  ['a box to type in, in a formula', '<math><textarea>甲<a href=x>乙</a><datalist>λ</textarea></math>'],
  ['a list of choices in a drawing', '<svg><text>a</text><select><text>b</text></select></svg>c'],
  ['a paragraph in the base of ruby', '<ruby><p>漢<rt>kan'],
  ['unknown elements around signs', '<p><pp>></p><p><pp>></p>'],
];

for (const [what, body] of bodies) {
  test(`owes nothing: ${what}`, async () => {
    assert.deepEqual(await judge(Buffer.from(body), { source: 'a.html', body: 'html', verify: true }), []);
  });
}
