import { hasPurpose, Purpose } from '../body/purposes.js';
import type { Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';
import { profileOf } from './lib/profile.js';

const bars: ReadonlySet<string> = new Set(['span', 'div', 'ul', 'table', 'p']);

/** Buttons show pictures or a letter each (`B`, `I`), never words. */
function isToolbar(node: Node): boolean {
  if (!hasPurpose(node, Purpose.toolbar) || !bars.has(node.name)) return false;
  const profile = profileOf(node, 200, 60);
  return (
    !!profile && profile.longest <= 2 && profile.embeds === 0 && profile.images + profile.controls + profile.links > 0
  );
}

export const editorToolbar = defineRule({
  name: 'editor-toolbar',
  group: 'promotion',
  why: "Buttons of the author's own editor that were copied into the text by accident.",
  match: { names: ['#named'], test: isToolbar },
  action: 'remove',
  examples: [
    {
      title: "a blog editor's link button",
      before:
        '<p>Some APIs.<span id="formatbar_Buttons"><span id="formatbar_Link"><img src="/blank.gif" alt="Link"></span></span> In the past</p>',
      after: '<p>Some APIs. In the past</p>',
    },
  ],
  keeps: [
    {
      title: 'a picture of a toolbar with its caption',
      html: '<div class="toolbar"><img src="/t.png"><p>The toolbar of 1995</p></div>',
    },
    { title: 'a text about one', html: '<p class="toolbar">Press B.</p>' },
  ],
});
