/** The published schema says of a config what our own reader says. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { isAllowed } from '../../src/config/allowed.js';
import { configTemplate } from '../../src/config/init.js';
import { readConfig } from '../../src/config/read.js';
import { configSchema, schemaFile } from '../../src/config/schema.js';
import { TABLE } from '../../src/options/table.js';

const root = join(import.meta.dirname, '..', '..');
const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  configSchema(),
);

/** What our own reader says: null, or the message. */
function mistakeIn(config: unknown): string | null {
  try {
    readConfig({ path: '/p/c.yaml', shown: 'c.yaml', text: stringify(config) });
    return null;
  } catch (error) {
    assert.equal((error as Error).name, 'UsageError');
    return (error as Error).message;
  }
}

function agree(config: unknown): void {
  const mistake = mistakeIn(config);
  const valid = validate(config);
  const errors = JSON.stringify(validate.errors?.slice(0, 4));
  assert.equal(valid, mistake === null, `${JSON.stringify(config)}\nreader: ${mistake}\nschema: ${errors}`);
}

test('docs/config.schema.json is what npm run docs writes', () => {
  assert.equal(readFileSync(join(root, 'docs/config.schema.json'), 'utf8'), schemaFile());
});

test('the schema has every option that a config may hold, and a description of each', () => {
  const { properties } = configSchema() as { properties: Record<string, { description: string }> };
  const names = TABLE.filter(isAllowed).map(({ name }) => name);
  assert.deepEqual(Object.keys(properties).toSorted(), [...names, 'rules'].toSorted());
  for (const [name, { description }] of Object.entries(properties)) assert.match(description, /^[A-Z].*\.$/, name);
});

test('each line that init writes is valid', () => {
  for (const line of configTemplate(null).matchAll(/^#(\S+: .*)$/gm)) {
    const settings = readConfig({ path: '/p/c.yaml', shown: 'c.yaml', text: line[1] as string });
    assert.equal(settings.lines.size, 1);
  }
});

const cases: [config: unknown, valid: boolean][] = [
  [{}, true],
  [{ format: 'md, JSON' }, true],
  [{ format: [] }, false],
  [{ format: ['md', 'pdf'] }, false],
  [{ encoding: 1252, images: 'alt', 'max-size': '1.5 MB', timeout: 0.5, jobs: 256 }, true],
  [{ jobs: 257 }, false],
  [{ jobs: '010' }, true],
  [{ jobs: '0' }, false],
  [{ timeout: 0 }, false],
  [{ timeout: '0ms' }, false],
  [{ 'max-size': '20 elephants' }, false],
  [{ 'base-url': 'example.org' }, false],
  [{ images: ['alt'] }, false],
  [{ verify: 'yes' }, false],
  [{ force: true }, false],
  [{ config: 'x.yaml' }, false],
  [{ imags: 'alt' }, false],
  [{ keep: null, rules: null }, true],
  [{ ext: '.html,' }, false],
  [{ ext: ['html', '.MD, txt'] }, true],
  [{ rules: [] }, true],
  [{ rules: [{ name: 'a' }] }, false],
  [{ rules: [{ name: 'a', selector: '' }] }, false],
  [{ rules: [{ name: 'qr-code', selector: 'p' }] }, false],
  [{ rules: [{ name: 'A b', selector: 'p' }] }, false],
  [{ rules: [{ name: 'a', selector: 'p', action: 'burn' }] }, false],
  [{ rules: [{ name: 'a', text: 'x', examples: [{ before: '<p>x</p>', after: '' }] }] }, true],
  [{ rules: [{ name: 'a', text: 'x', examples: [{ before: '<p>x</p>' }] }] }, false],
  [{ rules: [{ name: 'a', text: 'x', examples: [{ before: '<p>x</p>', after: '', why: '' }] }] }, false],
  [{ rules: [{ name: 'qr-code', unless: { like: 'Scan me' } }] }, true],
  [{ rules: [{ name: 'qr-code', unless: { like: ['Scan me', 'and me'] }, in: 'a' }] }, true],
  [{ rules: [{ name: 'qr-code', unless: { like: [] } }] }, false],
  [{ rules: [{ name: 'qr-code', unless: { like: ' ' } }] }, false],
  [{ rules: [{ name: 'qr-code', unless: '.x' }] }, false],
  [{ rules: [{ name: 'qr-code', unless: { like: 'x' }, place: 'tail' }] }, false],
  [{ rules: [{ name: 'a', text: 'x', unless: { like: 'x' }, in: ['a', 'b'] }] }, true],
  [{ rules: [{ name: 'a', text: 'x', in: 7 }] }, false],
  [['format'], false],
];
for (const [config, valid] of cases) {
  test(`schema and reader: ${JSON.stringify(config)}`, () => {
    agree(config);
    assert.equal(mistakeIn(config) === null, valid);
  });
}

const word = fc.constantFrom<unknown>(
  ...['a', 'md', 'TXT', 'json,md', 'keep', 'alt', 'text', 'none', 'hugo', 'auto', 'always', 'html', 'normalize'],
  ...[
    '.html',
    'x/y',
    '',
    ' ',
    '20MB',
    '5s',
    '2m',
    '-1',
    '3',
    '300',
    '1.5',
    'https://example.org/',
    'ftp://x',
    'script',
  ],
  ...[true, false, null, 0, 1, 2.5, 256, 1000, -3, {}, [[]]],
);
const value = fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: fc.array(word, { maxLength: 3 }) });
const optionNames = [...TABLE.map(({ name }) => name), 'rules', 'imags', 'Format'];
const ruleKeys = ['name', 'why', 'selector', 'text', 'unless', 'in', 'action', 'examples', 'selectr'];
const ruleValue = fc.oneof(
  fc.constantFrom<unknown>('a', 'b-c', 'p', 'remove', 'unwrap', '', 'No Name', 'qr-code', 7, null, true, []),
  fc.constantFrom<unknown>(
    { like: 'x' },
    { like: ['x', 'y'] },
    { like: '' },
    { like: [7] },
    { text: 'x' },
    ['a', 'b'],
    [''],
  ),
  fc.constant([{ before: '', after: '' }]),
);
const rule = fc.dictionary(fc.constantFrom(...ruleKeys), ruleValue, { maxKeys: 5 });
const config = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...optionNames), value, { maxKeys: 3 }),
    fc.option(fc.array(fc.oneof(rule, word), { minLength: 1, maxLength: 1 }), { freq: 3 }),
  )
  .map(([options, rules]) => (rules ? { ...options, rules } : options))
  // Names of rules and selectors are the reader's alone.
  .filter((one) => ['only', 'skip', 'keep', 'drop', 'article', 'where'].every((name) => !Object.hasOwn(one, name)));

test('schema and reader agree on 3,000 generated configs, valid and not', () => {
  const seen = { valid: 0, invalid: 0 };
  fc.assert(
    fc.property(config, (one) => {
      agree(one);
      seen[validate(one) ? 'valid' : 'invalid']++;
    }),
    { numRuns: 3000 },
  );
  assert.ok(seen.valid > 300 && seen.invalid > 300, JSON.stringify(seen));
});

const options = TABLE.filter(
  (option) => isAllowed(option) && !['only', 'skip', 'keep', 'drop', 'article', 'where'].includes(option.name),
);
for (const { name } of options) {
  test(`schema and reader agree on ${name}`, () => {
    fc.assert(
      fc.property(value, (one) => agree({ [name]: one })),
      { numRuns: 100 },
    );
  });
}

const readerOnly: [config: string, message: RegExp][] = [
  ['skip:\n  - script\n  - scrip', /^c\.yaml:3: skip: unknown rule "scrip"$/],
  ['only: [qr-cod]', /^c\.yaml:1: only: unknown rule "qr-cod"$/],
  ['where: "date >="', /^c\.yaml:1: where: /],
  ['keep: ["p["]', /^c\.yaml:1: keep: invalid selector "p\["/],
  ['verify: true\ndrop: ":nope"', /^c\.yaml:2: drop: invalid selector ":nope"/],
];
for (const [text, message] of readerOnly) {
  test(`only the reader knows: ${JSON.stringify(text)}`, () => {
    assert.throws(() => readConfig({ path: '/p/c.yaml', shown: 'c.yaml', text }), { name: 'UsageError', message });
  });
}

test('a rule of the config may be named by its own skip', () => {
  const text = 'skip: mine\nrules:\n  - { name: mine, selector: p }';
  assert.deepEqual(readConfig({ path: '/p/c.yaml', shown: 'c.yaml', text }).settings.skip, ['mine']);
});
