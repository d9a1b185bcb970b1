import type { Part } from './part.js';
import { definePass } from './pass.js';
import { pathOf } from './says.js';

/** Elements of networks that scripts fill with buttons, counters and comments. Example: `fb:comments`, `g:plusone`. */
const elements =
  /^(?:fb:(?:activity|add-to-timeline|comments(?:-count)?|facepile|fan|follow|friendpile|like(?:-box)?|live-stream|login-button|recommendations(?:-bar)?|send|share-button|subscribe)|g:(?:plus|plusone|follow))$/;

const frames: ReadonlySet<string> = new Set(['iframe', 'embed', 'object', 'frame']);

/** Addresses of the same in frames; posts and videos of these networks are what an article shows. */
const addresses =
  /^(?:https?:)?\/\/(?:(?:www\.)?facebook\.com\/(?:v\d[\d.]{0,5}\/)?(?:plugins\/(?!post|video|comment_embed)|widgets\/like)|widget\.weibo\.com\/(?:weiboshow|relationship)|platform\.twitter\.com\/widgets\/(?:tweet|follow|hub)|plusone\.google\.com\/|apis\.google\.com\/.{0,40}\+1|vk\.com\/widget_(?:like|community|comments)|connect\.(?:mail|ok)\.ru\/)/i;

/** An element that a script fills with something on this very page: what readers say of it, how many share it. */
function isOnThisPage({ name, node }: Part, own: string | null): boolean {
  return own !== null && /[:-]/.test(name) && pathOf(node.get('href')) === own;
}

function isWidget(part: Part, own: string | null): boolean {
  const { name, node } = part;
  if (frames.has(name)) return addresses.test((node.get('src') ?? node.get('data') ?? '').slice(0, 400));
  return elements.test(name) || isOnThisPage(part, own);
}

export const pageWidget = definePass({
  name: 'page-widget',
  why: 'Networks show their buttons, counters and comments on a page in frames and in elements that a script fills; left alone, nothing but an address of the page itself would stay of them.',
  run: ({ page, says }) => {
    for (const part of page.parts) {
      if (part.cut || part.prose > 0 || !isWidget(part, says.address)) continue;
      page.cut(part, { rule: 'page-widget', why: 'button, counter or comments of a network' });
    }
    page.sum();
  },
  examples: [
    {
      title: 'comments and a button',
      before:
        '<html><body><p>The ferry is late. It was late yesterday, too.</p><fb:comments href="http://paper.example/late"></fb:comments><iframe src="//www.facebook.com/plugins/like.php?href=http%3A%2F%2Fpaper.example%2Flate"></iframe></body></html>',
      after: '<html><body><p>The ferry is late. It was late yesterday, too.</p></body></html>',
    },
    {
      title: 'what the page says of itself, whoever shows it',
      before:
        '<html><head><link rel="canonical" href="http://paper.example/late"></head><body><p>The ferry is late. It was late yesterday, too.</p><comments-count href="http://paper.example/late/"></comments-count></body></html>',
      after:
        '<html><head><link rel="canonical" href="http://paper.example/late"></head><body><p>The ferry is late. It was late yesterday, too.</p></body></html>',
    },
  ],
  keeps: [
    {
      title: 'a post of a network',
      html: '<html><body><p>The ferry is late. It was late yesterday, too.</p><iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fferry%2Fposts%2F1"></iframe></body></html>',
    },
    {
      title: 'an element that a script fills with another page',
      html: '<html><head><link rel="canonical" href="http://paper.example/late"></head><body><p>The ferry is late. It was late yesterday, too.</p><link-card href="http://paper.example/pier"></link-card></body></html>',
    },
    {
      title: 'a map',
      html: '<html><body><p>The ferry is late. It was late yesterday, too.</p><iframe src="https://maps.example/embed?at=pier"></iframe></body></html>',
    },
  ],
});
