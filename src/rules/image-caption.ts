import type { Node } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { type Act, defineRule } from '../clean/rule.js';
import { profileOf } from './lib/profile.js';

/** `img_descr`, `image-caption`, `wp-caption-text`, `wp-caption-dd`, `tr-caption`, `pic_desc`: what publishing systems call a caption. */
const named =
  /(?:^|[\s_-])(?:(?:img|image|pic|photo)[_-]?(?:descr?|description|text|title|note)|caption(?:[_-](?:text|dd))?|tr-caption)(?:$|[\s_-])/i;
const wrappers: ReadonlySet<string> = new Set(['div', 'dl', 'p', 'span', 'section', 'center', 'figure']);
const LONGEST = 400;
const name = 'image-caption';

/** The nearest box that holds the caption and one image or a few, and nothing else. */
function boxOf(caption: Node, root: Node): Node | null {
  const own = profileOf(caption, 60, LONGEST);
  if (!own || own.characters === 0 || own.images > 0) return null;
  let box = caption.parent;
  for (let left = 3; box && box !== root && left > 0; box = box.parent, left--) {
    if (!wrappers.has(box.name)) return null;
    const profile = profileOf(box, 120, LONGEST);
    if (!profile || profile.characters !== own.characters || profile.embeds > 0) return null;
    if (profile.images > 0 && profile.images <= 4) return box;
  }
  return null;
}

const makeFigure: Act = (caption, edits, { root }) => {
  const box = boxOf(caption, root);
  if (!box) return;
  if (box.name === 'dl') for (const child of box.childNodes) if (child.name === 'dt') edits.rename(child, 'div');
  if (box.name !== 'figure') edits.rename(box, 'figure');
  edits.rename(caption, 'figcaption');
};

export const imageCaption = defineRule({
  name,
  group: 'images',
  why: 'A box around an image and words that its site calls a caption is a figure; nothing goes.',
  match: {
    names: ['span', 'p', 'div', 'dd', 'small', 'em'],
    test: (node: Node) => node.attributes !== null && named.test(node.get('class') ?? ''),
  },
  unless: (_: Node, { markdown }: Context) => markdown,
  action: { edit: makeFigure },
  examples: [
    {
      title: 'a feed',
      before: '<div class="img_wrapper"><img src="a.jpg"><span class="img_descr">The hall</span></div>',
      after:
        '<figure class="img_wrapper"><img src="a.jpg"><figcaption class="img_descr">The hall</figcaption></figure>',
    },
    {
      title: 'WordPress',
      before: '<div class="wp-caption"><a href="b"><img src="a.jpg"></a><p class="wp-caption-text">The hall</p></div>',
      after:
        '<figure class="wp-caption"><a href="b"><img src="a.jpg"></a><figcaption class="wp-caption-text">The hall</figcaption></figure>',
    },
    {
      title: 'WordPress before 3.4: a definition list',
      before:
        '<dl class="wp-caption"><dt class="wp-caption-dt"><a href="b"><img src="a.jpg"></a></dt><dd class="wp-caption-dd">The hall</dd></dl>',
      after:
        '<figure class="wp-caption"><div class="wp-caption-dt"><a href="b"><img src="a.jpg"></a></div><figcaption class="wp-caption-dd">The hall</figcaption></figure>',
    },
  ],
  keeps: [
    {
      title: 'terms and their meanings',
      html: '<dl><dt>Hall</dt><dd class="caption">A room <img src="a.jpg"></dd></dl>',
    },
    { title: 'a caption without an image', html: '<p>One.</p><p class="caption">Two.</p>' },
    { title: 'an image among text', html: '<div><img src="a.jpg"><p>Prose.</p><p class="caption">Two.</p></div>' },
  ],
});
