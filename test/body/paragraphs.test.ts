import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseParagraphs } from '../../src/body/paragraphs.js';
import { descendants, ELEMENT, type Node, TEXT, textOf } from '../../src/body/tree.js';

/** `p("a" br "b")`, blanks folded and blank text left out: the shape of a tree in one line. */
function shape(node: Node): string {
  const parts: string[] = [];
  for (let child = node.first; child; child = child.next) {
    if (child.type === TEXT) {
      const text = child.data.replace(/\s+/g, ' ').trim();
      if (text !== '') parts.push(JSON.stringify(text));
    } else parts.push(child.first ? `${child.name}(${shape(child)})` : child.name);
  }
  return parts.join(' ');
}

const shapes: [title: string, body: string, expected: string][] = [
  ['blank lines are paragraphs', 'one\n\ntwo\n \t\nthree\n', 'p("one") p("two") p("three")'],
  ['newlines are breaks', '28 - is the number\n29 - is the next', 'p("28 - is the number" br "29 - is the next")'],
  ['inline elements are live', 'a <b>bold</b> word\n\nb', 'p("a" b("bold") "word") p("b")'],
  ['an inline element over a blank line is split', '<i>one\n\ntwo</i> end', 'p(i("one")) p(i("two") "end")'],
  ['a link over a blank line stays one link', '<a href="u">one\n\ntwo</a>', 'p(a("one" br br "two"))'],
  ['a break before a newline is one break', 'a<br/>\nb', 'p("a" br "b")'],
  ['a newline before a break is one break', 'a\n<br/>b', 'p("a" br "b")'],
  ['a break before a blank line is dropped', 'a<br>\n\nb', 'p("a") p("b")'],
  ['blocks end a paragraph', 'a\n<h4>t</h4>\nb', 'p("a") h4("t") p("b")'],
  ['breaks beside a block are nothing', 'a\n<br/><h4>t</h4><br/>b', 'p("a") h4("t") p("b")'],
  ['pre keeps its lines', '<pre>x\n\ny</pre>\nz', 'pre("x y") p("z")'],
  ['lists and tables keep their text', '<ul><li>a\n\nb</li></ul>', 'ul(li("a b"))'],
  ['containers are split too', '<div>a\n\nb</div>', 'div(p("a") p("b"))'],
  ['a lone inline stays loose in its container', '<div><img src=a></div>\nb', 'div(img) p("b")'],
  ['an unclosed p is loose text', '<p>a\n\nb\n\nc', 'p("a") p("b") p("c")'],
  ['an inline element around a block stands as a block', 'a\n<b><p>x</p></b>\nb', 'p("a") b(p("x")) p("b")'],
  [
    'comments and scripts make no paragraph',
    '<!-- x -->\n\n<script>a\n\nb</script>\n\nc',
    '#comment script("a b") p("c")',
  ],
  ['an empty element stays', 'a<a name="x"></a>\n\nb', 'p("a" a) p("b")'],
  ['entities count as what they stand for', 'a &amp;\n\n&lt;b', 'p("a &") p("<b")'],
  ['an ideographic blank makes no line', 'a\n\u3000\nb', 'p("a") p("b")'],
  ['nothing', '', ''],
];
for (const [title, body, expected] of shapes) {
  test(`paragraphs: ${title}`, () => assert.equal(shape(parseParagraphs(body, 0).root), expected));
}

const piece = fc.constantFrom(
  ...['a', 'b c', '\n', '\n\n', ' ', '&amp;', '<b>', '</b>', '<i>', '</i>', '<br>', '<div>', '</div>', '<p>', '</p>'],
  ...['<pre>', '</pre>', '<!-- c -->', '中文', '<ul><li>x', '</ul>', '<img src=a>', '<a href="u">', '</a>', '\u3000'],
);

test('paragraphs: splitting keeps every character of the text, and its place', () => {
  const base = 7;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const body = pieces.join('');
      const { root } = parseParagraphs(body, base);
      let at = base;
      let text = '';
      for (const node of descendants(root)) {
        if (node.type !== TEXT) continue;
        text += node.data;
        assert.ok(node.start >= at && node.end >= node.start, 'text nodes stand in order');
        at = node.end;
        const slice = body.slice(node.start - base, node.end - base);
        assert.equal(slice.replaceAll('&amp;', '&'), node.data);
      }
      assert.equal(text, body.replace(/<!-- c -->|<[^>]*>/g, '').replaceAll('&amp;', '&'));
    }),
    { seed: 7, numRuns: 2000 },
  );
});

test('paragraphs: deep and long bodies are split in linear work', () => {
  const deep = `${'<b>'.repeat(50_000)}x${'\n\ny'.repeat(50_000)}`;
  const { root } = parseParagraphs(deep, 0);
  let elements = 0;
  for (const node of descendants(root)) if (node.type === ELEMENT) elements++;
  assert.ok(elements <= 50_000 + 2 * 50_000 + 1, `${elements} elements`);
  assert.equal(textOf(root).replace(/\s/g, '').length, 50_001);
  const long = parseParagraphs('line\n\n'.repeat(50_000), 0).root;
  assert.equal(long.children.length, 50_000);
});
