/** The programs that the benches run beside ours: installed once, from `bench/peers/package.json`. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'peers');

/** Path of a peer's script; installs what it imports where that was not done yet. */
export function peer(name: string): string {
  if (!existsSync(join(folder, 'node_modules'))) {
    // mdream asks for Node 22 and works on 20.
    execFileSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--force'], {
      cwd: folder,
      stdio: 'ignore',
    });
  }
  return join(folder, name);
}
