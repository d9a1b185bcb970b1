import { Purpose } from '../body/purposes.js';
import { nextVisible, soleImage } from '../body/traverse.js';
import { type Node, TEXT } from '../body/tree.js';
import { showsNothing } from '../body/white-space.js';
import type { Context } from '../clean/context.js';
import type { Edits } from '../clean/edits.js';
import { removeLine } from '../clean/line.js';
import { defineRule } from '../clean/rule.js';
import { callLine } from './lib/calls-to-action/line.js';
import { widgetProfile } from './lib/widget.js';

const kind = {
  call: /(?:请|可以?|随意|随手|欢迎|给作者|为作者|对作者).{0,10}(?:打赏|赞赏)|^(?:打赏|赞赏|赞助)(?:作者|本文|支持|一下|我|他|TA)?$|打赏.{0,8}(?:支持|鼓励)|^喜欢作者$|^.{0,24}buy me a (?:coffee|beer|book)\b|^(?:please )?(?:support|donate to) (?:me|us|this (?:site|blog|podcast))\b.{0,40}$/i,
  subject: /打赏|赞赏|donat/i,
};
/** Pages that take money for an author. */
const payPage =
  /^https?:\/\/(?:www\.)?(?:paypal\.com\/(?:[a-z-]{2,6}\/)?cgi-bin\/webscr|paypal\.com\/donate|paypal\.me\/|ko-fi\.com\/|buymeacoffee\.com\/|patreon\.com\/|flattr\.com\/|liberapay\.com\/|afdian\.net\/|opencollective\.com\/)/i;

function matches(node: Node, context: Context): boolean {
  if (node.type === TEXT) return callLine(node, context, kind) !== null;
  if (node.name === 'a') return payPage.test(node.get('href') ?? '') && soleImage(node) !== null;
  return widgetProfile(node, Purpose.reward, { characters: 140, longest: 60, images: 4 }) !== null;
}

function act(node: Node, edits: Edits, context: Context): void {
  const line = node.type === TEXT ? callLine(node, context, kind) : null;
  if (!line) {
    edits.remove(node);
    return;
  }
  const last = line.nodes.at(-1);
  const picture = last ? nextVisible(line.whole ?? last, context.root, 24) : null;
  removeLine(line, edits);
  if (picture?.name === 'img' && standsAlone(picture)) edits.remove(picture);
}

/** The picture below such a line is the code to pay with. */
function standsAlone({ prev, next }: Node): boolean {
  const isEdge = (side: Node | null): boolean =>
    side === null || side.name === 'br' || (side.type === TEXT && showsNothing(side.data));
  return isEdge(prev) && isEdge(next);
}

/** One of these is in each such line. */
const cues = '打赏 赞赏 赞助 喜欢作者 buymea supportme supportus supportthis donateto'.split(' ');

export const rewardBar = defineRule({
  name: 'reward-bar',
  group: 'promotion',
  why: 'Buttons and lines that ask the reader for a tip or a donation on the spot belong to the place where the article was posted.',
  match: { names: ['#named', 'a', '#edge'], cues, test: matches },
  action: { edit: act },
  examples: [
    {
      title: 'a box',
      before:
        '<p>正文。</p><div class="support-author"><div>给作者打赏，鼓励TA抓紧创作！</div><button>赞赏</button></div>',
      after: '<p>正文。</p>',
    },
    {
      title: 'a button that leads to a payment page',
      before: '<p>One.</p><p><a href="https://www.paypal.com/cgi-bin/webscr?cmd=a"><img src="/btn.gif" alt=""></a></p>',
      after: '<p>One.</p><p></p>',
    },
    {
      title: 'a line with the picture of a code below it, before the sources',
      before: '<p>正文。</p><p>请随意打赏。<br><img src="/1467.png"><br>参考资料：<br>1、绳结手册</p>',
      after: '<p>正文。</p><p><br><br>参考资料：<br>1、绳结手册</p>',
    },
    { title: 'a line at the end', before: '<p>正文。</p><p>如果觉得有用，请随意打赏</p>', after: '<p>正文。</p>' },
  ],
  keeps: [
    { title: 'news about donations', html: '<p>One.</p><p>He wants to donate any money to his favourite charity.</p>' },
    { title: 'a link in a sentence', html: '<p>Proceeds go to <a href="https://www.patreon.com/x">the choir</a>.</p>' },
    {
      title: 'an essay in a box that is named so',
      html: `<div class="donation"><p>${'The hospital was built from one donation. '.repeat(6)}</p></div>`,
    },
  ],
});
