import { descendants, type Node } from '../body/tree.js';
import { type Context, once } from '../clean/context.js';
import { type Act, defineRule } from '../clean/rule.js';
import { anySource, isPlaceholder, lazySource } from './lib/image-source.js';

/** Image elements of frameworks that load their images themselves. */
const custom = new Set(['amp-img', 'amp-anim', 'v-lazy-image', 'lazy-img', 'nuxt-img']);

/** How often each address stands in an image that has another one too: one that comes again is a placeholder. */
function shared({ root }: Context): Map<string, number> {
  const counts = new Map<string, number>();
  for (const node of descendants(root)) {
    const src = node.name === 'img' ? node.get('src') : null;
    if (src && lazySource(node)) counts.set(src, (counts.get(src) ?? 0) + 1);
  }
  return counts;
}

const load: Act = (node, edits, context) => {
  if (custom.has(node.name)) edits.rename(node, 'img');
  const src = node.get('src');
  const real = lazySource(node) ?? sourceAbove(node) ?? (isPlaceholder(src) ? anySource(node) : null);
  if (!real || real === src) return;
  if (isPlaceholder(src) || (once(context, shared).get(src as string) ?? 0) > 1) {
    edits.attribute(node, 'src', real);
  }
};

/** What the `<source>` elements beside an image in a `<picture>` give. */
function sourceAbove({ parent }: Node): string | null {
  if (parent?.name !== 'picture') return null;
  let left = 12;
  for (let at = parent.first; at && left-- > 0; at = at.next) {
    const url = at.name === 'source' ? lazySource(at) : null;
    if (url) return url;
  }
  return null;
}

export const lazyImage = defineRule({
  name: 'lazy-image',
  group: 'images',
  why: 'Pages that load images late show a placeholder and keep the real address elsewhere; the image gets its real address back.',
  match: {
    names: ['img', ...custom],
    test: ({ name, attributes, parent }) =>
      name !== 'img' || !attributes?.has('src') || attributes.size > 1 || parent?.name === 'picture',
  },
  action: { edit: load },
  examples: [
    {
      title: 'a lazy loader',
      before: '<img src="/images/blank.gif" data-src="https://img.example/a.jpg">',
      after: '<img src="https://img.example/a.jpg" data-src="https://img.example/a.jpg">',
    },
    {
      title: 'attributes for sizes of screens',
      before:
        '<img src="/img/lazyloading-placeholder.png" data-lg="/boat_900.jpg" data-xs="/boat_300.jpg" data-id="4">',
      after: '<img src="/boat_900.jpg" data-lg="/boat_900.jpg" data-xs="/boat_300.jpg" data-id="4">',
    },
    {
      title: 'only a set of sizes',
      before: '<img srcset="a-300.jpg 300w, a-900.jpg 900w">',
      after: '<img src="a-900.jpg" srcset="a-300.jpg 300w, a-900.jpg 900w">',
    },
    {
      title: 'the same placeholder again and again',
      before: '<img src="/x.png" data-original="/1.jpg"><img src="/x.png" data-original="/2.jpg">',
      after: '<img src="/1.jpg" data-original="/1.jpg"><img src="/2.jpg" data-original="/2.jpg">',
    },
    {
      title: 'a picture',
      before: '<picture><source srcset="/a.webp 2x"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></picture>',
      after: '<picture><source srcset="/a.webp 2x"><img src="/a.webp"></picture>',
    },
  ],
  keeps: [
    {
      title: 'a real image with a copy elsewhere',
      html: '<img src="https://a.example/1.jpg" data-src="https://b.example/1.jpg">',
    },
    { title: 'data that is no address', html: '<img src="/blank.gif" data-src="12">' },
  ],
});
