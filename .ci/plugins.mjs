// What the bundle does to packages on their way in: nothing that changes what they answer.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

/** gray-matter brings js-yaml 3 and an engine that evaluates code. Ours are passed at each call; its own stay out. */
export const disarmGrayMatter = {
  name: 'disarm-gray-matter',
  setup(bundle) {
    bundle.onLoad({ filter: /gray-matter[\\/]lib[\\/]engines\.js$/ }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** css-select brings a DOM of its own for callers who name no adapter. Ours is always passed; theirs stays out. */
export const ownSelectorAdapter = {
  name: 'own-selector-adapter',
  setup(bundle) {
    bundle.onResolve({ filter: /^domutils$/ }, ({ importer }) =>
      /css-select[\\/]dist[\\/]index\.js$/.test(importer) ? { path: 'no-adapter', namespace: 'empty' } : undefined,
    );
    bundle.onLoad({ filter: /^no-adapter$/, namespace: 'empty' }, () => ({ contents: 'export {};' }));
  },
};

/** commander asks for `node:child_process`, 6 ms of a start, for commands that are programs of their own. */
export const lateChildProcess = {
  name: 'late-child-process',
  setup(bundle) {
    bundle.onLoad({ filter: /commander[\\/]lib[\\/]command\.js$/ }, ({ path }) => {
      const early = "const childProcess = require('node:child_process');";
      const late = "const childProcess = { spawn: (...all) => require('node:child_process').spawn(...all) };";
      const source = readFileSync(path, 'utf8');
      if (!source.includes(early)) throw new Error(`${path} has changed: it no longer says ${early}`);
      return { contents: source.replace(early, late), loader: 'js' };
    });
  },
};

/**
 * What reads other encodings than UTF-8 is large and holds nothing between calls: another bundle loads the parts that
 * this one has.
 */
export const encodingsApart = ({ outputs }) => ({
  name: 'encodings-apart',
  setup(bundle) {
    bundle.onResolve({ filter: /encoding\/(?:legacy|detect)\.js$/ }, ({ path }) => {
      const source = path.replace('./', 'src/input/').replace(/js$/, 'ts');
      const [part] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source);
      return { path: `./${basename(part)}`, external: true };
    });
  },
});

/**
 * jschardet's tables come in a form that a decoder of its own reads in browsers, 1 MB; Brotli needs a third of it and
 * Node reads it faster. The bytes are the same, so the answers are.
 */
export const repackDetectorTables = {
  name: 'repack-detector-tables',
  setup(bundle) {
    bundle.onLoad({ filter: /jschardet[\\/]build[\\/]models[\\/]\w+\.bin\.js$/ }, async ({ path }) => {
      const { readBytes } = await import(pathToFileURL(path));
      return { contents: tableModule(readBytes()) };
    });
  },
};

export function tableModule(bytes) {
  const packed = brotliCompressSync(bytes, {
    params: {
      // Higher ones take many times longer and save a twentieth.
      [constants.BROTLI_PARAM_QUALITY]: 6,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  return `import { brotliDecompressSync } from 'node:zlib';
let bytes = null;
export function readBytes() {
  bytes ??= new Uint8Array(brotliDecompressSync(Buffer.from('${packed.toString('base64')}', 'base64')));
  return bytes;
}`;
}
