import { type Act, defineRule } from '../clean/rule.js';

/** Hatena's own name of a picture. Example: `f:id:sakana:20160222172419j:plain`, `f:id:sakana:20160222172419j:image:w300`. */
const machineName = /^f:id:[\w-]{1,40}:\d{8,14}[a-z]?:(?:plain|image|movie)(?::[\w:]{1,20})?$/;
const names = ['alt', 'title'];

const take: Act = (node, edits) =>
  edits.attributes(
    node,
    names.filter((name) => machineName.test(node.get(name) ?? '')),
  );

export const machineAlt = defineRule({
  name: 'machine-alt',
  group: 'images',
  why: 'Where nobody described a picture, some editors write their own code for it there; a reader of the text would see the code in the place of words.',
  match: { names: ['img'], test: (node) => names.some((name) => machineName.test(node.get(name) ?? '')) },
  action: { edit: take },
  examples: [
    {
      title: 'Hatena',
      before: '<img src="/1.jpg" alt="f:id:sakana:20160222172419j:plain" title="f:id:sakana:20160222172419j:plain">',
      after: '<img src="/1.jpg">',
    },
  ],
  keeps: [
    { title: 'a description', html: '<img src="/1.jpg" alt="朝の市場">' },
    { title: 'a text about such names', html: '<img src="/1.jpg" alt="f:id:sakana とは">' },
  ],
});
