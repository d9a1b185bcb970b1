import { hasPurpose, Purpose } from '../clean/label.js';
import { isTail } from '../clean/look.js';
import { defineRule } from '../clean/rule.js';

export const commentWidget = defineRule({
  name: 'comment-widget',
  group: 'promotion',
  why: "Readers' comments, their forms and the frames of comment services stand below an article; they are not its author's.",
  match: {
    names: ['div', 'section', 'ol', 'ul', 'form', 'aside'],
    test: (node, { root }) => hasPurpose(node, Purpose.comments) && isTail(node, root, { characters: 300, things: 4 }),
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
      title: 'comments on a law, as a heading of the article',
      html: '<h2 id="comments">Comments</h2><p>The draft is unclear.</p>',
    },
  ],
});
