import { Purpose } from '../body/purposes.js';
import { isHead, isTail } from '../body/traverse.js';
import { type Node, TEXT } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import type { Edits } from '../clean/edits.js';
import { removeLine } from '../clean/line.js';
import { defineRule } from '../clean/rule.js';
import { callLine, followCall, followHint, scanCall } from './lib/calls-to-action.js';
import { widgetProfile } from './lib/widget.js';

const kind = {
  hint: followHint,
  call: new RegExp(`${scanCall.source}|${followCall.source}`, 'i'),
  subject: /公众号|公眾號|订阅号|微信|微博|粉丝|扫码|二维码|newsletter|follower|subscriber/i,
};

/** A box that is named for subscribing or following, at an edge, with something to press. */
function isBox(node: Node, { root }: Context): boolean {
  const purpose = Purpose.subscribe | Purpose.follow | Purpose.app;
  const profile = widgetProfile(node, purpose, { characters: 180, longest: 90, images: 6 });
  if (!profile || profile.links + profile.controls + profile.images === 0) return false;
  return isTail(node, root, { characters: 300, things: 4 }) || isHead(node, root, { characters: 60, things: 1 });
}

function act(node: Node, edits: Edits, context: Context): void {
  if (node.type !== TEXT) {
    if (isBox(node, context)) edits.remove(node);
    return;
  }
  const line = callLine(node, context, kind);
  if (line) removeLine(line, edits);
}

export const followPromotion = defineRule({
  name: 'follow-promotion',
  group: 'promotion',
  why: 'A line at the edge of an article that asks to scan, follow or subscribe speaks for the site, not of the subject.',
  match: { names: ['#named', '#edge'] },
  action: { edit: act },
  examples: [
    { title: 'scan and follow', before: '<p>正文。</p><p>扫描下方二维码，关注本报微信</p>', after: '<p>正文。</p>' },
    {
      title: 'the name of an account, in a run of lines',
      before: '<p>正文到此为止。<br>微信公众号：wenhui<br>更多精彩内容请关注官方微博</p>',
      after: '<p>正文到此为止。<br><br></p>',
    },
    { title: 'in English', before: '<p>The end.</p><p>Follow us on Twitter</p>', after: '<p>The end.</p>' },
    {
      title: 'a box that is named for it',
      before: '<p>One.</p><p class="rss-subscribe">subscribe <a href="/feed.xml">via RSS</a></p>',
      after: '<p>One.</p>',
    },
  ],
  keeps: [
    { title: 'a sentence that tells', html: '<p>正文。</p><p>他说，关注公众号的人越来越多了。</p>' },
    { title: '长按 inside other words', html: '<p>陈校长按捺着内心的诧异。</p>' },
    { title: 'advice about a third person', html: '<p>You can follow him on Twitter for more of these jokes.</p>' },
    {
      title: 'a post about running an account',
      html:
        '<p>公众号的文章要在晚上九点发，因为那时候读者最有空，打开率也最高。</p><p>标题决定了公众号文章的命运，正文决定了读者是否留下来。</p>' +
        '<p>我们的公众号用了三年才有一万名粉丝，其中一半来自一篇文章。</p><p>欢迎关注公众号，这句话放在结尾最好。</p>',
    },
    {
      title: 'a call that is only named, in quotation marks',
      html: '<p>我统计了一百个账号，其中九十一个写了“长按识别二维码关注”。</p><p>去掉之后，新增人数下降了一半。</p>',
    },
    { title: 'a list of groups', html: '<ul><li>微信公众号：statistics</li></ul><p>正文。</p>' },
  ],
});
