/** The library where there is no Node: a bundle for the browser takes it without any module of Node's. */
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { bin, emptyFolder } from '../cli/program.js';

const home = emptyFolder();
mkdirSync(join(home, 'node_modules'));
symlinkSync(join(bin, '../..'), join(home, 'node_modules/article-clean'));

/** A module of Node's in quotes, and what only Node has. */
const OF_NODE = /['"`]node:\w+|\bprocess\.\w+|\brequire\(|\bBuffer\b/g;

/** A program of a person who has installed the package, bundled for a page with nothing left outside. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: home },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: 'library',
    platform: 'browser',
    logLevel: 'silent',
    metafile: true,
  });
  assert.deepEqual(
    Object.values(metafile.outputs).flatMap(({ imports }) => imports),
    [],
  );
  return outputFiles[0]?.text ?? '';
}

test('toMarkdown and toText run in a page that has nothing of Node', async () => {
  const text = await bundle("export { toMarkdown, toText } from 'article-clean'");
  assert.deepEqual(text.match(OF_NODE), null);
  const page =
    '<h1>One &amp; <em>two</em></h1><p>三<b>“四。”</b>五</p><table><tr><th>A</th></tr><tr><td>1</td></tr></table>';
  const { toMarkdown, toText } = await import('../../src/index.js');
  const { markdown, plain } = runInNewContext(
    `${text}; ({ markdown: library.toMarkdown(page), plain: library.toText(page) })`,
    { page },
  );
  assert.equal(markdown, toMarkdown(page));
  assert.equal(plain, toText(page));
});

test('its errors can be told apart there', async () => {
  const text = await bundle("export { toText, UsageError } from 'article-clean'");
  const thrown = 'try { library.toText(undefined) } catch (error) { error instanceof library.UsageError }';
  assert.equal(runInNewContext(`${text}; ${thrown}`), true);
});

test('what reads files and bytes is not there, and a bundler says so', async () => {
  await assert.rejects(bundle("export { convert } from 'article-clean'"), /No matching export .* "convert"/);
});
