import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseHtml } from '../../src/body/html.js';
import { adSlot } from '../../src/rules/ad-slot.js';
import { appPromotion } from '../../src/rules/app-promotion.js';
import { commentWidget } from '../../src/rules/comment-widget.js';
import { editorToolbar } from '../../src/rules/editor-toolbar.js';
import { engineFooter } from '../../src/rules/engine-footer.js';
import { followPromotion } from '../../src/rules/follow-promotion.js';
import { passOnPromotion } from '../../src/rules/pass-on-promotion.js';
import { qrCode } from '../../src/rules/qr-code.js';
import { relatedArticles } from '../../src/rules/related-articles.js';
import { rewardBar } from '../../src/rules/reward-bar.js';
import { shareBar } from '../../src/rules/share-bar.js';
import { siteForm } from '../../src/rules/site-form.js';
import { stockQuote } from '../../src/rules/stock-quote.js';
import { thirdPartyButton } from '../../src/rules/third-party-button.js';
import { growth, tooSteep } from '../growth.js';
import { apply, show } from './apply.js';

const rules = [
  stockQuote,
  editorToolbar,
  siteForm,
  qrCode,
  adSlot,
  shareBar,
  commentWidget,
  relatedArticles,
  rewardBar,
  thirdPartyButton,
  engineFooter,
  followPromotion,
  appPromotion,
  passOnPromotion,
];
const normal = (html: string): string => show(parseHtml(html).root);

describe('near misses of promotion rules, with all of them', () => {
  for (const rule of rules) {
    for (const { title, html } of rule.keeps) {
      it(`${rule.name} keeps: ${title}`, () => assert.equal(apply(html, rules).html, normal(html)));
    }
  }
});

const shore = `<p>${'清晨六点，码头的灯还没有熄，老船工把缆绳一圈一圈盘好。'.repeat(4)}</p>`;
const harbour = `<p>${'The ferry left at six, and the boatman coiled his ropes before he looked at the sky. '.repeat(3)}</p>`;

describe('lines that only sound like calls', () => {
  const lines = [
    '打开微信，扫描二维码，完成绑定。',
    '最后用手机扫描电视上的二维码即可投屏。',
    '点击左下角的齿轮进入设置。',
    '民警提醒：不要随意扫描街边的二维码领取礼品。',
    '市民扫码领取消费券。',
    '我关注的公众号里，有一半已经停更了。',
    '欢迎大家关注冬天的海。',
    '欢迎在评论区分享你的看法。',
    '会议的微信公众号：river2019，开会前请先关注日程。',
    '联系人：王一，微信号：river2019，电话：13800000000',
    '长按电源键十秒，识别不到硬盘的问题就解决了。',
    '订阅频道的方法见第三节。',
    '更多内容，请看下一章。',
    'Follow me on this one: the river is older than the town.',
    'Subscribe to the theory or do not, the tide will come.',
    'Sent from my phone at the harbour, so forgive the typing.',
    'If you liked this book, share it with a sailor.',
    'Read more books about boats.',
  ];
  for (const line of lines) {
    it(line, () => {
      for (const html of [`${shore}<p>${line}</p>`, `<p>${line}</p>${harbour}`]) {
        assert.equal(apply(html, rules).html, normal(html));
      }
    });
  }
});

describe('calls in their many forms', () => {
  const lines = [
    '微信搜索“江上观察”关注我们',
    '请立即訂閱，成為江上會員',
    '后台回复“船”获取资料',
    '添加小助手微信，备注“加群”，拉你进读者群',
    '觉得有用的话，请分享给更多的朋友',
    '点击上方蓝字关注我们',
    '下载江上新闻客户端，查看更多精彩内容',
    'Become a member today',
  ];
  for (const line of lines) it(line, () => assert.equal(apply(`${shore}<p>${line}</p>`, rules).html, normal(shore)));
});

describe('speed', () => {
  it('looks at a hostile nest of named boxes in linear time', () => {
    const nest = (depth: number): string => '<div class="share related qr ad">'.repeat(depth);
    assert.ok(growth((depth) => apply(`${nest(depth)}text`, rules), 20_000) < tooSteep);
  });
});
