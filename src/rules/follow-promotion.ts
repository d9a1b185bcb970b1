import { Purpose } from '../body/purposes.js';
import { isBlankText, isHead, isTail, nextVisible, previousVisible } from '../body/traverse.js';
import { type Node, TEXT } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { charactersAfter } from '../clean/edges.js';
import type { Edits } from '../clean/edits.js';
import { type Line, lineOf, removeLine } from '../clean/line.js';
import { defineRule } from '../clean/rule.js';
import { callLine } from './lib/calls-to-action/line.js';
import { followCall, followHint, scanCall } from './lib/calls-to-action/patterns.js';
import { widgetProfile } from './lib/widget.js';

const kind = {
  hint: followHint,
  call: new RegExp(`${scanCall.source}|${followCall.source}`, 'i'),
  subject: /訂戶|订户|會員|会员|公众号|公眾號|订阅号|微信|微博|粉丝|扫码|二维码|newsletter|follower|subscriber/i,
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
    const line = node.name === 'a' ? subscribeLink(node, context) : null;
    if (line) removeLine(line, edits);
    else if (isBox(node, context)) edits.remove(node);
    return;
  }
  const line = callLine(node, context, kind);
  const isCall = line && (purpose.test(line.text) || followCall.test(line.text)) && !isAddress(line, context);
  if (isCall) removeLine(line, edits);
}

/** What a site wants a code to be scanned for. A step of instructions (`扫描二维码连接打印机`) has no such end. */
const purpose =
  /[长長]按|[关關]注|[订訂][阅閱]|加入|[加进入]群|领取|下[载載]|公众号|公眾號|小程序|阅读|观看|报名|咨询|客服|好友|助手|更多|了解|获[取得]|查看|[识識][别別]|解锁|分享|follow|join|フォロー/i;

/** Where a subscriber is to be won. Example: `/about/#subscribe`. */
const subscribePage = /[/#?](?:subscribe|subscription|membership|become-a-member)(?:[/?&#=]|$)/i;
/** Longest line around such a link, and what may stand beside it. Characters. */
const LINK_LINE = 40;
const BESIDE_LINK = 12;

/** A line at the end that is hardly more than a link to such a page. */
function subscribeLink(link: Node, context: Context): Line | null {
  if (!subscribePage.test(link.get('href') ?? '')) return null;
  let text = link.first;
  while (text && (text.type !== TEXT || isBlankText(text))) text = text.next;
  if (!text || charactersAfter(text, context) > 60) return null;
  const line = lineOf(text, context, LINK_LINE);
  return line && line.text.length - text.data.trim().length <= BESIDE_LINK && !/[。！？]/.test(line.text) ? line : null;
}

/** An account by its name alone. Example: `微信公众号：江上`, `新浪微博：@river`. */
const account = /^.{0,12}(?:公众号|公众账号|公众帐号|微信号|微信公号|微信公众平台|微博) ?(?:ID|id)? ?[:：]/;
/** With one of these the reader is asked. Example: `欢迎关注我的公众号：江上`. */
const asks = /[关關]注|[订訂][阅閱]|搜索|搜一搜|扫|掃|欢迎|歡迎/;
/** Where an author or the makers of an event can be reached. */
const reached = /联系|邮箱|邮件|e-?mail|电话|地址|主页|网[址站]|QQ|人人网|twitter/i;
/** Where the article is from. Example: `来源公众号：江上`. */
const source = /^[^\p{L}]*(?:本文|文章|原文|此文|该文|来源|转自|转载|摘自|首发|原载|出处|选自|作者)/u;
/** Texts looked at on each side. */
const COMPANY = 5;

/** An account that is named, among other ways to reach somebody, as the author's own, or as a source. */
function isAddress({ text, nodes, whole }: Line, { root }: Context): boolean {
  if (source.test(text)) return true;
  if (!account.test(text) || asks.test(text)) return false;
  if (/我的/.test(text)) return true;
  return [previousVisible, nextVisible].some((near) => {
    let at: Node | null | undefined = whole ?? (near === nextVisible ? nodes.at(-1) : nodes[0]);
    for (let left = COMPANY; at && left > 0; left--) {
      at = near(at, root, 32);
      if (at?.type === TEXT && at.data.length < 60 && reached.test(at.data) && !siteDesk.test(at.data)) return true;
    }
    return false;
  });
}

/** A desk of the site. Example: `投稿邮箱：a@b.example`. */
const siteDesk = /投稿|爆料|报料|合作|商务|广告|转载/;

/** One of these is in each call. */
const cues = (
  '扫 掃 追蹤 按讚 いいね 捐 贊助 赞助 支持 长按 長按 识别 識別 二维码 二維碼 关注 關注 订阅 訂閱 加入 添加 搜索 搜一搜 公众 公眾 微信 微博 更多 欢迎 歡迎 投稿 爆料 报料 合作 訂戶 订户 會員 会员 月費 月费 ' +
  '구독 フォロー 最新情報 チャンネル 読者 scanthe scanthis scanour qrコード followus followme follow@ followourpage likeus ' +
  'likeme like@ likeourpage subscribe sígue sigue suscr folg abonn suivez retrouvez siga inscreva assine segui iscriv подпи signup joinus joinour member patron supporter'
).split(' ');

export const followPromotion = defineRule({
  name: 'follow-promotion',
  group: 'promotion',
  why: 'A line at the edge of an article that asks to scan, follow or subscribe speaks for the site, not of the subject.',
  match: { names: ['#named', 'a', '#edge'], cues },
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
      title: 'in other languages',
      before:
        '<p>Fin.</p><p>Síguenos en <a href="https://twitter.com/a">Twitter</a></p><p>Folgen Sie uns auf Facebook!</p><p>Abonnez-vous à notre newsletter.</p>',
      after: '<p>Fin.</p>',
    },
    {
      title: "an author's account, with the verb",
      before: '<p>正文。</p><p>欢迎关注我的公众号：江上</p>',
      after: '<p>正文。</p>',
    },
    {
      title: 'in two lines',
      before: '<p>正文。</p><center>长按二维码<br>关注我们</center>',
      after: '<p>正文。</p>',
    },
    {
      title: 'an appeal to become a subscriber, and its link',
      before:
        '<p>正文。</p><p>請成為江上新聞的月費訂戶，讓我們走得更遠。訂戶每個星期會收到「周末選讀」電郵。</p><p>月費訂戶 <a href="https://news.example/about/#subscribe">網址：news.example</a></p>',
      after: '<p>正文。</p>',
    },
    {
      title: 'a box that is named for it',
      before: '<p>One.</p><p class="rss-subscribe">subscribe <a href="/feed.xml">via RSS</a></p>',
      after: '<p>One.</p>',
    },
  ],
  keeps: [
    { title: 'a sentence that tells', html: '<p>正文。</p><p>他说，关注公众号的人越来越多了。</p>' },
    {
      title: 'words that somebody said, in other languages',
      html: '<p>Fin.</p><p>«Síguenos», dijo el molinero, y subimos.</p><p>Folgen Sie uns nicht, rief er.</p><p>그는 신문을 세 개나 구독하고 있다.</p><p>彼女はこの町をずっとフォローしてきた。</p>',
    },
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
    {
      title: 'how to reach the makers of an event',
      html: '<p>正文。</p><h2>联系方式</h2><p>新浪微博：@river</p><p>微信公众号：江上</p><p>会议联系邮箱：river@a.example</p>',
    },
    {
      title: "the author's own number, in what she asks",
      html: '<p>渡口的事还要慢慢写。<br>想一起记录的人可以来找我。<br>我的微信号：1400000000。</p>',
    },
    {
      title: 'a verb with another object, and half of a sentence',
      html: '<p>同时欢迎所有关注码头工人的人们，<br>一起来读这封信。</p><p>不管你是否关注公众号，<br>灯都会亮着。</p>',
    },
    {
      title: 'an opening with an aside',
      html: '<p>大家好，我是河边的阿青（欢迎关注我的公众号），今天讲缆绳怎么打结。</p><p>正文。</p>',
    },
    {
      title: 'a source that is an account',
      html: '<p>正文。</p><p>来源公众号：江上观察</p><p>文章首发于微信公众号：江上观察</p>',
    },
    {
      title: 'where a translation is from, with an invitation at its end',
      html: '<p>本文从一家网站的报告翻译而来，原文在这里。如果想了解更多，也欢迎关注我的博客。</p>',
    },
    {
      title: 'the last step of instructions',
      html: '<p>正文。</p><p>扫描二维码添加设备，然后点击下一步。</p><p>用手机扫描屏幕上的二维码登录。</p><p>关注公众号后台，看看数据有没有变化。</p><p>扫描二维码关注测试号，给它发一条消息。</p>',
    },
    {
      title: 'a warning',
      html: '<p>正文。</p><p>切勿扫描来路不明的二维码，更不要添加陌生人的微信。</p>',
    },
    {
      title: 'what somebody said at the end',
      html: '<p>他最後說：「我仍然是那份報紙的月費訂戶，一直支持他們的工作。」</p>',
    },
    {
      title: 'a heading that is a link, and ways to reach somebody with addresses between them',
      html: '<p>正文。</p><p><a href="/donate/">捐赠</a></p><p>一位读者。</p><p>主页：<a href="http://river.example/">http://river.example/</a></p><p>新浪微博：@river</p><p>微信公众号：江上</p>',
    },
    { title: 'a list of groups', html: '<ul><li>微信公众号：statistics</li></ul><p>正文。</p>' },
  ],
});
