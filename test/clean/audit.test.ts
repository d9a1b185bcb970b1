/** The proof can fail: each way of changing the tree behind the log's back is caught. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseHtml } from '../../src/body/html.js';
import { append, descendants, detach, insertBefore, Node, replaceWithChildren, TEXT } from '../../src/body/tree.js';
import { audit, snapshot } from '../../src/clean/audit.js';
import { Edits } from '../../src/clean/edits.js';

const html =
  '<p id="one">One <b>two</b> &amp; three.</p><p>Four <a href="/five">five</a>.</p><img src="six.png"><table><tr><td>7</td></tr></table>';

function setUp(): {
  root: Node;
  edits: Edits;
  find: (name: string) => Node;
  text: (part: string) => Node;
  problem: () => string | null;
} {
  const { root } = parseHtml(html);
  const before = snapshot(root);
  const edits = new Edits(html);
  const nodes = [...descendants(root)];
  return {
    root,
    edits,
    find: (name) => nodes.find((node) => node.name === name) as Node,
    text: (part) => nodes.find((node) => node.type === TEXT && node.data.includes(part)) as Node,
    problem: () => audit(root, edits.changes, before),
  };
}

type Mutation = (tree: ReturnType<typeof setUp>) => void;

const mutations: Record<string, Mutation> = {
  'drops a word': ({ text }) => {
    text('three').data = ' & .';
  },
  'changes a letter': ({ text }) => {
    text('three').data = ' & thrEe.';
  },
  'drops a paragraph': ({ find }) => detach(find('p')),
  'drops an image': ({ find }) => detach(find('img')),
  'drops a cell': ({ find }) => detach(find('td')),
  'swaps two paragraphs': ({ find }) => {
    const one = find('p');
    const two = one.next as Node;
    detach(two);
    insertBefore(one, two);
  },
  'doubles a line': ({ find }) => {
    const one = find('b');
    append(one, new Node(TEXT, '#text', 'two', one.start + 3, one.end - 4));
  },
  'adds text': ({ find }) => {
    const added = new Node(TEXT, '#text', 'extra', 5, 5);
    added.added = true;
    append(find('p'), added);
  },
  'adds an image': ({ find }) => {
    const added = new Node(1, 'img', '', 5, 5);
    added.added = true;
    added.attributes = new Map([['src', 'x.png']]);
    append(find('p'), added);
  },
  'changes a link': ({ find }) => {
    find('a').attributes?.set('href', '/elsewhere');
  },
  'loses a link': ({ find }) => replaceWithChildren(find('a')),
  'changes an image': ({ find }) => {
    find('img').attributes?.set('src', 'other.png');
  },
  'moves a word': ({ find, text }) => {
    const word = text('two');
    detach(word);
    append(find('td'), word);
  },
  'rewrites added text after it was logged': ({ edits, find }) => {
    edits.addText('mark', find('p'), 'append').data = 'another';
  },
  'logs a removal that did not happen': ({ edits, find }) => {
    edits.changes.push({ rule: 'x', action: 'remove', start: 0, end: 1, text: '', removed: find('b') });
  },
  'logs a change and makes another': ({ edits, find }) => {
    edits.attribute(find('a'), 'href', '/six');
    find('a').attributes?.set('href', '/seven');
  },
};

describe('audit', () => {
  it('accepts a tree that nobody changed', () => assert.equal(setUp().problem(), null));

  it('accepts every edit that goes through Edits', () => {
    const tree = setUp();
    const { edits, find, text } = tree;
    edits.removeText(text('three'), 3, 5);
    edits.replaceText(text('Four'), 0, 4, '4');
    edits.attribute(find('a'), 'href', '/six');
    edits.attribute(find('a'), 'href', '/seven');
    edits.unwrap(find('b'));
    edits.rename(find('img'), 'span');
    edits.wrap('a', [['href', 'new']], find('table'), find('table'));
    edits.remove(find('td'));
    assert.equal(tree.problem(), null);
  });

  for (const [name, mutate] of Object.entries(mutations)) {
    it(`catches an edit that ${name}`, () => {
      const tree = setUp();
      mutate(tree);
      assert.notEqual(tree.problem(), null);
    });
  }
});
