import { isInside } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import { placeOf } from '../clean/edges.js';
import type { Edits } from '../clean/edits.js';
import { type Line, lineOf, linkIn, removeLine } from '../clean/line.js';
import { type Context, defineRule } from '../clean/rule.js';
import { namesIn } from './lib/credits/names.js';

/** `本文来自微信公众号“…”，作者：…，经授权发布。` */
const chinese =
  /^[（(【[*]{0,2}\s{0,2}(?:本文|文章|原文|此文|本篇|该文)(?:系|已|经|由|获)?.{0,10}?(?:来自|转自|转载自|源自|首发于|首发|原载于|原载|选自|摘自|来源于|发表于|刊于|刊登于|授权转载)/;
/** A place that prints: what follows the verb is a publication, not a thought or a journey. */
const publication =
  /[“"「《][^”"」》]{2,24}[”"」》]|公众号|微信号|授权|(?:网|报|社|台|媒体|客户端|APP|周刊|杂志|博客|专栏|新闻|财经|平台|在线|快讯|号)(?=[，,。；;：:（(）)\]】|\s]|$)|(?:ID|id)\s{0,2}[:：]/;
const english =
  /^[([*]{0,2}(?:(?:this|the) (?:article|post|story|essay|piece|column|interview|review|text) )?(?:was |has been |is )?(?:(?:originally|first|also|previously) (?:published|posted|appeared|written)|(?:re-?published|cross-?posted|reposted|syndicated|reprinted)|republished with permission) (?:at|on|in|by|from|for|with) /i;
/** How `english` begins; it is not compiled for other texts. */
const latin = /^[([*]{0,2}[A-Za-z]/;
const name = /[“"「《]([^”"」》]{2,24})[”"」》]/;
const plainName =
  /(?:来自|转自|转载自|源自|首发于|原载于|选自|摘自|来源于|发表于|刊于)\s{0,2}[:：]?\s{0,2}([^，,。；;：:（(）)|\s]{2,20})/;
const author = /作者\s{0,2}[:：|｜/]?\s{0,2}([^，,。；;（(）)|]{2,20})/;
const LONGEST = 180;
const shelters: ReadonlySet<string> = new Set(['li', 'blockquote', 'figure', 'figcaption', 'td', 'th', 'h1', 'h2']);

/** A line that is only a link to the place of the first print. */
const originalLink =
  /^[（(【[]?(?:查看|点击查看)?原文(?:链接|地址|出处)?[：:]?[）)】\]]?$|^(?:view |read |see )?(?:the )?original (?:article|post|story|page|source)[.»→]?$/i;

function isOriginalLink(line: Line): boolean {
  const links = line.nodes.filter(({ name }) => name === 'a');
  return links.length === 1 && originalLink.test(line.text) && linkIn(line) !== null;
}

function sourceLine(text: Node, context: Context): Line | null {
  if (text.data.length > LONGEST) return null;
  const place = placeOf(text, context);
  if (!place || (place.after > 300 && place.before > 80)) return null;
  const start = text.data.trimStart();
  const isChinese = chinese.test(start);
  const isLink = !isChinese && originalLink.test(text.data.trim());
  if (!isChinese && !isLink && !(latin.test(start) && english.test(start))) return null;
  if (isInside(text, (node) => shelters.has(node.name), 8)) return null;
  const line = lineOf(text, context, LONGEST);
  if (!line || (line.text.match(/[。！？]/g)?.length ?? 0) > 2) return null;
  if (isLink) return isOriginalLink(line) ? line : null;
  const hasPlace = isChinese ? publication.test(line.text) || linkIn(line) !== null : line.text.length <= 140;
  return hasPlace ? line : null;
}

function act(node: Node, edits: Edits, context: Context): void {
  const line = sourceLine(node, context);
  if (!line) return;
  const { credits } = edits;
  if (!originalLink.test(line.text))
    credits.publisher ??= name.exec(line.text)?.[1] ?? plainName.exec(line.text)?.[1] ?? null;
  credits.url ??= linkIn(line);
  for (const writer of namesIn(author.exec(line.text)?.[1] ?? '') ?? []) {
    if (!credits.authors.includes(writer)) credits.authors.push(writer);
  }
  removeLine(line, edits, 'move');
}

export const sourceSentence = defineRule({
  name: 'source-sentence',
  group: 'credits',
  why: 'A sentence at the edge that only says where the article was printed first moves to `publisher`, `authors` and `url`.',
  match: { names: ['#edge'] },
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
  ],
  keeps: [
    { title: 'where a thought comes from', html: '<p>正文。</p><p>本文来自作者二十年前的一次旅行。</p>' },
    {
      title: 'a report on a publication',
      html: '<p>One.</p><p>The study was first published in Nature and has been cited since.</p>',
    },
    { title: 'an article of law', html: '<p>正文。</p><p>文章首发时，他还在读大学。</p>' },
  ],
});
