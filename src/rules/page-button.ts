import { isInside } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { charactersAfter } from '../clean/edges.js';
import { type Line, lineOf } from '../clean/line.js';
import { defineRule } from '../clean/rule.js';

/** What sites write on the buttons below an article; from blog services, portals and WeChat. */
const button =
  /^(?:阅读(?:全文)?|查看全文|続きを読む|もっと見る|浏览|评论|收藏(?:该文)?|转载|喜欢|打印(?:本页)?|举报|反馈|纠错|分享|推荐|赞(?:同)?|点赞|在看|关闭(?:窗口)?|返回顶部|返回首页|回到顶部|查看评论|发表评论|我要评论|写评论|条评论|好文要顶|关注我|编辑|删除|新浪微博|腾讯微博|原文链接|复制链接|投诉|字号|大|中|小|次|人)+$/;
/** One of these is enough; the others need company. */
const telling =
  /纠错|举报|返回顶部|返回首页|回到顶部|查看评论|发表评论|我要评论|好文要顶|收藏该文|关闭窗口|打印本页|全文$|続きを読む|もっと見る|^在看|^赞|^阅读|^浏览/;
/** `编辑于 2021-08-14`: the platform's own date. */
const stamp =
  /^(?:最后)?(?:编辑于|发布于|发表于|更新于|修改于)\s?[:：]?\s?\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?$/;
/** Counts and marks between buttons. Example: `(123)┊ `, `1万+`. */
const between = /[\d,.]{1,9}\s?[万kK]?\+?|[()（）【】[\]|┊｜·•/▼▲:：,，、\s★☆♥❤]/g;
/** Links that lead to a place on the page. */
const onPage =
  /^[↑▲^\s]{0,3}(?:back to top|return to top|print this (?:page|article|post)|ページトップへ|ページの先頭へ|トップへ戻る|맨 ?위로)[.!↑▲\s]{0,3}$/i;
const LONGEST = 70;
const shelters: ReadonlySet<string> = new Set(['li', 'blockquote', 'figure', 'figcaption', 'td', 'th', 'dd']);

function buttonLine(text: Node, context: Context): Line | null {
  const { length } = text.data;
  if (length > LONGEST || charactersAfter(text, context) > 160) return null;
  if (isInside(text, ({ name }) => shelters.has(name), 8)) return null;
  const line = lineOf(text, context, LONGEST);
  if (!line) return null;
  if (stamp.test(line.text) || onPage.test(line.text)) return line;
  const words = line.text.replace(between, '');
  if (!button.test(words)) return null;
  // One bare word may be a heading; a count, a second button or a telling word makes it a button.
  return telling.test(words) || (words.length >= 4 && words.length < line.text.length) ? line : null;
}

/** One of these is in each such line. */
const cues = (
  '大 中 小 次 人 阅读 全文 続きを読む もっと見る 浏览 评论 收藏 转载 喜欢 打印 举报 反馈 纠错 分享 推荐 赞 在看 关闭 返回 回到 好文要顶 关注 编辑 删除 发布 发表 更新 ' +
  '修改 微博 原文 复制 投诉 字号 backtotop returntotop printthis ページ トップへ 맨위로'
).split(' ');

export const pageButton = defineRule({
  name: 'page-button',
  group: 'promotion',
  why: 'Lines at the end that are only the names of buttons and their counts (report, print, comments) did something on the page; here they do nothing.',
  match: { names: ['#edge'], cues },
  action: { line: buttonLine },
  examples: [
    {
      title: 'a row with counts',
      before: '<p>正文。</p><div>阅读(123)┊ 评论 (2)┊ 收藏(0) ┊打印┊举报</div>',
      after: '<p>正文。</p>',
    },
    { title: 'one button', before: '<p>正文。</p><p>【纠错】</p>', after: '<p>正文。</p>' },
    { title: "the platform's date", before: '<p>正文。</p><p>编辑于 2021-08-14</p>', after: '<p>正文。</p>' },
  ],
  keeps: [
    { title: 'a word as a heading', html: '<p>正文。</p><h3>推荐</h3><p>第一本书写桥。</p>' },
    { title: 'a sentence', html: '<p>正文。</p><p>举报以后，平台没有回复。</p>' },
    { title: 'a list of steps', html: '<p>依次点击：</p><ul><li>分享</li><li>打印</li></ul>' },
    { title: 'a date of an event', html: '<p>正文。</p><p>写于 2021-08-14 夜</p>' },
  ],
});
