import { defineRule } from '../clean/rule.js';
import { scriptAddress } from './lib/addresses/players.js';

export const scriptEmbed = defineRule({
  name: 'script-embed',
  group: 'code',
  why: 'Some code, slides and recordings were put into the article by a script; without the script a link to them is what is left.',
  match: { names: ['script'], test: (node) => scriptAddress(node) !== null },
  action: {
    edit: (node, edits) => {
      const url = scriptAddress(node) as string;
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
    {
      title: 'slides',
      before:
        '<script async class="speakerdeck-embed" data-id="0123abcd" src="//speakerdeck.com/assets/embed.js"></script>',
      after: '<a href="https://speakerdeck.com/player/0123abcd">https://speakerdeck.com/player/0123abcd</a>',
    },
  ],
  keeps: [{ title: 'any other script', html: '<script src="https://example.org/menu.js"></script>' }],
});
