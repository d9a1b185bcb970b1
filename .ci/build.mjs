// Bundles the program and the library into dist/ (ESM, code split so that each command loads only what it uses), and
// writes the type declarations. turndown comes in its browser form: without domino, its own HTML parser.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { writeNotices } from './notices.mjs';
import {
  disarmGrayMatter,
  encodingsApart,
  lateChildProcess,
  ownSelectorAdapter,
  repackDetectorTables,
} from './plugins.mjs';
import { writeTypes } from './types.mjs';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const turndown = join(dirname(require.resolve('turndown')), 'turndown.browser.es.js');

// Tests bundle into a folder of their own, so that they run what the sources say now: `build.mjs FOLDER`.
const [own] = process.argv.slice(2);
const outdir = own ?? join(root, 'dist');

const { metafile, outputFiles } = await build({
  metafile: true,
  write: false,
  absWorkingDir: root,
  entryPoints: {
    cli: 'src/cli.ts',
    index: 'src/index.ts',
    worker: 'src/worker.ts',
    // Nobody loads it by itself: parts hold what the same entries reach, so this one keeps what `toMarkdown` and
    // `toText` are made of apart from what only `convert` needs.
    html: 'src/write/html-to-markdown.ts',
  },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  alias: { turndown },
  plugins: [disarmGrayMatter, ownSelectorAdapter, lateChildProcess, repackDetectorTables],
  minify: true,
  // Words of Chinese and Japanese take half of what their escapes take.
  charset: 'utf8',
  // Stack traces of reports can be read against the same build with `sourcemap`, as long as they have lines.
  lineLimit: 120,
  legalComments: 'none',
  logLevel: 'warning',
});

// One file, by itself: a part that it shared with the program could bring something of Node's.
const browser = await build({
  write: false,
  absWorkingDir: root,
  entryPoints: { browser: 'src/browser.ts' },
  outdir,
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  alias: { turndown },
  minify: true,
  lineLimit: 120,
  legalComments: 'none',
  logLevel: 'warning',
});

// The program once more, in one file: that its compiled code can be kept between runs (`bin/kept-code.js`) takes a
// script instead of modules.
const program = await build({
  metafile: true,
  write: false,
  absWorkingDir: root,
  entryPoints: { program: 'src/cli.ts' },
  outdir,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  alias: { turndown },
  plugins: [disarmGrayMatter, ownSelectorAdapter, lateChildProcess, encodingsApart(metafile)],
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: "const moduleUrl=require('node:url').pathToFileURL(__dirname+'/cli.js').href;" },
  minify: true,
  lineLimit: 120,
  legalComments: 'none',
  logLevel: 'warning',
});

// CommonJS packages in an ESM bundle ask for `require` of Node's own modules. One part holds the helper that asks;
// it touches Node when one does ask, and no sooner, so that a bundler can take what is pure into a page.
const asksForRequire = /typeof require\b/;
const giveRequire =
  "const require=(name)=>process.getBuiltinModule('node:module').createRequire(import.meta.url)(name);\n";
rmSync(outdir, { recursive: true, force: true });
mkdirSync(outdir, { recursive: true });
for (const { path, text } of browser.outputFiles) writeFileSync(path, text);
// One byte a character is read and kept in half the time; only patterns have others. A script has no `import` of its own.
for (const { path, text } of program.outputFiles) {
  writeFileSync(path, escapeNonAscii(text).replaceAll('import("./', 'importPart("./'));
}
for (const { path, text } of outputFiles) {
  writeFileSync(path, asksForRequire.test(text) ? giveRequire + text : text);
}
// For tests and the release check: which part holds what. Not packed.
writeFileSync(join(outdir, 'metafile.json'), JSON.stringify(metafile));
if (!own) {
  writeTypes(root);
  writeNotices(root, metafile);
}

function escapeNonAscii(text) {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
