// esbuild cuts the bundle into one part for each set of entry points that share it: a dozen of a few hundred bytes for
// one article. Node finds, reads and links each by itself, which costs more than what is in them. Parts that the
// principal entries load together become one here.
import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';

/** `import{a as b}from"./chunk-X.js"`, `export{a}from"./chunk-X.js"` */
const named = /\b(import|export)\{([^{}]*)\}from"\.\/(chunk-[A-Z0-9]+\.js)"/g;
const bare = /\bimport"\.\/(chunk-[A-Z0-9]+\.js)"/g;

/**
 * @param result of esbuild, with `write: false`, `metafile: true` and `splitting: true`
 * @param principal names of the entry files by which parts are told apart, as prefixes: `cli`, `run-`
 * @param isApart tells of a part's text whether it must stay alone
 * @returns `{ texts, metafile }`: the text of each file by its name, and the metafile that fits them
 */
export async function mergeParts({ metafile, outputFiles }, principal, isApart) {
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const folder = dirname(Object.keys(metafile.outputs)[0]);
  const signatures = signaturesOf(outputs, principal);
  const groups = new Map();
  for (const [name, signature] of signatures) {
    if (!name.startsWith('chunk-') || outputs.get(name).entryPoint || isApart(texts.get(name))) continue;
    groups.set(signature, [...(groups.get(signature) ?? []), name]);
  }
  /** Old name of a part to its new name and the prefix of its exports. */
  const moved = new Map();
  // What a part imports is shared by more entries than the part itself: those first.
  for (const names of [...groups].sort(([a], [b]) => b.length - a.length).map(([, group]) => group)) {
    if (names.length < 2) continue;
    const text = rewrite(await bundle(names, texts, outputs), moved);
    const name = `chunk-${createHash('sha256').update(text).digest('hex').slice(0, 8).toUpperCase()}.js`;
    outputs.set(name, joined(names, outputs, text));
    for (const [index, old] of names.entries()) {
      moved.set(old, { name, prefix: `p${index}_` });
      texts.delete(old);
      outputs.delete(old);
    }
    texts.set(name, text);
  }
  for (const [name, text] of texts) texts.set(name, rewrite(text, moved));
  for (const output of outputs.values()) {
    const paths = output.imports.map(({ path, ...rest }) => {
      const to = moved.get(basename(path));
      return to ? { path: join(folder, to.name), ...rest } : { path, ...rest };
    });
    output.imports = [...new Map(paths.map((one) => [one.path + one.kind, one])).values()];
  }
  return {
    texts,
    metafile: {
      ...metafile,
      outputs: Object.fromEntries([...outputs].map(([name, output]) => [join(folder, name), output])),
    },
  };
}

/** For each file which of the principal entries load it at once, as a string of their numbers. */
function signaturesOf(outputs, principal) {
  const signatures = new Map();
  for (const [index, prefix] of principal.entries()) {
    const entry = [...outputs.keys()].find((name) => outputs.get(name).entryPoint && name.startsWith(prefix));
    if (!entry) throw new Error(`no entry ${prefix}`);
    const seen = new Set([entry]);
    for (const name of seen) {
      signatures.set(name, (signatures.get(name) ?? '') + index);
      for (const { path, kind } of outputs.get(name)?.imports ?? []) {
        if (kind === 'import-statement' && outputs.has(basename(path))) seen.add(basename(path));
      }
    }
  }
  return signatures;
}

/** Parts as one file that exports what each did, under names that say whose it is. */
async function bundle(names, texts, outputs) {
  const lines = names.map((name, index) => {
    const exports = outputs.get(name).exports.map((one) => `${one} as p${index}_${one}`);
    return exports.length > 0 ? `export{${exports.join()}}from"./${name}";` : `import"./${name}";`;
  });
  const parts = {
    name: 'parts',
    setup(pass) {
      pass.onResolve({ filter: /./ }, ({ path }) =>
        names.includes(basename(path)) ? { path: basename(path), namespace: 'part' } : { path, external: true },
      );
      pass.onLoad({ filter: /./, namespace: 'part' }, ({ path }) => ({ contents: texts.get(path) }));
    },
  };
  const { outputFiles } = await build({
    stdin: { contents: lines.join('\n') },
    plugins: [parts],
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minify: true,
    lineLimit: 120,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

function joined(names, outputs, text) {
  const olds = names.map((name) => outputs.get(name));
  return {
    imports: olds.flatMap(({ imports }) => imports).filter(({ path }) => !names.includes(basename(path))),
    exports: olds.flatMap(({ exports }, index) => exports.map((one) => `p${index}_${one}`)),
    inputs: Object.assign({}, ...olds.map(({ inputs }) => inputs)),
    bytes: Buffer.byteLength(text),
  };
}

/** Lets a file import from the new parts. */
function rewrite(text, moved) {
  return text
    .replace(named, (whole, keyword, list, from) => {
      const to = moved.get(from);
      if (!to) return whole;
      const names = list
        .split(',')
        .map((one) => to.prefix + (/\bas\b/.test(one) ? one.trim() : `${one.trim()} as ${one.trim()}`));
      return `${keyword}{${names.join()}}from"./${to.name}"`;
    })
    .replace(bare, (whole, from) => (moved.has(from) ? `import"./${moved.get(from).name}"` : whole));
}
