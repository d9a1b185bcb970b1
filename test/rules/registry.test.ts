/** Each rule keeps what its own file promises: name, reason, examples, near misses. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseHtml } from '../../src/body/html.js';
import type { Rule } from '../../src/clean/rule.js';
import { rulesPage } from '../../src/rule-set/docs.js';
import { rules } from '../../src/rule-set/list.js';
import { cleaned } from '../clean/cleaned.js';
import { shape } from '../clean/shape.js';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'src/rules');

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A site rule runs where the article shows its site. */
const shown = ({ site }: Rule): { sites: Set<string> } => ({ sites: new Set(site ? [site] : []) });

/** One rule alone: an example that needs another rule says nothing about its own. */
function run(html: string, rule: Rule): { shape: string; changes: number } {
  const { tree, changes } = cleaned(html, [rule], shown(rule));
  return { shape: shape(tree), changes: changes.length };
}

describe('rule registry', () => {
  it('lists every file of the folder once, under its name', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
    const names = rules.map(({ name }) => name);
    assert.deepEqual([...names].sort(), files.map((file) => file.slice(0, -3)).sort());
    for (const name of names) {
      assert.match(name, /^[a-z]+(?:-[a-z\d]+)*$/);
      const source = readFileSync(join(folder, `${name}.ts`), 'utf8');
      assert.match(source, new RegExp(`export const ${camel(name)} = defineRule\\(`));
      assert.doesNotMatch(source, /\.by\(/, 'the engine names the rule, not the rule itself');
    }
  });

  it('is described in docs/rules.md (npm run docs writes it)', () => {
    assert.equal(readFileSync(join(root, 'docs/rules.md'), 'utf8'), rulesPage());
  });

  for (const rule of rules) {
    describe(rule.name, () => {
      it('says why in a sentence', () => {
        assert.match(rule.why, /^[A-Z`].{30,}[.]$/su);
        assert.ok(rule.examples.length >= 1 && rule.keeps.length >= 1);
      });

      for (const { title, before, after } of rule.examples) {
        it(`example: ${title}`, () => {
          const expected = shape(parseHtml(after).root);
          assert.notEqual(
            shape(parseHtml(before).root),
            expected,
            'the example shows nothing: it passes without the rule',
          );
          const once = cleaned(before, [rule], shown(rule));
          assert.equal(shape(once.tree), expected);
          assert.equal(once.problem, null);
          assert.ok(once.changes.length > 0);
          for (const change of once.changes) assert.equal(change.rule, rule.name);
          assert.equal(run(after, rule).shape, expected, 'a second run changes something');
        });
      }

      for (const { title, html } of rule.keeps) {
        it(`keeps: ${title}`, () => {
          const result = run(html, rule);
          assert.equal(result.shape, shape(parseHtml(html).root));
          assert.equal(result.changes, 0);
        });
      }
    });
  }
});
