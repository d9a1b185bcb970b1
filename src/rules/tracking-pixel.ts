import type { Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';

/** Servers and files that only count. Example: `https://pixel.wp.com/b.gif`, `/fs-bin/show?id=1`. */
const counting =
  /(?:^|[/.])(?:pixel\.wp\.com|stats\.wordpress\.com\/[bg]\.gif|pixel\.quantserve\.com|[bs]\.scorecardresearch\.com|google-analytics\.com|doubleclick\.net\/(?:activity|ad|pagead)|facebook\.com\/tr\?|feeds\.[\w.]+\/~r\/|feedburner\.com\/~r\/|assoc-amazon\.[a-z.]+\/e\/ir|amazon-adsystem\.com\/e\/ir|blogger\.googleusercontent\.com\/tracker\/|linksynergy\.com\/fs-bin\/show|medium\.com\/_\/stat|hm\.baidu\.com\/hm\.gif|bat\.bing\.com|piwik\.php\?|matomo\.php\?|scr\/pixel\.gif|vgwort\.de\/na\/|ioam\.de\/|statcounter\.com\/)/i;

const one = /^\s*[01](?:px)?\s*$/i;
/** Example: `width:1px; height: 0`. */
const styleWidth = /(?:^|[;\s])width\s*:\s*[01](?:px)?\s*(?:;|$|!)/i;
const styleHeight = /(?:^|[;\s])height\s*:\s*[01](?:px)?\s*(?:;|$|!)/i;

function isPixel(node: Node): boolean {
  const { attributes } = node;
  if (!attributes) return false;
  const src = attributes.get('src') ?? '';
  if (src !== '' && counting.test(src.slice(0, 300))) return true;
  const style = attributes.get('style') ?? '';
  const width = one.test(attributes.get('width') ?? 'auto') || styleWidth.test(style);
  return width && (one.test(attributes.get('height') ?? 'auto') || styleHeight.test(style));
}

export const trackingPixel = defineRule({
  name: 'tracking-pixel',
  group: 'code',
  why: 'An image of one pixel shows nothing: it tells a server that somebody read the page.',
  match: { names: ['img', 'iframe'], test: isPixel },
  inCode: true,
  action: 'remove',
  examples: [
    {
      title: 'one pixel',
      before: '<p>One.</p><img src="//c.example/p?id=1" width="1" height="1">',
      after: '<p>One.</p>',
    },
    {
      title: 'a counter of WordPress',
      before: '<p>One.<img src="https://pixel.wp.com/b.gif?v=1"></p>',
      after: '<p>One.</p>',
    },
    {
      title: 'a frame',
      before: '<iframe src="//t.example/" style="width:0;height:0"></iframe><p>One.</p>',
      after: '<p>One.</p>',
    },
  ],
  keeps: [
    { title: 'a thin picture', html: '<img src="line.png" width="1" height="200">' },
    { title: 'an article about pixels', html: '<p><img src="https://a.example/pixel-art.gif" width="64"></p>' },
  ],
});
