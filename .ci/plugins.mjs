// What the bundle does to packages on their way in: nothing that changes what they answer.
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
