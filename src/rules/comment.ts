import { defineRule } from '../clean/rule.js';

export const comment = defineRule({
  name: 'comment',
  group: 'code',
  why: 'HTML comments are notes of the site to itself (ad slots, editor codes, block markers); no reader ever sees one.',
  match: { names: ['#comment', '#doctype'] },
  inCode: true,
  action: 'remove',
  examples: [
    { title: 'an ad slot', before: '<p>One.</p><!-- ad slot 3 --><p>Two.</p>', after: '<p>One.</p><p>Two.</p>' },
    { title: 'inside code', before: '<pre>a<!-- x -->b</pre>', after: '<pre>ab</pre>' },
  ],
  keeps: [{ title: 'a comment that the article shows', html: '<pre>&lt;!-- shown --&gt;</pre>' }],
});
