/** The program as a process: streams, signals, start-up. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bin, emptyFolder, env, root, runProgram } from './program.js';

const node = process.execPath;
const article = (i: number) => `<h2>Article ${i}</h2>\n<p>It says <b>${i}</b> things.</p>\n<script>x()</script>\n`;

/** A folder `posts` with small articles in three folders. */
function archive(count: number): string {
  const cwd = emptyFolder();
  for (const part of ['a', 'b', 'c']) mkdirSync(join(cwd, 'posts', part), { recursive: true });
  for (let i = 0; i < count; i++) {
    writeFileSync(join(cwd, 'posts', 'abc'.charAt(i % 3), `${i}.html`), article(i));
  }
  return cwd;
}

/** Paths and contents of all files below a folder, hidden ones too. */
function tree(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

/** The outputs, without the manifest, which holds times. */
function outputs(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(tree(folder)).filter(([path]) => !path.startsWith('.article-clean')));
}

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
function modulesOf(args: string[], input = ''): string[] {
  const hooks = `import { writeSync } from 'node:fs';
    export async function load(url, context, next) { writeSync(2, 'module ' + url + '\\n'); return next(url, context); }`;
  const register = `import { register } from 'node:module'; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hooks)}`)});`;
  const flag = `--import=data:text/javascript,${encodeURIComponent(register)}`;
  const { stderr } = spawnSync(node, [flag, bin, ...args], { cwd: emptyFolder(), env, input });
  return [...stderr.toString().matchAll(/^module (file:.*)$/gm)].map(([, url]) => (url ?? '').replace(/^.*\//, ''));
}
/** Parts of the bundle are named by their content: what they hold tells them apart. */
function holds(module: string, text: string): boolean {
  return (
    module.endsWith('.js') &&
    module !== 'article-clean.js' &&
    readFileSync(join(bin, '..', '..', 'dist', module), 'utf8').includes(text)
  );
}

test('--version loads the bin file and nothing else', () => {
  assert.deepEqual(modulesOf(['--version']), ['article-clean.js']);
});

const heavy = {
  fastGlob: 'node_modules/fast-glob',
  yaml: 'node_modules/yaml/dist',
  turndown: 'turndown',
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

test('a closed pipe ends quietly', () => {
  const cwd = archive(300);
  for (const reader of ['head -n 1', 'true']) {
    const script = `"${node}" "${bin}" posts -f ndjson | ${reader}; echo "\${PIPESTATUS[0]}"`;
    const ran = spawnSync('bash', ['-c', script], { cwd, env, timeout: 30_000 });
    assert.equal(ran.stderr.toString(), '');
    assert.match(ran.stdout.toString(), /\b0\n$/);
  }
});

test('a full device as stdout is exit 1 with one line', {
  skip: existsSync('/dev/full') ? false : 'no /dev/full',
}, () => {
  const full = openSync('/dev/full', 'w');
  const ran = spawnSync(node, [bin, '-'], {
    cwd: emptyFolder(),
    env,
    input: '<p>x</p>',
    stdio: ['pipe', full, 'pipe'],
  });
  closeSync(full);
  assert.equal(ran.status, 1);
  assert.match(ran.stderr.toString(), /^article-clean: .*the disk is full.*\n$/);
});

test('stdin is read as bytes, to its end', async () => {
  const bytes = Buffer.from('<p>中文字</p>');
  const child = spawn(node, [bin, '--front-matter', 'none'], { cwd: emptyFolder(), env });
  let stdout = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stdin.write(bytes.subarray(0, 4));
  await new Promise((resolve) => setTimeout(resolve, 100));
  child.stdin.end(bytes.subarray(4));
  await new Promise((resolve) => child.on('close', resolve));
  assert.equal(stdout, '中文字\n');
});

test('an endless stdin stops at the limit', () => {
  const ran = spawnSync('bash', ['-c', `yes | "${node}" "${bin}" - --max-size 2MB`], {
    cwd: emptyFolder(),
    env,
    timeout: 30_000,
  });
  assert.equal(ran.status, 1);
  assert.match(
    ran.stderr.toString(),
    /^article-clean: stdin: it is larger than 2 MB; raise --max-size to convert it\n/,
  );
});

test('a named pipe without a writer does not hang, and a written one is read', () => {
  const cwd = emptyFolder();
  execFileSync('mkfifo', [join(cwd, 'fifo')]);
  const waiting = runProgram(['fifo', '--timeout', '0.3'], cwd);
  assert.equal(waiting.status, 1);
  assert.match(waiting.stderr, /article-clean: fifo: (nobody wrote|it took longer)/);
  const script = `"${node}" "${bin}" <(printf '<p>piped</p>')`;
  assert.equal(spawnSync('bash', ['-c', script], { cwd, env }).stdout.toString(), 'piped\n');
});

test('find -print0 feeds --files-from', () => {
  const cwd = archive(6);
  writeFileSync(join(cwd, 'posts', 'new\nline.html'), article(7));
  const script = `find posts -type f -print0 | "${node}" "${bin}" convert --files-from - -0 -o out`;
  const ran = spawnSync('bash', ['-c', script], { cwd, env });
  assert.equal(ran.status, 0, ran.stderr.toString());
  assert.equal(Object.keys(outputs(join(cwd, 'out'))).length, 7);
});

test('any number of jobs gives the same bytes in the same order', () => {
  const cwd = archive(70);
  const wanted = ['posts', '-f', 'md,json,ndjson', '--explain', '--no-config'];
  const runs = ['1', '3'].map((jobs) => {
    const ran = runProgram([...wanted, '-j', jobs, '-o', `out${jobs}`, '--report', `report${jobs}`], cwd);
    const report = readFileSync(join(cwd, `report${jobs}`), 'utf8').replaceAll(`out${jobs}`, 'out');
    return {
      files: outputs(join(cwd, `out${jobs}`)),
      report,
      stderr: ran.stderr.replace(/\d+\.\d s/, ''),
      status: ran.status,
    };
  });
  assert.equal(Object.keys(runs[0]?.files ?? {}).length, 141);
  assert.deepEqual(runs[0], runs[1]);
  const one = runProgram(['posts', '-f', 'ndjson', '-j', '1'], cwd).stdout;
  assert.equal(one, runs[0]?.files['articles.ndjson']);
});

test('shards together are the whole', () => {
  const cwd = archive(50);
  runProgram(['posts', '-f', 'md,ndjson', '-o', 'whole'], cwd);
  for (const part of ['1/3', '2/3', '3/3']) {
    const { status } = runProgram(['posts', '-f', 'md,ndjson', '-o', 'parts', '--shard', part], cwd);
    assert.equal(status, 0);
  }
  const { 'articles.ndjson': stream, ...whole } = outputs(join(cwd, 'whole'));
  const parts = outputs(join(cwd, 'parts'));
  let joined = '';
  for (const part of [1, 2, 3]) {
    joined += parts[`articles.${part}-of-3.ndjson`];
    delete parts[`articles.${part}-of-3.ndjson`];
  }
  assert.deepEqual(parts, whole);
  assert.equal(joined, stream);
});

test('an article over the time limit fails alone, and leaves no part behind', () => {
  const cwd = archive(30);
  writeFileSync(
    join(cwd, 'posts', 'b', 'slow.html'),
    '<p>a <b>b</b> <a href="c.html">c</a> &amp; d</p>\n'.repeat(200_000),
  );
  const { status, stderr } = runProgram(['posts', '-o', 'out', '--timeout', '1', '-j', '2'], cwd);
  assert.equal(status, 1);
  assert.match(
    stderr,
    /^article-clean: posts\/b\/slow\.html: it took longer than 1 s; raise --timeout to convert it\nconverted 30, failed 1,/,
  );
  const files = tree(join(cwd, 'out'));
  assert.equal(Object.keys(files).length, 31);
  assert.ok(!Object.keys(files).some((path) => path.endsWith('.tmp')));
});

for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  test(`${signal} in a batch: summary, exit ${status}, whole files only`, async () => {
    const cwd = archive(1500);
    const child = spawn(node, [bin, 'posts', '-o', 'out', '-j', '2'], { cwd, env });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const out = join(cwd, 'out', 'a');
    while (!existsSync(out) || readdirSync(out).length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    const sent = performance.now();
    child.kill(signal);
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(code, status);
    assert.ok(performance.now() - sent < 2000);
    assert.match(stderr, /^converted \d+, failed 0, /);
    const files = tree(join(cwd, 'out'));
    const made = Object.entries(files).filter(([path]) => !path.startsWith('.article-clean'));
    assert.ok(made.length < 1500, 'it was over before the signal came');
    for (const [path, text] of made) assert.match(text, /^## Article \d+\n\nIt says \*\*\d+\*\* things\.\n$/, path);
  });
}

test('killed at any moment, only whole outputs show; the next run completes them', async () => {
  const cwd = archive(400);
  runProgram(['posts', '-o', 'whole'], cwd);
  const whole = outputs(join(cwd, 'whole'));
  for (const delay of [150, 220, 290, 360]) {
    const child = spawn(node, [bin, 'posts', '-o', 'out', '-j', '2'], { cwd, env, stdio: 'ignore' });
    await new Promise((resolve) => setTimeout(resolve, delay));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('close', resolve));
    for (const [path, text] of Object.entries(outputs(join(cwd, 'out')))) {
      if (!path.endsWith('.tmp')) assert.equal(text, whole[path], path);
    }
  }
  assert.equal(runProgram(['posts', '-o', 'out'], cwd).status, 0);
  assert.deepEqual(outputs(join(cwd, 'out')), whole);
});

test('an output folder that goes in mid-run stops the run with one line', async () => {
  const cwd = archive(1500);
  const child = spawn(node, [bin, 'posts', '-o', 'out', '-j', '2'], { cwd, env });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const out = join(cwd, 'out');
  while (!existsSync(join(out, 'a')) || readdirSync(join(out, 'a')).length < 3) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  execFileSync('mv', [out, `${out}-moved`]);
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(code, 1);
  assert.ok(stderr.split('\n').length <= 4, stderr);
  assert.match(stderr, /its output cannot be written: its folder is gone; the run stops here/);
});

test('an output that the system cuts is no output', () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'long.html'), `<p>${'long '.repeat(3000)}</p>`);
  writeFileSync(join(cwd, 'short.html'), '<p>short</p>');
  const script = `ulimit -f 8; trap '' XFSZ; "${node}" "${bin}" . -o out`;
  const ran = spawnSync('bash', ['-c', script], { cwd, env });
  assert.equal(ran.status, 1);
  assert.match(
    ran.stderr.toString(),
    /^article-clean: long\.html: its output cannot be written: the file would be too large/,
  );
  assert.deepEqual(Object.keys(outputs(join(cwd, 'out'))), ['short.md']);
});

test('a run that was killed knows its outputs again', async () => {
  const cwd = archive(600);
  const child = spawn(node, [bin, 'posts', '-o', 'out', '-j', '2'], { cwd, env, stdio: 'ignore' });
  const manifest = join(cwd, 'out', '.article-clean.ndjson');
  while (!existsSync(manifest)) await new Promise((resolve) => setTimeout(resolve, 2));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.on('close', resolve));
  const [known = ''] = readFileSync(manifest, 'utf8').split('\n');
  const { source, outputs: written } = JSON.parse(known);
  writeFileSync(join(cwd, 'posts', source), '<p>Edited since.</p>');
  runProgram(['posts', '-o', 'out', '-q'], cwd);
  assert.equal(readFileSync(join(cwd, 'out', written[0].path), 'utf8'), 'Edited since.\n');
});

test('a name that is no UTF-8 fails alone', () => {
  const cwd = archive(3);
  writeFileSync(Buffer.concat([Buffer.from(`${cwd}/posts/a/`), Buffer.from([0xb9, 0xfa]), Buffer.from('.html')]), 'x');
  for (const [input = '', out = ''] of [
    ['posts', 'one'],
    ['posts/**/*.html', 'two'],
  ]) {
    const { status, stderr } = runProgram([input, '-o', out], cwd);
    assert.equal(status, 1);
    assert.match(stderr, /^article-clean: posts\/a\/\ufffd+\.html: it cannot be read: .*\nconverted 3, failed 1,/);
  }
});

test('in place: a link stays a link, and a mode stays', () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'real.md'), '<p>Text</p>\n', { mode: 0o640 });
  symlinkSync('real.md', join(cwd, 'link.md'));
  assert.equal(runProgram(['link.md', '--in-place'], cwd).status, 0);
  assert.equal(readlinkSync(join(cwd, 'link.md')), 'real.md');
  assert.equal(readFileSync(join(cwd, 'real.md'), 'utf8'), 'Text\n');
  assert.equal(statSync(join(cwd, 'real.md')).mode & 0o777, 0o640);
});

test('messages obey no name: control characters are shown, not sent', () => {
  const cwd = emptyFolder();
  const name = 'a\u001b[31m\u0007\u202eb\n.html';
  writeFileSync(join(cwd, name), Buffer.alloc(100));
  const { stderr, status } = runProgram([name], cwd);
  assert.equal(status, 1);
  assert.ok(stderr.startsWith('article-clean: a\\x1b[31m\\x07\\u202eb\\n.html: '), stderr);
  assert.doesNotMatch(stderr.replaceAll('\n', ''), /[\u0000-\u001f\u007f-\u009f\u202e]/);
});

test('colour: asked for, or not at all through a pipe', () => {
  const cwd = emptyFolder();
  const red = (args: string[], extra: NodeJS.ProcessEnv) =>
    spawnSync(node, [bin, 'gone.html', ...args], { cwd, env: { ...env, ...extra } }).stderr.includes('\u001b[31m');
  const cases: [args: string[], extra: NodeJS.ProcessEnv, expected: boolean][] = [
    [[], {}, false],
    [['--color'], {}, true],
    [['--color=always'], { NO_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '0' }, false],
    [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    [['--no-color'], { FORCE_COLOR: '1' }, false],
    [['--color=never'], { FORCE_COLOR: '1' }, false],
  ];
  for (const [args, extra, expected] of cases) assert.equal(red(args, extra), expected, JSON.stringify([args, extra]));
});

test('--debug shows where a failure comes from, and nothing else does', () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'a.html'), Buffer.alloc(100));
  assert.doesNotMatch(runProgram(['a.html'], cwd).stderr, /^\s+at /m);
  assert.match(runProgram(['a.html', '--debug'], cwd).stderr, /^\s+at /m);
});
