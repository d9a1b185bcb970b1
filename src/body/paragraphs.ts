/**
 * Bodies whose blank lines are their paragraphs: inline HTML is live, a blank line ends a paragraph, a newline is a
 * break. The tree is split, not the string, so that offsets stay right; what is added here is structure, no token.
 */
import { type Parsed, parseHtml } from './html.js';
import { LooseText } from './loose-text.js';
import { ELEMENT, following, isElement, type Node } from './tree.js';
import { blocks } from './vocabulary.js';

/** Elements whose loose text is paragraphs. Never in `pre`, tables, lists, forms: their lines are no prose. */
const containers = new Set(
  'div section center blockquote article main aside header footer html body figure details'.split(' '),
);

/**
 * Parses a body of blank-line paragraphs into the tree that HTML bodies use. Never throws; linear.
 * @param body a slice of the decoded input, LF line ends
 * @param base where that slice starts, UTF-16 units
 */
export function parseParagraphs(body: string, base: number): Parsed {
  const parsed = parseHtml(body, base);
  splitParagraphs(parsed.root, body, base);
  return parsed;
}

/** The same for a body that is parsed already: its tree is split in place. */
export function splitParagraphs(root: Node, body: string, base: number): void {
  const splitter = new LooseText(body, base, blockHolders(root));
  const found: Node[] = [root];
  for (let node = root.first; node; ) {
    const enter = isElement(node) && containers.has(node.name);
    if (enter) found.push(node);
    node = following(node, root, !enter);
  }
  for (const container of found) splitter.run(container);
}

/** Inline elements with a block somewhere inside: they stand as blocks do. */
function blockHolders(root: Node): Set<Node> {
  const holders = new Set<Node>();
  for (let node = root.first; node; node = following(node, root)) {
    if (node.type !== ELEMENT || !blocks.has(node.name)) continue;
    let parent = node.parent;
    while (parent && parent.type === ELEMENT && !blocks.has(parent.name) && !holders.has(parent)) {
      holders.add(parent);
      parent = parent.parent;
    }
  }
  return holders;
}
