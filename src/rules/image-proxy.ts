import { defineRule } from '../clean/rule.js';
import { resolveImageProxy } from './lib/addresses/redirect.js';

export const imageProxy = defineRule({
  name: 'image-proxy',
  group: 'images',
  why: 'Some sites and readers show images through a server that shrinks or unblocks them; the image gets its own address back.',
  match: { names: ['img'], test: ({ attributes }) => attributes?.has('src') ?? false },
  action: {
    edit: (node, edits) => {
      const url = resolveImageProxy(node.get('src') as string);
      if (url) edits.attribute(node, 'src', url);
    },
  },
  examples: [
    {
      title: "WordPress' image server",
      before: '<img src="https://i2.wp.com/blog.example/a.jpg?resize=300%2C200&amp;ssl=1">',
      after: '<img src="https://blog.example/a.jpg">',
    },
    {
      title: 'a server that unblocks',
      before: '<img src="https://cors.example.workers.dev/?http://img.example/a.jpg">',
      after: '<img src="http://img.example/a.jpg">',
    },
    {
      title: 'a server that shrinks',
      before: '<img src="https://images.weserv.nl/?url=https%3A%2F%2Fimg.example%2Fa.jpg&amp;w=90">',
      after: '<img src="https://img.example/a.jpg">',
    },
  ],
  keeps: [
    { title: 'an image with an address in its name', html: '<img src="https://img.example/shots/http_error.png">' },
    { title: 'an archived copy', html: '<img src="https://web.archive.org/web/2010im_/http://img.example/a.png">' },
  ],
});
