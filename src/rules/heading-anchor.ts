import { isHeadingAnchor } from '../body/heading.js';
import { shortText } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';

const heading = /^h[1-6]$/;

/** All of the heading is a link, and it leads to this heading. Example: `<h2 id="plan"><a href="#plan">The plan</a></h2>`. */
function isSelfLink(link: Node): boolean {
  const { parent } = link;
  if (!parent || !heading.test(parent.name)) return false;
  const id = parent.get('id') ?? link.get('id') ?? link.get('name');
  if (!id || link.get('href') !== `#${id}`) return false;
  const text = shortText(link, 300);
  return !!text && text === shortText(parent, 300);
}

export const headingAnchor = defineRule({
  name: 'heading-anchor',
  group: 'leftovers',
  why: 'A sign at a heading that links to the heading itself was there to copy its address; where the heading stands in a file it leads nowhere.',
  match: { names: ['a'], test: (link) => isHeadingAnchor(link) || isSelfLink(link) },
  action: {
    edit: (link, edits) => {
      if (isHeadingAnchor(link)) edits.remove(link);
      else edits.unwrap(link);
    },
  },
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
    {
      title: 'all of the heading',
      before: '<h2 id="plan"><a class="header-anchor" href="#plan">The plan</a></h2>',
      after: '<h2 id="plan">The plan</h2>',
    },
  ],
  keeps: [
    {
      title: 'a heading that leads to another one',
      html: '<h2 id="plan"><a href="#start">The plan</a></h2><h2 id="b">See <a href="#b">b</a></h2>',
    },
    { title: 'a heading that is a link', html: '<h2><a href="#plan">The plan</a></h2>' },
    { title: 'a name, in the heading', html: '<h2>Notes on C<a href="/tags#c">#</a> and Java</h2>' },
    { title: 'a name at the end, whose link leads to no place', html: '<h2>Notes on C<a href="/tags/c#">#</a></h2>' },
    { title: 'a sign in the text', html: '<p>See section <a href="#plan">#</a>.</p>' },
  ],
});
