import { isInside, labelOf, shortText, soleImage } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';

/** Example: `display:none`, `visibility: hidden`, Office's `mso-hide:all`. */
const hiding = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)\b/i;

/** What a reader can open: the page hides it until somebody clicks. Example: `tab-pane`, `js-accordion__body`. */
const openable =
  /(?:^|[\s_-])(?:tabs?|tab-?(?:pane|panel|content)|panels?|panes?|accordion|collapse|collapsible|spoiler|toggle|toggled|carousel|slides?|slider|swiper|answer|solution|fold|expand|expandable|full|more|content|contents)(?:$|[\s_-])/;

const isOpenable = (node: Node): boolean => node.get('role') === 'tabpanel' || openable.test(labelOf(node));

/** Sets of siblings of one kind are pages of a tab or a slide show, of which one is shown. */
function hasTwin(node: Node): boolean {
  let left = 8;
  const label = node.get('class');
  for (const side of ['prev', 'next'] as const) {
    for (let at = node[side]; at && left-- > 0; at = at[side]) {
      if (at.name === node.name && label !== null && at.get('class') === label) return true;
    }
  }
  return false;
}

function isHidden(node: Node): boolean {
  const { attributes } = node;
  if (!attributes) return false;
  if (!attributes.has('hidden') && !hiding.test(attributes.get('style') ?? '')) return false;
  // A break parts the words beside it, seen or not.
  if (node.name === 'br') return false;
  // Hidden until it is loaded.
  if (node.name === 'img') return !/\bdata-|lazy/.test([...attributes.keys(), labelOf(node)].join(' '));
  if (isOpenable(node) || hasTwin(node) || isInside(node, isOpenable, 3)) return false;
  // A long text that waits behind a button is more likely the article than a trap for search engines.
  return shortText(node, 400) !== null && soleImage(node) === null;
}

export const hidden = defineRule({
  name: 'hidden',
  group: 'code',
  why: 'What the page itself hides (`display: none`) no reader saw: titles for share buttons, traps, parts of menus. Tab panels and folded answers stay.',
  match: { names: ['#attributed'], test: isHidden },
  unless: (node, { shown }) => shown?.has(node) ?? false,
  action: 'remove',
  examples: [
    {
      title: 'a hidden line',
      before: '<p>One.</p><div style="display:none">Share title</div>',
      after: '<p>One.</p>',
    },
    { title: 'the attribute', before: '<p>One.</p><p hidden>Two.</p>', after: '<p>One.</p>' },
  ],
  keeps: [
    { title: 'a break', html: '<p>One<br hidden>two</p>' },
    {
      title: 'tab panels',
      html: '<div class="tab-pane">macOS</div><div class="tab-pane" style="display:none">Windows</div>',
    },
    { title: 'a folded answer', html: '<div class="answer" style="display: none">42</div>' },
    { title: 'a lazy image', html: '<img class="lazy" style="display:none" src="a.jpg">' },
  ],
});
