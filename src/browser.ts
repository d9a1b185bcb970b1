/** The library for bundles that have no Node: what it is made of asks for none, not even lazily. */

export { UsageError } from './errors.js';
export { toMarkdown, toText } from './write/html-to-markdown.js';
export type { WriteOptions } from './write/options.js';
