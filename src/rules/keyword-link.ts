import { descendants, isText, type Node } from '../body/tree.js';
import { shortText, soleImage } from '../clean/look.js';
import { type Context, defineRule } from '../clean/rule.js';

/** What sites call the links that they put around words. Example: `keyword`, `s_tag`, `project-link`. */
const siteClass =
  /(?:^|\s)(?:keyword|keyword-?link|key-?word|hot-?word|inner-?link-?keyword|s_tag|project-link|autolink|auto-?keyword|okeyword|infotextkey|stock-?link|quote-?link|ticker)(?:$|\s)/i;

/** Pages that list or look up a word. Example: `/tag/rust`, `/search?q=rust`, `/realstock/company/sz000931/nc.shtml`. */
const listing = /\/(?:tags?|keywords?|search|s|so|topics?|quotes?|stocks?|realstock|symbols?|company)(?:[/?.]|$)/i;

/** Site's own links come in numbers; one or two may well be the author's. */
const MANY = 3;

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

/** Host and first part of the path: what links of one kind have in common. */
const kind = /^(?:https?:)?\/\/[^/?#]+\/[^/?#]*/i;

/** Links that name their own word, counted by kind. */
function counts({ root, memo }: Context): Map<string, number> {
  let found = memo.get('keyword-link') as Map<string, number> | undefined;
  if (found) return found;
  found = new Map();
  memo.set('keyword-link', found);
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
  if (!word || !isBareWord(word) || !namesWord(href, word) || !isInText(node)) return null;
  return kind.exec(href)?.[0].toLowerCase() ?? null;
}

function isKeyword(node: Node, context: Context): boolean {
  const name = node.get('class');
  if (name && siteClass.test(name)) return soleImage(node) === null;
  const href = node.get('href');
  if (!href || !listing.test(href)) return false;
  const key = kindOf(node);
  return key !== null && (counts(context).get(key) ?? 0) >= MANY;
}

export const keywordLink = defineRule({
  name: 'keyword-link',
  group: 'links',
  why: 'Sites put links to their own tag, search and stock pages around single words of a text, often across the borders of words; the words stay as plain text.',
  match: { names: ['a'], test: isKeyword },
  unless: (_, { markdown }) => markdown,
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
    { title: 'code in colours', html: '<pre><a class="keyword" href="x">if</a></pre>' },
  ],
});
