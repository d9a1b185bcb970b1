// The floor: a loop that only reads and writes every file, synchronously, into a new folder.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import glob from 'fast-glob';

const [from, to] = process.argv.slice(2);
for (const name of await glob('**/*.{md,markdown,html}', { cwd: from })) {
  const path = join(to, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, readFileSync(join(from, name)));
}
