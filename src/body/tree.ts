/**
 * The tree that every stage shares: one node class, linked siblings, offsets into the decoded input.
 *
 * A text node made by the parser is an unmodified slice of the input and stays one: an edit splits it and takes a
 * piece away, or adds a node marked `added`. That is what lets the audit prove that nothing was lost (law 1).
 * The upper-case half of the surface (`nodeName`, `childNodes`, `textContent`...) is what turndown's rules read.
 */

export const ELEMENT = 1;
export const TEXT = 3;
export const COMMENT = 8;
export const DOCUMENT = 9;

const upperCase = new Map<string, string>();

export class Node {
  parent: Node | null = null;
  prev: Node | null = null;
  next: Node | null = null;
  first: Node | null = null;
  last: Node | null = null;
  attributes: Map<string, string> | null = null;
  /** End of the opening tag, a UTF-16 offset into the decoded input; equals `end` for text and comments. */
  openEnd: number;
  /** Start of the closing tag; equals `end` where the close is implied. */
  closeStart: number;
  /** Not in the input: written by a rule or a written form, and logged as `add`. */
  added = false;
  /** Text of a Markdown body: source that is copied, never escaped. */
  raw = false;
  /** Taken out of the tree by an edit, alone or with an ancestor. */
  gone = false;

  /**
   * @param type `ELEMENT`, `TEXT`, `COMMENT` or `DOCUMENT`
   * @param name lower-case tag name, or `#text`, `#comment`, `#document`
   * @param data decoded text of a text node or comment
   * @param start first UTF-16 offset in the decoded input
   * @param end offset after the last one
   */
  constructor(
    readonly type: number,
    public name: string,
    public data: string,
    public start: number,
    public end: number,
  ) {
    this.openEnd = end;
    this.closeStart = end;
  }

  get(attribute: string): string | null {
    return this.attributes?.get(attribute) ?? null;
  }

  has(attribute: string): boolean {
    return this.attributes?.has(attribute) ?? false;
  }

  // --- the surface that turndown's rules read ---

  get nodeType(): number {
    return this.type;
  }

  get nodeName(): string {
    let name = upperCase.get(this.name);
    if (name === undefined) {
      name = this.name.startsWith('#') ? this.name : this.name.toUpperCase();
      // Names come from articles: without a bound the cache would grow with every archive.
      if (upperCase.size < 1000) upperCase.set(this.name, name);
    }
    return name;
  }

  get nodeValue(): string {
    return this.data;
  }

  get parentNode(): Node | null {
    return this.parent;
  }

  get firstChild(): Node | null {
    return this.first;
  }

  get lastChild(): Node | null {
    return this.last;
  }

  get previousSibling(): Node | null {
    return this.prev;
  }

  get nextSibling(): Node | null {
    return this.next;
  }

  get childNodes(): Node[] {
    const nodes: Node[] = [];
    for (let child = this.first; child; child = child.next) nodes.push(child);
    return nodes;
  }

  get children(): Node[] {
    return this.childNodes.filter((child) => child.type === ELEMENT);
  }

  get firstElementChild(): Node | null {
    let child = this.first;
    while (child && child.type !== ELEMENT) child = child.next;
    return child;
  }

  get lastElementChild(): Node | null {
    let child = this.last;
    while (child && child.type !== ELEMENT) child = child.prev;
    return child;
  }

  get className(): string {
    return this.get('class') ?? '';
  }

  get id(): string {
    return this.get('id') ?? '';
  }

  getAttribute(name: string): string | null {
    return this.get(name);
  }

  hasAttribute(name: string): boolean {
    return this.has(name);
  }

  get textContent(): string {
    return textOf(this);
  }
}

/** The next node in document order that is inside `root`, or null at its end. `skip` passes over the children. */
export function following(node: Node, root: Node, skip = false): Node | null {
  if (!skip && node.first) return node.first;
  let current: Node | null = node;
  while (current && current !== root) {
    if (current.next) return current.next;
    current = current.parent;
  }
  return null;
}

/** All nodes below `root` in document order, without recursion. Do not edit the tree while iterating. */
export function* descendants(root: Node): Generator<Node> {
  for (let node = root.first; node; node = following(node, root)) yield node;
}

/** The text below a node, scripts and styles included, comments not. */
export function textOf(root: Node): string {
  if (root.type === TEXT) return root.data;
  const only = root.first;
  if (only && only === root.last && only.type === TEXT) return only.data;
  let text = '';
  for (let node = root.first; node; node = following(node, root)) if (node.type === TEXT) text += node.data;
  return text;
}

export function isElement(node: Node | null | undefined, name?: string): node is Node {
  return node?.type === ELEMENT && (name === undefined || node.name === name);
}

export function isText(node: Node | null | undefined): node is Node {
  return node?.type === TEXT;
}

// --- linking; only the parser, `clean/edits.ts` and the writers' forms call these ---

export function append(parent: Node, node: Node): void {
  node.parent = parent;
  node.prev = parent.last;
  node.next = null;
  if (parent.last) parent.last.next = node;
  else parent.first = node;
  parent.last = node;
}

export function insertBefore(reference: Node, node: Node): void {
  const parent = reference.parent;
  node.parent = parent;
  node.prev = reference.prev;
  node.next = reference;
  if (reference.prev) reference.prev.next = node;
  else if (parent) parent.first = node;
  reference.prev = node;
}

export function insertAfter(reference: Node, node: Node): void {
  if (reference.next) insertBefore(reference.next, node);
  else if (reference.parent) append(reference.parent, node);
}

export function detach(node: Node): void {
  const parent = node.parent;
  if (node.prev) node.prev.next = node.next;
  else if (parent) parent.first = node.next;
  if (node.next) node.next.prev = node.prev;
  else if (parent) parent.last = node.prev;
  node.parent = null;
  node.prev = null;
  node.next = null;
}

/** Puts a node's children in its place. Linear in the children, whatever stands around them. */
export function replaceWithChildren(node: Node): void {
  const { first, last, parent } = node;
  if (first && last) {
    for (let child: Node | null = first; child; child = child.next) child.parent = parent;
    first.prev = node.prev;
    last.next = node.next;
    if (node.prev) node.prev.next = first;
    else if (parent) parent.first = first;
    if (node.next) node.next.prev = last;
    else if (parent) parent.last = last;
    node.first = null;
    node.last = null;
    node.parent = null;
    node.prev = null;
    node.next = null;
  } else detach(node);
}

/** An element that the input does not have, from `start` to `end` of it. */
export function addedElement(name: string, start: number, end = start): Node {
  const element = new Node(ELEMENT, name, '', start, end);
  element.added = true;
  return element;
}

export function createDocument(start = 0, end = 0): Node {
  return new Node(DOCUMENT, '#document', '', start, end);
}
