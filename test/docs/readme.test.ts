/** What the README and the docs say is run, not believed: the options table, every sample, every relative link. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { convert } from '../../src/convert.js';
import type { Format } from '../../src/formats/list.js';
import { optionsTable } from '../../src/options/flags.js';

const root = join(import.meta.dirname, '../..');
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
    for (const [, target = ''] of readFileSync(join(root, page), 'utf8')
      .replace(/`[^`\n]*`/g, '')
      .matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
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

test('figures are those of bench/results; npm run docs writes the newest', () => {
  const folder = join(root, 'bench/results');
  const rows = readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .map((line) => ({ line, cells: line.split('|').map((cell) => cell.trim()), day: name.slice(0, 10) })),
  );
  const speed = tableRows('speed');
  assert.ok(speed.length > 0);
  for (const row of speed) {
    const [, measure, value, day] = row.split('|').map((cell) => cell.trim());
    assert.ok(
      rows.some((one) => one.day === day && one.cells[1] === measure && one.cells[3] === value),
      row,
    );
  }
  const comparison = tableRows('comparison');
  assert.ok(comparison.length > 3);
  for (const row of comparison)
    assert.ok(
      rows.some(({ line }) => line === row),
      row,
    );
});

/** The rows of a generated table, without its head. */
function tableRows(name: string): string[] {
  const table = readme.split(`<!-- ${name}:start -->`)[1]?.split(`\n<!-- ${name}:end -->`)[0] ?? '';
  return table.trim().split('\n').slice(2);
}

/** The fenced block below `<!-- example:NAME -->`. */
function example(name: string): string {
  const match = readme.match(new RegExp(`<!-- example:${name} -->\\n(\`{3,})\\w+\\n([\\s\\S]*?)\\1\\n`));
  assert.ok(match?.[2], `README has no example ${name}`);
  return match[2];
}
