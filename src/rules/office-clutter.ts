import { shortText } from '../body/traverse.js';
import { type Act, defineRule } from '../clean/rule.js';

/** Elements of the Office name spaces. Example: `o:p`, `st1:place`. */
const office = /^(?:o|w|v|m|st\d|u\d):/;

/** Office's own data, none of it text of the document. */
const islands = new Set([
  'xml',
  'o:officedocumentsettings',
  'w:worddocument',
  'w:latentstyles',
  'w:sdtpr',
  'v:shapetype',
]);

const clean: Act = (node, edits) => {
  if (islands.has(node.name) || shortText(node, 0) === '') edits.remove(node);
  else edits.unwrap(node);
};

const isOffice = (name: string): boolean => islands.has(name) || office.test(name);

export const officeClutter = defineRule({
  name: 'office-clutter',
  group: 'code',
  why: 'Text pasted from Word or Outlook brings elements that only Office reads; the words in them stay.',
  match: { names: isOffice },
  action: { edit: clean },
  examples: [
    { title: 'an empty mark', before: '<p>One.<o:p></o:p></p>', after: '<p>One.</p>' },
    { title: 'a mark around words', before: '<p>In <st1:place>Paris</st1:place>.</p>', after: '<p>In Paris.</p>' },
    { title: 'an island of settings', before: '<xml><w:view>Normal</w:view></xml><p>One.</p>', after: '<p>One.</p>' },
  ],
  keeps: [
    { title: 'an image in Office markup', html: '<p><img src="a.png"></p>' },
    { title: 'XML that the article shows', html: '<pre>&lt;w:p&gt;</pre>' },
  ],
});
