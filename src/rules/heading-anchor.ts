import { isHead, isTail, shortText } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';

const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** How deep in its heading a link may stand. */
const LEVELS = 3;

/** The sign that generators of sites and of tables of contents hang on a heading. Example: `#`, `¶`. */
const sign = /^(?:[#¶§🔗⚓∞]|\(link\)|permalink|link to (?:this )?(?:heading|section))$/iu;
/** A place on a page: `#plan`, `/post/#plan`; not `/tags/c#`. */
const place = /#./;

/** First or last in its heading: the sign in `C<a>#</a> and F#` is a name. */
function isAnchor(link: Node): boolean {
  if (!place.test(link.get('href') ?? '')) return false;
  let heading = link.parent;
  for (let left = LEVELS; left > 0 && heading && !headings.has(heading.name); left--) heading = heading.parent;
  if (!heading || !headings.has(heading.name)) return false;
  const text = shortText(link, 24);
  return text !== null && sign.test(text) && (isHead(link, heading) || isTail(link, heading));
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
    { title: 'a name, in the heading', html: '<h2>Notes on C<a href="/tags#c">#</a> and Java</h2>' },
    { title: 'a name at the end, whose link leads to no place', html: '<h2>Notes on C<a href="/tags/c#">#</a></h2>' },
    { title: 'a sign in the text', html: '<p>See section <a href="#plan">#</a>.</p>' },
  ],
});
