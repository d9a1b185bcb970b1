/** What the README and the docs say is run, not believed: the options table, every sample, every relative link. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { convert } from '../src/convert.js';
import { optionsTable } from '../src/options.js';
import type { Format } from '../src/types.js';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the first two commands are the main job and the tests', () => {
  const block = readme.match(/^```sh\n([^`]*)```/m)?.[1] ?? '';
  assert.deepEqual(
    block
      .trim()
      .split('\n')
      .map((line) => line.replace(/\s+#.*/, '')),
    ['npm ci && node bin/article-clean.js convert fixtures/archive -o out', 'npm ci && npm test'],
  );
});

test('the options table is the generated one; UPDATE=1 writes it', () => {
  const place = /(<!-- options:start -->\n)([\s\S]*?)(<!-- options:end -->)/;
  const table = optionsTable();
  if (process.env.UPDATE === '1') {
    writeFileSync(
      join(root, 'README.md'),
      readme.replace(place, (_, start, __, end) => start + table + end),
    );
  } else assert.equal(readme.match(place)?.[2], table);
});

test('every relative link leads to a file', () => {
  const pages = readdirSync(root)
    .concat(readdirSync(join(root, 'docs')).map((name) => `docs/${name}`))
    .filter((name) => name.endsWith('.md'));
  let links = 0;
  for (const page of pages) {
    for (const [, target = ''] of readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      links++;
      assert.ok(existsSync(join(root, dirname(page), decodeURI(target))), `${page}: ${target}`);
    }
  }
  assert.ok(links > 5, `${links} links`);
});

test('the architecture page names every folder of the source', () => {
  const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const named = [...page.matchAll(/`src\/([\w-]+)\/`/g)].map((match) => match[1]).sort();
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  assert.deepEqual(named, folders.map((entry) => entry.name).sort());
});

test('the sample outputs are what the tool writes for the sample input', async () => {
  const formats: Format[] = ['markdown', 'text', 'json'];
  const { outputs } = await convert(example('input'), { formats, source: 'gauge.html' });
  assert.equal(outputs.markdown, example('markdown'));
  assert.equal(outputs.text, example('text'));
  const record = JSON.parse(outputs.json ?? '');
  const shown = JSON.parse(example('json'));
  for (const key of Object.keys(shown)) assert.deepEqual(record[key], shown[key], key);
});

test('the library sample prints what its comments say', async (context) => {
  const printed: string[] = [];
  context.mock.method(console, 'log', (value: unknown) => printed.push(String(value)));
  const source = example('library').replace("'article-clean'", `'${pathToFileURL(join(root, 'src/index.ts'))}'`);
  await import(`data:text/javascript,${encodeURIComponent(source)}`);
  const promised = [...source.matchAll(/^console\.log.*; \/\/ (.*)$/gm)].map((match) => match[1]);
  assert.ok(promised.length > 0);
  assert.deepEqual(printed, promised);
});

/** The fenced block below `<!-- example:NAME -->`. */
function example(name: string): string {
  const match = readme.match(new RegExp(`<!-- example:${name} -->\\n(\`{3,})\\w+\\n([\\s\\S]*?)\\1\\n`));
  assert.ok(match?.[2], `README has no example ${name}`);
  return match[2];
}
