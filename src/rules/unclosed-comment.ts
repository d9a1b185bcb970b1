import { defineRule } from '../clean/rule.js';
import { isUnclosed } from './comment.js';

export const unclosedComment = defineRule({
  name: 'unclosed-comment',
  group: 'code',
  why: 'A comment that is never closed hides the rest of the page in every browser. If text is missing at the end, this is where it went: close the comment in the source.',
  match: { names: ['#comment'], test: isUnclosed },
  inCode: true,
  action: 'remove',
  examples: [{ title: 'no end', before: '<p>One.</p><!-- start of ad <p>Two.</p>', after: '<p>One.</p>' }],
  keeps: [{ title: 'text that shows one', html: '<p>Write &lt;!-- and never close it</p>' }],
});
