import { Purpose } from '../body/purposes.js';
import { isInside, isTail } from '../body/traverse.js';
import { type Node, TEXT } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { charactersAfter } from '../clean/edges.js';
import type { Edits } from '../clean/edits.js';
import { type Line, lineOf, removeLine } from '../clean/line.js';
import { defineRule } from '../clean/rule.js';
import { widgetProfile } from './lib/widget.js';

const devices =
  'my (?:i(?:phone|pad|pod)|blackberry|android|mobile|phone|htc|nokia|palm|treo|windows|samsung|sony|motorola|verizon|t-mobile|kindle)';
const programs =
  '(?:the )?(?:e-?mail|flock|scribefire|performancing|qumana|ecto|windows live writer|live writer|blogpress|blogsy|marsedit|moblyng|wordmobi|posterous|tumblr|ifttt|livejournal|shozu|flickr|zoundry|bloggeroid|blogger|blogo|wordpress|lifecast|twitterfeed|evernote|google docs|writely|tistory|textcube|ghost|hexo|hugo|jekyll|typecho|typepad|movable type|medium|diigo|pixelpipe)';

/** What Medium writes below a story in its feed. */
const mediumEnd =
  /^.{1,200} was originally published (?:in|on) .{1,60}, where people are continuing the conversation\b/i;

/** Lines that a blog engine, a mail program or an exporter writes below each post. */
const footers: readonly RegExp[] = [
  /^the post .{1,240} (?:first appeared|appeared first) on .{1,100}$/i,
  new RegExp(
    `^(?:posted|sent|blogged|published|uploaded|written|composed) (?:via|from|with|by|using|on) (?:${devices}|${programs})\\b[^,;:]{0,60}$`,
    'i',
  ),
  new RegExp(`^powered by ${programs}.{0,20}$`, 'i'),
  /^(?:generated|created|exported|made) (?:by|with|using) .{0,20}(?:org[- ]mode|emacs|doxygen|sphinx|pandoc|jupyter|nbconvert|r ?markdown|knitr|evernote|onenote|google docs|hexo|jekyll|hugo|wordpress)\b.{0,40}$/i,
  /^org version [\d.]{1,10} with emacs .{1,30}$/i,
  /^posted @ \d{4}-\d{1,2}-\d{1,2}.{1,80}(?:阅读|评论|收藏)/i,
  /^(?:无觅|友荐).{0,6}(?:相关文章|猜你喜欢).{0,4}插件/,
  /^enhanced by zemanta$/i,
  /^posted by .{1,40} (?:at|on|@) .{0,30}\d{1,2}[:.]\d{2}.{0,60}$/i,
  /^exported from .{2,30} on .{4,30}$/i,
  mediumEnd,
  /^validate x?html(?: [\d.]{1,5})?$/i,
  /^(?:this entry was )?(?:posted|filed|tagged) (?:on|in|under|at|by) .{1,120} (?:permalink|\| ?(?:no|\d{1,5}) comments?|filed under|and is filed|rss 2\.0).{0,120}$/i,
  /^(?:please enable javascript to view the )?(?:blog )?comments powered by .{2,60}$/i,
  /^(?:iphone|android|ipad|携帯|スマートフォン|mobile)から(?:送信|投稿)$/i,
  /^从我的 ?(?:iphone|ipad|android).{0,10}发送$|^发自我的.{1,16}$/i,
];

/** Labels of links that lead on to the same article or to what stands below it on its site. */
const moreLink =
  /^(?:read (?:more|on|the rest of this (?:entry|post|article)|full (?:article|post|story))|continue reading|keep reading|view (?:the )?(?:original|full) (?:post|article)|permalink|permanent link|canonical link|(?:no|\d{1,5}) comments?|(?:leave|add|post) (?:a )?comment|comments? ?\(\d{1,5}\)|trackbacks? ?\(\d{1,5}\)|続きを読む|コメント ?[(（]\d{1,5}[)）]|トラックバック ?[(（]\d{1,5}[)）]|查看评论|发表评论|我要评论|阅读更多|阅读全文|查看全文|閱讀全文|继续阅读|leia mais|lire la suite|weiterlesen|leer más)[\s.…»→›>]{0,4}$/i;
const tagSite =
  /^(?:https?:)?\/\/(?:[\w-]{1,20}\.){0,2}(?:technorati\.com\/tag|del\.icio\.us\/|delicious\.com\/|flickr\.com\/photos\/tags|icerocket\.com|43things\.com|buzznet\.com|livejournal\.com\/interests)/i;
const tagTitle =
  /^(?:(?:technorati|del\.icio\.us|flickr|icerocket|buzznet|43 things|livejournal)\b.{0,24}|(?:post )?tags|tagged(?: with)?|filed under|posted in|categor(?:y|ies)|labels|keywords|标签|文章标签|标签分类|分类|关键词|文章关键词|本文关键词|タグ|カテゴリー?|etiquetas|mots-clés|schlagwörter)\s{0,2}[:：]/i;
/** Where the tags of a blog lead. */
const tagPage =
  /\/(?:tags?|category|categories|topics?|labels?|keywords?|search\/label|archives\/tag)\/|[?&](?:tag|cat|keyword)=/i;

function allLinks(line: Line, test: (link: Node) => boolean): boolean {
  let links = 0;
  for (const node of line.nodes) {
    for (const link of node.name === 'a' ? [node] : node.childNodes.filter(({ name }) => name === 'a').slice(0, 40)) {
      if (!test(link)) return false;
      links++;
    }
  }
  return links > 0;
}

function isTagLink(link: Node): boolean {
  const href = link.get('href') ?? '';
  return tagSite.test(href) || tagPage.test(href) || /(?:^|\s)tag(?:\s|$)/.test(link.get('rel') ?? '');
}

const border = /\s{0,3}[|│┃·•]\s{0,3}/;
/** A part of a line of metadata, without its links. Example: `Filed under: Boats`, `2010年5月4日 12:34`. */
const metadataPart =
  /^(?:(?:filed under|posted (?:in|by|at|on)|tagged|tags|categor(?:y|ies)|labels)\b.{0,100}|\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?: \d{1,2}:\d{2})?)$/i;

/** `Filed under: Boats | 3 Comments »`: each part is a date, a title of tags or a link to what stands below. */
function isMetadata(line: Line): boolean {
  const parts = line.text.split(border);
  if (parts.length < 2 || parts.length > 6 || !allLinks(line, () => true)) return false;
  return (
    parts.some((part) => moreLink.test(part)) && parts.every((part) => moreLink.test(part) || metadataPart.test(part))
  );
}

/** Below a quotation such a link leads to where it is from. */
function isQuoted(text: Node): boolean {
  return isInside(text, ({ name }) => name === 'blockquote', 8);
}

function footerLine(text: Node, context: Context): Line | null {
  if (text.data.length > 300 || charactersAfter(text, context) > 220 || !first.test(text.data.trimStart())) return null;
  const line = lineOf(text, context, 400);
  if (!line || !(begins.test(line.text) || mediumEnd.test(line.text))) return null;
  const known = footers.some((footer) => footer.test(line.text));
  if (known) return line;
  if (isMetadata(line)) return line;
  if (moreLink.test(line.text)) return allLinks(line, () => true) && !isQuoted(text) ? line : null;
  if (!tagTitle.test(line.text)) return null;
  return allLinks(line, isTagLink) ? line : null;
}

/** How any of these lines begins: a Latin letter, kana or a Han character. Plain ranges compile fast. */
const first = /^[A-Za-z\u3041-\u30ff\u3400-\u9fff]/;
/** The first words of all patterns above: few lines begin so, and the patterns take 30 ms to compile. */
const begins =
  /^(?:\d|the post|posted|sent|blogged|published|uploaded|written|composed|powered|generated|created|exported|enhanced|canonical|made|org|validate|this entry|filed|tagg|please|blog|comment|iphone|android|ipad|mobile|read|continue|keep|view|perma|no comm|leave|add|post|track|leia|lire|weiter|leer|technorati|del\.icio|flickr|icerocket|buzznet|live|tags|categor|labels|keywords|etiquetas|mots|schlag|携帯|スマート|从我的|发自|続き|コメント|トラック|查看|发表|我要|阅读|閱讀|继续|无觅|友荐|标签|文章|分类|关键|本文|タグ|カテゴリ)/i;

function matches(node: Node, context: Context): boolean {
  if (node.type === TEXT) return footerLine(node, context) !== null;
  const profile = widgetProfile(node, Purpose.postamble, { characters: 320, longest: 120, images: 3 });
  return profile !== null && isTail(node, context.root, { characters: 200, things: 3 });
}

function act(node: Node, edits: Edits, context: Context): void {
  const line = node.type === TEXT ? footerLine(node, context) : null;
  if (line) removeLine(line, edits);
  else edits.remove(node);
}

/** One of these is in each of the lines above. */
const cues = [
  ...['sent', 'published', 'written'].flatMap((verb) =>
    ['via', 'from', 'with', 'by', 'using', 'on'].map((preposition) => verb + preposition),
  ),
  ...['generated', 'created', 'exported', 'made'].flatMap((verb) =>
    ['by', 'with', 'using'].map((preposition) => verb + preposition),
  ),
  ...(
    'posted blogged uploaded composed appeared poweredby orgversion 无觅 友荐 enhancedbyzemanta exportedfrom ' +
    'originallypublished validatexhtml validatehtml filed tagged tags から送信 から投稿 从我的 发自我的 ' +
    'readmore readon readtherest readfull continuereading keepreading originalpost originalarticle fullpost ' +
    'fullarticle permalink permanentlink canonicallink comment trackback 続きを読む コメント トラックバック 评论 ' +
    '阅读更多 阅读全文 查看全文 閱讀全文 继续阅读 leiamais lirelasuite weiterlesen leermás technorati del.icio.us ' +
    'flickr icerocket buzznet 43things livejournal categor labels keywords 标签 分类 关键词 タグ カテゴリ etiquetas ' +
    'mots-clés schlagwörter'
  ).split(' '),
];

export const engineFooter = defineRule({
  name: 'engine-footer',
  group: 'promotion',
  why: 'A blog engine, a mail program or an exporter signs each post with the same words; nobody wrote them for this article.',
  match: { names: ['#named', '#edge'], cues, test: matches },
  action: { edit: act },
  examples: [
    {
      title: 'of a feed plugin',
      before: '<p>One.</p><p>The post <a href="/a">A day</a> appeared first on <a href="/">My blog</a>.</p>',
      after: '<p>One.</p>',
    },
    { title: 'of a phone', before: '<p>One.</p><p>Sent from my iPhone</p>', after: '<p>One.</p>' },
    {
      title: 'of an exporter, by its name',
      before:
        '<p>正文。</p><div id="postamble"><p>Date: 2013-02-03</p><p>Author: Wang</p><a href="/v">Validate XHTML 1.0</a></div>',
      after: '<p>正文。</p>',
    },
    {
      title: 'a line of metadata',
      before:
        '<p>One.</p><p>Filed under: <a href="/category/boats/">Boats</a> | <a href="#comments">3 Comments »</a></p>',
      after: '<p>One.</p>',
    },
    {
      title: 'a link to what follows on the site',
      before: '<p>One.</p><p><a href="/a">Continue reading →</a></p>',
      after: '<p>One.</p>',
    },
  ],
  keeps: [
    { title: 'a sentence', html: '<p>Read more to check it out.</p>' },
    {
      title: 'the source of a quotation',
      html: '<p>One.</p><blockquote><p>Two.</p><p><a href="https://other.example/a">Continue reading →</a></p></blockquote>',
    },
    {
      title: 'a story',
      html: '<p>She posted via email from a ship, which took a week.</p><p>It was sent from my iPhone drawer, where old phones live and wait for a better day to come along.</p>',
    },
    { title: "the author's own postscript", html: '<p>One.</p><p>Posted from the road. More tomorrow!</p>' },
  ],
});
