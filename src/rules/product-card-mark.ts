import type { Node } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { type Line, lineOf } from '../clean/line.js';
import { defineRule } from '../clean/rule.js';

/** What a maker of product cards signs and counts. Example: `posted with amazlet at 13.12.07`, `売り上げランキング: 88,031`. */
const mark =
  /^(?:(?:posted with|created by|by) ?(?:amazlet|カエレバ|ヨメレバ|トマレバ|タベレバ|ポチレバ|Rinker)(?: (?:at|on)? ?[\d./-]{6,10})?|(?:Amazon(?:\.co\.jp)?)?(?:売り?上げ?)?ランキング ?[:：] ?[\d,]{1,12}(?:位)?|この商品を含むブログ(?: ?[(（][\d,]{1,8} ?件[)）])?(?: ?を見る)?)$/i;
const LONGEST = 60;

function markLine(text: Node, context: Context): Line | null {
  if (text.data.length > LONGEST) return null;
  const line = lineOf(text, context, LONGEST);
  return line && mark.test(line.text) ? line : null;
}

export const productCardMark = defineRule({
  name: 'product-card-mark',
  group: 'promotion',
  why: 'The card of a book or a thing names its maker and counts the sales of one day; both say nothing of the book.',
  match: { names: ['#text'], needs: ['mazlet', 'レバ', 'Rinker', 'rinker', 'ランキング', 'この商品を含む'] },
  action: { line: markLine },
  examples: [
    {
      title: 'a card of amazlet',
      before:
        '<div><a href="/48">海の教科書</a><div>posted with <a href="/a">amazlet</a> at 13.12.07</div></div><div>南海出版<br>売り上げランキング: 88,031<br></div>',
      after: '<div><a href="/48">海の教科書</a></div><div>南海出版<br><br></div>',
    },
    {
      title: 'of Hatena',
      before: '<ul><li>発売日: 2013/12/07</li><li><a href="/asin/4">この商品を含むブログ (3件) を見る</a></li></ul>',
      after: '<ul><li>発売日: 2013/12/07</li></ul>',
    },
  ],
  keeps: [
    { title: 'a sentence', html: '<p>売り上げランキングの上位に入った。</p><p>Posted with love from the shore.</p>' },
    { title: 'a ranking that is told', html: '<p>昨年のランキング: 1位は港の本だった。</p>' },
  ],
});
