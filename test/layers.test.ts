/** Dependencies point one way: a file imports its own layer or a lower one, types included, and no file imports itself. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { test } from 'node:test';

const src = join(import.meta.dirname, '../src');

/** Lowest first. A name is a folder, or a file. */
const LAYERS: readonly (readonly string[])[] = [
  ['types', 'errors', 'lazily', 'nearest', 'options/kind', 'options/row', 'options/article'],
  ['body'],
  ['front-matter', 'input'],
  ['clean'],
  ['rules'],
  ['rule-set', 'find'],
  ['write', 'browser'],
  ['verify'],
  ['formats'],
  ['api'],
  ['options'],
  ['conversion'],
  ['convert'],
  ['files', 'index', 'output', 'report', 'learn'],
  ['config'],
  ['run', 'worker'],
  ['cli'],
];

/** `import … from './a.js'`, `export … from './a.js'`, `import './a.js'`, `import('./a.js')` */
const IMPORT = /(?:\bfrom\s+|\bimport\s*\(?\s*)'(\.[^']+)\.js'/g;

const files = readdirSync(src, { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.slice(0, -'.ts'.length));

const imports = new Map(
  files.map((file) => {
    const text = readFileSync(join(src, `${file}.ts`), 'utf8');
    const targets = [...text.matchAll(IMPORT)].map(([, path]) => normalize(join(dirname(file), path as string)));
    return [file, new Set(targets)];
  }),
);

function layerOf(file: string): number {
  const [folder] = file.split('/');
  const own = LAYERS.findIndex((layer) => layer.includes(file));
  return own >= 0 ? own : LAYERS.findIndex((layer) => layer.includes(folder as string));
}

test('each file stands in a layer', () => {
  assert.ok(files.length > 200);
  assert.deepEqual(
    files.filter((file) => layerOf(file) < 0),
    [],
  );
});

test('no import points upwards', () => {
  const upwards = [...imports].flatMap(([file, targets]) =>
    [...targets].filter((target) => layerOf(target) > layerOf(file)).map((target) => `${file} -> ${target}`),
  );
  assert.deepEqual(upwards, []);
});

test('no circle of imports', () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (path.includes(file) || done.has(file)) return;
    for (const target of imports.get(file) ?? []) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  assert.deepEqual(circles, []);
});

test('the imports were read', () => {
  assert.ok(imports.get('convert')?.has('body/parse'), relative(src, 'convert'));
});
