import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Typed } from '../../src/cli/parse.js';
import { describeSettings } from '../../src/cli/print-config.js';
import { isAllowed } from '../../src/config/allowed.js';
import { readConfig } from '../../src/config/read.js';
import { DEFAULTS, type Settings, TABLE } from '../../src/options/table.js';

const word = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom('yes', 'null', '~', '1e3', '#x', 'a: b', '- a', '007'),
);
const absolute = fc.string({ minLength: 1 }).map((name) => `/p/${name.replaceAll(/[/.\0]/g, '')}x`);
const settings = fc
  .record({
    exclude: fc.array(word),
    encoding: fc.option(word),
    format: fc.uniqueArray(fc.constantFrom('markdown', 'text', 'json', 'ndjson'), { minLength: 1 }),
    ext: fc.array(fc.constantFrom('.md', '.html', '.x y'), { minLength: 1 }),
    output: fc.option(absolute),
    name: word,
    skip: fc.subarray(['script', 'hidden', 'mine']),
    keep: fc.subarray(['.a > b', '#x', 'p[title="a, b"]']),
    images: fc.constantFrom('keep', 'alt', 'none'),
    verify: fc.boolean(),
    progress: fc.boolean(),
    color: fc.constantFrom('auto', 'always', 'never'),
    jobs: fc.option(fc.integer({ min: 1, max: 256 })),
    maxSize: fc.integer({ min: 1, max: 1e12 }),
    timeout: fc.option(fc.integer({ min: 1, max: 1_999_999 }).map((n) => n / 1000)),
    rules: fc.constantFrom([], [{ name: 'mine', selector: 'p', why: 'It: is\n# noise.' }]),
  })
  .filter(({ skip, rules }) => rules.length > 0 || !skip.includes('mine'))
  .map((some) => ({ ...DEFAULTS, ...some }) as unknown as Settings);

test('what --print-config prints is a config that says the same', () => {
  fc.assert(
    fc.property(settings, (one) => {
      const text = describeSettings(one, {}, null, null, '/p');
      const again = { ...DEFAULTS, ...readConfig({ path: '/p/c.yaml', shown: 'c.yaml', text }).settings };
      assert.deepEqual(again, one);
    }),
  );
});

test('each option has a line with its origin', () => {
  const file = { path: '/p/a/c.yaml', shown: 'a/c.yaml', text: '\nimages: alt\nskip: [hidden, script]\n' };
  const config = readConfig(file);
  const typed: Typed = { format: ['json'], progress: false, color: 'never', dryRun: true };
  const text = describeSettings({ ...DEFAULTS, ...config.settings, ...typed }, typed, config, file, '/p');
  const line = (name: string) => new RegExp(`^(?:# )?${name}: .*$`, 'm').exec(text)?.[0].replace(/ +/g, ' ');
  for (const { name, key } of TABLE) if (key in DEFAULTS) assert.ok(line(name), name);
  assert.equal(line('images'), 'images: alt # a/c.yaml:2');
  assert.equal(line('skip'), 'skip: [hidden, script] # a/c.yaml:3');
  assert.equal(line('format'), 'format: [json] # --format');
  assert.equal(line('progress'), 'progress: false # --no-progress');
  assert.equal(line('color'), 'color: never # --no-color');
  assert.equal(line('timeout'), 'timeout: null # default: 20');
  assert.equal(line('dry-run'), '# dry-run: true # --dry-run');
  // `rules` is the config's own list, too.
  const once = TABLE.filter((option) => !isAllowed(option) && option.key in DEFAULTS && option.name !== 'rules');
  assert.deepEqual(
    once.map(({ name }) => line(name)?.charAt(0)),
    once.map(() => '#'),
  );
});
