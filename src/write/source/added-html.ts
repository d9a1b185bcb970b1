/** What a rule added, as HTML: in an HTML block of a Markdown body no mark of Markdown counts. */
import { ELEMENT, type Node, TEXT } from '../../body/tree.js';
import { voids } from '../../body/vocabulary.js';

/** Text as HTML writes it. */
export function htmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An element with all that is in it. */
export function htmlOf(top: Node): string {
  let html = '';
  for (let node: Node | null = top; node; ) {
    html += opening(node);
    if (node.first) {
      node = node.first;
      continue;
    }
    html += closing(node);
    while (node !== top && node && !node.next) {
      node = node.parent as Node;
      html += closing(node);
    }
    node = node === top ? null : (node as Node).next;
  }
  return html;
}

function opening(node: Node): string {
  if (node.type === TEXT) return htmlText(node.data);
  if (node.type !== ELEMENT) return '';
  return `${beginningOf(node)}>`;
}

/** An opening tag without its end. @param isShort an empty attribute is its name alone, as authors write it */
export function beginningOf({ name, attributes }: Node, isShort = false): string {
  let tag = `<${name}`;
  for (const [key, value] of attributes ?? []) {
    const quoted = value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    tag += isShort && value === '' ? ` ${key}` : ` ${key}="${quoted}"`;
  }
  return tag;
}

function closing({ type, name }: Node): string {
  return type === ELEMENT && !voids.has(name) ? `</${name}>` : '';
}
