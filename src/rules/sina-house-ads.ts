import type { Node } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { isAtEdge } from '../clean/edges.js';
import { type Line, lineOf } from '../clean/line.js';
import { defineRule } from '../clean/rule.js';

/** Lines that Sina Finance prints around its articles; they name no app and no account, so that no general rule sees them. */
const houseAd =
  /^(?:炒股就看.{1,12}分析师研报|股市瞬息万变，投资难以决策|【?线索征集令|热点栏目\s?自选股|安装新浪财经客户端|7[xX×]24小时|【?(?:投票|讨论)】?股市|新浪财经公众号|财经自媒体联盟)/;
const LONGEST = 160;

function adLine(text: Node, context: Context): Line | null {
  if (text.data.length > LONGEST || !isAtEdge(text, context)) return null;
  if (!houseAd.test(text.data.trimStart()) || !isSina(context)) return null;
  return lineOf(text, context, LONGEST);
}

function isSina({ sites, url }: Context): boolean {
  if (url && /\bsina\.(?:com|cn)\b/.test(url)) return true;
  for (const site of sites) if (site.includes('新浪') || site.includes('sina.')) return true;
  return false;
}

/** One of these is in each such line. */
const cues = '炒股就看 股市 线索征集令 热点栏目 安装新浪财经客户端 24小时 新浪财经公众号 财经自媒体联盟'.split(' ');

export const sinaHouseAds = defineRule({
  name: 'sina-house-ads',
  group: 'site',
  site: 'Sina Finance (新浪财经)',
  why: "Sina's own advertisements for its analysts, contests and columns stand around each article in the same words.",
  match: { names: ['#edge'], cues },
  action: { line: adLine },
  examples: [
    {
      title: 'an analyst service',
      before: '<p>正文。</p><p>炒股就看金牌分析师研报，权威，专业，及时，全面</p>',
      after: '<p>正文。</p>',
    },
  ],
  keeps: [{ title: 'a sentence with the same verb', html: '<p>正文。</p><p>他炒股就看心情，亏了也不在乎。</p>' }],
});
