import type { Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';
import { isBlankImage } from './lib/image-source.js';

/** Something a reader was told about the image. */
const isNamed = (node: Node): boolean => (node.get('alt') ?? '').trim() !== '';

const tiny = /^\s*[0-9](?:px)?\s*$/i;

/** Smaller than a letter in both directions, by its own word: a corner or a dot of the page's decoration. */
const isTiny = (node: Node): boolean =>
  tiny.test(node.get('width') ?? 'auto') && tiny.test(node.get('height') ?? 'auto');

export const placeholderImage = defineRule({
  name: 'placeholder-image',
  group: 'images',
  why: 'Blank images that push other things into place, and placeholders of images that were never saved, show nothing.',
  match: { names: ['img'], test: (node) => !isNamed(node) && (isBlankImage(node.get('src')) || isTiny(node)) },
  action: 'remove',
  examples: [
    { title: 'a spacer', before: '<p><img src="/i/spacer.gif" width="20">One.</p>', after: '<p>One.</p>' },
    {
      title: 'a corner of a box',
      before: '<p><img src="/i/box_bottom_left.gif" width="5" height="5" alt="">One.</p>',
      after: '<p>One.</p>',
    },
    {
      title: 'a clear pixel',
      before: '<p><img src="../clearpixel.gif" width="135" height="1">One.</p>',
      after: '<p>One.</p>',
    },
    { title: 'no address', before: '<p>One.<img class="x"></p>', after: '<p>One.</p>' },
    {
      title: 'one pixel in the address',
      before: '<p>One.<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></p>',
      after: '<p>One.</p>',
    },
  ],
  keeps: [
    {
      title: 'a small picture in the address',
      html: '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAF">',
    },
    { title: 'a picture of clear water', html: '<img src="/photos/clear-water.png">' },
    { title: 'a picture of space', html: '<img src="/photos/deep-space.jpg">' },
    { title: 'a placeholder that says what it is for', html: '<img src="/blank.gif" alt="Figure 1">' },
  ],
});
