import { defineRule } from '../clean/rule.js';

export const wrapper = defineRule({
  name: 'wrapper',
  group: 'leftovers',
  why: 'Elements that only carried a look (`font`, `span` without an attribute) are wrappers around words; the words stay.',
  match: { names: ['font', 'span'], test: ({ attributes }) => attributes === null || attributes.size === 0 },
  action: 'unwrap',
  last: true,
  examples: [{ title: 'font and span', before: '<p><font><span>One</span></font> two</p>', after: '<p>One two</p>' }],
  keeps: [
    { title: 'a formula', html: '<p><span class="math inline">x^2</span></p>' },
    { title: 'code in colours', html: '<pre><span>x</span></pre>' },
  ],
});
