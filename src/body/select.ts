/** css-select over our own tree: selectors are compiled once and tested against single nodes. */
import { compile as compileSelector } from 'css-select';
import { UsageError } from '../errors.js';
import { ELEMENT, type Node, textOf } from './tree.js';

const adapter = {
  isTag: (node: Node): node is Node => node.type === ELEMENT,
  getAttributeValue: (node: Node, name: string): string | undefined => node.attributes?.get(name),
  getChildren: (node: Node): Node[] => node.childNodes,
  getName: (node: Node): string => node.name,
  getParent: (node: Node): Node | null => node.parent,
  getSiblings: (node: Node): Node[] => (node.parent ? node.parent.childNodes : [node]),
  prevElementSibling: (node: Node): Node | null => {
    let sibling = node.prev;
    while (sibling && sibling.type !== ELEMENT) sibling = sibling.prev;
    return sibling;
  },
  getText: textOf,
  hasAttrib: (node: Node, name: string): boolean => node.attributes?.has(name) ?? false,
  removeSubsets: (nodes: Node[]): Node[] => {
    const all = new Set(nodes);
    return nodes.filter((node) => {
      for (let parent = node.parent; parent; parent = parent.parent) if (all.has(parent)) return false;
      return true;
    });
  },
};

const options = { adapter, cacheResults: false } as const;

export type Matcher = (node: Node) => boolean;

/**
 * Compiles a CSS selector into a test of one element.
 * @throws {UsageError} where the selector cannot be parsed; the message names it.
 */
export function compile(selector: string): Matcher {
  try {
    return compileSelector<Node, Node>(selector, options);
  } catch (error) {
    const why = (error as Error).message.replace(/found \.?$/, 'found its end');
    throw new UsageError(`invalid selector "${selector}": ${why}`, 'write it as in a style sheet, such as div.banner');
  }
}
