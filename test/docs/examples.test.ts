/** The library's examples in the README and in docs/library.md print what their comments say. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'article-clean-examples-'));
const started = process.cwd();
before(() => {
  mkdirSync(join(folder, 'posts'));
  writeFileSync(join(folder, 'posts/tides.html'), '<p style="color: red">Four a day.</p><!-- advert -->');
  writeFileSync(join(folder, 'posts/empty.html'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47));
  process.chdir(folder);
});
after(() => {
  process.chdir(started);
  rmSync(folder, { recursive: true, force: true });
});

/** `console.log(...); // what it prints` */
const promise = /console\.log\(.*; \/\/ (.*)$/gm;
const library = import.meta.resolve('../../src/index.js');
let examples = 0;

for (const page of ['README.md', 'docs/library.md']) {
  suite(page, () => {
    const text = readFileSync(join(root, page), 'utf8');
    for (const [, code = ''] of text.matchAll(/^```js\n([\s\S]*?)^```$/gm)) {
      const promised = [...code.matchAll(promise)].map(([, printed]) => printed);
      if (promised.length === 0) continue;
      examples++;
      test(promised.join(' | '), async (context) => {
        const printed: string[] = [];
        context.mock.method(console, 'log', (...values: unknown[]) => printed.push(values.map(String).join(' ')));
        const program = code.replace("'article-clean'", JSON.stringify(library));
        await import(`data:text/javascript,${encodeURIComponent(program)}`);
        assert.deepEqual(printed, promised);
      });
    }
  });
}

test('there are examples', () => assert.ok(examples >= 8, `${examples}`));
