/** The addresses that law 1 counts, wherever an element keeps them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHtml } from '../../src/body/html.js';
import { targetOf } from '../../src/body/target.js';
import { following } from '../../src/body/tree.js';
import { convert } from '../../src/convert.js';

const html =
  '<a href="a"></a><map><area href="b"></map><img src="c"><iframe src="d"></iframe><embed src="e">' +
  '<video src="f"><source src="g"></video><audio src="h"></audio><object data="i"><param name="Movie" value="j">' +
  '<param name="wmode" value="x"></object><p data-src="y"><frame src="k"><svg><a xlink:href="l"></a></svg>';

test('each element that leads somewhere has its target', () => {
  const { root } = parseHtml(html);
  let found = '';
  for (let node = root.first; node; node = following(node, root)) found += targetOf(node) ?? '';
  assert.equal(found, 'abcdefghijkl');
});

test('targets of every kind move with the article', async () => {
  const body = '<p><map><area href="n.html" alt="N"></map></p><iframe src="f.html" title="F"></iframe>';
  const { outputs } = await convert(body, { source: 'a.html', baseUrl: 'https://b.example/dir/' });
  assert.equal(outputs.markdown, '[N](https://b.example/dir/n.html)\n\n[F](https://b.example/dir/f.html)\n');
});
