/** Text of HTML that would be a link among the definitions of its Markdown text. */
import type { References } from '../../body/markdown/blocks.js';

/** Code as it stands, or a label in brackets that no target follows; group 1 the label. Example: `[The map]` */
const labels = /^[ \t>]*(`{3,}|~{3,})[\s\S]*?^[ \t>]*\1|(`+)[^`]+\2|\\[\s\S]|\[([^[\]\\\n]{1,200})\](?!\()/gm;

/** Markdown that was written of HTML, with what a definition elsewhere would make a link escaped. */
export function withoutReferences(written: string, references: References): string {
  if (!written.includes('[') || Object.keys(references).length === 0) return written;
  return written.replace(labels, (piece, _fence, _code, label?: string) =>
    label !== undefined && Object.hasOwn(references, keyOf(label)) ? `\\[${label}\\]` : piece,
  );
}

/** As markdown-it keeps labels (CommonMark 0.31, section 4.7: case and runs of blanks do not count). */
function keyOf(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}
