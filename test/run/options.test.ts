import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { wantsColor } from '../../src/cli/color.js';
import { COMMAND_HELP, SHORT } from '../../src/cli/help.js';
import { LEARN_TABLE } from '../../src/cli/learn-options.js';
import { HelpAsked, parseArguments } from '../../src/cli/parse.js';
import { REPORT_TABLE } from '../../src/cli/report-options.js';
import { describeRules } from '../../src/cli/rules.js';
import { isAllowed } from '../../src/config/allowed.js';
import { findConfig } from '../../src/config/find.js';
import { configTemplate } from '../../src/config/init.js';
import { readConfig } from '../../src/config/read.js';
import { UsageError } from '../../src/errors.js';
import { flagsOf, optionsTable } from '../../src/options/flags.js';
import { type Kind, url } from '../../src/options/kind.js';
import type { Option } from '../../src/options/row.js';
import { DEFAULTS, TABLE } from '../../src/options/table.js';
import { duration, endings, shard, size, workers } from '../../src/options/values.js';
import { rules } from '../../src/rule-set/list.js';

const folder = mkdtempSync(join(tmpdir(), 'article-clean-options-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const root = join(import.meta.dirname, '..', '..');
const parse = (...argv: string[]) => parseArguments(argv, () => '1.2.3', 'convert');

test('the table and the settings name the same things, each once', () => {
  const keys = TABLE.map(({ key }) => key).filter((key) => key !== 'config' && key !== 'printConfig');
  // Rules are written in a config file, not on a command line.
  assert.deepEqual([...keys, 'rules'].toSorted(), Object.keys(DEFAULTS).toSorted());
  for (const field of ['name', 'short'] as const) {
    const used = TABLE.map((option) => option[field]).filter(Boolean);
    assert.equal(new Set(used).size, used.length, field);
  }
  for (const { help, name } of TABLE) assert.ok(help.length <= 100 && !help.endsWith('.'), name);
});

test('the README shows the options as they are', {
  skip: existsSync(join(root, 'README.md')) ? false : 'no README',
}, () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, shown = ''] = /<!-- options:start -->\n+(.*?)\n*<!-- options:end -->/s.exec(readme) ?? [];
  assert.equal(`${shown}\n`, optionsTable());
});

test('every option is read from the command line', () => {
  const samples: Record<string, [typed: string, value: unknown]> = {
    format: ['md,txt,md', ['markdown', 'text']],
    ext: ['TXT,.md', ['.txt', '.md']],
    jobs: ['3', 3],
    shard: ['2/8', { index: 2, count: 8 }],
    'max-size': ['1.5 MB', 1_500_000],
    timeout: ['500ms', 0.5],
    'base-url': ['https://example.org/', 'https://example.org/'],
    color: ['=always', 'always'],
    limit: ['30', 30],
    where: ['draft != true', 'draft != true'],
  };
  for (const option of TABLE) {
    if (option.key === 'config' || option.key === 'printConfig') continue;
    if (option.no)
      assert.deepEqual(parse(`--no-${option.name}`).typed, { [option.key]: option.no === 'only' ? false : 'never' });
    if (option.no === 'only') continue;
    const [typed, value] = samples[option.name] ?? [option.kind?.words?.[0] ?? 'x', option.kind?.words?.[0] ?? 'x'];
    const argv = option.value
      ? typed.startsWith('=')
        ? [`--${option.name}${typed}`]
        : [`--${option.name}`, typed]
      : [`--${option.name}`];
    const expected = option.value ? (option.repeat ? [value] : value) : true;
    assert.deepEqual(parse(...argv, 'a.html'), {
      names: ['a.html'],
      typed: { [option.key]: expected },
      config: true,
      printConfig: false,
    });
    if (option.short) assert.deepEqual(parse(`-${option.short}`, ...argv.slice(1)).typed, { [option.key]: expected });
  }
  assert.deepEqual(parse('--skip', 'a', '--skip=b').typed, { skip: ['a', 'b'] });
  assert.deepEqual(parse('--', '-x.html', '--force').names, ['-x.html', '--force']);
  assert.equal(parse('--no-config').config, false);
  assert.equal(parse('--config', 'x.yaml').config, 'x.yaml');
});

const wrong: [argv: string[], message: RegExp][] = [
  [['--formt', 'x'], /there is no option --formt; did you mean --format\?/],
  [['-f'], /--format: its LIST is missing/],
  [['-f', 'mkd'], /--format: "mkd" is none of/],
  [['--output', ''], /--output: the value is empty/],
  [['--jobs', '0'], /--jobs: "0" is no number of jobs/],
];
for (const [argv, message] of wrong) {
  test(`wrong: ${argv.join(' ')}`, () => {
    assert.throws(
      () => parse(...argv),
      (error) => error instanceof UsageError && message.test(`${error.message}; ${error.hint}`),
    );
  });
}

const values: [name: string, kind: Kind<unknown>, text: string, expected: unknown][] = [
  ['size', size, '20MB', 20_000_000],
  ['size', size, '512', 512],
  ['size', size, '1.5k', 1500],
  ['size', size, '2 gb', 2_000_000_000],
  ['size', size, '0', null],
  ['size', size, '-1', null],
  ['size', size, '0.1', null],
  ['duration', duration, '20', 20],
  ['duration', duration, '2m', 120],
  ['duration', duration, '0', null],
  ['duration', duration, '1h', null],
  ['duration', duration, '99999999', null],
  ['workers', workers, '256', 256],
  ['workers', workers, '257', null],
  ['workers', workers, '1.5', null],
  ['shard', shard, '1/1', { index: 1, count: 1 }],
  ['shard', shard, '0/4', null],
  ['shard', shard, '5/4', null],
  ['endings', endings, '.html, md', ['.html', '.md']],
  ['endings', endings, 'a/b', null],
  ['endings', endings, '', null],
  ['url', url, 'example.org', null],
  ['url', url, 'javascript:alert(1)', null],
];
for (const [name, kind, text, expected] of values) {
  test(`${name} ${JSON.stringify(text)}`, () => {
    if (expected === null) assert.throws(() => kind.read(text), UsageError);
    else assert.deepEqual(kind.read(text), expected);
  });
}

test('the config that init writes changes nothing, and each of its lines is right when its # goes', () => {
  const text = configTemplate('./x.json');
  assert.match(text, /^# yaml-language-server: \$schema=\.\/x\.json\n# Options/);
  const read = (config: string) => readConfig({ path: '/p/c.yaml', shown: 'c.yaml', text: config }).settings;
  assert.deepEqual(read(text), {});
  const lines = text.split('\n').filter((line) => /^#\w\S*: /.test(line));
  assert.deepEqual(
    lines.map((line) => line.slice(1).split(':')[0]).toSorted(),
    TABLE.filter(isAllowed)
      .map(({ name }) => name)
      .toSorted(),
  );
  for (const line of lines) assert.equal(Object.keys(read(line.slice(1))).length, 1, line);
  const all = read(text.replace(/^#(?=\w| {2})/gm, ''));
  assert.equal(Object.keys(all).length, lines.length + 1);
  assert.equal((all.rules as unknown[]).length, 1);
});

const configs: [text: string, expected: Record<string, unknown> | RegExp][] = [
  ['', {}],
  ['{"format": ["md", "json"], "verify": true}', { format: ['markdown', 'json'], verify: true }],
  ['format: md,txt', { format: ['markdown', 'text'] }],
  ['skip: hidden', { skip: ['hidden'] }],
  ['skip: [hidden, script]', { skip: ['hidden', 'script'] }],
  ['encoding: 1252', { encoding: '1252' }],
  ['output: out/', { output: '/p/out/' }],
  ['output: "-"', { output: '-' }],
  ['images:', {}],
  ['rule: []', /c\.yaml:1: there is no option "rule"; did you mean "rules"\?/],
  ['\n\nimags: alt', /c\.yaml:3: there is no option "imags"; did you mean "images"\?/],
  ['images: [alt, none]', /c\.yaml:1: images: this takes one value/],
  ['verify: yes please', /c\.yaml:1: verify: this is neither true nor false/],
  ['jobs: 0', /c\.yaml:1: jobs: "0" is no number/],
  ['- a', /c\.yaml:1: a config is a list/],
  ['links: {a: b}', /c\.yaml:1: links: this is no plain value/],
  ['links: text\nlinks: keep', /c\.yaml:2: this is no valid YAML/],
  ['check: true', /c\.yaml:1: "check" speaks of one run; give it as --check/],
  ['!!js/function "x": 1', /c\.yaml:1: /],
];
for (const [text, expected] of configs) {
  test(`config ${JSON.stringify(text)}`, () => {
    const read = () => readConfig({ path: '/p/c.yaml', shown: 'c.yaml', text }).settings;
    if (!(expected instanceof RegExp)) assert.deepEqual(read(), expected);
    else
      assert.throws(read, (error) => error instanceof UsageError && expected.test(`${error.message}; ${error.hint}`));
  });
}

test('the nearest config counts, up to the root of the repository', async () => {
  const inner = join(folder, 'repo', 'a', 'b');
  mkdirSync(inner, { recursive: true });
  mkdirSync(join(folder, 'repo', '.git'));
  const name = 'article-clean.config.yaml';
  writeFileSync(join(folder, name), 'outside');
  assert.equal(await findConfig(true, inner), null);
  writeFileSync(join(folder, 'repo', name), 'root');
  assert.equal((await findConfig(true, inner))?.text, 'root');
  writeFileSync(join(folder, 'repo', 'a', name), 'near');
  assert.equal((await findConfig(true, inner))?.text, 'near');
  assert.equal(await findConfig(false, inner), null);
  assert.equal((await findConfig(join('..', '..', name), inner))?.text, 'root');
  await assert.rejects(findConfig('gone.yaml', inner), UsageError);
});

test('a config that is a pipe nobody writes to is said, and one that somebody writes to is read', async () => {
  const cwd = mkdtempSync(join(folder, 'pipes-'));
  const name = 'article-clean.config.yaml';
  const pipe = join(cwd, name);
  execFileSync('mkfifo', [pipe]);
  await assert.rejects(findConfig(true, cwd), {
    name: 'UsageError',
    message: /cannot be read: nobody wrote to this pipe/,
  });
  const written = once(spawn('sh', ['-c', 'echo "links: text" > "$0"', pipe]), 'close');
  assert.equal((await findConfig(name, cwd))?.text, 'links: text\n');
  assert.deepEqual(await written, [0, null]);
});

test('rules are listed, and each is explained with its examples', () => {
  const list = describeRules(undefined);
  for (const { name, why, examples, keeps } of rules) {
    assert.match(list, new RegExp(`^ {2}${name} `, 'm'));
    const text = describeRules(name);
    const folded = text.replace(/\s+/g, ' ');
    for (const part of [name, why, ...examples.map(({ title }) => title), ...keeps.map(({ title }) => title)]) {
      assert.ok(folded.includes(part.replace(/\s+/g, ' ')), `${name}: ${part}`);
    }
  }
  for (const line of list.split('\n')) assert.ok(line.length <= 80, line);
  assert.throws(() => describeRules('scrip'), /there is no rule/);
  assert.throws(
    () => describeRules('my-own-banner-of-2003'),
    (error: UsageError) => /your configuration/.test(`${error.message} ${error.hint}`),
  );
});

test('colour is decided by option, then environment, then stream', () => {
  assert.equal(wantsColor('auto', {}, true), true);
  assert.equal(wantsColor('auto', {}, false), false);
  assert.equal(wantsColor('auto', { NO_COLOR: '' }, true), true);
  assert.equal(wantsColor('auto', { NO_COLOR: '1' }, true), false);
  assert.equal(wantsColor('auto', { TERM: 'dumb' }, true), false);
  assert.equal(wantsColor('auto', { FORCE_COLOR: '' }, false), false);
});

test('every help fits 80 columns, and shows each option of its command', () => {
  const helpFor = (name: 'convert' | 'report' | 'learn'): string => {
    try {
      parseArguments(['--help'], () => '', name);
    } catch (error) {
      if (error instanceof HelpAsked) return error.text;
      throw error;
    }
    return '';
  };
  const [convert, report, learn] = [helpFor('convert'), helpFor('report'), helpFor('learn')];
  for (const text of [convert, report, learn, SHORT, ...Object.values(COMMAND_HELP)]) {
    assert.ok(text.length > 100);
    for (const line of text.split('\n')) assert.ok(line.length <= 80, line);
  }
  const tables: [string, readonly Option[]][] = [
    [convert, TABLE],
    [report, REPORT_TABLE],
    [learn, LEARN_TABLE],
  ];
  for (const [text, table] of tables) {
    for (const { name, no } of table)
      assert.match(text, new RegExp(` --${no === 'only' ? 'no-' : ''}${name}\\b`), name);
  }
});

test('flags as they are typed', () => {
  const shown = Object.fromEntries(TABLE.map((option) => [option.name, flagsOf(option)]));
  assert.equal(shown.format, '-f, --format LIST');
  assert.equal(shown.progress, '--no-progress');
  assert.equal(shown.color, '--color[=WHEN], --no-color');
  assert.equal(shown.null, '-0, --null');
});
