import type { Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';

/** A page saved to disk and opened from there turns `//host/path` into this. Example: `file://www.example.com/embed/1`. */
const saved = /^\s*file:\/\/(?=(?:[\w-]{1,63}\.){1,5}[a-z]{2,24}\/)/i;
const name = 'saved-address';

const attributeOf = (node: Node): 'href' | 'src' => (node.name === 'a' ? 'href' : 'src');

export const savedAddress = defineRule({
  name,
  group: 'links',
  why: 'An address without a scheme became one of the local disk when the page was saved; with its host it leads to the web again.',
  match: {
    names: ['a', 'img', 'iframe', 'embed', 'source'],
    test: (node) => saved.test(node.get(attributeOf(node)) ?? ''),
  },
  action: {
    edit: (node, edits) => {
      const attribute = attributeOf(node);
      edits.attribute(node, attribute, (node.get(attribute) as string).replace(saved, 'https://'));
    },
  },
  examples: [
    {
      title: 'a film',
      before: '<iframe src="file://www.youtube.com/embed/x1"></iframe>',
      after: '<iframe src="https://www.youtube.com/embed/x1"></iframe>',
    },
  ],
  keeps: [{ title: 'a file of a disk', html: '<a href="file:///home/me/notes.txt">notes</a>' }],
});
