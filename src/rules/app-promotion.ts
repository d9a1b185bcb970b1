import { defineRule } from '../clean/rule.js';
import { callLine } from './lib/calls-to-action/line.js';
import { appCall } from './lib/calls-to-action/patterns.js';

const kind = { call: appCall, subject: /客户端|APP(?![a-z])|\bapps?\b|アプリ/i, room: 200 };

/** One of these is in each such line. */
const cues = '客户端 手机版 アプリ app googleplay'.split(' ');

export const appPromotion = defineRule({
  name: 'app-promotion',
  group: 'promotion',
  why: "A line at the edge that sends the reader to the site's app is advertising for the site.",
  match: { names: ['#edge'], cues },
  action: { line: (text, context) => callLine(text, context, kind) },
  examples: [
    {
      title: 'an app at the end',
      before: '<p>正文。</p><p>海量资讯、精准解读，尽在晨报APP</p>',
      after: '<p>正文。</p>',
    },
    { title: 'at the head', before: '<p>打开晨报客户端查看全文</p><p>正文。</p>', after: '<p>正文。</p>' },
  ],
  keeps: [
    {
      title: 'an app as the subject',
      html:
        '<p>这款 APP 把地图、天气和公交时刻放在一个页面里，用起来很方便。</p><p>开发者说，APP 的第一个版本只用了两个周末就写完了。</p>' +
        '<p>和别的 APP 不同，它不需要登录，也不收集位置以外的数据。</p><p>下载APP后请先阅读说明。</p>',
    },
    { title: 'a sentence', html: '<p>正文。</p><p>记者下载客户端后发现，报名入口已经关闭。</p>' },
    {
      title: 'a step of instructions',
      html: '<p>One.</p><p>Download the app from the project page and run it.</p>',
    },
    {
      title: 'the last step of instructions in Chinese',
      html: '<p>正文。</p><p>下载客户端，安装后打开。</p><p>打开APP，点击右上角加号添加设备。</p><p>打开手机客户端，登录以后就能用了。</p>',
    },
    { title: 'prose in English', html: '<p>I had to get the charger before the app could start.</p>' },
  ],
});
