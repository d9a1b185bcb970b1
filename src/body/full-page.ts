import { ELEMENT, type Node, TEXT } from './tree.js';

/** What shows nothing and may stand before `<html>`: a browser puts it into the head. */
const ofHead: ReadonlySet<string> = new Set('head base link meta noscript script style template title'.split(' '));

/**
 * Whether a tree is a full page (`<html>` or `<body>` holds everything that shows), not a body that has one pasted in.
 * @param root the document node of a parsed body
 */
export function isFullPage(root: Node): boolean {
  let page = false;
  for (let node = root.first; node; node = node.next) {
    if (node.name === 'html' || node.name === 'body') page = true;
    else if (node.type === TEXT ? node.data.trim() !== '' : node.type === ELEMENT && !ofHead.has(node.name)) {
      if (!page) return false;
    }
  }
  return page;
}
