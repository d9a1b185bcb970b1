import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderMarkdown } from '../../src/body/render.js';
import { descendants, type Node, textOf } from '../../src/body/tree.js';
import { growth, tooSteep } from '../growth.js';

function names(root: Node): string[] {
  return [...descendants(root)].filter(({ type }) => type === 1).map(({ name }) => name);
}

const flat = (root: Node) => textOf(root).replace(/\s+/g, ' ').trim();

const texts: [title: string, markdown: string, text: string][] = [
  ['placeholders are text', 'Type <your-name> and *go*.', 'Type <your-name> and go.'],
  ['math is verbatim', 'So $a_b * c_d * e$ and $$x_1 _y_$$.', 'So $a_b * c_d * e$ and $$x_1 _y_$$.'],
  [
    'template tags are verbatim',
    '{{ a_b_c }} and {% x *y* *z* %} and {{< fig "_a_" >}}',
    '{{ a_b_c }} and {% x *y* *z* %} and {{< fig "_a_" >}}',
  ],
  ['footnotes keep their marks', 'A[^1].\n\n[^1]: note *x*', 'A[^1]. [^1]: note x'],
  ['a one-word footnote is no link', 'A[^1].\n\n[^1]: word', 'A[^1]. [^1]: word'],
  ['inline notes', 'A^[note *x*].', 'A^[note x].'],
  ['tasks', '- [ ] one\n- [x] two', '[ ] one [x] two'],
  ['code', '`<b>` and\n\n    <i>', '<b> and <i>'],
  ['a title tag in prose', 'The <title> tag, then more.', 'The <title> tag, then more.'],
  ['a heading behind a block of a placeholder', '<name>\n# x\n\n# *y*', '<name> # x y'],
  ['dollars', 'It costs $5 or *maybe* $6.', 'It costs $5 or maybe $6.'],
];
for (const [title, markdown, text] of texts) {
  test(`render: ${title}`, () => assert.equal(flat(renderMarkdown(markdown)), text));
}

test('render: links and images', () => {
  const root = renderMarkdown('[a]({{ site.url }}/x "t") ![alt](b.png) <https://example.org/q> [r]\n\n[r]: /ref');
  const urls = [...descendants(root)].map((node) => node.get('href') ?? node.get('src')).filter(Boolean);
  assert.deepEqual(urls, ['{{ site.url }}/x', 'b.png', 'https://example.org/q', '/ref']);
});

test('render: tables, strikethrough and HTML', () => {
  const root = renderMarkdown('| a | b |\n|---|---|\n| 1 | ~~2~~ |\n\n<div><b>x</b></div>\n\nA <sup>2</sup>');
  for (const name of ['table', 's', 'div', 'b', 'sup']) assert.ok(names(root).includes(name), name);
});

test('render: footnote continuations are paragraphs, no code', () => {
  const root = renderMarkdown('A[^1].\n\n[^1]: one\n\n    two\n[^2]: three\n');
  assert.deepEqual(names(root), ['p', 'p', 'p', 'p']);
});

test('render: a body that uses every private character of the first places', () => {
  assert.equal(flat(renderMarkdown('\ue000\ue001 0\ue0000\ue000 $a_b_c$')), '\ue000\ue001 0\ue0000\ue000 $a_b_c$');
});

test('render: no depth loses a word', () => {
  for (const mark of ['> ', '- ', '1. ', '*', '[', '<b>']) {
    assert.match(textOf(renderMarkdown(`${mark.repeat(20_000)}word`)), /word/, mark);
  }
});

test('render: hostile bodies in linear time', () => {
  const pieces = [
    '[',
    '`',
    '<',
    '*',
    '$',
    '{{',
    '![',
    '](',
    '[a](',
    '**a_ ',
    '> ',
    '- ',
    '|a',
    '[^1]: a\n',
    '* a\n',
    '<div>\n\n',
    '<!--',
    '&',
  ];
  for (const one of pieces) {
    const ratio = growth((count) => renderMarkdown(one.repeat(count)), 20_000);
    assert.ok(ratio < tooSteep, `${one}: ${ratio}`);
  }
});
