/** Our tree as a DOM that `turndown()` takes, so that both walk the same tree: no parser comes between them. */
import TurndownService from 'turndown';
import { ELEMENT, following, type Node, TEXT } from '../../src/body/tree.js';

/** What is needed of the DOM. */
interface DomNode {
  appendChild(child: DomNode): unknown;
  setAttribute(name: string, value: string): void;
}

interface DomDocument {
  createElement(name: string): DomNode;
  createTextNode(data: string): DomNode;
}

/** turndown's own document: a rule sees it, and it is the only way to it. */
function turndownsDocument(): DomDocument {
  let found: DomDocument | null = null;
  const service = new TurndownService();
  service.addRule('look', {
    filter: 'p',
    replacement: (_, node) => {
      found = (node as unknown as { ownerDocument: DomDocument }).ownerDocument;
      return '';
    },
  });
  service.turndown('<p>a</p>');
  return found as unknown as DomDocument;
}

const document = turndownsDocument();
/** Names that the DOM takes: `p`, `x-y`, `data-src` */
const NAME = /^[a-z][a-z\d-]*$/;

/** The tree below `root`, in an element that turndown has no rule for. */
export function asDom(root: Node): DomNode {
  const top = document.createElement('x-root');
  const made = new Map<Node, DomNode>([[root, top]]);
  for (let node = root.first; node; node = following(node, root)) {
    const child = node.type === ELEMENT ? element(node) : document.createTextNode(node.type === TEXT ? node.data : '');
    made.get(node.parent as Node)?.appendChild(child);
    made.set(node, child);
  }
  return top;
}

function element({ name, attributes }: Node): DomNode {
  const made = document.createElement(NAME.test(name) ? name : 'x-other');
  for (const [key, value] of attributes ?? []) if (NAME.test(key)) made.setAttribute(key, value);
  return made;
}
