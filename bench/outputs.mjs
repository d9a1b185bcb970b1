// `node bench/outputs.mjs [BIN] > hashes.tsv`: a hash for each output of the fixtures and, where `../shared` exists, of
// the corpora and the archive, in Markdown, text and JSON. Two runs, before and after a change, are compared by `diff`:
// a change that should not change outputs shows none.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

const root = join(import.meta.dirname, '..');
const shared = join(root, '../shared');
const program = resolve(process.argv[2] ?? join(root, 'bin/article-clean.js'));
const scratch = mkdtempSync(join(tmpdir(), 'article-clean-outputs-'));

function inputs() {
  const found = [['fixtures', join(root, 'fixtures/articles')]];
  for (const name of ['corpus', 'corpus-2']) {
    if (existsSync(join(shared, name))) found.push([name, join(shared, name)]);
  }
  const packed = join(shared, 'archive/posts.tar.xz');
  if (existsSync(packed)) {
    const posts = join(scratch, 'posts');
    mkdirSync(posts);
    const { status, stderr } = spawnSync('tar', ['xf', packed, '-C', posts], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`tar: ${stderr}`);
    found.push(['archive', posts]);
  }
  return found;
}

function outputs(name, input) {
  const out = join(scratch, 'out', name);
  const args = [program, 'convert', input, '-o', out, '-f', 'markdown,text,json', '--no-config', '--quiet'];
  // Fixtures hold their goldens as Markdown too; only what is an input counts.
  if (name === 'fixtures') args.push('--exclude', '**/expected.*');
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0 && status !== 1) throw new Error(`${name}: exit ${status}`);
  return readdirSync(out, { recursive: true })
    .map((path) => join(out, String(path)))
    .filter((path) => statSync(path).isFile() && !path.endsWith('.article-clean.ndjson'));
}

try {
  for (const [name, input] of inputs()) {
    for (const path of outputs(name, input).sort()) {
      const hash = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
      console.log(`${hash}\t${relative(join(scratch, 'out'), path)}`);
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
