import type { Part } from './part.js';
import { definePass } from './pass.js';

const frames: ReadonlySet<string> = new Set(['iframe', 'embed', 'object', 'frame']);

/** Sizes that places for advertising are sold in: the standard formats of the trade (IAB), width x height. */
const formats: ReadonlySet<string> = new Set(
  (
    '88x31 120x60 120x90 120x240 120x600 125x125 160x600 180x150 200x200 234x60 240x400 250x250 300x50 300x100 ' +
    '300x250 300x600 300x1050 320x50 320x100 336x280 468x60 728x90 970x66 970x90 970x250'
  ).split(' '),
);

/** Words of an address that lead to advertising. Example: `/showadcode.asp`, `//ads.example.com/`, `?adzone=4`. */
const advertising =
  /(?:^|[/._?&=-])(?:i?ads?|adv|adserver|adserv|showads?|adcode|showadcode|adzone|adframe|adview|banners?|sponsor|affiliate|doubleclick)(?:[/._?&=-]|$)/i;

function isAdvertising({ name, node }: Part): boolean {
  if (!frames.has(name)) return false;
  const address = (node.get('src') ?? node.get('data') ?? '').slice(0, 400);
  return formats.has(`${node.get('width')}x${node.get('height')}`) || advertising.test(address);
}

export const pageFrame = definePass({
  name: 'page-frame',
  why: 'A frame in a size that advertising is sold in, or from an address that says so, shows no part of the article. Videos, maps and all other frames stay.',
  run: ({ page }) => {
    for (const part of page.parts) {
      if (!part.cut && isAdvertising(part)) page.cut(part, { rule: 'page-frame', why: 'frame of an advertisement' });
    }
    page.sum();
  },
  examples: [
    {
      title: 'a banner',
      before:
        '<html><body><p>The ferry is late. It was late yesterday, too.</p><iframe src="/box.html" width="728" height="90"></iframe><iframe src="//iads.paper.example/x?w=600"></iframe></body></html>',
      after: '<html><body><p>The ferry is late. It was late yesterday, too.</p></body></html>',
    },
  ],
  keeps: [
    {
      title: 'a video',
      html: '<html><body><p>The ferry is late. It was late yesterday, too.</p><iframe src="https://video.example/embed/loads" width="640" height="360"></iframe></body></html>',
    },
  ],
});
