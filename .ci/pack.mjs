// `npm run pack`: makes the tarball, from what is built. Its package.json has no scripts and no devDependencies: npm
// warns whoever installs a tarball of a `prepare` script that is only for this repository.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const npmPack = (args, cwd) => {
  const stdout = execFileSync('npm', ['pack', '--ignore-scripts', '--json', ...args], { cwd, encoding: 'utf8' });
  return JSON.parse(stdout)[0];
};

/** Packs into a folder. Returns what `npm pack --json` says: filename, sizes in bytes, files. */
export function pack(folder) {
  const stage = mkdtempSync(join(tmpdir(), 'article-clean-pack-'));
  try {
    for (const { path } of npmPack(['--dry-run', '--loglevel=error'], root).files) {
      cpSync(join(root, path), join(stage, path), { recursive: true });
    }
    const { scripts, devDependencies, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    return npmPack(['--pack-destination', folder, '--loglevel=error'], stage);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) console.log(pack(root).filename);
