/** Markdown bodies, as one part that is loaded where there is one. */
export { renderMarkdown } from '../render.js';
export { fragileSpans } from './fragile.js';
export { parseMarkdown } from './parse.js';
export { writeMarkdownBody } from './write.js';
