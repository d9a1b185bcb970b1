import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHtml } from '../../src/body/html.js';
import { detectKind } from '../../src/body/kind.js';
import { parseMarkdown } from '../../src/body/markdown/parse.js';
import { parseParagraphs } from '../../src/body/paragraphs.js';
import { writeMarkdown } from '../../src/write/markdown/index.js';
import { writeMarkdownBody } from '../../src/write/source/write.js';

const long = 'A paragraph with enough words in it to be a real one, sixty characters and more of them.';

function convert(body: string, name: string | undefined): string {
  const { kind } = detectKind(body, name);
  if (kind === 'markdown') return writeMarkdownBody(parseMarkdown(body, 0), body).markdown;
  const { root } = kind === 'text' ? parseParagraphs(body, 0) : parseHtml(body);
  return `${writeMarkdown(root).trim()}\n`;
}

const bodies: [title: string, body: string][] = [
  ['loose paragraphs', `<div><img src="a" alt="A"></div>\n${long}\n\n${long}\n\n*${long}\n<br/><h4>Emma</h4>`],
  ['one paragraph', 'One loose <b>paragraph</b> of text.'],
  ['loose lines', '28 - is the number\n29 - is the next\nand <i>this</i> is the last'],
  ['stray marks', '<p>All *nix systems ^_^</p>\n<p>**not bold**, [x](y), `code`, # no, 1. no</p>'],
  ['autop residue', `<h2>One</h2><br />\n${long}\n<h2>Two</h2>\n${long}</p>\n<p>${long}</p>`],
  ['only br', `${long}<br /><br />${long}<br />\n<br />\n${long}`],
  ['br and blank lines', `${long}<br/>\n\n${long}\n\n${long}<br/>\n\n${long}`],
  [
    'a list, a quote, code, a table',
    `<ul><li>a<li>b</ul><blockquote>${long}</blockquote><pre>x\n\n  y</pre><table><tr><th>a<td>b</table>`,
  ],
  ['numbered lines', '1. one\n2) two\n- three\n\n# four'],
];
for (const [title, body] of bodies) {
  test(`kind: our own Markdown of "${title}" is read as what it says, whatever its name`, () => {
    const markdown = convert(body, 'a.html');
    for (const name of ['a.md', 'a.html', undefined]) assert.equal(convert(markdown, name), markdown, String(name));
  });
}
