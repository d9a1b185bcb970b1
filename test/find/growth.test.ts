/** Law 6: the finder's work grows with the page, whatever its shape. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHtml } from '../../src/body/html.js';
import { findArticle } from '../../src/find/index.js';
import { growth, tooSteep } from '../growth.js';

const words = 'The ferry is late today, as it was yesterday. ';

const shapes: Record<string, (n: number) => string> = {
  'nested boxes': (n) => `${'<div class="box">'.repeat(n)}${words}`,
  'nested boxes with a line each': (n) => `<div class="related"><p>${words}</p>`.repeat(n),
  'nested inline elements with a line each': (n) =>
    `<main><p>${words.repeat(9)}</p></main><p>${`<b>${words}`.repeat(n)}`,
  'nested lists of links': (n) => '<ul><li><a href="/a">A link to another place</a>'.repeat(n),
  'cards side by side': (n) => `<div class="card"><a href="/a">A link</a><p>${words}</p></div>`.repeat(n),
  'articles side by side': (n) => `<article><p>${words}</p></article>`.repeat(n),
  'names of one class each': (n) => Array.from({ length: n }, (_, i) => `<p class="a${i} b${i}">${words}</p>`).join(''),
  'headings and nothing else': (n) => '<h2>Late</h2>'.repeat(n),
  'nested articles': (n) => `<article class="entry-content"><p>${words}</p>`.repeat(n),
};

for (const [name, make] of Object.entries(shapes)) {
  test(name, () => {
    const ratio = growth((count) => {
      const html = make(count);
      const { root } = parseHtml(`<html><head><title>Late</title></head><body><h1>Late</h1>${html}</body></html>`);
      findArticle(root, { runs: () => true, keep: ['.kept', 'b b'], keepsComments: true });
    }, 6000);
    assert.ok(ratio < tooSteep, `${ratio.toFixed(1)} times as long for four times the page`);
  });
}
