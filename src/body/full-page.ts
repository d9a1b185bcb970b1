import { ELEMENT, type Node, TEXT, textOf } from './tree.js';

/** What shows nothing and may stand before `<html>`: a browser puts it into the head. */
const ofHead: ReadonlySet<string> = new Set('head base link meta noscript script style template title'.split(' '));

/** What a server's messages are set with. */
const ofMessage: ReadonlySet<string> = new Set('b br font i strong'.split(' '));
const MESSAGE_MOST = 20_000;
/** PHP's messages. Example: `Warning: fopen(): failed in /www/index.php on line 12` */
const message = / on line \d{1,7}$/;
const saysSomething = /[\p{L}\p{N}]/u;

/** Whether a text is all messages of the server that made the page, or marks that were left behind (`?>`). */
function isOfServer(text: string): boolean {
  if (text.length > MESSAGE_MOST) return false;
  return text.split('\n').every((line) => !saysSomething.test(line) || message.test(line.trim()));
}

/**
 * Whether a tree is a full page (`<html>` or `<body>` holds everything that shows), not a body that has one pasted in.
 * @param root the document node of a parsed body
 */
export function isFullPage(root: Node): boolean {
  let page = false;
  let before = '';
  for (let node = root.first; node; node = node.next) {
    if (node.name === 'html' || node.name === 'body') page = true;
    else if (page) continue;
    else if (node.type === TEXT) before += node.data;
    else if (ofMessage.has(node.name)) before += node.name === 'br' ? '\n' : textOf(node);
    else if (node.type === ELEMENT && !ofHead.has(node.name)) return false;
  }
  return page && isOfServer(before);
}
