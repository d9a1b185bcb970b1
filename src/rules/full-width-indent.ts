import { isInside } from '../body/traverse.js';
import { type Node, TEXT } from '../body/tree.js';
import { blocks } from '../body/vocabulary.js';
import { showsNothing } from '../body/white-space.js';
import { type Act, defineRule } from '../clean/rule.js';

/** Blanks that some people type instead of an indent: full-width, no-break, em and en ones. */
const typed = /[\u3000\u00a0\u2002\u2003]/;
/** Example: two full-width blanks. */
const leading = /^\s+/;
/** The same in Markdown's source, where references are as they were typed. Example: `&emsp;&emsp;`. */
const leadingSource = /^(?:\s|&(?:emsp|ensp|nbsp|#12288|#160|#x3000);)+/i;
/** Text that would begin a block of Markdown, or HTML, at the start of its line. Example: `- x`, `1. x`, `[a]: b`. */
const blockMark = /^(?:[-+#>=`~|<\\:]|\*(?!\*{0,2}[^\s*])|_{3}|\d{1,9}[.)]|\[(?![^\]]{1,80}\]\())/;

/** Text in a table, but in none of its cells, browsers show in the line before the table. */
const tableFrames: ReadonlySet<string> = new Set('table tbody tfoot thead tr'.split(' '));

/** Nothing that shows stands before the node in its block or its line. */
function startsLine(node: Node): boolean {
  let at: Node = node;
  for (let left = 24; left > 0; left--) {
    const { prev, parent } = at;
    if (parent && tableFrames.has(parent.name)) return false;
    if (prev) {
      if (prev.name === 'br' || blocks.has(prev.name)) return true;
      if (prev.type === TEXT ? !showsNothing(prev.data) : prev.first !== null || prev.name === 'img') return false;
      at = prev;
    } else if (!parent || parent.parent === null || blocks.has(parent.name)) return true;
    else at = parent;
  }
  return false;
}

/** A code unit that a blank stands before in nearly every text is no indent: only these make one. */
function hasIndent({ data, raw }: Node): boolean {
  const unit = data.charCodeAt(0);
  if (raw) {
    const source = leadingSource.exec(data)?.[0] ?? '';
    if (source.length === data.length) return false;
    return (
      (typed.test(source) || source.includes('&')) && !blockMark.test(data.slice(source.length, source.length + 12))
    );
  }
  if (unit > 0x20 && unit !== 0xa0 && unit !== 0x3000 && unit !== 0x2003 && unit !== 0x2002) return false;
  const blank = leading.exec(data)?.[0];
  return blank !== undefined && typed.test(blank);
}

/** A rule made code of it. */
const isPre = ({ name }: Node): boolean => name === 'pre';

const outdent: Act = (node, edits) => {
  if (isInside(node, isPre, 8)) return;
  const length = (node.raw ? leadingSource : leading).exec(node.data)?.[0].length ?? 0;
  edits.removeText(node, 0, length);
};

export const fullWidthIndent = defineRule({
  name: 'full-width-indent',
  group: 'leftovers',
  why: 'Blanks typed at the start of a paragraph imitate the indent of a printed page; every reader sets its own.',
  match: {
    names: ['#text'],
    test: (node) => hasIndent(node) && startsLine(node),
  },
  action: { edit: outdent },
  examples: [
    { title: 'two full-width blanks', before: '<p>　　第一段。</p>', after: '<p>第一段。</p>' },
    { title: 'after a line break', before: '<p>一。<br>&nbsp;&nbsp;二。</p>', after: '<p>一。<br>二。</p>' },
    { title: 'in an element of its own', before: '<p><span>&nbsp;</span>一。</p>', after: '<p><span></span>一。</p>' },
    { title: 'inside emphasis', before: '<p><b>　　一</b>。</p>', after: '<p><b>一</b>。</p>' },
  ],
  keeps: [
    { title: 'between words', html: '<p>東京　大阪</p>' },
    { title: 'in code', html: '<pre>　　x</pre>' },
    {
      title: 'in a list of lines of code',
      html: '<ol class="dp-j"><li><span>if (a)</span></li><li><span>&nbsp;&nbsp;b();</span></li></ol>',
    },
  ],
});
