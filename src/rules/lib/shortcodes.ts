/** Tags in square brackets and braces that stand in the text: `[caption id="1"]…[/caption]`, `{% highlight go %}`. */
import { isText, type Node } from '../../body/tree.js';
import type { Edits } from '../../clean/edits.js';

/** A tag's place in a text node. */
export interface Tag {
  node: Node;
  from: number;
  to: number;
}

/** Siblings that are looked through for the end of a shortcode. */
const REACH = 200;

/** Example: ` lang="js" wraplines=false`. */
const attribute = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|“([^”]*)”|([^\s"'\]]+))/g;

/** The attributes of a shortcode, names in lower case. */
export function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, double, single, curly, bare] of text.slice(0, 4000).matchAll(attribute)) {
    found.set((name as string).toLowerCase(), double ?? single ?? curly ?? bare ?? '');
  }
  return found;
}

/**
 * The closing tag after an opening one: in the same text, or in a text beside it.
 * @param closing a pattern without the `g` flag
 */
export function findClosing({ node, to }: Tag, closing: RegExp): Tag | null {
  const here = closing.exec(node.data.slice(to));
  if (here) return { node, from: to + here.index, to: to + here.index + here[0].length };
  let left = REACH;
  for (let at = node.next; at && left-- > 0; at = at.next) {
    const match = isText(at) ? closing.exec(at.data) : null;
    if (match) return { node: at, from: match.index, to: match.index + match[0].length };
  }
  return null;
}

/**
 * Takes both tags out.
 * @returns the first and the last node between them, or null where nothing stands there
 */
export function enclose(edits: Edits, open: Tag, close: Tag): [Node, Node] | null {
  const { parent } = open.node;
  const after = edits.split(close.node, close.to) ?? close.node.next;
  const closeTag = edits.split(close.node, close.from) ?? close.node;
  edits.split(open.node, open.to);
  const openTag = open.from > 0 ? (edits.split(open.node, open.from) ?? open.node) : open.node;
  const before = openTag.prev;
  edits.remove(closeTag);
  edits.remove(openTag);
  const first = before ? before.next : (parent?.first ?? null);
  const last = after ? after.prev : (parent?.last ?? null);
  return first && last && first !== after && last !== before ? [first, last] : null;
}
