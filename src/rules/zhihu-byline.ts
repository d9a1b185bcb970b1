import { isElement, type Node } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { placeOf } from '../clean/edges.js';
import type { Edits } from '../clean/edits.js';
import { defineRule } from '../clean/rule.js';
import { addCredits, noCredits } from './lib/credits/move.js';

const byline = /^\s{0,40}(\S.{0,29}?)的(?:回答|文章|想法)\s{0,20}$/u;

function writerOf(text: Node, context: Context): string | null {
  // The feed writes the line as bare text and cuts it off with two breaks.
  if (!isElement(text.next, 'br') || text.data.length > 100 || text.parent?.parent?.parent) return null;
  if (placeOf(text, context)?.before !== 0) return null;
  if (![...context.sites].some((site) => site.includes('知乎') || site.includes('zhihu'))) return null;
  return byline.exec(text.data)?.[1] ?? null;
}

/** One of these is in each such line. */
const cues = '的回答 的文章 的想法'.split(' ');

export const zhihuByline = defineRule({
  name: 'zhihu-byline',
  group: 'site',
  site: 'Zhihu (知乎)',
  why: 'The feed of Zhihu begins each answer with a line such as `某人的回答`; the name moves to `authors`.',
  match: { names: ['#edge'], cues },
  action: {
    edit: (node: Node, edits: Edits, context: Context) => {
      const writer = writerOf(node, context);
      if (!writer) return;
      const said = { ...noCredits(), authors: [writer] };
      addCredits(said, edits.credits);
      if (context.says(said)) edits.remove(node, 'move');
    },
  },
  examples: [
    {
      title: 'an answer',
      before: '<div>kodaira的回答<br><br><p>正文。</p></div>',
      after: '<div><br><br><p>正文。</p></div>',
    },
  ],
  keeps: [{ title: 'a sentence', html: '<p>她的回答</p><p>很短。</p>' }],
});
