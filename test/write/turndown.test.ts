/**
 * turndown's rules in our walker: what turndown's own rules make of our tree is what turndown makes of its own, and
 * every difference is explained. So a new version of turndown, or of its undocumented list of rules, shows here.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toMarkdown } from '../../src/write/html-to-markdown.js';
import type { ConversionRule } from '../../src/write/options.js';
import { ruleFor, turndown } from './turndown-rules.js';

/** turndown's rule for an element, as a rule of the caller: our walker hands it the content and the node. */
function withRules(html: string, names: readonly string[]): string {
  const rules = names.map((name): ConversionRule => {
    const rule = ruleFor(name);
    assert.ok(rule, `turndown has no rule for ${name}`);
    return { filter: name, replacement: rule.replacement };
  });
  return toMarkdown(html, { rules });
}

const same: [names: string[], html: string][] = [
  [['h1', 'h2', 'h6'], '<h1>One</h1><h2>Two <code>x</code></h2><h6>Six</h6>'],
  [['hr'], '<p>a</p><hr><p>b</p>'],
  [['blockquote'], '<blockquote><p>one line</p></blockquote>'],
  [['p'], '<p>a</p><p>b</p>'],
  [['br'], '<p>a<br>b</p>'],
  [['em', 'strong'], '<p>a <em>b</em> <strong>c</strong></p>'],
  [['em', 'strong'], '<p>a<em> b </em>c <strong> d</strong> e<em> </em> f</p>'],
  [['a'], '<p>a<a href="u"> b </a>c</p>'],
  [['code'], '<p>a <code>x_*y*</code></p>'],
  [['ul', 'li'], '<ul>\n<li>a</li>\n<li>b <b>c</b></li>\n</ul>'],
  [['ol', 'li'], '<ol start="3"><li>a</li><li>b</li></ol>'],
  [['img'], '<p><img src="a.png" alt="A cat" title="t"></p>'],
  [['h2', 'blockquote', 'p'], '<h2>T</h2><blockquote><p>q</p></blockquote><p>z</p>'],
];
for (const [names, html] of same) {
  test(`turndown's rules for ${names.join(', ')} give what turndown gives: ${html}`, () => {
    assert.equal(withRules(html, names), turndown.turndown(html));
  });
}

/** Where we differ from `turndown()` on purpose, and why. */
const differences: [why: string, html: string, theirs: string, ours: string][] = [
  [
    'a quote over two paragraphs has no trailing blank',
    '<blockquote><p>a</p><p>b</p></blockquote>',
    '> a\n> \n> b',
    '> a\n>\n> b',
  ],
  ['list items are as wide as their mark', '<ul><li>a</li></ul>', '-   a', '- a'],
  ['a mark that needs no escape has none', '<p>snake_case [1]</p>', 'snake\\_case \\[1\\]', 'snake_case [1]'],
  ['text that looks like a tag stays text', '<p>&lt;script&gt;</p>', '<script>', '\\<script>'],
  ['emphasis that would not close is moved', '<p><b>“引”</b>后</p>', '**“引”**后', '“**引**”后'],
  ['`pre` without `code` is code', '<pre>a  b</pre>', 'a  b', '```\na  b\n```'],
  ['a table is a table', '<table><tr><th>a<tr><td>b</table>', 'a\n\nb', '| a |\n| --- |\n| b |'],
  ['`1)` at the start of a line is no list', '<p>1) a</p>', '1) a', '1\\) a'],
  ['emphasis around blocks goes into them', '<b><p>a</p><p>b</p></b>', '**\n\na\n\nb\n\n**', '**a**\n\n**b**'],
];
for (const [why, html, theirs, ours] of differences) {
  test(`differs from turndown: ${why}`, () => {
    assert.equal(turndown.turndown(html), theirs, 'turndown has changed');
    assert.equal(toMarkdown(html), ours);
  });
}
