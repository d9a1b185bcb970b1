/** Markdown bodies that broke the proof of law 1, or law 3, once: found by fuzzing, then made as small as they go. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConvertOptions } from '../../src/api.js';
import { convert } from '../../src/convert.js';
import { ambiguousSpans, needsProof } from '../../src/write/source/ambiguous.js';

const bodies: readonly string[] = [
  // What looks like an end tag inside of what is no tag.
  '<a t="" t</code>="">',
  '<a href=\')"\'><a f="',
  '<a href="">[^]',
  '<a href=t><pre>l',
  '<t>\n<n',
  // A blank behind what would then be a list's mark.
  '- 词\n-<!----> 库',
  '词\n2.<!-- n -->',
  '<span></span>1. ',
  // What would define a link.
  '[a]: bc<i>x</i><img src=x>',
  // Raw text that nothing closes, and end tags in it.
  'o<iframe></div>',
  '<textarea></u>',
  '<title></div>',
  '<title><!',
  '<iframe></<',
  '<textarea><template>',
  '<center><iframe><?',
  '<pre><script><title><',
  '<script e=""><script e=""></script>[d](b',
  '<script /t>\n\nAll the rest.',
  // Tags that the end of a block cuts off.
  '<hr',
  '<dt></',
  '<hr\n\nText > and more.',
  '<h1></h2><t',
  '</pre><!A',
  '<?></',
  '<ul></',
  // Blocks that end, and what is bare then.
  '<div>\n<!>\n</',
  '<hr>\\\n<a',
  '</div><?>*',
  '*<template>',
  '![<t e=""><img src=x>]()',
  '<v>\n<img src="g" e="">',
  '<img alt="n" data-src="/i">',
  '<img src=x><a >',
  // What is bare where an indent, a blank or an element has gone.
  '\u3000',
  '\u200b[^1]:',
  '\\\u200b<',
  '_<template>_',
  '\\\n<template>',
  '- <noscript>',
  '><template>',
  '<center>\n*<!--',
  '<noscript>&lt;',
  '\u3000<tr',
  // What a rule takes out makes a link or a character of what is around it.
  '[](h\u000ec)',
  'a [b](\u0001c) d',
  '&#<div>0;</div>',
  '<hr>\n\ufeff#',
  'x &lt<span></span>;',
  // Readers do not agree about these: the source stays where an edit would show or hide what stands behind it.
  '\\[^&]\n<link></',
  '# 1\n# 2\n<p><a\n\n<div>',
  '# o\n# p\n<p></p><d/t>',
  '\\(>\n<p><pre>\n\n# </pre>',
  '<noscript>\n<a href=5"/a>t',
  '<noscript>[a]\n\n[a]:t',
  '<!-->[]()',
  '[](<!-->l)',
  '[^n]\n[^n]:t\n<!--',
  '[^1]<div>\n[^1]:s</div>e',
  '<script></script&>',
  'c<script>\n<script></script>',
  '<div></\n\n</div>g`',
  '<p t="\n\n<h2 style=t">更',
  '`\n\t* `<a href="n">品</a>`',
  '<figure><figcaption></figure>\n[]()',
  '```\n```\n"\n    <!---->\n<n s="">\n>',
  '<!---->\n    <t>\n```\n\n```\n<!---->',
  '<pre s=""><pre s=""></pre>\n`d`</pre>',
  '[](0<p style="">)',
  `[](${'/a'.repeat(200)}<p style="">)`,
  '<link>\n-',
  // What stands on both sides of a removal would be a tag, a reference, a link.
  '<<!---->d>',
  '&<!---->amp;',
  '&#0<div>;</div>',
  '[a]<!---->(b)',
  '!<!---->[a](b)',
  // A number in a heading is text; a blank behind it is no indent.
  '### 3. \u00a0Wind',
  // Where what ends a block of HTML goes, a line behind it is Markdown again, as to the engines of its time.
  '<div>Noon.</div>\n<!-- more -->\n1. one\n2. two',
  '<p class="codepen">See the Pen</p>\n<script src="https://pen.example/ei.js"></script>\n## Next',
  '<figcaption>Harbour\n    at six</figcaption>\n![](https://img.example/a.jpg)',
];

const options: ConvertOptions = { source: 'a.md', body: 'markdown', formats: ['markdown', 'text'], verify: true };

for (const body of bodies) {
  test(`every token is accounted for, and a second run changes nothing: ${JSON.stringify(body)}`, async () => {
    const { markdown = '' } = (await convert(body, options)).outputs;
    assert.equal((await convert(markdown, options)).outputs.markdown, markdown);
  });
}

test('what stands in a film, a sound or a frame is logged where the link takes its place', async () => {
  const body =
    'A\n\n<video src="/v.mp4">Sorry</video>\n\nand <iframe src="https://e.example/1">No frames</iframe> here.\n';
  const { outputs, record } = await convert(body, { ...options, formats: ['markdown', 'json'] });
  assert.equal(outputs.markdown, 'A\n\n[/v.mp4](/v.mp4)\n\nand <https://e.example/1> here.\n');
  const removed = record.changes.filter(({ action }) => action === 'remove');
  assert.deepEqual(
    removed.map(({ rule, text }) => [rule, text]),
    [
      ['form:embed', 'Sorry'],
      ['form:embed', 'No frames'],
    ],
  );
  assert.deepEqual(
    removed.map(({ start, end }) => body.slice(start, end)),
    ['<video src="/v.mp4">Sorry</video>', '<iframe src="https://e.example/1">No frames</iframe>'],
  );
});

test('an edit that is given up leaves the log, and the source where readers do not agree about it', async () => {
  const body = '<!--a-->\n\nText.\n\n<link rel="x">\n<a href=5"/a>t\n\n<!--b-->\n';
  const { outputs, record } = await convert(body, { ...options, formats: ['markdown', 'json'] });
  assert.equal(outputs.markdown, 'Text.\n\n<link rel="x">\n<a href=5"/a>t\n');
  assert.deepEqual(
    record.changes.map(({ rule, start }) => [rule, start]),
    [
      ['comment', 0],
      ['comment', body.indexOf('<!--b')],
    ],
  );
  assert.deepEqual(
    record.warnings.map(({ code, line }) => [code, line]),
    [['kept-for-structure', 5]],
  );
});

test('a body too long to be proved at once keeps its source near such HTML, and is cleaned elsewhere', async () => {
  const long = 'Words of a long article. '.repeat(1_000);
  const kept = '<link rel="x">\n<a href=5"/a>t\n';
  const { outputs } = await convert(`<!--a-->\n\n${long}\n\n${kept}`, options);
  assert.equal(outputs.markdown, `${long}\n\n${kept}`);
});

test('a link whose definition ran code leads nowhere, and is none in the record', async () => {
  const body = '[one][1] and [two](https://a.example/)\n\n[1]: javascript:go()\n';
  const { record } = await convert(body, { ...options, formats: ['json'] });
  assert.deepEqual(record.links, [{ url: 'https://a.example/', text: 'two' }]);
});

test('what looks like the target of a note is its text: no link in it runs code', async () => {
  for (const address of ['javascript:go()', '<javascript:go()>', 'data:text/html,go']) {
    const { outputs } = await convert(`Rain[^1].\n\n[^1]: [one](${address})\n`, options);
    assert.doesNotMatch(outputs.markdown ?? '', /script|data/, address);
    assert.match(outputs.markdown ?? '', /\[\^1\]: .*one/);
  }
  const kept = 'Rain[^1].\n\n[^1]: [one](https://a.example/)\n';
  assert.equal((await convert(kept, options)).outputs.markdown, kept);
});

const asksForProof = (before: string, after: string): boolean => needsProof(before, after, ambiguousSpans(before));

test('the proof runs where an edit stands in HTML that readers do not agree about, and where such HTML goes on behind it', () => {
  const code = 'One ` of `two.\nThree ` here.';
  const math = '`$$\nx < y\n$$`';
  for (const stretch of [code, math]) {
    assert.equal(asksForProof(`<!--a-->\n\n${stretch}\n\nEnd.\n`, `${stretch}\n\nEnd.\n`), false, stretch);
    assert.equal(asksForProof(`${stretch}\n\n<b></b>End.`, `${stretch}\n\nEnd.\n`), false, stretch);
    // An edit in it, one that takes the blank line beside it, one that takes it.
    const line = stretch.replace('\n', ' <!--a-->\n');
    assert.ok(asksForProof(`${line}\n\nEnd.\n`, `${stretch}\n\nEnd.\n`), stretch);
    assert.ok(asksForProof(`<i>\n\n${stretch}\n\nEnd.\n`, `<i>\n${stretch}\n\nEnd.\n`), stretch);
    assert.ok(asksForProof(`<b></b>One.\n\n${stretch}\n\nEnd.\n`, 'One.\n\nEnd.\n'), stretch);
  }
  for (const open of ['<i>x', 'x</i>', '`a\n<i>` b', '<!-->', 'a ``` b ` c', '<a\nhref=x>y</a>']) {
    assert.ok(asksForProof(`<!--a-->\n\n${open} \`\n\nEnd.\n`, `${open} \`\n\nEnd.\n`), open);
  }
  assert.equal(asksForProof('<!--a-->\n\nAll `is` well.\n', 'All `is` well.\n'), false);
});
