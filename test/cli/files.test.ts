/** No file is harmed: inputs, other people's files, links, pipes and devices, whatever option names them. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { onlyInCheck, some } from '../counts.js';
import { runBroken } from '../reliability/broken.js';
import { archive, article, bin, emptyFolder, env, outputs, runProgram } from './program.js';

const html = '<p>One <b>two</b>.</p>\n';
const MANIFEST = '.article-clean.ndjson';

/** A folder with `posts/a.html` and `posts/b.html`, and other files. */
function place(files: Record<string, string> = {}): string {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, 'posts'));
  for (const [name, text] of Object.entries({ 'posts/a.html': html, 'posts/b.html': html, ...files })) {
    writeFileSync(join(cwd, name), text);
  }
  return cwd;
}

/** Each way to name one file that the tool shall write. */
const ways: Record<string, (path: string) => string[]> = {
  'an output': (path) => ['posts/a.html', '-f', 'md', '-o', path],
  'a stream': (path) => ['posts', '-f', 'ndjson', '-o', path],
  'a report': (path) => ['posts', '-o', 'out', '--report', path],
  'a page': (path) => ['report', 'posts', '-o', path],
};

for (const [way, args] of some(1, Object.entries(ways))) {
  test(`${way} is never an input, not even by force or through a second name`, () => {
    const cwd = place();
    linkSync(join(cwd, 'posts', 'a.html'), join(cwd, 'twin'));
    for (const path of ['posts/a.html', 'twin']) {
      const { status, stderr } = runProgram([...args(path), '--force'], cwd);
      assert.notEqual(status, 0, path);
      assert.match(stderr, /input/);
      assert.equal(readFileSync(join(cwd, path), 'utf8'), html);
    }
  });

  test(`${way} is never a link, and what that leads to stays`, () => {
    const cwd = place({ precious: 'precious' });
    symlinkSync('precious', join(cwd, 'link'));
    symlinkSync('gone', join(cwd, 'dangling'));
    for (const path of ['link', 'dangling']) {
      const { status, stderr } = runProgram([...args(path), '--force'], cwd);
      assert.notEqual(status, 0, path);
      assert.match(stderr, /name of a link/);
      assert.ok(lstatSync(join(cwd, path)).isSymbolicLink());
    }
    assert.equal(readFileSync(join(cwd, 'precious'), 'utf8'), 'precious');
    assert.ok(!existsSync(join(cwd, 'gone')));
  });

  test(`${way} keeps a file that is not ours, but by force`, () => {
    const cwd = place({ notes: 'my notes' });
    const { status, stderr } = runProgram(args('notes'), cwd);
    assert.equal(status, 1, stderr);
    assert.match(stderr, /notes.* kept: this tool did not write it/);
    assert.equal(readFileSync(join(cwd, 'notes'), 'utf8'), 'my notes');
    assert.equal(runProgram([...args('notes'), '--force'], cwd).status, 0);
    assert.notEqual(readFileSync(join(cwd, 'notes'), 'utf8'), 'my notes');
  });

  test(`${way} goes through a pipe, and the pipe stays`, () => {
    const cwd = place();
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    symlinkSync('pipe', join(cwd, 'link'));
    for (const path of ['pipe', 'link']) {
      const line = args(path).concat('--force').join(' ');
      const script = `cat ${path} > got & "${process.execPath}" "${bin}" ${line}; status=$?; wait; exit $status`;
      const ran = spawnSync('bash', ['-c', script], { cwd, env, timeout: 30_000 });
      assert.equal(ran.status, 0, String(ran.stderr));
      assert.notEqual(readFileSync(join(cwd, 'got'), 'utf8'), '');
      assert.ok(lstatSync(join(cwd, 'pipe')).isFIFO());
      assert.ok(lstatSync(join(cwd, 'link')).isSymbolicLink());
    }
  });

  test(`${way} waits for nobody who might read a pipe, for ever`, () => {
    const cwd = place();
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    const { status, stderr } = runProgram([...args('pipe'), '--timeout', '0.3'], cwd);
    assert.equal(status, 1);
    assert.match(stderr, /nobody reads from the pipe pipe|it took longer than/);
  });

  test(`${way} goes to the streams of the process by their names`, () => {
    const cwd = place();
    symlinkSync('/proc/self/fd/1', join(cwd, 'std'));
    for (const path of ['/dev/stdout', '/dev/fd/1', 'std', '-']) {
      const { status, stdout, stderr } = runProgram([...args(path), '--force'], cwd);
      assert.equal(status, 0, stderr);
      assert.match(stdout, /One|"source":"a\.html"/, path);
    }
    assert.ok(lstatSync(join(cwd, 'std')).isSymbolicLink());
    assert.ok(!existsSync(join(cwd, '-')));
    // A file that the shell has opened is gone on with, not begun anew.
    const script = `{ echo first; "${process.execPath}" "${bin}" ${args('/dev/stdout').join(' ')} --force; echo last; } > all`;
    spawnSync('bash', ['-c', script], { cwd, env });
    assert.match(readFileSync(join(cwd, 'all'), 'utf8'), /^first\n.+\nlast\n$/s);
  });

  test(`${way} to a folder that is not there, or is none: the path and the reason`, () => {
    const cwd = place({ file: '' });
    const { status, stderr } = runProgram(args('file/x'), cwd);
    assert.equal(status, 1);
    assert.match(
      stderr,
      /: file\/x cannot be written: (?:a part of its path is no folder|a file has the name of its folder)/,
    );
    assert.equal(runProgram(args('posts'), cwd).status === 0, way === 'an output' || way === 'a stream');
  });
}

test('a report of an earlier run is replaced, and so is a page', () => {
  const cwd = place();
  for (const way of ['a report', 'a page']) {
    const args = ways[way]?.('again') ?? [];
    assert.equal(runProgram(args, cwd).status, 0);
    assert.equal(runProgram(args, cwd).status, 0, way);
    rmSync(join(cwd, 'again'));
  }
  writeFileSync(join(cwd, 'posts', 'page.html'), html);
  // An article of the folder is no page of ours, so it is an input; an earlier page is none.
  assert.equal(runProgram(['report', 'posts', '-o', 'posts/page.html', '--force'], cwd).status, 2);
  assert.equal(runProgram(['report', 'posts', '-o', 'posts/own.html'], cwd).status, 0);
  assert.match(
    runProgram(['report', 'posts', '-o', 'posts/own.html'], cwd).stderr,
    /^wrote posts\/own\.html: 3 articles, 0 to look at$/m,
  );
});

test('a stream into a file of its own: replaced by the next run, but not what is no stream, nor another part', () => {
  const cwd = place();
  const run = (...more: string[]) => runProgram(['posts', '-o', 'all.ndjson', ...more], cwd);
  const sources = () =>
    readFileSync(join(cwd, 'all.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).source);
  assert.equal(run().status, 0);
  rmSync(join(cwd, 'posts/a.html'));
  writeFileSync(join(cwd, 'posts/c"\\.html'), html);
  assert.equal(run().status, 0);
  assert.deepEqual(sources(), ['b.html', 'c"\\.html']);
  assert.match(run('--shard', '2/2').stderr, /all\.ndjson: kept/);
  assert.deepEqual(sources(), ['b.html', 'c"\\.html']);
  assert.equal(run('--shard', '1/2').status, 0);
  assert.deepEqual(sources(), ['b.html']);
  for (const foreign of ['{"source":"a.html"}\n', `${readFileSync(join(cwd, 'all.ndjson'), 'utf8')}note\n`]) {
    writeFileSync(join(cwd, 'all.ndjson'), foreign);
    const { status, stderr } = run();
    assert.equal(status, 1);
    assert.match(stderr, /all\.ndjson: kept/);
    assert.equal(readFileSync(join(cwd, 'all.ndjson'), 'utf8'), foreign);
  }
});

test('a report has a place of its own', () => {
  const cwd = place();
  for (const args of [
    ['posts/a.html', '--report', '-'],
    ['posts', '-f', 'ndjson', '-o', 'all', '--report', 'all'],
    ['posts', '-o', 'out', '--report', 'out/a.md'],
    ['posts', '-o', 'out', '-n', '--report', '/dev/stdout'],
  ]) {
    const { status, stderr } = runProgram(args, cwd);
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, /taken already|is an output/);
    assert.ok(!existsSync(join(cwd, 'out')), 'a folder was left');
  }
});

test('in a folder of outputs: a pipe stays, and a link is only taken away by force', () => {
  const cwd = place({ precious: 'precious' });
  mkdirSync(join(cwd, 'out'));
  execFileSync('mkfifo', [join(cwd, 'out', 'a.md')]);
  symlinkSync('../precious', join(cwd, 'out', 'b.md'));
  assert.equal(runProgram(['posts', '-o', 'out'], cwd).status, 1);
  assert.ok(lstatSync(join(cwd, 'out', 'b.md')).isSymbolicLink());
  assert.equal(runProgram(['posts', '-o', 'out', '--force'], cwd).status, 1);
  assert.ok(lstatSync(join(cwd, 'out', 'a.md')).isFIFO());
  assert.ok(lstatSync(join(cwd, 'out', 'b.md')).isFile());
  assert.equal(readFileSync(join(cwd, 'precious'), 'utf8'), 'precious');
});

test('the same folder for both: an input is never an output, nor recorded as one', () => {
  const cwd = place({ 'posts/c.md': 'plain text\n' });
  const first = runProgram(['posts', '-o', 'posts'], cwd);
  assert.equal(first.status, 1);
  assert.match(first.stderr, /^article-clean: posts\/c\.md: its output [^ ]+ would replace an input; .*--in-place\n/);
  assert.doesNotMatch(readFileSync(join(cwd, 'posts', MANIFEST), 'utf8'), /c\.md/);
  writeFileSync(join(cwd, 'posts', 'c.md'), 'now <b>bold</b>\n');
  assert.match(runProgram(['posts', '-o', 'posts'], cwd).stderr, /c\.md/);
  assert.equal(readFileSync(join(cwd, 'posts', 'c.md'), 'utf8'), 'now <b>bold</b>\n');
  assert.doesNotMatch(runProgram(['posts/a.html', '-o', 'posts/a.html'], cwd).stderr, /--in-place/);
});

test('in place: only what was read is replaced, and only a file', () => {
  const cwd = emptyFolder();
  execFileSync('mkfifo', [join(cwd, 'pipe.md')]);
  const script = `echo '<p>x</p>' > pipe.md & "${process.execPath}" "${bin}" pipe.md --in-place; status=$?; wait; exit $status`;
  const ran = spawnSync('bash', ['-c', script], { cwd, env, timeout: 30_000 });
  assert.equal(ran.status, 1, String(ran.stderr));
  assert.ok(lstatSync(join(cwd, 'pipe.md')).isFIFO());
});

for (const [what, spoil] of Object.entries({
  'an output that is null': (text: string) => text.replace(/"outputs":\[\{[^\]]*\]/g, '"outputs":[null]'),
  'a link that is a number': (text: string) => text.replace(/"links":\[.*\]\}$/gm, '"links":[5]}'),
  'a source that is a list': (text: string) => text.replace(/"source":"[^"]*"/g, '"source":[]'),
  'no lines at all': () => '\u0000\u0001{{{\n',
})) {
  test(`a manifest with ${what} costs nothing but what it knew`, () => {
    const cwd = place();
    runProgram(['posts', '-o', 'out'], cwd);
    const path = join(cwd, 'out', MANIFEST);
    writeFileSync(path, spoil(readFileSync(path, 'utf8')));
    writeFileSync(join(cwd, 'posts', 'c.html'), '<p>New</p>');
    const { status, stderr } = runProgram(['posts', '-o', 'out', '--changed'], cwd);
    assert.equal(status, 0, stderr);
    assert.equal(readFileSync(join(cwd, 'out', 'c.md'), 'utf8'), 'New\n');
  });
}

test('--changed converts an article again when a target of its links has moved', () => {
  const named = (title: string) => `---\ntitle: ${title}\n---\n<p>Text.</p>\n`;
  const link = '---\ntitle: First\n---\n<p><a href="b.html">the other</a>, <img src="boat.png" alt="a boat"></p>\n';
  const cwd = place({ 'posts/a.html': link, 'posts/b.html': named('Old') });
  const args = ['posts', '-o', 'out', '--name', '{title}{ext}', '--changed', '--front-matter', 'none'];
  const first = () => readFileSync(join(cwd, 'out', 'First.md'), 'utf8');
  runProgram(args, cwd);
  assert.equal(first(), '[the other](Old.md), ![a boat](boat.png)\n');
  assert.match(runProgram(args, cwd).stderr, /2 unchanged since the last run/);
  writeFileSync(join(cwd, 'posts', 'b.html'), named('New'));
  runProgram(args, cwd);
  assert.equal(first(), '[the other](New.md), ![a boat](boat.png)\n');
  writeFileSync(join(cwd, 'posts', 'boat.png'), '');
  runProgram(args, cwd);
  assert.equal(first(), '[the other](New.md), ![a boat](../posts/boat.png)\n');
});

test('outputs whose input is gone: said in few lines, with paths that can be pasted, and removed when asked', {
  skip: onlyInCheck,
}, () => {
  const cwd = archive(30);
  runProgram(['posts', '-o', 'out'], cwd);
  // Of the parts, only the second is in the run; the others stand one folder up.
  for (const again of [['--changed'], []]) {
    assert.doesNotMatch(runProgram(['posts/b', '-o', 'out', ...again], cwd).stderr, /input is gone/);
  }
  rmSync(join(cwd, 'posts', 'c', '2.html'));
  assert.doesNotMatch(runProgram(['posts/b', '-o', 'out'], cwd).stderr, /input is gone/, 'outside of its base');
  writeFileSync(join(cwd, 'posts', 'c', '2.html'), article(2));
  for (const name of readdirSync(join(cwd, 'posts', 'a'))) rmSync(join(cwd, 'posts', 'a', name));
  writeFileSync(join(cwd, 'out', 'a', '0.md'), 'edited since');
  const said = runProgram(['posts', '-o', 'out'], cwd);
  assert.match(said.stderr, /^article-clean: out\/a\/0\.md: its input is gone; --prune removes it$/m);
  assert.equal(said.stderr.match(/its input is gone/g)?.length, 5);
  assert.match(said.stderr, /^article-clean: 5 more outputs whose input is gone; -v shows all$/m);
  assert.match(runProgram(['posts', '-o', 'out', '--prune', '-n'], cwd).stdout, /^would remove out\/a\/12\.md$/m);
  const pruned = runProgram(['posts', '-o', 'out', '--prune'], cwd);
  assert.match(pruned.stderr, /, 9 removed;/);
  assert.deepEqual(
    Object.keys(outputs(join(cwd, 'out'))).filter((path) => path.startsWith('a/')),
    ['a/0.md'],
  );
  assert.equal(runProgram(['posts/b/1.html', '-o', 'x.md', '--prune'], cwd).status, 2);
});

test('--prune goes nowhere that a manifest has no business', () => {
  const cwd = place();
  runProgram(['posts', '-o', 'out'], cwd);
  mkdirSync(join(cwd, 'elsewhere'));
  for (const path of ['victim', 'elsewhere/x.md']) writeFileSync(join(cwd, path), 'One **two**.\n');
  symlinkSync('../elsewhere', join(cwd, 'out', 'sub'));
  const [line = ''] = readFileSync(join(cwd, 'out', MANIFEST), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  const [{ hash, ...rest }] = JSON.parse(line).outputs;
  for (const [source, path] of [
    ['gone1.html', '../victim'],
    ['gone2.html', 'sub/x.md'],
    ['gone3.html', 'a.md'],
    ['../gone4.html', '../elsewhere/x.md'],
  ]) {
    const lie = { ...JSON.parse(line), source, outputs: [{ ...rest, hash, path }] };
    appendFileSync(join(cwd, 'out', MANIFEST), `${JSON.stringify(lie)}\n`);
  }
  assert.equal(runProgram(['posts', '-o', 'out', '--prune', '--force'], cwd).status, 0);
  for (const path of ['victim', 'elsewhere/x.md', 'out/a.md']) assert.ok(existsSync(join(cwd, path)), path);
});

test('after an interruption all that shows is known, and the next run may replace it', () => {
  const cwd = archive(120);
  const RUN = 'mkdir sent && kill -INT $PPID || true';
  runBroken(['posts', '-o', 'out', '-j', '2'], cwd, { BREAK: 'renameSync:9:run', RUN });
  const made = Object.keys(outputs(join(cwd, 'out'))).sort();
  assert.ok(made.length >= 8 && made.length < 120, `${made.length}`);
  const told = readFileSync(join(cwd, 'out', MANIFEST), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  assert.deepEqual(
    told.flatMap((line) => JSON.parse(line).outputs.map(({ path }: { path: string }) => path)).sort(),
    made,
  );
  const { status, stderr } = runProgram(['posts', '-o', 'out', '--drop', 'h2'], cwd);
  assert.equal(status, 0, stderr);
});

test('a full disk, and a run that stops at its first failure, count what was done', () => {
  const cwd = archive(60);
  writeFileSync(join(cwd, 'posts', 'a', '0.html'), Buffer.alloc(64));
  const { status, stderr } = runProgram(['posts', '-o', 'out', '--fail-fast', '-j', '2'], cwd);
  assert.equal(status, 1);
  const made = Object.keys(outputs(join(cwd, 'out'))).length;
  assert.match(stderr, new RegExp(`^stopped after ${made + 1} of 60: converted ${made}, failed 1;`, 'm'));
});

test('scans leave out node_modules and what .gitignore names, wherever they are written', () => {
  const files = [
    'a.md',
    'node_modules/x/README.md',
    'public/p.md',
    'drafts/d.md',
    'drafts/keep.md',
    'sub/skip.md',
    'sub/s.md',
  ];
  const site = () => {
    const cwd = emptyFolder();
    for (const file of files) {
      mkdirSync(join(cwd, file, '..'), { recursive: true });
      writeFileSync(join(cwd, file), 'x <b>y</b>\n');
    }
    writeFileSync(join(cwd, '.gitignore'), '\ufeff# built\r\n/public/\r\ndrafts/*\r\n!drafts/keep.md\r\n');
    writeFileSync(join(cwd, 'sub', '.gitignore'), 'skip.md\n');
    return cwd;
  };
  const written = (cwd: string) => files.filter((file) => readFileSync(join(cwd, file), 'utf8') !== 'x <b>y</b>\n');
  const wanted = ['a.md', 'drafts/keep.md', 'sub/s.md'];
  for (const [args, expected] of [
    [['.', '--in-place'], wanted],
    [['**/*.md', '--in-place'], wanted],
    [['.', '--in-place', '--no-ignore'], files.filter((file) => !file.startsWith('node_modules'))],
    [['public', '--in-place'], ['public/p.md']],
    [['node_modules/x', '--in-place'], ['node_modules/x/README.md']],
    [['drafts/d.md', '--in-place'], ['drafts/d.md']],
  ] as const) {
    const cwd = site();
    mkdirSync(join(cwd, '.git'));
    const { status, stderr } = runProgram(args, cwd);
    assert.equal(status, 0, stderr);
    assert.deepEqual(written(cwd), expected, args.join(' '));
  }
});

test('a folder that holds only links, or only what is ignored, says so', () => {
  const cwd = place();
  mkdirSync(join(cwd, 'links'));
  symlinkSync('../posts/a.html', join(cwd, 'links', 'a.html'));
  assert.match(
    runProgram(['links', '-o', 'out'], cwd).stderr,
    /no article in this folder; it holds a link, which a scan/,
  );
  mkdirSync(join(cwd, 'built'));
  writeFileSync(join(cwd, 'built', '.gitignore'), '*\n');
  writeFileSync(join(cwd, 'built', 'a.html'), article(1));
  assert.match(runProgram(['built', '-o', 'out'], cwd).stderr, /left out by \.gitignore: --no-ignore scans it too/);
});
