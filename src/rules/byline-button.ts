import { following, type Node, TEXT } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { placeOf } from '../clean/edges.js';
import type { Edits } from '../clean/edits.js';
import { imageIn, type Line, lineOf, removeLine } from '../clean/line.js';
import { defineRule } from '../clean/rule.js';

/** Non-blank characters of the article that may stand above the line: its title, its summary. */
const HEAD = 160;
const LONGEST = 160;

/** One button of a portal beside day and source. Examples: `[参与互动(0)]`, `有0人参与`, `字号：T|T`, `共有评论0条`. */
const button = String.raw`[[［【（(]?\s?(?:我要评论|发表评论|网友评论|查看评论|参与互动|暂无网友评论|(?:已有|共有|有)\s?\d{0,7}\s?(?:人|条)?\s?(?:参与|阅读|评论|跟帖)\s?(?:\d{0,7}\s?条)?(?:评论)?|\d{1,7}\s?人(?:参与|评论|跟帖)\s?(?:\d{0,7}\s?条?评论)?|手机看新闻|复制链接|打印(?:本页|本文章?)?|转发|收藏(?:本文)?|分享(?:到微博)?|微博|评论|(?:字[号號体體]|字体大小)\s?[:：]?[\s大中小TA+|｜/~\-]{0,16}(?:\s?1[0-9]){0,3})\s?(?:[(（]\s?\d{0,7}\s?[)）])?\s?[\]］】）)]?`;
const separators = String.raw`[\s|｜·、】【[\]]{0,9}`;
const buttons = new RegExp(separators + button, 'g');
const onlySeparators = new RegExp(`^${separators}$`);
/** What such a line begins with, and no sentence: a day, a clock, a source with its name, the page's address. */
const byline =
  /^[\s[\]【】]{0,4}(?:(?:https?:\/\/)?[\w.-]{4,40}\s{0,4})?(?:.{0,16}\s)?(?:19|20)\d\d\s?[-/年.．]\s?\d{1,2}\s?[-/月.．]\s?\d{1,2}[^，。！？；]{0,60}$|^[^，。！？；]{0,12}(?:来源|來源)[^，。！？；]{0,70}$/;
/** Alone in a line, a bare word may be a heading or the name of a column: a count or sizes of letters tell. */
const telling = /\d|字[号號体體]\s?(?:[:：]|.{0,9}[大中小TA][\s|｜/])|暂无/;
/** At the begin of the buttons. */
const apart = /^[\s[［【（(|｜]/;

interface Buttons {
  line: Line;
  /** Where they begin in the line's text as it is typed. */
  from: number;
}

function find(text: Node, context: Context): Buttons | null {
  const place = placeOf(text, context);
  if (place === null || place.before > HEAD) return null;
  const line = lineOf(text, context, LONGEST);
  if (!line || imageIn(line)) return null;
  const typed = typedText(line.nodes);
  const from = beginOfButtons(typed.text);
  if (from === null) return null;
  const before = typed.text.slice(0, from);
  const said = typed.text.slice(from);
  if (before.trim() === '') return telling.test(said) && said.trim().length > 2 ? { line, from: 0 } : null;
  // Within a word it is a part of a sentence or a name.
  const isApart = apart.test(said) || typed.borders.has(from);
  return isApart && byline.test(before) ? { line, from } : null;
}

/** Where the buttons begin that stand side by side up to the end of a line; null where it ends in none. */
function beginOfButtons(text: string): number | null {
  let from = 0;
  let end = -1;
  for (const { index, 0: said } of text.matchAll(buttons)) {
    if (index !== end) from = index;
    end = index + said.length;
  }
  return end >= 0 && onlySeparators.test(text.slice(end)) ? from : null;
}

/** The text of a line and where its pieces begin. */
function typedText(nodes: readonly Node[]): { text: string; borders: Set<number> } {
  const borders = new Set<number>();
  let text = '';
  for (const node of nodes) {
    for (let at: Node | null = node; at; at = following(at, node)) {
      if (at.type !== TEXT) continue;
      borders.add(text.length);
      text += at.data;
    }
  }
  return { text, borders };
}

/** Takes the end of a line out, whole elements where nothing else stands in them. */
function removeEnd({ line, from }: Buttons, edits: Edits): void {
  if (from === 0) {
    removeLine(line, edits);
    return;
  }
  let left = from;
  for (let nodes: readonly Node[] = line.nodes; nodes.length > 0; ) {
    let border: Node | null = null;
    for (const node of nodes) {
      const { length } = typedText([node]).text;
      if (border || left === 0) edits.remove(node);
      else if (left < length) border = node;
      else left -= length;
    }
    if (border?.type === TEXT) edits.remove(edits.split(border, left) ?? border);
    nodes = border ? [...border.childNodes] : [];
  }
}

export const bylineButton = defineRule({
  name: 'byline-button',
  group: 'promotion',
  why: 'Portals put buttons and counts behind day and source: comments, sizes of letters, print. Here they do nothing; day and source stay.',
  match: {
    names: ['#edge'],
    cues: '评论 参与 阅读 跟帖 手机看新闻 复制链接 打印 转发 收藏 分享 微博 字号 字號 字体 字體'.split(' '),
  },
  action: {
    edit: (text, edits, context) => {
      const found = find(text, context);
      if (found) removeEnd(found, edits);
    },
  },
  examples: [
    {
      title: 'links behind the source',
      before:
        '<p>2012-01-17 19:37:00　来源: <a href="http://cnr.example/">江声网</a>(北京)　<a href="#">有0人参与</a> <a href="http://3g.example/">手机看新闻</a></p><p>正文。</p>',
      after: '<p>2012-01-17 19:37:00　来源: <a href="http://cnr.example/">江声网</a>(北京)</p><p>正文。</p>',
    },
    {
      title: 'with an empty box for a script',
      before:
        '<p><span>2012-01-17 19:37:00　来源: <a href="http://cnr.example/">江声网</a>　<a href="#">有0人参与</a><div></div></span></p><p>正文。</p>',
      after: '<p><span>2012-01-17 19:37:00　来源: <a href="http://cnr.example/">江声网</a></span></p><p>正文。</p>',
    },
    {
      title: 'text in pieces',
      before: '<p>2012年01月12日 13:34 已有<em>0</em>人阅读 字号：<s>T</s> | <s>T</s></p><p>正文。</p>',
      after: '<p>2012年01月12日 13:34</p><p>正文。</p>',
    },
    {
      title: 'a line of their own',
      before: '<h6>字号:T|T</h6><h5>0人参与0条评论打印<a href="mailto:">转发</a></h5><p>正文。</p>',
      after: '<p>正文。</p>',
    },
    {
      title: 'a count in brackets',
      before: '<div>2012年01月17日 18:34　来源：江城晚报　<a href="/c/">[参与互动(0)]</a></div><p>正文。</p>',
      after: '<div>2012年01月17日 18:34　来源：江城晚报</div><p>正文。</p>',
    },
  ],
  keeps: [
    { title: 'a sentence', html: '<p>2012年1月12日，他在微博发表评论</p><p>正文。</p>' },
    { title: 'a heading', html: '<h2>评论</h2><p>正文。</p>' },
    { title: 'a heading on letters', html: '<h2>字体大小</h2><p>正文。</p>' },
    { title: 'the name of a column', html: '<p>【评论】</p><p>正文。</p>' },
    { title: 'a source that is called so', html: '<p>2012-01-12 来源：江城微博</p><p>正文。</p>' },
    { title: 'a day and its place', html: '<p>2012-01-12 08:30 江城</p><p>分享会在码头举行。</p>' },
    {
      title: 'with a picture beside it',
      html: '<p>2012-01-12 分享<img src="pier.jpg" width="600"></p><p>正文。</p>',
    },
  ],
});
