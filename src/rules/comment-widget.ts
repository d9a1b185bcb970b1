import { hasPurpose, Purpose } from '../body/purposes.js';
import { isTail, labelOf, shortText } from '../body/traverse.js';
import { following, type Node } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { defineRule } from '../clean/rule.js';

/** Writers name sections after their headings too (`<section id="comments">`): these names need more to go by. */
const plainName = /(?:^|\s)(?:comments|respond|comments-area|comments-box|comment-list)(?:\s|$)/;
const part = /(?:^|[\s_-])(?:comment|commentlist|comment-?form|reply|disqus)/;
const boxes: ReadonlySet<string> = new Set(['div', 'section', 'ol', 'ul', 'form', 'aside']);
const furniture: ReadonlySet<string> = new Set(['form', 'textarea', 'input', 'iframe', 'button']);

/** A form, or boxes that are named as single comments, or nothing to read. */
function isWidget(box: Node): boolean {
  if (!plainName.test(labelOf(box))) return true;
  let left = 200;
  for (let at = box.first; at && left > 0; at = following(at, box), left--) {
    if (furniture.has(at.name) || (at.attributes && part.test(labelOf(at)))) return true;
  }
  return shortText(box, 30) !== null;
}

function matches(node: Node, { root, shown }: Context): boolean {
  if (!hasPurpose(node, Purpose.comments) || !boxes.has(node.name) || shown?.has(node)) return false;
  return isTail(node, root, { characters: 300, things: 4 }) && isWidget(node);
}

export const commentWidget = defineRule({
  name: 'comment-widget',
  group: 'promotion',
  why: "Readers' comments, their forms and the frames of comment services stand below an article; they are not its author's.",
  match: {
    names: ['#named'],
    test: matches,
  },
  action: 'remove',
  examples: [
    {
      title: 'a comment service',
      before: '<p>One.</p><div id="disqus_thread"><a href="https://disqus.com">comments powered by Disqus</a></div>',
      after: '<p>One.</p>',
    },
    {
      title: 'a list of comments and its form',
      before:
        '<p>One.</p><div id="comments"><h3>2 comments</h3><ol class="commentlist"><li>Nice!</li></ol><form><input name="a"></form></div>',
      after: '<p>One.</p>',
    },
  ],
  keeps: [
    {
      title: 'quoted comments',
      html: '<p>One.</p><blockquote class="comments"><p>by xenobyte: Good for them.</p></blockquote>',
    },
    { title: 'a class of highlighted code', html: '<p><span class="comment"># MD:5</span></p>' },
    {
      title: 'a section that its heading gave a name',
      html: '<p>One.</p><section id="comments"><h2>Comments</h2><p>The draft is unclear in two places.</p></section>',
    },
    {
      title: 'comments on a law, as a heading of the article',
      html: '<h2 id="comments">Comments</h2><p>The draft is unclear.</p>',
    },
  ],
});
