/** What leaves the tree leaves the words beside it apart, and says in the log what it was. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHtml } from '../../src/body/html.js';
import { partedText } from '../../src/body/parted-text.js';
import { following, type Node } from '../../src/body/tree.js';
import { Edits } from '../../src/clean/edits.js';
import { convert } from '../../src/convert.js';

function edit(html: string, act: (node: Node, edits: Edits) => void): { text: string; logged: string | undefined } {
  const { root } = parseHtml(html);
  const edits = new Edits(html).by('x');
  for (let node = root.first; node; node = following(node, root)) {
    if (node.get('id') !== 'it') continue;
    act(node, edits);
    break;
  }
  return { text: partedText(root), logged: edits.changes.at(-1)?.text };
}

const removals: [what: string, html: string, text: string][] = [
  ['a block in a line', 'one<div id=it>ad</div>two', 'one\ntwo'],
  ['a block in marks', '<b>one</b><p id=it>ad</p><i>two</i>', 'one\ntwo'],
  ['a block at the end of marks', '<b>one<div id=it>ad</div></b>two', 'one\ntwo'],
  ['a mark with a block in it', 'one<span id=it><div>ad</div></span>two', 'one\ntwo'],
  ['a mark with a break in it', '甲<span id=it>广告<br></span>乙', '甲\n乙'],
  ['a mark', 'one<span id=it>ad</span>two', 'onetwo'],
  ['a block between blocks', '<p>one</p><p id=it>ad</p><p>two</p>', 'one\ntwo'],
  ['a block at the end', '<div>one<div id=it>ad</div></div>', 'one'],
];
for (const [what, html, text] of removals) {
  test(`${what} goes: ${JSON.stringify(text)}`, () => {
    assert.equal(edit(html, (node, edits) => edits.remove(node)).text, text);
  });
}

test('a block whose content stays keeps its borders', () => {
  assert.equal(edit('one<div id=it>two</div>three', (node, edits) => edits.unwrap(node)).text, 'one\ntwo\nthree');
});

test('a block that goes from a line of a Markdown body leaves a blank', async () => {
  const { outputs } = await convert('# Tides\n\nA *tide*<div style="display:none">x</div>turns.\n', { source: 'a.md' });
  assert.equal(outputs.markdown, '# Tides\n\nA *tide* turns.\n');
});

const logs: [html: string, logged: string][] = [
  ['<div id=it><p>Share</p><ul><li>one<li>two</ul></div>', 'Share\none\ntwo'],
  ['<div id=it>Share <b>th</b>is<br>now</div>', 'Share this\nnow'],
  ['<div id=it><a>Share</a><a>Print</a></div>', 'Share\nPrint'],
  ['<table id=it><td>a<td>b</table>', 'a\nb'],
  ['<a id=it href="/gone"></a>', '<a> /gone'],
  ['<p id=it><img src="/a.png?x=1&amp;y=2" alt="A"></p>', '<img> /a.png?x=1&y=2 alt="A"'],
  ['<div id=it data-gist-id="0a1b" class="x"></div>', '<div> data-gist-id="0a1b"'],
  ['<x-film id=it videoid="7"></x-film>', '<x-film> videoid="7"'],
  ['<p id=it class="clear"></p>', '<p>'],
];
for (const [html, logged] of logs) {
  test(`the log says ${JSON.stringify(logged)}`, () => {
    assert.equal(edit(html, (node, edits) => edits.remove(node)).logged, logged);
  });
}
