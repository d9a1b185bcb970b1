/** How the log says what left the tree: by its words, or else by what it led to. */
import { partedText } from '../body/parted-text.js';
import { targetAttribute } from '../body/target.js';
import { ELEMENT, following, type Node, TEXT } from '../body/tree.js';
import { invisible } from '../body/vocabulary.js';

/** Attributes that say how a thing looks, not what it is. Example: `class="clear"` */
const LOOK = /^(?:class|style|id|width|height|layout|align|xmlns.*|viewbox|on.*)$/;

/** Attributes that hold words or addresses. Example: `data-video="https://v.example/1"` */
const SAYING = /^(?:data-.*|alt|title|aria-label|srcdoc|srcset|poster|user|cite)$/;

/**
 * The words of a node; of one without any the elements that it held, with their addresses and what else they said.
 * Examples: `Share this post`, `<img> /qr.png`, `<div> data-gist-id="646b"`, `<p>`
 */
export function removalText(node: Node): string {
  if (node.type === TEXT || (node.type === ELEMENT && invisible.has(node.name))) return partedText(node);
  if (node.type !== ELEMENT && !node.first) return node.data;
  const words = partedText(node);
  if (words.trim() !== '') return words;
  const parts: string[] = [];
  for (let inner: Node | null = node; inner; inner = following(inner, node)) {
    const said = inner.type === ELEMENT ? sayings(inner) : '';
    if (said !== '') parts.push(`<${inner.name}>${said}`);
  }
  if (parts.length > 0) return parts.join(' ');
  return node.type === ELEMENT ? `<${node.name}>` : words;
}

function sayings(node: Node): string {
  const target = targetAttribute(node);
  const isCustom = /[:-]/.test(node.name) || node.name === 'svg';
  let said = '';
  for (const [name, value] of node.attributes ?? []) {
    if (value === '' || LOOK.test(name)) continue;
    if (name === target) said = ` ${value}${said}`;
    else if (isCustom || SAYING.test(name)) said += ` ${name}="${value}"`;
  }
  return said;
}
