/** `--keep`: whatever kind of edit a rule asks for, what the user keeps neither goes nor changes; its neighbour does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { following, type Node, textOf } from '../../src/body/tree.js';
import type { Edits } from '../../src/clean/edits.js';
import { defineRule, type Rule, type RuleAction } from '../../src/clean/rule.js';
import { convert } from '../../src/convert.js';
import { cleaned } from './cleaned.js';

/** A rule that does this to every link, whoever keeps it. */
const ruleThat = (action: RuleAction, selector = 'a'): Rule =>
  defineRule({ name: 'test', group: 'user', why: 'A test.', match: { selector }, action, examples: [], keeps: [] });

const article =
  '<div><a class="mine" title="t" href="/kept">Kept words</a></div><a title="t" href="/other">Others</a><hr>';

/** The engine passes kept nodes by; a rule may still come to one from another node, here from the `hr` behind them. */
const fromElsewhere = (edit: (node: Node, edits: Edits) => void): Rule =>
  ruleThat(
    {
      edit: (_, edits, { root }) => {
        for (const node of linkNodes(root)) edit(node, edits);
      },
    },
    'hr',
  );

const rules: Record<string, Rule> = {
  remove: ruleThat('remove'),
  unwrap: ruleThat('unwrap'),
  attributes: ruleThat({ attributes: /^title$/ }),
  'remove a node': fromElsewhere((node, edits) => edits.remove(node)),
  'unwrap a node': fromElsewhere((node, edits) => edits.unwrap(node)),
  'set an attribute': fromElsewhere((node, edits) => edits.attribute(node, 'href', '/changed')),
  'remove attributes': fromElsewhere((node, edits) => edits.attributes(node, ['title'])),
  rename: fromElsewhere((node, edits) => edits.rename(node, 'span')),
};

function linkNodes(root: Node): Node[] {
  const links: Node[] = [];
  for (let node: Node | null = root; node; node = following(node, root)) if (node.name === 'a') links.push(node);
  return links;
}

function linksOf(root: Node): string[] {
  return linkNodes(root).map((node) => `${node.get('class')} ${node.get('title')} ${node.get('href')} ${textOf(node)}`);
}

const kept = 'mine t /kept Kept words';
const other = 'null t /other Others';
for (const [name, rule] of Object.entries(rules)) {
  test(`${name}: what is kept stays as it is`, () => {
    const { tree, problem } = cleaned(article, [rule], {}, ['.mine']);
    assert.equal(problem, null);
    const links = linksOf(tree);
    assert.ok(links.includes(kept), links.join());
    assert.ok(!links.includes(other), 'the rule did nothing at all');
    assert.ok(!linksOf(cleaned(article, [rule]).tree).includes(kept), 'nothing was kept from the rule');
  });
}

test('what is above it is not removed either', () => {
  const { tree } = cleaned(article, [ruleThat('remove', 'div')], {}, ['.mine']);
  assert.deepEqual(linksOf(tree), [kept, other]);
});

const page = `<html><body><nav class="menu"><a href="/a">Elsewhere</a></nav><aside><p class="mine">Beside the article.</p></aside>
<main><h1>Rain</h1><p>The article itself, which goes on for a while and says what it has to say.</p></main>
<footer>About us</footer></body></html>`;

test('the rest of a page goes, but not what is kept', async () => {
  const { outputs } = await convert(page, { keep: ['.mine'] });
  assert.match(outputs.markdown ?? '', /Beside the article\.[\s\S]*The article itself/);
  assert.doesNotMatch(outputs.markdown ?? '', /About us/);
  assert.doesNotMatch((await convert(page)).outputs.markdown ?? '', /Beside the article/);
});

test('siblings that go together leave what is kept', () => {
  const edit: RuleAction = { edit: (node, edits) => edits.removeTogether(node.parent?.childNodes ?? [], 'a test') };
  const html =
    '<main><b>Goes.</b><p class="mine">Stays.</p><div>Holds.<i class="mine">Too.</i></div><p>Goes.</p></main>';
  const { tree, changes, problem } = cleaned(html, [ruleThat(edit, 'b')], {}, ['.mine']);
  assert.equal(problem, null);
  assert.equal(textOf(tree), 'Stays.Holds.Too.');
  assert.equal(changes.length, 1);
});
