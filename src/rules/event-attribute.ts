import { handler } from '../body/live.js';
import type { Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';

function hasHandler({ attributes }: Node): boolean {
  if (attributes)
    for (const name of attributes.keys()) if (name.charCodeAt(0) === 0x6f && handler.test(name)) return true;
  return false;
}

export const eventAttribute = defineRule({
  name: 'event-attribute',
  group: 'code',
  why: 'Attributes such as `onclick` hold code that ran when a reader did something with the page.',
  match: { names: ['#attributed'], test: hasHandler },
  inCode: true,
  action: { attributes: handler },
  examples: [
    { title: 'an image', before: '<img src="a.png" onerror="report()" onload>', after: '<img src="a.png">' },
    { title: 'a button in a link', before: '<a href="b.html" onclick="go(1)">b</a>', after: '<a href="b.html">b</a>' },
  ],
  keeps: [{ title: 'a word that starts the same', html: '<a href="#onset" one="1">onset</a>' }],
});
