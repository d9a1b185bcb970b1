/** The links and images of an article, in document order: what the JSON output lists. */
import { ELEMENT, following, type Node, TEXT } from '../body/tree.js';
import { folded } from '../body/white-space.js';
import type { Image, Link } from '../types.js';
import { vocabulary } from './vocabulary.js';

/** Text below a node as a reader sees it in one line; images count by their alternative text. */
function shownText(root: Node): string {
  const parts: string[] = [];
  for (let node: Node | null = root.first; node; ) {
    let skip = false;
    if (node.type === TEXT) parts.push(node.data);
    else if (node.type === ELEMENT) {
      const written = vocabulary.get(node.name)?.written;
      skip = written === 'drop';
      if (written === 'image') parts.push(node.get('alt') ?? '');
      else if (written && written !== 'inline' && written !== 'mark' && written !== 'code') parts.push(' ');
    }
    node = following(node, root, skip);
  }
  return folded(parts.join('')).trim();
}

/** All elements of one name below `root`. */
function* named(root: Node, name: string): Generator<Node> {
  for (let node: Node | null = root.first; node; node = following(node, root)) if (node.name === name) yield node;
}

/** Every link with a target, and its words. A link around nothing visible is none, nor one whose address was taken. */
export function collectLinks(root: Node): Link[] {
  const links: Link[] = [];
  for (const node of named(root, 'a')) {
    const url = node.get('href')?.trim();
    if (url && node.first) links.push({ url, text: shownText(node) });
  }
  return links;
}

/** Every image with a source; the caption is the `<figcaption>` of the figure around it. */
export function collectImages(root: Node): Image[] {
  const images: Image[] = [];
  for (const node of named(root, 'img')) {
    const url = node.get('src');
    if (url === null) continue;
    const figure = figureAround(node);
    const caption = figure ? captionOf(figure) : null;
    images.push({
      url: url.trim(),
      alt: folded(node.get('alt') ?? '').trim(),
      caption: caption ? shownText(caption) : '',
    });
  }
  return images;
}

/** Levels between an image and its figure: a link, a picture, a few wrappers. */
const FIGURE_LEVELS = 6;

/** The figure that an image stands in, if it is near. */
export function figureAround(image: Node): Node | null {
  let node = image.parent;
  for (let level = 0; node && level < FIGURE_LEVELS; level++) {
    if (node.name === 'figure') return node;
    node = node.parent;
  }
  return null;
}

/** The caption of a figure, where it has one. */
export function captionOf(figure: Node): Node | null {
  let child = figure.last;
  while (child && child.name !== 'figcaption') child = child.prev;
  return child;
}
