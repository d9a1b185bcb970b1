/**
 * Parts of the program that are loaded at the first article that needs them. `import` itself goes through Node's loader
 * each time: 2 to 4 us (Node 20), three times a Markdown body, and misses V8's caches, which a test counts. Functions,
 * so that a bundler leaves out a part that nothing asks for.
 */
const loading: {
  markdown?: Promise<typeof import('./write/source/index.js')>;
  verify?: Promise<typeof import('./verify/index.js')>;
  post?: Promise<typeof import('./verify/post.js')>;
  legacy?: Promise<typeof import('./input/encoding/legacy.js')>;
  detect?: Promise<typeof import('./input/encoding/detect.js')>;
} = {};

/** Markdown bodies. */
export function markdownPart() {
  loading.markdown ??= import('./write/source/index.js');
  return loading.markdown;
}

/** The proof of an HTML body's outputs. */
export function verifyPart() {
  loading.verify ??= import('./verify/index.js');
  return loading.verify;
}

/** The proof of a Markdown body. */
export function postPart() {
  loading.post ??= import('./verify/post.js');
  return loading.post;
}

/** Encodings besides UTF-8 and UTF-16. */
export function legacyPart() {
  loading.legacy ??= import('./input/encoding/legacy.js');
  return loading.legacy;
}

/** The guess at an encoding that nothing declares. */
export function detectPart() {
  loading.detect ??= import('./input/encoding/detect.js');
  return loading.detect;
}
