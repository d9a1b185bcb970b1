import type { Node } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import type { Edits } from '../clean/edits.js';
import { type Line, lineOf, removeLine } from '../clean/line.js';
import { defineRule } from '../clean/rule.js';

const note = /^[（(【[]?\s{0,4}(?:原标题|原標題|原题|原文标题|原题目|原文题目)(?:为)?\s{0,2}[：:《|｜丨]/;
/** Without a mark the old title stands in quotation marks, as a whole or its first half: `原标题 “好吗？”当地回应`. */
const quotedNote = /^[（(【[]?\s{0,4}(?:原标题|原標題|原文标题)\s{0,2}[“「][^”」]{2,80}[”」][^，,。；;]{0,40}$/;
const LONGEST = 120;

function noteLine(text: Node, context: Context): Line | null {
  if (text.data.length > 200 || !(note.test(text.data.trimStart()) || quotedNote.test(text.data.trim()))) return null;
  const line = lineOf(text, context, LONGEST);
  if (!line || /。./.test(line.text)) return null;
  return note.test(line.text) || quotedNote.test(line.text) ? line : null;
}

/** The note may stand behind the last sentence: `…。（原标题：…）`. */
const bracket = /[（(【[]\s{0,4}(?:原标题|原標題|原题|原文标题)\s{0,2}[：:][^（(【[\]】)）]{2,90}[\]】)）]\s{0,20}$/u;

function bracketAt(text: Node): number {
  const tail = text.data.slice(-130);
  const match = bracket.exec(tail);
  return match ? text.data.length - tail.length + match.index : -1;
}

/** One of these is in each such line. */
const cues = '原标题 原標題 原题 原文标题 原文题目'.split(' ');

export const originalTitle = defineRule({
  name: 'original-title',
  group: 'credits',
  why: 'A portal that changed the headline must name the old one; the note is about the article, not a part of it.',
  match: { names: ['#edge'], cues },
  action: {
    edit: (node: Node, edits: Edits, context: Context) => {
      const line = noteLine(node, context);
      const from = line ? -1 : bracketAt(node);
      if (line) removeLine(line, edits);
      else if (from > 0) edits.remove(edits.split(node, from) ?? node);
    },
  },
  examples: [
    { title: 'at the end', before: '<p>正文。</p><p>（原标题：封闭！）</p>', after: '<p>正文。</p>' },
    { title: 'at the head', before: '<p>原标题：定了！就在下月</p><p>正文。</p>', after: '<p>正文。</p>' },
    { title: 'in quotation marks', before: '<p>原标题 “好吗？”当地回应</p><p>正文。</p>', after: '<p>正文。</p>' },
    { title: 'behind the last sentence', before: '<p>正文。（原标题：封闭！）</p>', after: '<p>正文。</p>' },
  ],
  keeps: [
    { title: 'within a sentence', html: '<p>小说的原标题：《长夜》，出版时改了。</p>' },
    { title: 'a sentence about a title', html: '<p>原标题“长夜”太暗，出版时改了。</p><p>正文。</p>' },
  ],
});
