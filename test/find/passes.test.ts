/** Each pass of the finder keeps what its own file promises: name, reason, examples, near misses. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseHtml } from '../../src/body/html.js';
import { passes } from '../../src/find/passes.js';
import { shape } from '../clean/shape.js';
import { found } from './found.js';

const folder = join(import.meta.dirname, '../../src/find');

const shapeOf = (html: string): string => shape(parseHtml(html).root);

for (const { name, why, examples, keeps } of passes) {
  describe(name, () => {
    /** One pass alone: an example that needs another says nothing about its own. */
    const run = (html: string) => found(html, { only: [name] });

    it('has a file under its name, and says why in a sentence', () => {
      assert.match(name, /^page-[a-z]+$/);
      assert.match(readFileSync(join(folder, `${name}.ts`), 'utf8'), /= definePass\(/);
      assert.match(why, /^[A-Z`].{30,}[.]$/su);
      assert.ok(examples.length >= 1 && keeps.length >= 1);
    });

    for (const { title, before, after } of examples) {
      it(`example: ${title}`, () => {
        assert.notEqual(shapeOf(before), shapeOf(after), 'the example shows nothing');
        const { tree, changes, problem } = run(before);
        assert.equal(shape(tree), shapeOf(after));
        assert.equal(problem, null);
        assert.ok(changes.length > 0);
        for (const change of changes) {
          assert.equal(change.rule, name);
          assert.match(change.reason ?? '', /^[a-z]/, 'a reader is told what went');
        }
        assert.equal(run(after).changes.length, 0, 'a second run changes something');
      });
    }

    for (const { title, html } of keeps) {
      it(`keeps: ${title}`, () => {
        const { tree, changes } = run(html);
        assert.equal(shape(tree), shapeOf(html));
        assert.equal(changes.length, 0);
      });
    }
  });
}
