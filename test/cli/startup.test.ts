/** What --version, --help and stdin show and load. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { bin, emptyFolder, env, root, runProgram } from './program.js';

const node = process.execPath;

test('--version, in both ways of asking', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const cwd = emptyFolder();
  for (const args of [['--version'], ['-V'], ['convert', '--version']]) {
    assert.deepEqual(runProgram(args, cwd), { stdout: `${version}\n`, stderr: '', status: 0 });
  }
});

test('--help fits 80 columns, goes to stdout, and shows purpose, examples, groups and exit statuses in this order', () => {
  const { stdout, stderr, status } = runProgram(['--help'], emptyFolder());
  assert.equal(status, 0);
  assert.equal(stderr, '');
  for (const line of stdout.split('\n')) assert.ok(line.length <= 80, line);
  const order = [
    'Usage:',
    'Turns archived',
    'post.html',
    'Input:',
    'Output:',
    'Cleaning:',
    'Report:',
    'Running:',
    'Exit status:',
  ];
  const places = order.map((part) => stdout.indexOf(part));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.ok(!places.includes(-1));
});

/** Modules that a command loads, without Node's own. */
function modulesOf(args: string[], input = '', cwd = emptyFolder()): string[] {
  const hooks = `import { writeSync } from 'node:fs';
    export async function load(url, context, next) { writeSync(2, 'module ' + url + '\\n'); return next(url, context); }`;
  const register = `import { register } from 'node:module'; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hooks)}`)});`;
  const flag = `--import=data:text/javascript,${encodeURIComponent(register)}`;
  // With kept code the program is one file; without, each part is told.
  const apart = { ...env, NODE_DISABLE_COMPILE_CACHE: '1' };
  const { stderr } = spawnSync(node, [flag, bin, ...args], { cwd, env: apart, input });
  return [...stderr.toString().matchAll(/^module (file:.*)$/gm)].map(([, url]) => (url ?? '').replace(/^.*\//, ''));
}
interface Metafile {
  outputs: Record<string, { inputs: Record<string, unknown> }>;
}
const { outputs }: Metafile = JSON.parse(readFileSync(join(bin, '../../dist/metafile.json'), 'utf8'));
const inputsOf = new Map(Object.entries(outputs).map(([path, { inputs }]) => [basename(path), Object.keys(inputs)]));

/** Whether a part of the bundle holds a file with this in its path. */
function holds(module: string, path: string): boolean {
  return (inputsOf.get(module) ?? []).some((input) => input.includes(path));
}

test('--version loads the bin file and nothing else', () => {
  assert.deepEqual(modulesOf(['--version']), ['article-clean.js']);
});

const heavy = {
  fastGlob: 'node_modules/fast-glob',
  yaml: 'node_modules/yaml/dist',
  turndown: 'node_modules/turndown',
  htmlparser2: 'node_modules/htmlparser2',
  chalk: 'node_modules/chalk',
};
test('what is heavy is found where it is used', () => {
  const modules = [...modulesOf(['*.html', '--color']), ...modulesOf(['-'], '<p>x</p>')];
  for (const name of ['fastGlob', 'chalk', 'turndown', 'htmlparser2'] as const) {
    assert.ok(
      modules.some((module) => holds(module, heavy[name])),
      name,
    );
  }
});

const loads: [args: string[], never: (keyof typeof heavy)[]][] = [
  [['--help'], ['fastGlob', 'yaml', 'turndown', 'htmlparser2', 'chalk']],
  [['init'], ['fastGlob', 'turndown', 'htmlparser2', 'chalk']],
  [
    ['completion', 'bash'],
    ['fastGlob', 'yaml', 'turndown', 'htmlparser2', 'chalk'],
  ],
  [['-'], ['fastGlob', 'yaml', 'chalk']],
];
for (const [args, never] of loads) {
  test(`${args.join(' ')} loads no ${never.join(', ')}`, () => {
    const modules = modulesOf(args, '<p>text</p>');
    assert.ok(modules.includes('cli.js'), modules.join(' '));
    for (const name of never) {
      assert.deepEqual(
        modules.filter((module) => holds(module, heavy[name])),
        [],
        name,
      );
    }
  });
}

test('--changed that finds nothing to do loads nothing that converts', () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'a.html'), '<p>One.</p>');
  const args = ['a.html', '-o', 'out/', '--changed'];
  const first = modulesOf(args, '', cwd);
  const second = modulesOf(args, '', cwd);
  for (const part of ['turndown', 'htmlparser2'] as const) {
    assert.ok(
      first.some((module) => holds(module, heavy[part])),
      part,
    );
    assert.ok(!second.some((module) => holds(module, heavy[part])), part);
  }
  assert.ok(second.includes('cli.js'));
});
