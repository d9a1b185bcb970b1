import { isInside } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { charactersAfter } from '../clean/edges.js';
import { type Line, lineOf } from '../clean/line.js';
import { defineRule } from '../clean/rule.js';

const LONGEST = 320;
/** A site says that it does not answer for what it prints. */
const phrase =
  /不代表.{0,24}(?:观点|立场|意见|态度|建议)|(?:仅代表|仅为|只代表).{0,12}(?:观点|个人意见|立场)|仅提供信息(?:存储|发布)|只提供信息(?:存储|发布)|only provides information storage|与本(?:网|站|网站|平台|报|公众号).{0,6}立场无关|目的在于(?:传播|传递)更多信息|^素材来源\s{0,2}[:：].{1,20}$|(?:如有|若有|如).{0,8}(?:侵权|侵犯).{0,16}(?:联系|告知|删除)|(?:不构成|不作为|非).{0,10}(?:投资|买卖|操作).{0,6}(?:建议|依据)|(?:投资者)?据此(?:操作|入市|买卖).{0,6}(?:风险|后果)自担|均包含本声明|(?:传播|传递)更多信息之?目的|不意味着赞同|图(?:片|文)(?:均)?(?:来源|来自)(?:于)?(?:互联网|网络).{0,40}(?:侵权|删除|联系)|the views (?:and opinions )?expressed .{0,80}(?:do not|are those of)|not (?:constitute|intended as|be construed as).{0,30}(?:investment|financial|legal|medical) advice/i;
const quick =
  /不代表|仅代表|仅为|只代表|仅提供|只提供|侵权|侵犯|投资|买卖|据此|声明|传播更多|传递更多|不意味着|素材来源|the views|advice|only provides/i;
const shelters: ReadonlySet<string> = new Set(['li', 'blockquote', 'figure', 'figcaption', 'td', 'th']);

function disclaimerLine(text: Node, context: Context): Line | null {
  if (text.data.length > LONGEST || charactersAfter(text, context) > 300 || !quick.test(text.data)) return null;
  if (isInside(text, ({ name }) => shelters.has(name), 8)) return null;
  const line = lineOf(text, context, LONGEST);
  if (!line || !phrase.test(line.text) || !isForm(line.text)) return null;
  return line;
}

/** The set phrases of a disclaimer, not a sentence of a report or an essay. */
const opening =
  /^[（(【[*]{0,2}\s{0,2}(?:.{0,6}(?:免责|版权|特别|郑重|重要|风险|广告|本站|本网|平台|作者)?(?:声明|提示|提醒|说明|申明)\s{0,2}[】\])）]?\s{0,2}(?:[：:，]|(?<=[】\])）]))|(?:本文|以上|该文|文章|文中|上述|本文章|本内容|文内|此文|转载|图片|部分).{0,40}(?:仅|不代表|不构成|侵权|来源|来自)|本站.{0,30}(?:转载|转自|发布|提供)|(?:如有|若有).{0,8}侵|素材来源|(?:special |important )?(?:notice|disclaimer|statement)\s?[:：]|the views|this (?:article|post|content)|(?:nothing|none of) )/i;

/** With a title of its own the form may quote what it speaks of. Example: `【版权声明】凡未注明来源为“某网”的…`. */
const titled = /^[（(【[*]{0,2}\s{0,2}.{0,6}(?:声明|申明)\s{0,2}[】\])：:]/;

function isForm(text: string): boolean {
  if (!opening.test(text) || /他说|她说|表示|认为，|记者/.test(text)) return false;
  return titled.test(text) || !/[“"「]/.test(text);
}

/** One of these is in each such line. */
const cues =
  '不代表 仅代表 仅为 只代表 仅提供 只提供 侵权 侵犯 投资 买卖 据此 声明 传播更多 传递更多 不意味着 素材来源 theviews advice onlyprovides'.split(
    ' ',
  );

export const disclaimer = defineRule({
  name: 'disclaimer',
  group: 'credits',
  why: 'A site puts the same legal sentence below all articles: whose opinion this is, that it is no advice, whom to write to.',
  match: { names: ['#edge'], cues },
  action: { line: disclaimerLine },
  examples: [
    {
      title: 'an opinion',
      before: '<p>正文。</p><p>本文仅代表作者个人观点，不代表本站立场。</p>',
      after: '<p>正文。</p>',
    },
    {
      title: 'with its title',
      before: '<p>正文。</p><p>免责声明：文章来自网络，如有侵权请联系删除。</p>',
      after: '<p>正文。</p>',
    },
    {
      title: 'with a quotation under its title',
      before: '<p>正文。</p><p>【版权声明】凡未注明来源为“某网”的作品，不代表本站赞同其观点。</p>',
      after: '<p>正文。</p>',
    },
    { title: 'about money', before: '<p>正文。</p><p>以上内容不构成投资建议。</p>', after: '<p>正文。</p>' },
  ],
  keeps: [
    { title: 'a report on a statement', html: '<p>正文。</p><p>他表示，这一声明不代表公司的立场。</p>' },
    { title: 'an argument', html: '<p>正文。</p><p>数字好看并不代表我们的观点就对。</p>' },
    { title: 'a warning that is the point', html: '<p>正文。</p><p>投资之前先读合同，这是最重要的建议。</p>' },
  ],
});
