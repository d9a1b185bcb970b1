import type { Node } from '../body/tree.js';
import { type Act, defineRule } from '../clean/rule.js';
import { isUnsafe } from './lib/addresses/url.js';

/** Attributes that lead somewhere or load something. */
const addresses = ['href', 'src', 'srcset', 'data', 'action', 'formaction', 'poster', 'xlink:href'];

function unsafeAttributes(node: Node): string[] {
  const { attributes } = node;
  if (!attributes) return [];
  return addresses.filter((name) => isUnsafe(attributes.get(name) ?? '#', node.name === 'img' && name !== 'href'));
}

const disarm: Act = (node, edits) => {
  if (node.name === 'a') edits.unwrap(node);
  else if (node.name === 'img' && isUnsafe(node.get('src') ?? '#', true)) {
    const alt = node.get('alt');
    if (alt) edits.addText(alt, node, 'before');
    edits.remove(node);
  } else edits.attributes(node, unsafeAttributes(node));
};

export const unsafeLink = defineRule({
  name: 'unsafe-link',
  group: 'links',
  why: 'A link that runs code instead of leading somewhere (`javascript:`, `data:text/html`) does nothing in an archive, or harm; its words stay.',
  match: {
    names: [
      'a',
      'img',
      'area',
      'iframe',
      'frame',
      'object',
      'embed',
      'form',
      'button',
      'input',
      'video',
      'audio',
      'source',
    ],
    test: (node) => unsafeAttributes(node).length > 0,
  },
  inCode: true,
  action: { edit: disarm },
  examples: [
    { title: 'a script', before: '<p><a href="javascript:print()">Print</a></p>', after: '<p>Print</p>' },
    { title: 'a script in disguise', before: '<a href=" java&#9;Script&colon;go()">x</a>', after: 'x' },
    { title: 'a document in the address', before: '<a href="data:text/html,hi">x</a>', after: 'x' },
    { title: 'an image', before: '<img src="javascript:x()" alt="A cat">', after: 'A cat' },
  ],
  keeps: [
    { title: 'a page about it', html: '<a href="https://example.org/javascript:void">x</a>' },
    { title: 'a picture in the address', html: '<img src="data:image/png;base64,iVBORw0KGgo=">' },
    { title: 'a relative address', html: '<a href="javascript.html">x</a>' },
  ],
});
