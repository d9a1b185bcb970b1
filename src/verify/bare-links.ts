/** An address that links to itself is its text: readers make such a link of every bare address, or of none. */
import { isLineBorder } from '../body/parted-text.js';
import { ELEMENT, following, type Node, TEXT } from '../body/tree.js';
import { comparableUrl } from './stream.js';

/** Whether a link shows nothing but its address. */
export function isBareAddress(link: Node, href: string): boolean {
  if (href === '') return true;
  let text = '';
  for (let node = link.first; node; node = following(node, link)) {
    if (node.type === TEXT) text += node.data;
    else if (isMoreThanMark(node)) return false;
    if (text.length > href.length * 3 + 100) return false;
  }
  return sameBlanks(text) === sameBlanks(href);
}

/**
 * The texts of a link that stand on lines which show nothing but its address: written as paragraphs, each line is a link
 * of its own. Linear: what a link in it holds is that link's.
 */
export function bareLines(link: Node, href: string): ReadonlySet<Node> {
  const bare = new Set<Node>();
  let line: Node[] = [];
  let isPlain = true;
  const endLine = (): void => {
    const text = line.map(({ data }) => data).join('');
    if (isPlain && sameBlanks(text) === sameBlanks(href)) for (const node of line) bare.add(node);
    line = [];
    isPlain = true;
  };
  for (let node = link.first; node; node = following(node, link, node.name === 'a')) {
    if (isLineBorder(node) || (node.prev && isLineBorder(node.prev))) endLine();
    if (node.type === TEXT) line.push(node);
    else if (isMoreThanMark(node) && !isLineBorder(node)) isPlain = false;
  }
  endLine();
  return bare;
}

/** Marks, breaks and places to wrap stand inside of the link to one reader, around it or nowhere to another. */
function isMoreThanMark({ type, name, first }: Node): boolean {
  return type === ELEMENT && !UNSEEN_IN_LINKS.has(name) && (first !== null || name === 'img');
}

/** Several blanks in an address are one in a text. */
function sameBlanks(url: string): string {
  return comparableUrl(url).replace(/(?:%20)+/g, '%20');
}

const UNSEEN_IN_LINKS: ReadonlySet<string> = new Set(
  'abbr acronym b bdi bdo big br code data del em font i label nobr rb ruby s small span strong time u wbr'.split(' '),
);
