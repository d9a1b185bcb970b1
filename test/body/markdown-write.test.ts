import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SYNTAX } from '../../src/body/markdown/cover.js';
import { parseMarkdown } from '../../src/body/markdown/parse.js';
import { COMMENT, descendants, ELEMENT, type Node, TEXT } from '../../src/body/tree.js';
import { Edits } from '../../src/clean/edits.js';
import { type MarkdownWriteOptions, writeMarkdownBody } from '../../src/write/source/write.js';
import { growth, tooSteep } from '../growth.js';

type Act = (nodes: Node[], edits: Edits) => void;

const removeComments: Act = (nodes, edits) => {
  for (const node of nodes) if (node.type === COMMENT && node.name !== SYNTAX) edits.remove(node);
};
const remove =
  (name: string): Act =>
  (nodes, edits) => {
    for (const node of nodes) if (node.name === name && !node.added) edits.remove(node);
  };
const unwrap =
  (name: string): Act =>
  (nodes, edits) => {
    for (const node of nodes) if (node.name === name && !node.added) edits.unwrap(node);
  };
const strip =
  (attribute: string): Act =>
  (nodes, edits) => {
    for (const node of nodes) if (node.has(attribute)) edits.attribute(node, attribute, null);
  };

function edited(body: string, act: Act, options: MarkdownWriteOptions = {}) {
  const source = `head\n${body}`;
  const parsed = parseMarkdown(body, 5);
  act([...descendants(parsed.root)], new Edits(source));
  return writeMarkdownBody(parsed, source, options);
}

const edits: [title: string, body: string, act: Act, expected: string][] = [
  ['a comment between paragraphs', 'a\n\n<!-- x -->\n\nb\n', removeComments, 'a\n\nb\n'],
  ['a comment between two lines: two paragraphs stay', 'a\n<!--more-->\nb\n', removeComments, 'a\n\nb\n'],
  ['a comment before text on its line', 'a\n\n<!--more-->**x** b\n', removeComments, 'a\n\n**x** b\n'],
  ['a comment inside a line', 'a <!-- x --> b\n', removeComments, 'a b\n'],
  ['a comment at a line end makes no hard break', 'a  <!-- x -->\nb\n', removeComments, 'a\nb\n'],
  ['a hard break behind a comment stays', 'a<!-- x -->  \nb\n', removeComments, 'a  \nb\n'],
  ['a comment over blank lines', 'a\n\n<!-- x\n\ny -->\n\nb\n', removeComments, 'a\n\nb\n'],
  ['comments in a row', 'a\n\n<!-- x -->\n\n<!-- y -->\n<!-- z -->\n\nb\n', removeComments, 'a\n\nb\n'],
  ['at the start and the end', '<!-- x -->\n\na\n\n<!-- y -->\n', removeComments, 'a\n'],
  ['all of it', '<!-- x -->\n', removeComments, ''],
  ['blank lines elsewhere stay', 'a\n\n\n\nb <!-- x -->\n\n\n\nc  \nd\n', removeComments, 'a\n\n\n\nb\n\n\n\nc  \nd\n'],
  [
    'comments in code stay',
    '`<!-- x -->`\n\n```\n<!-- y -->\n```\n',
    removeComments,
    '`<!-- x -->`\n\n```\n<!-- y -->\n```\n',
  ],
  ['an element with Markdown in it goes whole', 'a\n\n<div>\n\n*x*\n\n</div>\n\nb\n', remove('div'), 'a\n\nb\n'],
  ['an inline element', 'a <b>*x*</b>, c\n', remove('b'), 'a , c\n'],
  [
    'an attribute rewrites its tag only',
    'a <kbd  class=x id="i">*x*</kbd>\n',
    strip('class'),
    'a <kbd id="i">*x*</kbd>\n',
  ],
  ['a void tag keeps its slash', '|a|\n|-|\n|<br class="x"/>|\n', strip('class'), '|a|\n|-|\n|<br />|\n'],
  ['unwrapping Markdown', '<div>\n\n*x*\n\n- y\n\n</div>\n', unwrap('div'), '*x*\n\n- y\n'],
  ['a bared mark is escaped', 'a\n\n<i>#</i> x\n', unwrap('i'), 'a\n\n\\# x\n'],
  [
    'a bared text that would begin a block is escaped',
    '<div>\n1. a\n# b - c\n---</div>\n',
    unwrap('div'),
    '1\\. a\n\\# b - c\n\\---\n',
  ],
  ['a bared text of an HTML block is escaped', '<div>2 * 3 * 4 [x]</div>\n', unwrap('div'), '2 \\* 3 \\* 4 \\[x\\]\n'],
];
for (const [title, body, act, expected] of edits) {
  test(`markdown edit: ${title}`, () => {
    const { markdown, warnings } = edited(body, act);
    assert.equal(markdown, expected);
    assert.deepEqual(warnings, []);
  });
}

test('markdown edit: a paragraph of Markdown goes as one of HTML does', () => {
  const { markdown } = edited('# T\n\nOne *two*.\n\n责任编辑：[张三](a)\n\nEnd.\n', (nodes, edits) => {
    for (const node of nodes) if (node.name === 'p' && node.textContent.startsWith('责任编辑')) edits.remove(node);
  });
  assert.equal(markdown, '# T\n\nOne *two*.\n\nEnd.\n');
});

test('markdown edit: an edit that would change its environment is given up, with a warning', () => {
  const body = 'a\n\n<kbd>1.</kbd> x\n\n- b\n';
  const { markdown, warnings } = edited(body, unwrap('kbd'));
  assert.equal(markdown, body);
  assert.deepEqual(
    warnings.map(({ code, line }) => [code, line]),
    [['kept-for-structure', 4]],
  );
});

test('markdown edit: code beside HTML that its item holds is no block that lost its end', () => {
  const body = '4. Eins\n\n\t   <configuration>\n\t  </srcPath>\n';
  assert.deepEqual(
    edited(body, () => {}),
    { markdown: body, warnings: [], changes: [], reverted: [] },
  );
});

test('markdown edit: one bad edit does not stop the good ones', () => {
  const { markdown, warnings } = edited('<!-- x -->\n\na\n\n<kbd>1.</kbd> x\n', (nodes, edits) => {
    removeComments(nodes, edits);
    unwrap('kbd')(nodes, edits);
  });
  assert.equal(markdown, 'a\n\n<kbd>1.</kbd> x\n');
  assert.equal(warnings.length, 1);
});

test('markdown edit: text may be removed and added in the middle', () => {
  const { markdown } = edited('One (QR) *two*.\n', (nodes, edits) => {
    const text = nodes.find(({ type }) => type === TEXT) as Node;
    edits.removeText(text, 4, 9);
    edits.addText('a*b', text, 'after');
  });
  assert.equal(markdown, 'One a\\*b*two*.\n');
});

test('markdown edit: an element that a rule adds is written as Markdown', () => {
  const { markdown } = edited('Watch <u>x</u> now\n', (nodes, edits) => {
    const element = nodes.find(({ name }) => name === 'u') as Node;
    const link = edits.addElement('a', [['href', 'https://v.example/1']], element, 'before');
    edits.addText('video', link, 'append');
    edits.remove(element);
  });
  assert.equal(markdown, 'Watch [video](https://v.example/1) now\n');
});

const forms: [title: string, body: string, expected: string][] = [
  ['center', 'a\n\n<center>Table 1</center>\n\nb\n', 'a\n\nTable 1\n\nb\n'],
  ['a paragraph in HTML', '<p align="center"><b>x</b> 2 * 3</p>\n', '**x** 2 * 3\n'],
  ['an image in a sentence', 'See <img src="a.png" alt="A" width="9"> here.\n', 'See ![A](a.png) here.\n'],
  ['an image in a cell', '| a |\n|---|\n| <img src="a.png" alt="A"> |\n', '| a |\n|---|\n| ![A](a.png) |\n'],
  ['a wrapper around Markdown', 'a\n\n<div class="note">\n\n*x*\n\n</div>\n\nb\n', 'a\n\n*x*\n\nb\n'],
  [
    'a wrapper whose closing tag makes the text behind it literal',
    'One <p>a\nb\n</p> and *more*.\n',
    'One <p>a\nb\n</p> and *more*.\n',
  ],
  ['a span in a sentence', 'a <span style="color:red">*b*</span> c\n', 'a *b* c\n'],
  ['a font in a heading', '## <font color=red> Title </font>\n', '## Title\n'],
  ['what has no form stays', 'H<sub>2</sub>O and <kbd>Ctrl</kbd>\n', 'H<sub>2</sub>O and <kbd>Ctrl</kbd>\n'],
  ['plain marks', '这是<b>重点</b>和<i>word two</i> <del>x</del>.\n', '这是**重点**和*word two* ~~x~~.\n'],
  [
    'quotes go out of marks where they would not close',
    '这是<b>“重点”</b>和<b>注意：</b>说\n',
    '这是“**重点**”和**注意**：说\n',
  ],
  ['a pair of brackets stays whole', '用<b>程序（v1.0）</b>的\n', '用<strong>程序（v1.0）</strong>的\n'],
  ['marks that would not close are tags', 'Ein <b>Wort:</b>zwei\n', 'Ein <strong>Wort:</strong>zwei\n'],
  ['blanks go out of marks', 'a <b>Nota: </b>b<i> c </i>d\n', 'a **Nota:** b *c* d\n'],
  ['breaks and hard blanks go out of marks', '<b>x<br></b>y <b>甲&nbsp;</b>乙\n', '**x**<br>y **甲**\u00a0乙\n'],
  [
    'a mark around a link beside letters goes in',
    '前<b><a href="u">连</a></b>后 <b>a<br>\nb</b>\n',
    '前[**连**](u)后 **a<br>\nb**\n',
  ],
  ['marks in marks', '<em><strong>p_q</strong></em> и <b>а <i>б</i></b>\n', '***p_q*** и **а *б***\n'],
  ['marks beside marks', '*<b>x</b>* <b>a*b</b>\n', '***x*** **a*b**\n'],
  ['marks that would pair with others stay HTML', '**see<b>x</b>now** <i>y</i>\n', '**see<b>x</b>now** *y*\n'],
  ['marks around Markdown', '<b>[x](u_v) and `c`</b> <s>*z*</s>\n', '**[x](u_v) and `c`** ~~*z*~~\n'],
  [
    'the name of a reference stays',
    '[a <em>b</em>] <em>c</em>\n\n[a <em>b</em>]: u\n',
    '[a <em>b</em>] *c*\n\n[a <em>b</em>]: u\n',
  ],
  ['code', 'Set <code style="color: red">[N_C]</code> or <code>&lt;b&gt;</code>.\n', 'Set `[N_C]` or `<b>`.\n'],
  ['code around a link', 'a <code><a href="u_v">b(8)</a></code>\n', 'a [`b(8)`](u_v)\n'],
  ['a link to nowhere', 'a <a>b *c*</a> <i><a>d</a></i>\n', 'a b *c* *d*\n'],
  ['a paragraph around Markdown', '<p dir="rtl">\n\n*x*\n\n- y\n\n</p>\n', '*x*\n\n- y\n'],
  ['blanks behind HTML go with it', '<p>a</p> \n\nb\n', 'a\n\nb\n'],
  ['a figure around Markdown', 'a\n\n<figure>\n\n![b](c)\n\n</figure>\n', 'a\n\n![b](c)\n'],
  ['code with emphasis in it stays', 'a <code>b*c*d</code>\n', 'a <code>b*c*d</code>\n'],
  [
    'a plain link',
    'See <a href="https://a.example/b" target="_blank">this</a>.\n',
    'See [this](https://a.example/b).\n',
  ],
  [
    'targets that need care',
    '<a href="http://a.example/b_c*d?e=1&amp;f=(g)">x</a> <a href="a b">y</a> <a href="c)d" title="T">*z*</a>\n',
    '[x](http://a.example/b_c*d?e=1&f=(g)) [y](<a b>) [*z*](<c)d> "T")\n',
  ],
  ['a line end in a link', '- the <a href="u">long\n  name</a> of\n', '- the [long\n  name](u) of\n'],
  ['a link in a cell', '| a |\n|---|\n| <a href="b_c">d</a> |\n', '| a |\n|---|\n| [d](b_c) |\n'],
  ['a link behind an exclamation mark is no image', 'Oh!<a href="b">this</a>\n', 'Oh!<a href="b">this</a>\n'],
  ['a linked image', 'See <a href="b"><img src="a.png" alt="A"></a>.\n', 'See [![A](a.png)](b).\n'],
  ['a dead anchor', 'a <a name="OLE_1"></a>b\n', 'a b\n'],
  ['an anchor that a link uses', 'a <a name="x"></a>b [c](#x)\n', 'a <a name="x"></a>b [c](#x)\n'],
  ['an anchor with a quote in its name', 'a <a id="x\'s"></a>b [c](#x\'s)\n', 'a <a id="x\'s"></a>b [c](#x\'s)\n'],
  [
    'details stay',
    '<details>\n<summary>s</summary>\n\n*x*\n\n</details>\n',
    '<details>\n<summary>s</summary>\n\n*x*\n\n</details>\n',
  ],
  ['a comment that no rule took stays', 'a\n\n<!-- more -->\n\nb\n', 'a\n\n<!-- more -->\n\nb\n'],
  ['a block under a paragraph gets its blank lines', 'a\n<div>x</div>\nb\n', 'a\n\nx\n\nb\n'],
  ['pre that a blank line cuts', '<p>x</p>\n<pre>\na\n\n## b\n</pre>\n\nc\n', 'x\n\n```\na\n\n## b\n```\n\nc\n'],
  [
    'a wrapper that a link points to',
    '<div id="x">\n\n*a*\n\n</div>\n\n[b](#x)\n',
    '<div id="x">\n\n*a*\n\n</div>\n\n[b](#x)\n',
  ],
  ['HTML in code is code', '```\n<div>x</div>\n```\n', '```\n<div>x</div>\n```\n'],
];
for (const [title, body, expected] of forms) {
  test(`markdown form: ${title}`, () => {
    const once = edited(body, () => {}).markdown;
    assert.equal(once, expected);
    assert.equal(edited(once, () => {}).markdown, expected, 'twice is once');
  });
}

test('markdown form: an HTML list becomes a list, and a second run changes nothing', () => {
  const once = edited('a\n\n<ul>\n<li>x</li>\n\n<li>y</li>\n</ul>\n\n*b*\n', () => {}).markdown;
  assert.match(once, /^a\n\n- x\n+- y\n\n\*b\*\n$/);
  assert.equal(edited(once, () => {}).markdown, once);
});

const targets = '[a](b.md "t") ![i](c.png) <a name=q href=\'d.html\'>*x*</a> [e](#q)\n\n[e]: f.md\n\n`[a](b.md)`\n';

test('markdown targets: relink and base URL', () => {
  const relink = (url: string) => (url.endsWith('.md') ? `../${url}` : null);
  assert.equal(
    edited(targets, () => {}, { relink }).markdown,
    '[a](../b.md "t") ![i](c.png) <a name=q href=\'d.html\'>*x*</a> [e](#q)\n\n[e]: ../f.md\n\n`[a](b.md)`\n',
  );
  assert.equal(
    edited(targets, () => {}, { baseUrl: 'https://a.example/p/' }).markdown,
    '[a](https://a.example/p/b.md "t") ![i](https://a.example/p/c.png) <a name=q href="https://a.example/p/d.html">*x*</a> [e](#q)\n\n' +
      '[e]: https://a.example/p/f.md\n\n`[a](b.md)`\n',
  );
});

test('markdown targets: a relative one is found whatever stands around it', () => {
  const relink = (url: string) => (url.endsWith('.md') ? `../${url}` : null);
  for (const link of ['[a](b.md)', '[a]( b.md )', '[a](\nb.md)', 'x [a]\n\n[a]: b.md']) {
    const text = `[h](https://a.example/) ${link}\n`;
    const { markdown } = edited(text, () => {}, { relink });
    assert.equal(markdown, text.replace('b.md', '../b.md'), link);
  }
});

test('markdown targets: links as text, images by their alt text or not at all', () => {
  assert.equal(
    edited('[a *b*](c) ![i](d) <a href="e">f</a>\n', () => {}, { links: 'text', images: 'alt' }).markdown,
    'a *b* i f\n',
  );
  assert.equal(edited('[![i](d)](e) x\n', () => {}, { images: 'none' }).markdown, '[](e) x\n');
});

const piece = fc.constantFrom(
  ...[
    'word',
    '中文',
    '\n',
    '\n\n',
    ' ',
    '    ',
    '# ',
    '- ',
    '> ',
    '1. ',
    '*',
    '_',
    '`',
    '```\n',
    '<b class=x>',
    '</b>',
    '<div>\n',
  ],
  ...[
    '</div>\n',
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<!-- c -->',
    '\n<!-- d\n\ne -->\n',
    '<img src="a">',
    '[a](b)',
    '|',
    '\n|---|\n',
  ],
  ...[
    '<ul><li>',
    '</ul>',
    '<span>',
    '</span>',
    '<center>',
    '</center>\n',
    '&amp;',
    '$',
    '{{ x }}',
    '\n---\n',
    '<details>',
    '</details>',
  ],
);

test('markdown edit: removals keep every word outside of what went, and writing twice is writing once', () => {
  const words = (text: string) => text.match(/word|中文/g)?.length ?? 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const body = pieces.join('');
      const { markdown } = edited(body, (nodes, edits) => {
        removeComments(nodes, edits);
        for (const node of nodes) {
          if (node.type === ELEMENT && node.has('class')) edits.attribute(node, 'class', null);
        }
      });
      assert.equal(words(markdown), words(body));
      const twice = edited(markdown, removeComments).markdown;
      assert.equal(edited(twice, removeComments).markdown, twice);
    }),
    { seed: 11, numRuns: 1500 },
  );
});

test('markdown edit: hostile bodies are written in linear time', () => {
  const pieces = [
    '<div>\n\n',
    '<!-- a -->\n',
    '<span>*x*</span> ',
    '<b>x</b>\n\n',
    '<p>\n\n',
    '<img src=a>',
    '<kbd>1.</kbd> x\n\n',
    '<b>x</b> ',
    '<b><i>',
    '<font color=a>',
    '<p>a</p>\nb <i>c</i>\n',
    '<b>x<br></b>',
    '<br>',
    '<a href="u_v">b</a>*',
  ];
  for (const one of pieces) {
    const ratio = growth((count) => {
      edited(one.repeat(count), (nodes, edits) => {
        removeComments(nodes, edits);
        unwrap('kbd')(nodes, edits);
      });
    }, 8000);
    assert.ok(ratio < tooSteep, `${one}: ${ratio}`);
  }
});
