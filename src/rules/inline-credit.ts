import type { Node } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { charactersAfter } from '../clean/edges.js';
import type { Edits } from '../clean/edits.js';
import { defineRule } from '../clean/rule.js';
import { addCredits } from './lib/credits/move.js';
import { creditsIn, readCredits } from './lib/credits/read.js';
import { creditCues } from './lib/credits/words.js';

/** A bracket at the end of a text: `…。（责任编辑：李昂）`. */
const bracket = /[（(【[]([^（(【[\]】)）]{2,60})[\]】)）]\s{0,20}$/u;
const WINDOW = 90;

interface Bracketed {
  from: number;
  credits: NonNullable<ReturnType<typeof readCredits>>;
}

/** Only editors and sources: `（文/图 王一）` is an author's own signature and belongs to the last sentence. */
function creditsOf(text: Node, context: Context): Bracketed | null {
  if (charactersAfter(text, context) > 240) return null;
  const tail = text.data.slice(-WINDOW);
  const match = bracket.exec(tail);
  if (!match || match.index + text.data.length - tail.length === 0) return null;
  const credits = readCredits(match[1] ?? '');
  const known = credits?.some(({ role }) => role === 'editor' || role === 'publisher');
  return credits && known ? { from: text.data.length - tail.length + match.index, credits } : null;
}

export const inlineCredit = defineRule({
  name: 'inline-credit',
  group: 'credits',
  why: 'An editor or source in brackets behind the last sentence was put there by the desk; it moves to `editors` or `publisher`.',
  match: { names: ['#edge'], cues: creditCues },
  action: {
    edit: (node: Node, edits: Edits, context: Context) => {
      const found = creditsOf(node, context);
      if (!found) return;
      const said = creditsIn(found.credits, null);
      addCredits(said, edits.credits);
      if (context.says(said)) edits.remove(edits.split(node, found.from) ?? node, 'move');
    },
  },
  examples: [
    { title: 'an editor', before: '<p>他们平安到家。（责任编辑：李昂）</p>', after: '<p>他们平安到家。</p>' },
    { title: 'a source', before: '<p>他们平安到家。(来源：晨报 编辑：王一)</p>', after: '<p>他们平安到家。</p>' },
  ],
  keeps: [
    { title: "a writer's own signature", html: '<p>他们平安到家。(文/图 刘东 易楠)</p>' },
    { title: 'a bracket with another meaning', html: '<p>他是编辑（文学编辑部主任）</p><p>见下文（来源不明）。</p>' },
  ],
});
