import { isInside, nextVisible, previousVisible, shortText } from '../body/traverse.js';
import { type Node, TEXT } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { placeOf } from '../clean/edges.js';
import type { Edits } from '../clean/edits.js';
import { imageIn, type Line, lineOf, linkIn, unmarked } from '../clean/line.js';
import { defineRule } from '../clean/rule.js';
import { addCredits, moveLine } from './lib/credits/move.js';
import { creditsIn, isCreditWord, mayBeCredits, readCredits } from './lib/credits/read.js';
import { creditCues, weakAddresses } from './lib/credits/words.js';

/** In these a credit word is part of what the article tells: a list of ingredients, a caption, a quotation. */
const shelters: ReadonlySet<string> = new Set('li dd dt th figure figcaption caption'.split(' '));
const isShelter = (node: Node): boolean => shelters.has(node.name) || (node.name === 'blockquote' && !isSigning(node));

/** A quote of nothing but credits is the desk's way to set them apart. */
function isSigning(quote: Node): boolean {
  const text = shortText(quote, LONGEST);
  return text !== null && readCredits(text) !== null;
}

const LONGEST = 120;
const HEAD = 120;
const TAIL = 420;

/** What else stands in a signature: the notice below it, the writer's accounts. */
const companions = /著作权|版权|转载|^\s{0,4}(?:微信|.{0,4}公众(?:号|账号|帐号)|.{0,4}微博)\s{0,2}[:：]/;

/** A day in front, which is not said elsewhere: such a line is read, and stays; its link leads to the paper. Example: `2019年3月4日 08:15 来源：` */
const dated =
  /^\s{0,9}\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?(?:\s{0,3}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?[\s|｜]{1,9}(?=\S)/;

interface CreditText {
  /** Begins with a day. */
  isDated: boolean;
  /** A text of the line. */
  text: Node;
  line: Line;
  credits: NonNullable<ReturnType<typeof readCredits>>;
}

function creditsOf(text: Node, context: Context): CreditText | null {
  if (text.data.length > LONGEST * 2) return null;
  const place = placeOf(text, context);
  if (!place || (place.after > TAIL && place.before > HEAD)) return null;
  const shown = unmarked(text).replace(dated, '');
  if (!mayBeCredits(shown) && !isCreditWord(shown)) return null;
  if (isInside(text, isShelter, 8)) return null;
  const line = lineOf(text, context, LONGEST);
  const words = line?.text.replace(dated, '') ?? '';
  const credits = line && !imageIn(line) ? (readCredits(words) ?? readLinked(line)) : null;
  if (!line || !credits) return null;
  if (credits.every(({ word }) => weakAddresses.has(word)) && !hasCompany(line, context)) return null;
  const hasEditor = credits.some(({ role }) => role === 'editor');
  // `来源：视觉中国` right under a picture says where the picture is from.
  if (!hasEditor && isUnderImage(line, context) && !isSigned(line, context)) return null;
  return { text, line, credits, isDated: words !== line.text };
}

/** `原文链接：` and a link with the article's title in it: the link's address is what is named. */
function readLinked(line: Line): ReturnType<typeof readCredits> {
  const links = line.nodes.filter(({ name }) => name === 'a');
  const words = links.length === 1 ? line.nodes.filter(({ name }) => name !== 'a').map(unmarked) : [];
  const credits = linkIn(line) === null ? null : readCredits(words.join('').trim());
  return credits?.every(({ role }) => role === 'url') ? credits : null;
}

/** The next line is a credit or a notice too: `作者：… / 链接：… / 来源：… / 著作权归作者所有`. */
function hasCompany(line: Line, { root }: Context): boolean {
  const last = line.nodes.at(-1);
  const next = last && nextVisible(line.whole ?? last, root, 24);
  if (next?.type !== TEXT || next.data.length > 200) return false;
  const shown = unmarked(next);
  return mayBeCredits(shown) || isCreditWord(shown) || companions.test(shown);
}

/** Not of the picture above: more of the signature follows, or the name leads to its owner's page. */
function isSigned(line: Line, context: Context): boolean {
  return hasCompany(line, context) || linkIn(line) !== null;
}

function isUnderImage(line: Line, { root }: Context): boolean {
  const first = line.nodes[0];
  return !!first && previousVisible(line.whole ?? first, root, 24)?.name === 'img';
}

/** The credit lines beside one: with it go those too that only name who made the pictures or the page. */
function runAround(line: Line, context: Context): CreditText[] {
  const run: CreditText[] = [];
  for (const near of [previousVisible, nextVisible]) {
    let at: Line = line;
    for (let left = 8; left > 0; left--) {
      const edge = at.whole ?? (near === nextVisible ? at.nodes.at(-1) : at.nodes[0]);
      const text = edge && near(edge, context.root, 24);
      if (text?.type !== TEXT || text.data.length > LONGEST || isInside(text, isShelter, 8)) break;
      const next = lineOf(text, context, LONGEST);
      const credits = next && readCredits(next.text, true);
      if (!credits || (near === previousVisible && isUnderImage(next, context))) break;
      run.push({ text, line: next, credits, isDated: false });
      at = next;
    }
  }
  return run;
}

export const creditLine = defineRule({
  name: 'credit-line',
  group: 'credits',
  why: 'Lines that only name editors, authors or the source are about the article: they move to `editors`, `authors`, `publisher` and `url`. An author or a source leaves the text only where the front matter of the output says the same.',
  match: { names: ['#edge'], cues: creditCues },
  action: {
    edit: (node: Node, edits: Edits, context: Context) => {
      const found = creditsOf(node, context);
      if (!found) return;
      if (found.isDated) {
        addCredits(creditsIn(found.credits, null), edits.credits);
        return;
      }
      let hasGone = false;
      for (const { text, line, credits } of [found, ...runAround(found.line, context)]) {
        // Who made the pictures or the page goes with the lines beside it, or stays with them.
        if (credits.every(({ role }) => role === 'other') && !hasGone) continue;
        // The last line of a block is all of it, once the others have gone.
        const now = lineOf(text, context, LONGEST) ?? line;
        if (moveLine(now, creditsIn(credits, linkIn(line)), edits, context)) hasGone = true;
      }
    },
  },
  examples: [
    {
      title: 'an editor',
      before: '<p>正文。</p><p class="article-editor">责任编辑：李昂 </p>',
      after: '<p>正文。</p>',
    },
    {
      title: 'a run with bars',
      before: '<p>正文到此结束。</p><p>编辑|王一<br>责编|陈二<br>来源|本地晚报</p>',
      after: '<p>正文到此结束。</p>',
    },
    { title: 'several in a line', before: '<p>整理 | 彭明 责编 | 屠敏</p><p>正文。</p>', after: '<p>正文。</p>' },
    {
      title: 'words and names in elements of their own, and who made the pictures',
      before:
        '<p><b>文</b><b>丨王一丁周小二</b></p><p><i>来源</i><i>丨本地日报（ID：daily）</i></p><p>头图摄影丨李四</p><p>正文。</p>',
      after: '<p>正文。</p>',
    },
    {
      title: 'a paper and a name behind a bullet',
      before: '<p>► 文 本地观察网 王一</p><p>正文。</p>',
      after: '<p>正文。</p>',
    },
    {
      title: 'a source with its address',
      before: '<p>正文。</p><p>转自：<a href="http://paper.example/1.html">晨报</a></p>',
      after: '<p>正文。</p>',
    },
    {
      title: 'in English',
      before: '<p>The end.</p><p>(Reporting by Jane Doe; Editing by John Smith)</p>',
      after: '<p>The end.</p>',
    },
  ],
  keeps: [
    {
      title: 'a source within a sentence',
      html: '<p>数据来源：我们从农民那里买来的。</p><p>来源：我们也说不清楚。</p>',
    },
    { title: "a recipe's list", html: '<ul><li>来源：本地农场</li><li>编辑：无</li></ul>' },
    {
      title: "the author's own note on herself",
      html: '<p>本文作者：江霞，中山大学数学学院统计学专业研究生二年级</p><p>正文。</p>',
    },
    { title: 'a picture credit', html: '<p>正文。</p><p><img src="/a.jpg"></p><p>来源：视觉中国</p>' },
    { title: 'a heading with the same word', html: '<h2>编辑：如何写好一封求职信</h2><p>正文。</p>' },
    { title: 'players', html: '<p>正文。</p><p>首发：王一 李二 张三</p>' },
    { title: 'a request', html: '<p>One.</p><p>Editors: please check the dates.</p>' },
    { title: '文 as a word', html: '<p>文 不对题</p><p>► 文 中提到的三个人</p><p>正文。</p>' },
    { title: 'a credit word as a label', html: '<p><b>编辑</b></p><p>正文。</p>' },
    { title: 'an image credit alone', html: '<p>正文。</p><p>图/视觉中国</p>' },
    {
      title: 'in the middle of a long article',
      html: `<p>${'很长的一段正文。'.repeat(60)}</p><p>编辑：王一</p><p>${'后面还有一段正文。'.repeat(60)}</p>`,
    },
  ],
});
