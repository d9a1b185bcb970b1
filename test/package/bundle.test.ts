/** What the bundle does to the library: it can be shaken, and repacked tables are the same tables. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bin, root } from '../cli/program.js';

const dist = join(bin, '../../dist');
interface Metafile {
  outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }>;
}
const { outputs }: Metafile = JSON.parse(readFileSync(join(dist, 'metafile.json'), 'utf8'));
const partsOf = new Map(Object.entries(outputs).map(([path, { inputs }]) => [basename(path), Object.keys(inputs)]));

/** A program that takes one name out of the library, bundled as its user would. */
async function shaken(name: string): Promise<{ text: string; parts: string[]; imports: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { ${name} } from './index.js'`, resolveDir: dist },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    metafile: true,
  });
  const [output] = Object.values(metafile.outputs);
  const kept = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return {
    text: outputFiles[0]?.text ?? '',
    parts: kept.map(([path]) => basename(path)),
    imports: output?.imports.map(({ path }) => path) ?? [],
  };
}

test('toText alone: no program, no worker, no file, no detector, no other reader', async () => {
  const { text, parts, imports } = await shaken('toText');
  assert.deepEqual(
    parts.filter((part) => ['cli.js', 'worker.js'].includes(part)),
    [],
  );
  const sources = parts.flatMap((part) => partsOf.get(part) ?? []);
  assert.ok(sources.some((path) => path.includes('htmlparser2')));
  for (const left of [
    'commander',
    'fast-glob',
    'jschardet',
    'markdown-it',
    'yaml',
    'src/run',
    'src/cli',
    'src/output',
  ]) {
    assert.deepEqual(
      sources.filter((path) => path.includes(`/${left}/`) || path.startsWith(`${left}/`)),
      [],
      left,
    );
  }
  for (const taken of ['node:fs', 'node:worker_threads', 'node:child_process', 'fs']) {
    assert.ok(!imports.includes(taken), taken);
  }
  assert.ok(text.length < 150_000, `${text.length} bytes`);
  const { toText } = await import(
    `data:text/javascript,${encodeURIComponent(text.replaceAll('import.meta.url', JSON.stringify(import.meta.url)))}`
  );
  assert.equal(toText('<p>One <b>two</b>.</p>'), 'One two.');
});

test('convert brings more than toText: what is left out above is there to leave out', async () => {
  const [one, all] = await Promise.all([shaken('toText'), shaken('convert')]);
  assert.ok(all.text.length > 10 * one.text.length, `${one.text.length} and ${all.text.length} bytes`);
});

test('importing the library loads no other package and starts nothing', async () => {
  const before = process.listenerCount('exit') + process.listenerCount('SIGINT');
  const names = Object.keys(await import(pathToFileURL(join(dist, 'index.js')).href)).sort();
  assert.deepEqual(names, [
    'ArticleError',
    'UsageError',
    'convert',
    'convertFiles',
    'defineRule',
    'toMarkdown',
    'toText',
  ]);
  assert.equal(process.listenerCount('exit') + process.listenerCount('SIGINT'), before);
});

test('repacked detector tables are the same bytes', async () => {
  const { tableModule } = await import(pathToFileURL(join(root, '.ci/plugins.mjs')).href);
  const folder = join(root, 'node_modules/jschardet/build/models');
  const tables = readdirSync(folder).filter((name) => name.endsWith('.bin.js'));
  assert.equal(tables.length, 3);
  for (const name of tables) {
    const original: Uint8Array = (await import(pathToFileURL(join(folder, name)).href)).readBytes();
    const repacked = await import(`data:text/javascript,${encodeURIComponent(tableModule(original))}`);
    assert.ok(Buffer.from(repacked.readBytes()).equals(original), name);
  }
});
