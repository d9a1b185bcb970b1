import { defineRule } from '../clean/rule.js';
import { callLine } from './lib/calls-to-action/line.js';
import { passOnCall } from './lib/calls-to-action/patterns.js';

const kind = { call: passOnCall, subject: /点赞|转发|朋友圈|在看|share this/i };

/** One of these is in each such line. */
const cues = (
  '点击 查看更多 阅读原文 回复 朋友圈 分享 点个 点赞 在看 转发 收藏 关注 一键三连 点一下 推荐 动力 気に入ったら シェア ランキング クリック 加群 공감 좋아요 댓글 구독 youlike youenjoy ' +
  'youfound'
).split(' ');

export const passOnPromotion = defineRule({
  name: 'pass-on-promotion',
  group: 'promotion',
  why: 'Calls to like, pass on, answer with a keyword or press the buttons of an app belong to the place where the article was posted.',
  match: { names: ['#edge'], cues },
  action: { line: (text, context) => callLine(text, context, kind) },
  examples: [
    { title: 'like and pass on', before: '<p>正文。</p><p>喜欢就点赞、在看、转发吧</p>', after: '<p>正文。</p>' },
    { title: 'a keyword', before: '<p>正文。</p><p>回复【地铁】查看最新线路</p>', after: '<p>正文。</p>' },
    {
      title: 'a button that is quoted',
      before: '<p>正文。</p><p>点击下方“阅读原文”查看更多</p>',
      after: '<p>正文。</p>',
    },
    {
      title: 'a button in quotation marks, in two lines, in other languages',
      before:
        '<p>正文。</p><p>点个“<b>在看</b>”，让更多人看到</p><p>この記事が気に入ったら<br>いいね！しよう</p><p>공감과 댓글은 큰 힘이 됩니다.</p>',
      after: '<p>正文。</p>',
    },
    { title: 'a button of the app', before: '<p>正文。</p><p>阅读原文</p>', after: '<p>正文。</p>' },
  ],
  keeps: [
    { title: 'praise in the news', html: '<p>法官驱车送赔偿款获当事人点赞</p>' },
    { title: 'a request in the article itself', html: '<p>请大家互相转告，注意安全。</p>' },
    {
      title: 'the last step of instructions',
      html: '<p>正文。</p><p>填好之后点击右上角的“保存”按钮。</p><p>点击代码框右上角的 <a href="/v">view source</a>，就能看到。</p>',
    },
    {
      title: "an author's summing-up that ends with a request",
      html: '<p>正文。</p><p>用了这几个办法，一般能够缓解缆绳打结的问题，如果你有更好的办法，欢迎分享给我。</p>',
    },
    {
      title: 'what somebody likes',
      html: '<p>正文。</p><p>在最后，他谈到自己非常喜欢这里分享的《河流》一书，也祝愿大家越办越好。</p>',
    },
    { title: 'an invitation to a conference', html: '<p>正文。</p><p>会议仍在征稿，欢迎投稿。</p>' },
    { title: 'they share this with us', html: '<p>They share this with us by giving us access to reports.</p>' },
  ],
});
