/** Markdown bodies written, as one part that is loaded where there is one. */
export { renderMarkdown } from '../../body/render.js';
export { writeVerified } from './verified.js';
