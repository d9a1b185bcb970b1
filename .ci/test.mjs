// Runs the tests with node's own runner, TypeScript through tsx. Arguments: parts of file names to run only those;
// `--all` tries each generated test as often as the gate wants (`test/counts.ts`).
// The last line reads `N passed, N failed, N skipped`.
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const root = join(import.meta.dirname, '..');
const wanted = process.argv.slice(2).filter((word) => word !== '--all');
if (process.argv.includes('--all')) process.env.TEST_COUNTS = 'all';
const files = readdirSync(join(root, 'test'), { recursive: true })
  .map((name) => join(root, 'test', String(name)))
  .filter((path) => path.endsWith('.test.ts'))
  .filter((path) => wanted.length === 0 || wanted.some((part) => relative(root, path).includes(part)))
  .sort();
if (files.length === 0) {
  console.error(`no test file matches ${wanted.join(' ')}`);
  process.exit(2);
}

process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import=tsx`.trim();
const count = { passed: 0, failed: 0, skipped: 0 };
const stream = run({ files, concurrency: availableParallelism(), timeout: 900_000 });
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
