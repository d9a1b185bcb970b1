import { Purpose } from '../body/purposes.js';
import { blockOf, isEmpty, isTail, shortText } from '../body/traverse.js';
import { isElement, type Node, TEXT } from '../body/tree.js';
import { withoutSpace } from '../body/white-space.js';
import type { Context } from '../clean/context.js';
import { charactersAfter } from '../clean/edges.js';
import type { Edits } from '../clean/edits.js';
import { type Line, lineOf, removeLine } from '../clean/line.js';
import { defineRule } from '../clean/rule.js';
import { mayBeCredits } from './lib/credits/read.js';
import { relatedTitles } from './lib/credits/words.js';
import { profileOf } from './lib/profile.js';
import { widgetProfile } from './lib/widget.js';

const marksBefore = /^[\s【[《（(■▍●◆▎▼▶►#*·>-]+/;
const marksAfter = /[\s】\]》）):：…>»-]+$/;
/** Most texts begin like no title, and need no second look. */
const firstLetters: ReadonlySet<string> = new Set([...relatedTitles].map((title) => title.charAt(0)));
const beginsTitle: ReadonlySet<string> = new Set([...firstLetters].flatMap((letter) => [letter, letter.toUpperCase()]));
const longest = 80;

function isTitle(text: string): boolean {
  if (text.length > 40 || !(beginsTitle.has(text.charAt(0)) || marksBefore.test(text))) return false;
  const title = text.replace(marksBefore, '').toLowerCase();
  return firstLetters.has(title.charAt(0)) && relatedTitles.has(title.replace(marksAfter, ''));
}

/** A list of links to other articles: most of its text is linked, no sentence beside it. */
function isLinkList(node: Node, most = 4000): boolean {
  const profile = profileOf(node, 400, most);
  if (!profile || profile.links === 0 || profile.embeds > 0 || profile.longest > longest) return false;
  return profile.linked >= 0.55 * profile.characters;
}

/** What Jetpack, YARPP and Tistory call their boxes. */
const plugin = /(?:^|\s)(?:jp-relatedposts|yarpp(?:-related)?|another_category)(?:\s|$)/;

function isPlugin(node: Node): boolean {
  return plugin.test(`${node.get('class') ?? ''} ${node.get('id') ?? ''}`) && shortText(node, 40) !== '';
}

function isNamedWidget(node: Node): boolean {
  const profile = widgetProfile(node, Purpose.related, { characters: 3000, longest, images: 24 });
  if (!profile) return false;
  if (profile.links === 0) {
    const text = shortText(node, 40) ?? '';
    // The plugin's own box: its title stands there in any language, and a script was to fill the rest.
    return profile.images === 0 && (isTitle(text) || text.toLowerCase() === 'related' || isPlugin(node));
  }
  if (isPlugin(node)) return true;
  return profile.links >= 2 ? isLinkList(node) : /^(?:div|section|aside)$/.test(node.name) && isLinkList(node);
}

interface Titled {
  /** The title's block and the blocks of links behind it. */
  blocks: Node[];
}

/** An author's own list ends in a sentence. Example: `and this one.` */
const goesOn = /^(?:and|or|also|plus|以及|还有|和) ?\S/i;

/** A title such as 相关阅读 and what stands behind it, where that is links to the article's end. */
function titledList(text: Node, context: Context): Titled | null {
  let title = blockOf(text);
  if (title === context.root || shortText(title, 40) === null) return null;
  for (let left = 3; left > 0 && !title.next && title.parent && title.parent !== context.root; left--)
    title = title.parent;
  const blocks: Node[] = [title];
  let links = 0;
  let left = 40;
  for (let at = title.next; at; at = at.next) {
    if (left-- <= 0) return null;
    if (isEmpty(at)) continue;
    if (goesOn.test(shortText(at, 80) ?? '')) return null;
    if (!isElement(at) || !isLinkList(at) || mayBeCredits(shortText(at, 120) ?? '')) break;
    links += profileOf(at, 400, 4000)?.links ?? 0;
    blocks.push(at);
  }
  const last = blocks.at(-1);
  if (links < 2 || !last || !isTail(last, context.root, { characters: 300, things: 4 })) return null;
  return { blocks };
}

/** A title on a line of its own and, behind line breaks in the same block, nothing but links to the article's end. */
function titledRun(text: Node, context: Context): Node[] | null {
  const line = lineOf(text, context, 40);
  const last = line?.nodes.at(-1);
  if (!line || line.whole || !last || !isTitle(line.text)) return null;
  const run = [...line.nodes];
  let links = 0;
  let left = 60;
  for (let at = last.next; at; at = at.next) {
    if (left-- <= 0) return null;
    if (at.name === 'a') links++;
    else if (at.name !== 'br' && !isEmpty(at)) return null;
    run.push(at);
  }
  const end = run.at(-1);
  return links >= 2 && end && isTail(end, context.root, { characters: 300, things: 4 }) ? run : null;
}

function matches(node: Node, context: Context): boolean {
  if (node.type !== TEXT) return isNamedWidget(node);
  if (node.data.length > 60 || !isTitle(node.data.trim())) return false;
  return [titledLine, titledRun, titledList].some((find) => find(node, context) !== null);
}

/** `相关阅读：` and the links in one line, at the end. */
function titledLine(text: Node, context: Context): Line | null {
  if (charactersAfter(text, context) > 300) return null;
  const line = lineOf(text, context, 300);
  if (!line || line.text.length <= text.data.trim().length) return null;
  const linked = line.nodes.reduce((sum, node) => sum + (profileOf(node, 60)?.linked ?? 0), 0);
  const plain = withoutSpace(line.text).length - linked;
  return linked > 0 && plain <= text.data.trim().length + 8 ? line : null;
}

function act(node: Node, edits: Edits, context: Context): void {
  const line = node.type === TEXT ? titledLine(node, context) : null;
  if (line) {
    removeLine(line, edits);
    return;
  }
  const blocks = node.type === TEXT ? (titledRun(node, context) ?? titledList(node, context)?.blocks ?? []) : [node];
  for (const block of blocks) edits.remove(block);
}

export const relatedArticles = defineRule({
  name: 'related-articles',
  group: 'promotion',
  why: 'Lists of other articles that a plugin or the site put behind this one; they change from day to day and no sentence refers to them.',
  match: { names: ['#named', '#text'], test: matches },
  action: { edit: act },
  examples: [
    {
      title: 'a plugin by its name',
      before:
        '<p>One.</p><h6 class="zemanta-related-title">Related articles</h6><ul class="zemanta-article-ul"><li><a href="/a">Source tells me more</a> (site.com)</li><li><a href="/b">Another story</a></li></ul>',
      after: '<p>One.</p>',
    },
    {
      title: 'a title over links, at the end',
      before:
        '<p>正文。</p><p><strong>相关阅读：</strong></p><p><a href="/1">第一篇旧文</a></p><p><a href="/2">第二篇旧文</a></p>',
      after: '<p>正文。</p>',
    },
    {
      title: 'a list above the line that names the source, which stays',
      before:
        '<p>正文。</p><p>相关阅读：</p><ul><li><a href="/1">第一篇旧文</a></li><li><a href="/2">第二篇旧文</a></li></ul><p>原文链接: <a href="https://a.example/k">The Knots of Harbour</a></p>',
      after: '<p>正文。</p><p>原文链接: <a href="https://a.example/k">The Knots of Harbour</a></p>',
    },
    {
      title: 'the empty box of a plugin, in any language',
      before: '<p>Eins.</p><div id="jp-relatedposts" class="jp-relatedposts"><h3><em>Ähnliches</em></h3></div>',
      after: '<p>Eins.</p>',
    },
    {
      title: "other posts of a category, in a table of the engine's",
      before:
        '<p>하나.</p><div class="another_category"><h4><a href="/c">바다</a> 카테고리의 다른 글</h4><table><tr><th><a href="/1">새벽 시장의 소리</a></th><td>2019.05.01</td></tr><tr><th><a href="/2">등대로 가는 길</a></th><td>2019.04.02</td></tr></table></div>',
      after: '<p>하나.</p>',
    },
    {
      title: 'a title and links in one block',
      before: '<p>正文。</p><p>▼相关阅读<br><a href="/1">第一篇旧文</a><br><a href="/2">第二篇旧文</a></p>',
      after: '<p>正文。</p><p></p>',
    },
    {
      title: 'a title and a link in one line',
      before: '<p>正文。</p><p>相关阅读：<a href="/1">第一篇旧文</a></p>',
      after: '<p>正文。</p>',
    },
  ],
  keeps: [
    {
      title: "an author's own list, which ends in a sentence",
      html: '<p>One.</p><p>Related stories:</p><p><a href="/a">The size of melons</a></p><p><a href="/b">The other shore</a></p><p>and <a href="/c">this</a>.</p>',
    },
    {
      title: 'a tag link',
      html: '<p><a href="/t" class="related">Bill Clinton</a> is playing in the 2008 campaign.</p>',
    },
    {
      title: 'press coverage that the article lists',
      html: '<p>One.</p><h3>Press coverage</h3><ul><li><a href="/a">A paper</a></li><li><a href="/b">Another</a></li></ul>',
    },
    {
      title: 'related work with sentences',
      html: '<h3>Related articles</h3><ul><li>Smith (1998) shows in <a href="/a">his thesis</a> that the bound of the earlier work cannot be reached in practice.</li><li><a href="/b">B</a></li></ul>',
    },
    {
      title: 'a list in the middle',
      html: `<p>相关阅读</p><p><a href="/1">一</a></p><p><a href="/2">二</a></p><p>${'读完这两篇再往下看，下面的推导要用到其中的结论。'.repeat(16)}</p>`,
    },
  ],
});
