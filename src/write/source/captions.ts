/** Captions that stand in a paragraph of Markdown, as editors write them behind an image: paragraphs of their own. */
import type { Block } from '../../body/markdown/blocks.js';
import type { MarkdownText } from '../../body/markdown/text.js';
import { descendants, isElement, type Node } from '../../body/tree.js';
import type { SourceEdit } from './changes.js';
import { isClosed } from './wrappers.js';

export interface Caption {
  node: Node;
  /** What stands in the places of its tags. */
  tags: Pick<SourceEdit, 'start' | 'end' | 'text'>[];
}

/** The captions that stand in a paragraph, where no list and no quote holds it. */
export function looseCaptions(root: Node, source: MarkdownText): Caption[] {
  if (!/<figcaption/i.test(source.text)) return [];
  const captions: Caption[] = [];
  const paragraphs = source.read.blocks.filter(
    ({ type, parent, level }) => type === 'inline' && level === 1 && parent === 'paragraph_open p',
  );
  let next = 0;
  for (const node of descendants(root)) {
    if (!isElement(node, 'figcaption') || !isClosed(node)) continue;
    while (next < paragraphs.length && endOf(paragraphs[next] as Block, source) <= node.start) next++;
    const paragraph = paragraphs[next];
    const start = paragraph ? (source.lines[paragraph.from] as number) : node.end;
    const end = paragraph ? endOf(paragraph, source) : 0;
    if (start > node.start || node.end > end) continue;
    const { text } = source;
    const isFirst = text.slice(start, node.start).trim() === '';
    const isLast = text.slice(node.end, end).trim() === '';
    const blanks = isLast ? 0 : (/^[ \t]*/.exec(text.slice(node.end, end))?.[0].length ?? 0);
    captions.push({
      node,
      tags: [
        { start: node.start, end: node.openEnd, text: isFirst ? '' : '\n\n' },
        { start: node.closeStart, end: node.end + blanks, text: isLast ? '' : '\n\n' },
      ],
    });
  }
  return captions;
}

function endOf({ to }: Block, { lines, text }: MarkdownText): number {
  return lines[to] ?? text.length;
}
