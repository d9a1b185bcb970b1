import { isInside } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import { type Act, defineRule } from '../clean/rule.js';

/** Elements of HTML, of its past, of SVG and MathML as they stand inside articles. */
const known: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body ' +
    'br button canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog dir ' +
    'div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup ' +
    'hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee math ' +
    'menu menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p param ' +
    'picture plaintext pre progress q rb rbc rp rt rtc ruby s samp script search section select shadow slot small source ' +
    'spacer span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr ' +
    'track tt u ul var video wbr xmp xml path circle rect line polyline polygon ellipse g defs use text tspan ' +
    'footnote-text footnote-list en-note en-todo en-media'
  ).split(' '),
);

/** An address that somebody wrote in angle brackets. Example: `<http://a.org>`, `<me@a.org>`. */
const address = /^(?:https?|mailto|ftp):|@/;

const isForeign = ({ name }: Node): boolean => name === 'svg' || name === 'math';

/** The closing tag stands in the input. */
const isClosed = (node: Node): boolean => node.end > node.closeStart;

/** True for an element that HTML does not know and that was meant as text. */
export function isUnknown(node: Node): boolean {
  const { name } = node;
  if (known.has(name) || node.added) return false;
  if (name.includes(':') || name.includes('@')) return address.test(name);
  // Elements of frameworks and Office have attributes or an end; somebody's `<your-name>` has neither.
  return (isShown(node) || (node.attributes === null && !isClosed(node))) && !isInside(node, isForeign, 6);
}

/** In a block of code the author meant to show all of it. */
function isShown(node: Node): boolean {
  return isInside(node, ({ name }) => name === 'pre' || name === 'code', 12);
}

const show: Act = (node, edits, { source }: Context) => {
  edits.addText(source.slice(node.start, node.openEnd), node, 'before');
  if (isClosed(node)) edits.addText(source.slice(node.closeStart, node.end), node, 'after');
  edits.unwrap(node);
};

export const placeholderTag = defineRule({
  name: 'placeholder-tag',
  group: 'leftovers',
  why: 'A name in angle brackets that is no element of HTML (`<your-name>`, `<filter-mapping>`) is a word of the text that nobody escaped: browsers hide it, the article means it.',
  match: { names: (name) => !known.has(name), test: isUnknown },
  unless: (_, { markdown }) => markdown,
  inCode: true,
  action: { edit: show },
  examples: [
    {
      title: 'a placeholder',
      before: '<p>Call it <your-name> and go on.</p>',
      after: '<p>Call it &lt;your-name&gt; and go on.</p>',
    },
    {
      title: 'XML in code',
      before: '<pre><bean id="a"><name>x</name></bean></pre>',
      after: '<pre>&lt;bean id="a"&gt;&lt;name&gt;x&lt;/name&gt;&lt;/bean&gt;</pre>',
    },
    {
      title: 'an address',
      before: '<p>See <http://a.example> now</p>',
      after: '<p>See &lt;http://a.example&gt; now</p>',
    },
  ],
  keeps: [
    { title: 'an element of a framework', html: '<p><fancy-box size="2">x</fancy-box></p>' },
    { title: 'a drawing', html: '<svg><lineargradient></lineargradient></svg>' },
    { title: 'a name of Office', html: '<p><st1:city>Paris</st1:city></p>' },
  ],
});
