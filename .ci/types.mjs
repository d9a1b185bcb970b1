// Writes dist/types: the declarations that the public ones lead to, and no others. Called by the build.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `from './types.js'`, `import("./clean/rule.js")` */
const relativeModule = /(?:from\s+|import\()['"](\.[^'"]+)\.js['"]/g;

export function writeTypes(root) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', join(root, '.ci/tsconfig.types.json')], { stdio: 'inherit' });
  const folder = join(root, 'dist/types');
  const reached = new Set([join(folder, 'index.d.ts'), join(folder, 'browser.d.ts')]);
  // A set gives its iteration what is added meanwhile.
  for (const file of reached) {
    for (const [, target] of readFileSync(file, 'utf8').matchAll(relativeModule)) {
      reached.add(join(dirname(file), `${target}.d.ts`));
    }
  }
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !reached.has(path)) rmSync(path);
  }
  for (const entry of entries.reverse()) if (entry.isDirectory()) removeEmpty(join(entry.parentPath, entry.name));
}

function removeEmpty(folder) {
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
