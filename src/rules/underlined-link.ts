import { isAlone } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';

/** Marks between a link and the underline. */
const LEVELS = 4;

/** The underline covers all of a link, or all of it is one link. */
function isAroundLink(underline: Node): boolean {
  return isOnlyInside(underline, 'parent') || isOnlyInside(underline, 'firstElementChild');
}

function isOnlyInside(underline: Node, way: 'parent' | 'firstElementChild'): boolean {
  let at: Node = underline;
  for (let left = LEVELS; left > 0; left--) {
    const near = at[way];
    if (!near || !isAlone(way === 'parent' ? at : near)) return false;
    if (near.name === 'a') return near.has('href');
    at = near;
  }
  return false;
}

export const underlinedLink = defineRule({
  name: 'underlined-link',
  group: 'leftovers',
  why: 'A link is underlined anyway: `<u>` around its words says nothing more, and Markdown has no mark for it.',
  match: { names: ['u'], test: isAroundLink },
  action: 'unwrap',
  last: true,
  examples: [
    { title: 'in the link', before: '<p><a href="x"><u>One</u></a></p>', after: '<p><a href="x">One</a></p>' },
    {
      title: 'around the link, with another mark',
      before: '<p><u><b><a href="x">One</a></b></u></p>',
      after: '<p><b><a href="x">One</a></b></p>',
    },
  ],
  keeps: [
    { title: 'underlined words', html: '<p><u>One</u></p>' },
    { title: 'a part of a link', html: '<p><a href="x">One <u>two</u></a></p>' },
    { title: 'more than the link', html: '<p><u>See <a href="x">One</a></u></p>' },
    { title: 'a place, no link', html: '<p><a name="x"><u>One</u></a></p>' },
  ],
});
