import { defineRule } from '../clean/rule.js';
import { callLine, passOnCall } from './lib/calls-to-action.js';

const kind = { call: passOnCall, subject: /点赞|转发|朋友圈|在看|share this/i };

export const passOnPromotion = defineRule({
  name: 'pass-on-promotion',
  group: 'promotion',
  why: 'Calls to like, pass on, answer with a keyword or press the buttons of an app belong to the place where the article was posted.',
  match: { names: ['#edge'] },
  action: { line: (text, context) => callLine(text, context, kind) },
  examples: [
    { title: 'like and pass on', before: '<p>正文。</p><p>喜欢就点赞、在看、转发吧</p>', after: '<p>正文。</p>' },
    { title: 'a keyword', before: '<p>正文。</p><p>回复【地铁】查看最新线路</p>', after: '<p>正文。</p>' },
    {
      title: 'a button that is quoted',
      before: '<p>正文。</p><p>点击下方“阅读原文”查看更多</p>',
      after: '<p>正文。</p>',
    },
    { title: 'a button of the app', before: '<p>正文。</p><p>阅读原文</p>', after: '<p>正文。</p>' },
  ],
  keeps: [
    { title: 'praise in the news', html: '<p>法官驱车送赔偿款获当事人点赞</p>' },
    { title: 'a request in the article itself', html: '<p>请大家互相转告，注意安全。</p>' },
    { title: 'they share this with us', html: '<p>They share this with us by giving us access to reports.</p>' },
  ],
});
