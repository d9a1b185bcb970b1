import { isInside } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { placeOf } from '../clean/edges.js';
import type { Edits } from '../clean/edits.js';
import { type Line, lineOf, linkIn, unmarked } from '../clean/line.js';
import { defineRule } from '../clean/rule.js';
import type { Credits } from '../types.js';
import { moveLine, noCredits } from './lib/credits/move.js';
import { namesIn } from './lib/credits/names.js';
import { publisherName } from './lib/credits/read.js';

/** `本文来自`, `（原文首发于`, `（原载`. */
const opening =
  /^(?:[（(【[]{0,2}\s{0,2}(?:本文|文章|原文|此文|本篇|该文)(?:系|已|经|由|获)?.{0,10}?|[（(【[]\s{0,2}|(?=(?:转自|转载自|首发于|原载于|摘自|选自|刊于)\s?(?:(?:微信)?(?:公众号|公眾號|公号|公號|订阅号)|[“「《])))(?:来自|转自|转载自|源自|首发于|首发|原载于|原载|选自|摘自|来源于|发表于|刊于|刊登于|授权转载)\s{0,2}[:：]?\s{0,2}/;
/** A place that prints: what follows the verb is a publication, not a thought or a journey. */
const publication =
  /[“"「《][^”"」》]{2,24}[”"」》]|公众号|公號|公号|微信号|授权|(?:网|报|社|台|媒体|客户端|APP|周刊|杂志|博客|专栏|新闻|财经|平台|在线|快讯|号)(?=[，,。；;：:（(）)\]】|\s]|$)|(?:ID|id)\s{0,2}[:：]/;
/** The name behind the verb: in quotation marks, or up to the next mark. A blank stands only between Latin words. */
const printedIn =
  /^(?:(?:微信|微博|新浪|腾讯|搜狐|网易)?(?:公众号|公眾號|公号|公號|订阅号|网站|博客|专栏)?\s{0,2}[:：]?\s{0,2}[“"「《]([^”"」》]{2,24})[”"」》]|((?:微信)?(?:公众号|公眾號|公号|公號|订阅号)\s{0,2}[:：]\s{0,2})?((?:[^，,。；;：:（(）)|\s]|(?<=[A-Za-z.]) (?=[A-Za-z])){2,24}))/;
/** What may stand behind that name in its clause. Example: `一书`, `（ID：jiangshang）`, `2019年第3期`. */
const behindName =
  /^\s?(?:[（(【[].{0,60}|[:：].{0,80}|的?(?:博客|公众号|公号|专栏|网站|微博|主页|一书|杂志|周刊|文章|授权)?\s?(?:第.{1,8}[期版卷号]|\d{4}.{0,20})?[）)\]】。.]{0,2})$/;
/** A clause that says more of where the text is from. */
const more =
  /作者|授权|转载|转发|发布|刊发|版权|原题|标题|题目|删|改动|修订|编辑|编译|翻译|译者|题图|头图|封面|图片|配图|ID|公众号|链接|地址|http|^\s?\d{4}年|出处|来源|^\s?[）)\]】]/i;
const clauseBorder = /[，,；;。!！?？]/;
const author = /作者\s{0,2}[:：|｜/]?\s{0,2}([^，,。；;（(）)|]{2,20})/;

/** `(Originally published at paper.example on May 3, 2017.)`: the verb, the name, a date, and no more. */
const english =
  /^[([]{0,2}(?:(?:this|the) (?:article|post|story|essay|piece|column|interview|review|text) )?(?:was |has been |is )?(?:(?:originally|first|also|previously) (?:published|posted|appeared)|(?:re-?published|cross-?posted|reposted|syndicated|reprinted)|republished with permission) (?:at|on|in|by|from) (?:the )?([^,;!?()]{2,60}?)(?:,? (?:on|in) [^,;!?()]{0,12}\d[^;!?()]{0,16})?(?:,? (?:and is |and )?(?:re-?published|reprinted|reposted)(?: here)? (?:with permission|under (?:an? |the )?[^,;!?()]{2,40} licen[cs]e))?[.)\]]{0,3}$/i;
const latin = /^[([]{0,2}[A-Za-z]/;
/** A word of each of the English lines; the patterns are not compiled for other texts. */
const printing = /publish|posted|appeared|syndicated|printed|original/i;
const LONGEST = 180;
const shelters: ReadonlySet<string> = new Set(['li', 'blockquote', 'figure', 'figcaption', 'td', 'th', 'h1', 'h2']);

/** A line that is only a link to the place of the first print. */
const originalLink =
  /^[（(【[]?(?:查看|点击查看|阅读|点击阅读)?原文(?:链接|地址|出处)?[：:]?[）)】\]]?$|^(?:view |read |see )?(?:the )?original (?:article|post|story|page|source)[.»→]?$/i;

function isOriginalLink(line: Line): boolean {
  const links = line.nodes.filter(({ name }) => name === 'a');
  return links.length === 1 && originalLink.test(line.text) && linkIn(line) !== null;
}

function readChinese(text: string, link: string | null): Credits | null {
  const verb = opening.exec(text)?.[0];
  if (verb === undefined || !(publication.test(text) || link !== null)) return null;
  const rest = text.slice(verb.length);
  const found = printedIn.exec(rest);
  if (!found) return null;
  const [first = '', ...others] = rest.slice(found[0].length).split(clauseBorder);
  if (!behindName.test(first) || !others.every((clause) => clause.trim().length < 2 || more.test(clause))) return null;
  const authors = namesIn(author.exec(text)?.[1] ?? '') ?? [];
  const publisher = publisherName(found[1] ?? found[3] ?? '') || null;
  return { authors, editors: [], publisher, url: link };
}

/** What a line says of the first print, or null where it says more than that. */
function readSource(line: Line): Credits | null {
  const { text } = line;
  const link = linkIn(line);
  if (isOriginalLink(line)) return { ...noCredits(), url: link };
  if (!latin.test(text)) return readChinese(text, link);
  const publisher = english.exec(text)?.[1];
  return publisher === undefined ? null : { ...noCredits(), publisher, url: link };
}

function act(node: Node, edits: Edits, context: Context): void {
  if (node.data.length > LONGEST) return;
  const place = placeOf(node, context);
  if (!place || (place.after > 300 && place.before > 80)) return;
  const start = unmarked(node).trimStart();
  const mayBeSource =
    (latin.test(start) && printing.test(start)) || opening.test(start) || originalLink.test(start.trimEnd());
  if (!mayBeSource || isInside(node, ({ name }) => shelters.has(name), 8)) return;
  const line = lineOf(node, context, LONGEST);
  const said = line && readSource(line);
  if (line && said) moveLine(line, said, edits, context);
}

/** One of these is in each such line. */
const cues = (
  '来自 转自 转载自 源自 首发 原载 选自 摘自 来源于 发表于 刊于 刊登于 授权转载 原文 original published posted appeared syndicated ' +
  'reprinted'
).split(' ');

export const sourceSentence = defineRule({
  name: 'source-sentence',
  group: 'credits',
  why: 'A sentence at the edge that only says where the article was printed first moves to `publisher`, `authors` and `url`; it leaves the text where the front matter of the output says the same.',
  match: { names: ['#edge'], cues },
  action: { edit: act },
  examples: [
    {
      title: 'an account, its author and a permission',
      before: '<p>本文来自微信公众号“江上”（ID：jiangshang），作者：王一，本站经授权发布。</p><p>正文。</p>',
      after: '<p>正文。</p>',
    },
    {
      title: 'in English',
      before:
        '<p>One.</p><p>Originally published at <a href="https://paper.example/1">paper.example</a> on May 3, 2017.</p>',
      after: '<p>One.</p>',
    },
    {
      title: 'with its licence',
      before:
        '<p>One.</p><p><i>This article was originally published on <a href="https://paper.example/1">The Valley Post</a> and is republished under a Creative Commons licence.</i></p>',
      after: '<p>One.</p>',
    },
  ],
  keeps: [
    { title: 'where a thought comes from', html: '<p>正文。</p><p>本文来自作者二十年前的一次旅行。</p>' },
    {
      title: 'a report on a publication',
      html: '<p>One.</p><p>The study was first published in Nature and has been cited since.</p>',
    },
    { title: 'an article of law', html: '<p>正文。</p><p>文章首发时，他还在读大学。</p>' },
    {
      title: 'what became of the article',
      html: '<p>正文。</p><p>本文发表于《北方文学》之后，我再也没有写过诗。</p>',
    },
    {
      title: "the author's note on the day of writing",
      html: '<p>This post was originally written on Tuesday. But the ferry was late, and I came home after midnight.</p><p>One.</p>',
    },
    {
      title: 'a source with an aside',
      html: '<p>One.</p><p>This post originally appeared on the Annexe, when nobody but my aunt was reading along.</p>',
    },
  ],
});
