// Sources and tests as JavaScript, file by file, below a folder: loading them through tsx takes half a second a test file.
// Each still says that it lies where its source does: tests look for fixtures beside themselves.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';

/** Compiles the TypeScript below these folders of `root` into the same paths below `out`. */
export async function compile(root, folders, out) {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((name) => join(folder, String(name)))
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts')),
  );
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }');
  await Promise.all(paths.map((path) => compileOne(root, path, out)));
}

async function compileOne(root, path, out) {
  const source = join(root, path);
  const { code } = await transform(readFileSync(source, 'utf8'), {
    loader: 'ts',
    format: 'esm',
    target: 'node20.19',
    sourcefile: source,
    sourcemap: 'inline',
    define: { 'import.meta.dirname': JSON.stringify(dirname(source)) },
  });
  const to = join(out, path.replace(/ts$/, 'js'));
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, code);
}
