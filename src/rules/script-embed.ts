import type { Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';

/** Scripts that only exist to show somebody's code or recording. Example: `https://gist.github.com/me/0123abcd.js`. */
const shown = /^(?:https?:)?\/\/((?:gist\.github\.com\/(?:[\w-]+\/)?[0-9a-f]+|asciinema\.org\/a\/\w+))\.js(?:[?#]|$)/i;

const address = (node: Node): string | null => {
  const match = shown.exec(node.get('src') ?? '');
  return match && `https://${match[1]}`;
};

export const scriptEmbed = defineRule({
  name: 'script-embed',
  group: 'code',
  why: 'Some code and recordings were put into the article by a script; without the script a link to them is what is left.',
  match: { names: ['script'], test: (node) => address(node) !== null },
  action: {
    edit: (node, edits) => {
      const url = address(node) as string;
      const link = edits.addElement('a', [['href', url]], node, 'before');
      edits.addText(url, link, 'append');
      edits.remove(node);
    },
  },
  examples: [
    {
      title: 'a gist',
      before: '<p>The code:</p><script src="https://gist.github.com/me/0123abcd.js"></script>',
      after: '<p>The code:</p><a href="https://gist.github.com/me/0123abcd">https://gist.github.com/me/0123abcd</a>',
    },
    {
      title: 'a gist of the time before they had owners in their addresses',
      before: '<p>The code:</p><script src="https://gist.github.com/1234567.js"> </script>',
      after: '<p>The code:</p><a href="https://gist.github.com/1234567">https://gist.github.com/1234567</a>',
    },
  ],
  keeps: [{ title: 'any other script', html: '<script src="https://example.org/menu.js"></script>' }],
});
