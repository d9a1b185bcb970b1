import type { Node } from '../body/tree.js';
import { isEmpty, isInside, shortText } from '../clean/look.js';
import { defineRule } from '../clean/rule.js';

const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const isHeading = ({ name }: Node): boolean => headings.has(name);

/** The sign that generators of sites and of tables of contents hang on a heading. Example: `#`, `¶`. */
const sign = /^(?:[#¶§🔗⚓∞]|&para;|\(link\)|permalink|link to (?:this )?(?:heading|section))$/iu;

/** First or last in its heading: `C<a>#</a> and F#` is a name. */
function isAtEnd(link: Node): boolean {
  for (const side of ['prev', 'next'] as const) {
    let at: Node = link;
    for (let left = 4; left > 0 && isBare(at, side) && at.parent && !isHeading(at); left--) at = at.parent;
    if (isHeading(at)) return true;
  }
  return false;
}

/** Nothing that shows stands on that side. */
function isBare(node: Node, side: 'prev' | 'next'): boolean {
  let left = 4;
  for (let at = node[side]; at; at = at[side]) if (left-- <= 0 || !isEmpty(at, 8)) return false;
  return true;
}

function isAnchor(link: Node): boolean {
  if (!link.get('href')?.includes('#') || !isInside(link, isHeading, 3)) return false;
  const text = shortText(link, 24);
  return text !== null && sign.test(text) && isAtEnd(link);
}

export const headingAnchor = defineRule({
  name: 'heading-anchor',
  group: 'leftovers',
  why: 'A sign at a heading that links to the heading itself was there to copy its address; where the heading stands in a file it leads nowhere.',
  match: { names: ['a'], test: isAnchor },
  action: 'remove',
  examples: [
    {
      title: 'behind the heading',
      before: '<h2 id="plan">The plan<a class="headerlink" href="#plan" title="Permalink">¶</a></h2>',
      after: '<h2 id="plan">The plan</h2>',
    },
    {
      title: 'with a line end behind it',
      before: '<h2>The plan <a class="bookmark" href="#plan">#</a>\n</h2>',
      after: '<h2>The plan \n</h2>',
    },
    {
      title: 'before it, in an element of its own',
      before: '<h3><span><a href="/post/#plan" aria-hidden="true"><span>#</span></a></span> The plan</h3>',
      after: '<h3><span></span> The plan</h3>',
    },
  ],
  keeps: [
    { title: 'a heading that is a link', html: '<h2><a href="#plan">The plan</a></h2>' },
    { title: 'a language', html: '<h2>Notes on C<a href="/tags/c#">#</a>lang</h2>' },
    { title: 'a sign in the text', html: '<p>See section <a href="#plan">#</a>.</p>' },
  ],
});
