/** A body that is written without front matter must not begin with what reads as such. */
import { splitFrontMatter } from './split.js';

/** A thematic break as it opens YAML. Example: `---` */
const dashes = /^-{3}[ \t]*$/;
/** The key of the first pair where no fence opens the block, e.g. "title" of "title: x" */
const key = /^["']?[^:=\n]{1,64}(?=[:=])/;

/** The same Markdown, in characters that open no front matter: a break of stars, a mark behind a backslash. */
export function asBody(markdown: string): string {
  if (!splitFrontMatter(markdown).frontMatter) return markdown;
  const start = markdown.search(/\S/);
  const lineEnd = markdown.indexOf('\n', start);
  const line = markdown.slice(start, lineEnd < 0 ? undefined : lineEnd);
  return `${markdown.slice(0, start)}${plain(line)}${markdown.slice(start + line.length)}`;
}

function plain(line: string): string {
  if (dashes.test(line)) return '***';
  return /^[-+;{]/.test(line) ? `\\${line}` : line.replace(key, '$&\\');
}
