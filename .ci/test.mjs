// Runs the tests with node's own runner, compiled once, on the program bundled once. Arguments: parts of file names to run only those;
// `--all` runs each test, as often as the gate wants (`test/counts.ts`).
// The last line reads `N passed, N failed, N skipped`.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { compile } from './compile.mjs';

const root = join(import.meta.dirname, '..');
const wanted = process.argv.slice(2).filter((word) => word !== '--all');
process.env.TEST_SCOPE = process.argv.includes('--all') ? 'all' : wanted.length > 0 ? 'named' : 'quick';
const files = readdirSync(join(root, 'test'), { recursive: true })
  .map((name) => join(root, 'test', String(name)))
  .filter((path) => path.endsWith('.test.ts'))
  .filter((path) => wanted.length === 0 || wanted.some((part) => relative(root, path).includes(part)))
  .sort();
if (files.length === 0) {
  console.error(`no test file matches ${wanted.join(' ')}`);
  process.exit(2);
}

// Below the repository, so that packages are found; apart from other runs.
const caches = join(root, 'node_modules/.cache');
mkdirSync(caches, { recursive: true });
const compiled = mkdtempSync(join(caches, 'tests-'));
await compile(root, ['src', 'test', 'bench'], compiled);
const program = mkdtempSync(join(tmpdir(), 'article-clean-program-'));
execFileSync(process.execPath, [join(root, '.ci/build.mjs'), join(program, 'dist')], { stdio: 'inherit' });
for (const name of ['bin', 'package.json']) cpSync(join(root, name), join(program, name), { recursive: true });
process.env.TEST_PROGRAM = program;
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --enable-source-maps`.trim();
process.on('exit', () => {
  for (const folder of [compiled, program]) rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

/** Folders whose tests start the program and wait for it, or look at what is loaded: a process a file. */
const APART = new Set(['cli', 'docs', 'engines', 'package', 'reliability']);

/**
 * The files of any other folder share a process: most take less time than loading the sources. Shared ones are the longest,
 * so they come first.
 */
function processes() {
  const shared = new Map();
  const apart = [];
  for (const file of files) {
    const path = relative(root, file).replace(/ts$/, 'js');
    const folder = dirname(path);
    if (APART.has(folder.split('/')[1])) apart.push(join(compiled, path));
    else shared.set(folder, [...(shared.get(folder) ?? []), path]);
  }
  const entries = [...shared].map(([folder, paths]) => {
    const entry = join(compiled, `${folder.replaceAll('/', '-')}.js`);
    writeFileSync(entry, paths.map((path) => `import './${path}';\n`).join(''));
    return entry;
  });
  return [...entries, ...apart];
}

const count = { passed: 0, failed: 0, skipped: 0 };
const stream = run({
  files: processes(),
  concurrency: availableParallelism(),
  timeout: 900_000,
});
stream.on('test:pass', (event) => {
  if (event.details?.type === 'suite') return;
  if (event.skip || event.todo) count.skipped++;
  else count.passed++;
});
stream.on('test:fail', () => {
  count.failed++;
});
stream.compose(new spec()).pipe(process.stdout);
stream.on('end', () => {
  process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;
  setImmediate(() => console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`));
});
