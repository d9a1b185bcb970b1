import { hasPurpose, Purpose } from '../body/purposes.js';
import { isEmpty, isInside, labelOf } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import { showsNothing } from '../body/white-space.js';
import type { Context } from '../clean/context.js';
import type { Edits } from '../clean/edits.js';
import { defineRule } from '../clean/rule.js';
import { profileOf } from './lib/profile.js';

/** Text of a form that is only a form: labels, options and a line of explanation. */
const FORM_TEXT = 1200;
const LONGEST_SENTENCE = 160;

function isWholeForm(form: Node): boolean {
  const profile = profileOf(form, 300, FORM_TEXT);
  return !!profile && profile.controls > 0 && profile.longest <= LONGEST_SENTENCE && profile.images <= 6;
}

/** Text that someone was to copy from the box may be the article's own. */
function holdsText(node: Node): boolean {
  if (node.name === 'textarea') return !showsNothing(node.first?.data ?? '');
  for (let at = node.first, left = 300; at && left > 0; left--) {
    if (at.name === 'textarea' && !showsNothing(at.first?.data ?? '')) return true;
    let next: Node | null = at.first ?? at.next;
    for (let up = at.parent; !next && up && up !== node; up = up.parent) next = up.next;
    at = next;
  }
  return false;
}

/** Boxes that open and close a menu by a style sheet. Example: `toctogglecheckbox`. */
const switches = /toggle|switch|menu|nav|spoiler|collaps|expand/i;

/** The box of a task: a checkbox in a list item, or with its words in a paragraph or cell of the article. */
function isTask(node: Node): boolean {
  if (node.name !== 'input' || node.get('type')?.toLowerCase() !== 'checkbox') return false;
  let at = node.parent;
  for (let left = 3; at && at.name !== 'li' && left > 0; left--) at = at.parent;
  return at?.name === 'li' || isInProse(node);
}

/** A switch of the page stands in its boxes, and its words in a label that names it. */
function isInProse(box: Node): boolean {
  if (box.has('role') || box.has('name') || switches.test(labelOf(box))) return false;
  let holder = box.parent;
  for (let left = 2; holder && (holder.name === 'label' || holder.name === 'span') && left > 0; left--)
    holder = holder.parent;
  if (!holder || isInside(box, ({ name }) => name === 'form', 12)) return false;
  if (holder.name === 'td') return true;
  return holder.name === 'p' && !isEmpty(holder) && box.next?.name !== 'label';
}

function matches(node: Node, { markdown, shown }: Context): boolean {
  if (isTask(node) || shown?.has(node)) return false;
  // In Markdown `<input>` may be prose about HTML; a form says what it is.
  if (node.name === 'form') return isWholeForm(node) && !holdsText(node);
  return !markdown && !holdsText(node);
}

/** The box around a form that a theme names after what the form is for: its heading goes with it. */
function boxOf(form: Node, root: Node): Node {
  let box = form;
  for (let at = form.parent, left = 4; at && at !== root && left > 0; at = at.parent, left--) {
    if (!hasPurpose(at, Purpose.subscribe | Purpose.reward | Purpose.comments)) continue;
    const profile = profileOf(at, 300, FORM_TEXT);
    if (!profile || profile.longest > LONGEST_SENTENCE || holdsText(at)) break;
    box = at;
  }
  return box;
}

export const siteForm = defineRule({
  name: 'site-form',
  group: 'promotion',
  why: 'Forms for a shop, a donation, a newsletter or a search need the site that they send to; in an archive they are dead boxes, and their options are no text.',
  match: { names: ['form', 'select', 'input', 'button', 'textarea', 'option', 'optgroup'], test: matches },
  action: {
    edit: (node: Node, edits: Edits, { root }: Context) =>
      edits.remove(node.name === 'form' ? boxOf(node, root) : node),
  },
  examples: [
    {
      title: 'a shop form',
      before:
        '<p>One.</p><form action="/buy"><table><tr><td><select><option>9.99 - UK delivery</option></select></td></tr></table><input type="image" src="/buy.gif"></form>',
      after: '<p>One.</p>',
    },
    {
      title: 'the heading of a newsletter box',
      before: '<p>One.</p><div class="newsletter-signup"><h4>Subscribe</h4><form><input type="email"></form></div>',
      after: '<p>One.</p>',
    },
    {
      title: 'the switch of a menu',
      before: '<p>One.</p><div><input type="checkbox" id="menu-toggle"><label for="menu-toggle">Menu</label></div>',
      after: '<p>One.</p><div><label for="menu-toggle">Menu</label></div>',
    },
    {
      title: 'a control outside of any form',
      before: '<p>One. <select><option>2 dollars</option></select></p>',
      after: '<p>One. </p>',
    },
  ],
  keeps: [
    { title: 'a task list', html: '<ul><li><input type="checkbox" checked> measured</li></ul>' },
    { title: 'a task in a paragraph', html: '<p><input type="checkbox"> Oil the hinge.</p>' },
    {
      title: 'a task in a cell',
      html: '<table><tr><td>Sweep</td><td><input type="checkbox" checked></td></tr></table>',
    },
    {
      title: 'a page inside a form',
      html: `<form><p>${'The whole page is wrapped in a form by some servers. '.repeat(5)}</p></form>`,
    },
    { title: 'text to copy', html: '<p>Paste this:</p><textarea>&lt;b&gt;badge&lt;/b&gt;</textarea>' },
    { title: 'a control that the article names', html: '<p>Use <code>&lt;select&gt;</code>.</p>' },
  ],
});
