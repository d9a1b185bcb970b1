/** The quick look at a parsed body never says anything that the survey of its source would not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseHtml } from '../../src/body/html.js';
import { isPlainHtml } from '../../src/body/kind/plain-html.js';
import { detectKind } from '../../src/body/kind.js';

const isPlain = (body: string): boolean => isPlainHtml(parseHtml(body), body);

test('text in block elements only', () => {
  assert.ok(isPlain('<div><p>One</p>\n<ul><li>two</ul></div>\n<script>x</script><!-- note -->\n'));
  assert.ok(!isPlain('<p>One</p>\nloose'));
  assert.ok(!isPlain('<div>in a container</div>'));
  assert.ok(!isPlain('<p>One\n\n- two'));
  assert.ok(!isPlain('<div></div>'));
  assert.ok(!isPlain('<p>One</p>\n```\n<p>code</p>\n```'));
});

test('agrees with the survey', () => {
  const pieces = [
    ...['<p>', '</p>', '<div>', '</div>', '<ul>', '<li>', '</li>', '</ul>', '<h2>', '</h2>', '<blockquote>', '<td>'],
    ...['</blockquote>', '<table>', '</table>', '<pre>', '</pre>', '<br>', '<img src="a">', '<a href="b">', '</a>'],
    ...['<script>', '</script>', '<!--', '-->', '<b>', '</b>', '<style>', '</style>', '<textarea>', '</textarea>'],
    ...[
      'A sentence of some words. ',
      '\n\n',
      '\n',
      '## Head\n',
      '- item\n',
      '**bold** ',
      '[x](y) ',
      '`',
      '&lt;',
      '<3 ',
    ],
  ];
  let plain = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
      const body = `<p>One</p>${parts.join('')}`;
      if (!isPlain(body)) return;
      plain++;
      for (const name of ['a.md', 'a.html', undefined]) assert.equal(detectKind(body, name).kind, 'html', body);
    }),
    { numRuns: 5000, seed: 7 },
  );
  assert.ok(plain > 500, `${plain} of the bodies are plain`);
});
