// Bundles the program and the library into dist/ (ESM, code split so that each command loads only what it uses), and
// writes the type declarations. turndown comes in its browser form: without domino, its own HTML parser.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { writeNotices } from './notices.mjs';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const turndown = join(dirname(require.resolve('turndown')), 'turndown.browser.es.js');

// Tests bundle into a folder of their own, so that they run what the sources say now: `build.mjs FOLDER`.
const [own] = process.argv.slice(2);
const outdir = own ?? join(root, 'dist');

/** gray-matter brings js-yaml 3 and an engine that evaluates code. Ours are passed at each call; its own stay out. */
const disarmGrayMatter = {
  name: 'disarm-gray-matter',
  setup(bundle) {
    bundle.onLoad({ filter: /gray-matter[\\/]lib[\\/]engines\.js$/ }, () => ({ contents: 'module.exports = {};' }));
  },
};

rmSync(outdir, { recursive: true, force: true });
const { metafile } = await build({
  metafile: true,
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts', worker: 'src/worker.ts' },
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  alias: { turndown },
  plugins: [disarmGrayMatter],
  legalComments: 'none',
  logLevel: 'warning',
  // CommonJS packages in an ESM bundle ask for `require` of Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
  },
});
if (own) process.exit(0);
execFileSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, '.ci/tsconfig.types.json')],
  {
    stdio: 'inherit',
  },
);
writeNotices(root, metafile);
