import type { Node } from '../body/tree.js';
import { type Act, defineRule } from '../clean/rule.js';

/** What WordPress calls the box around the address of a film or post. */
const box = /(?:^|\s)wp-block-embed(?:__wrapper)?(?:$|\s)/;
const address = /^\s*(https?:\/\/[^\s<>"']+)\s*$/i;

function isEmbedded(text: Node): boolean {
  const { parent } = text;
  return text.data.length < 2000 && parent !== null && box.test(parent.className) && address.test(text.data);
}

const link: Act = (text, edits) => {
  const url = address.exec(text.data)?.[1] as string;
  const start = text.data.indexOf(url);
  const words = edits.split(text, start) ?? text;
  edits.split(words, url.length);
  edits.wrap('a', [['href', url]], words, words);
};

export const embedBlock = defineRule({
  name: 'embed-block',
  group: 'links',
  why: 'A block of WordPress that embeds a film or a post holds its address as text; the engine showed the film, here it is a link.',
  match: { names: ['#text'], needs: ['wp-block-embed'], test: isEmbedded },
  action: { edit: link },
  examples: [
    {
      title: 'a film',
      before:
        '<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">\nhttps://film.example/w?v=1\n</div></figure>',
      after:
        '<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">\n<a href="https://film.example/w?v=1">https://film.example/w?v=1</a>\n</div></figure>',
    },
  ],
  keeps: [
    { title: 'an address in text', html: '<p>https://film.example/w?v=1</p>' },
    {
      title: 'words in such a block',
      html: '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">The film is gone.</div></figure>',
    },
  ],
});
