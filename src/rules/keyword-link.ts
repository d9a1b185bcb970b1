import { shortText, soleImage } from '../body/traverse.js';
import { descendants, isText, type Node } from '../body/tree.js';
import { type Context, once } from '../clean/context.js';
import { defineRule } from '../clean/rule.js';

/** What sites call the links that they put around words. Example: `keyword`, `s_tag`, `project-link`. */
const siteClass =
  /(?:^|\s)(?:keyword|keyword-?link|key-?word|hot-?word|inner-?link-?keyword|s_tag|project-link|autolink|auto-?keyword|okeyword|infotextkey|stock-?link|quote-?link|ticker)(?:$|\s)/i;

/** What sites write on such a link. Example: `查看更多关于小说的文章`. */
const siteTitle = /^(?:查看|更多).{0,8}关于.{1,16}的(?:文章|内容|新闻|资讯)$/;

/** Pages that list or look up a word. Example: `/tag/rust`, `/search?q=rust`, `/realstock/company/sz000931/nc.shtml`. */
const listing = /\/(?:tags?|keywords?|search|s|so|topics?|quotes?|stocks?|realstock|symbols?|company)(?:[/?.]|$)/i;

/** Networks that pay for a click: sites let them put links around the names of goods. */
const affiliate =
  /^(?:https?:)?\/\/(?:c\.duomai\.com|[\w.]{0,20}\.?(?:yiqifa|linktech|chanet|cmktcdn|weiyi)\.(?:com|cn|com\.cn)|union-click\.jd\.com|s\.click\.taobao\.com|click\.linkprice\.com)\//i;
/** A page that lists what a site says of a word. Example: `/tag/hengban_1/`. */
const tagPage = /^(?:https?:)?\/\/[^/?#]+\/(?:[^?#]{0,40}\/)?(?:tags?|keywords?)\/[^/?#]/i;

/** Site's own links come in numbers; one or two may well be the author's. */
const MANY = 3;
/** Inside a sentence without gaps, to pages about the word: two are enough. */
const MANY_GLUED = 2;

function isBareWord(text: string): boolean {
  return text.length <= 24 && !/^[#@＃]/.test(text) && text.split(' ').length <= 3;
}

/** The word itself stands in the address: nobody who links by hand does that three times on one site. */
function namesWord(href: string, word: string): boolean {
  let last = href;
  try {
    last = decodeURIComponent(href);
  } catch {
    // Another encoding's bytes: compared as they are.
  }
  const text = last.toLowerCase();
  const wanted = word.toLowerCase();
  const at = text.lastIndexOf(wanted);
  const before = text[at - 1] ?? '';
  const after = text[at + wanted.length] ?? '/';
  return at > 0 && /[/=]/.test(before) && /[/?&#.]/.test(after);
}

/** Stands inside a sentence: text without a gap or with one on at least one side, and no list of tags around it. */
function isInText({ prev, next }: Node): boolean {
  const before = isText(prev) ? prev.data.trimEnd().slice(-1) : '';
  const after = isText(next) ? next.data.trimStart().slice(0, 1) : '';
  return /[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after);
}

const hanWord = /^[\u3400-\u9fff]{2,8}$/;

/** A word in the middle of a sentence that has no gaps between its words. */
function isGlued({ prev, next }: Node, word: string): boolean {
  if (!hanWord.test(word)) return false;
  const before = isText(prev) ? prev.data.slice(-1) : '';
  const after = isText(next) ? next.data.slice(0, 1) : '';
  return hanWord.test(`${before}${after}`);
}

/** Host and first part of the path: what links of one kind have in common. */
const kind = /^(?:https?:)?\/\/[^/?#]+\/[^/?#]*/i;

/** Links that name their own word or stand inside a sentence, counted by kind. */
function counts({ root }: Context): Map<string, number> {
  const found = new Map<string, number>();
  for (const node of descendants(root)) {
    const key = node.name === 'a' ? kindOf(node) : null;
    if (key) found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

function kindOf(node: Node): string | null {
  const href = node.get('href');
  if (!href || !listing.test(href)) return null;
  const word = shortText(node, 24);
  if (!word || !isBareWord(word)) return null;
  const key = kind.exec(href)?.[0].toLowerCase();
  if (!key) return null;
  if (tagPage.test(href) && isGlued(node, word)) return `glued ${key}`;
  return namesWord(href, word) && isInText(node) ? key : null;
}

function isPaidWord(node: Node, href: string): boolean {
  const word = affiliate.test(href) ? shortText(node, 10) : null;
  return !!word && isBareWord(word) && isInText(node);
}

function isKeyword(node: Node, context: Context): boolean {
  const name = node.get('class');
  if (name && siteClass.test(name)) return soleImage(node) === null;
  if (siteTitle.test(node.get('title') ?? '') && isBareWord(shortText(node, 24) ?? '')) return true;
  const href = node.get('href');
  if (!href) return false;
  if (isPaidWord(node, href)) return true;
  if (!listing.test(href)) return false;
  const key = kindOf(node);
  if (key === null) return false;
  return (once(context, counts).get(key) ?? 0) >= (key.startsWith('glued') ? MANY_GLUED : MANY);
}

export const keywordLink = defineRule({
  name: 'keyword-link',
  group: 'links',
  why: 'Sites put links to their own tag, search and stock pages around single words of a text, often across the borders of words; the words stay as plain text.',
  match: { names: ['a'], test: isKeyword },
  action: 'unwrap',
  examples: [
    {
      title: 'a link across the border of words',
      before: '<p>完<a class="project-link" href="https://news.example/projects/1">美的</a>一天</p>',
      after: '<p>完美的一天</p>',
    },
    {
      title: 'a stock',
      before: '<p><a class="keyword" href="https://finance.example/realstock/company/sz1/nc.shtml">中关村</a>一带</p>',
      after: '<p>中关村一带</p>',
    },
    {
      title: 'a link that says that it is one of them',
      before: '<p>短篇<a href="https://b.example/x/1" title="查看更多关于小说的文章">小说</a>《南风》获奖。</p>',
      after: '<p>短篇小说《南风》获奖。</p>',
    },
    {
      title: 'a name of goods that a network pays for',
      before: '<p>清晰度从标清到<a href="https://c.duomai.com/track.php?k=x1">4K</a>，再到8K。</p>',
      after: '<p>清晰度从标清到4K，再到8K。</p>',
    },
    {
      title: 'words inside a sentence, to pages about the word',
      before:
        '<p>新的<a href="https://g.example/tag/hengban_1/">横版</a>平台<a href="https://g.example/tag/tiaoyue_1/">跳跃</a>游戏发售。</p>',
      after: '<p>新的横版平台跳跃游戏发售。</p>',
    },
    {
      title: 'many links that name their own word',
      before:
        '<p>The <a href="https://n.example/tag/sun">sun</a> and the <a href="https://n.example/tag/moon">moon</a> over the <a href="https://n.example/tag/sea">sea</a>.</p>',
      after: '<p>The sun and the moon over the sea.</p>',
    },
  ],
  keeps: [
    { title: 'one link of the author', html: '<p>All about <a href="https://n.example/tag/sun">sun</a> here.</p>' },
    {
      title: 'an encyclopedia',
      html: '<p>See <a href="https://w.example/wiki/A">A</a>, <a href="https://w.example/wiki/B">B</a>, <a href="https://w.example/wiki/C">C</a> there.</p>',
    },
    {
      title: 'an offer that the author links',
      html: '<p>想买的可以看<a href="https://s.click.taobao.com/t?e=1">这家店的折叠自行车，我买了两辆</a>。</p>',
    },
    { title: 'one tag of the author', html: '<p>我的<a href="https://b.example/tag/dushu/">读书</a>笔记。</p>' },
    { title: 'code in colours', html: '<pre><a class="keyword" href="x">if</a></pre>' },
  ],
});
