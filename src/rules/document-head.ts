import { defineRule } from '../clean/rule.js';

export const documentHead = defineRule({
  name: 'document-head',
  group: 'code',
  why: 'The head of an HTML document says things to the browser; its title is read as metadata.',
  match: { names: ['head', 'title'] },
  unless: ({ parent }) => parent?.name === 'svg',
  action: 'remove',
  examples: [
    {
      title: 'a pasted document',
      before: '<p>Demo:</p><html><head><title>Demo page</title></head><body><p>One.</p></body></html>',
      after: '<p>Demo:</p><html><body><p>One.</p></body></html>',
    },
  ],
  keeps: [{ title: 'a heading', html: '<header><h1>Title</h1></header>' }],
});
