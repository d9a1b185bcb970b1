/** A tree as one string in which only white space that no reader sees is lost. */
import { following, type Node, TEXT } from '../../src/body/tree.js';
import { voids } from '../../src/body/vocabulary.js';

function openTag(node: Node): string {
  const attributes = [...(node.attributes ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
  return `<${[node.name, ...attributes.map(([name, value]) => `${name}=${JSON.stringify(value)}`)].join(' ')}>`;
}

export function shape(root: Node): string {
  let text = '';
  for (let node = root.first; node; ) {
    if (node.type === TEXT)
      text += node.data
        .replace(/[ \t\r\n\f]+/g, ' ')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;');
    else if (node.name.startsWith('#')) text += `[${node.name}]`;
    else text += openTag(node);
    const next = following(node, root);
    // Closing tags of everything that ends here.
    for (let at: Node | null = node; at && at !== root && !(next && next.parent === at); at = at.parent) {
      if (at.name.charCodeAt(0) !== 0x23 && !voids.has(at.name)) text += `</${at.name}>`;
      if (at.next) break;
    }
    node = next;
  }
  return text
    .replace(/ +/g, ' ')
    .replace(/ ?(<[^>]*>) ?/g, '$1')
    .trim();
}
