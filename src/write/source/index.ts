/** Markdown bodies, as one part that is loaded where there is one. */

export { parseMarkdown } from '../../body/markdown/parse.js';
export { renderMarkdown } from '../../body/render.js';
export { fragileSpans } from './ambiguous.js';
export { writeMarkdownBody } from './write.js';
