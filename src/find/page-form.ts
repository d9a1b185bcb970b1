import { shortText } from '../body/traverse.js';
import { wordsOf } from './names.js';
import { isHeading, type Page } from './page.js';
import type { Part } from './part.js';
import { definePass } from './pass.js';
import type { Says } from './says.js';
import * as w from './weights.js';

const controls: ReadonlySet<string> = new Set(['button', 'label', 'legend', 'search', 'menuitem']);

function isForm({ name, full, guarded }: Part, { isForum }: Says): boolean {
  return name === 'form' && !guarded && full <= (isForum ? w.FORUM_FORM_PARAGRAPHS : w.FORM_PARAGRAPHS);
}

/** A button that is a tab says what its panel holds. Example: `class="tab-button"`, `role="tab"`. */
function isTab({ node }: Part): boolean {
  const names = `${node.className} ${node.parent?.className ?? ''}`;
  return node.get('role') === 'tab' || wordsOf(names).some((word) => word === 'tab' || word === 'tabs');
}

/** A button in a heading or around one, and one that says so of itself, opens what stands below it. */
function opensText(page: Page, part: Part): boolean {
  const { node, parent } = part;
  if (parent?.heading || parent?.name === 'dt' || parent?.name === 'summary') return true;
  for (const inner of page.below(part)) if (isHeading(inner)) return true;
  if (!node.has('aria-expanded') && !node.has('aria-controls')) return false;
  return (shortText(node, w.INLINE_MOST)?.length ?? 0) >= w.OPENER_LEAST;
}

function isControl(page: Page, part: Part): boolean {
  if (!controls.has(part.name)) return false;
  return part.name !== 'button' || !(isTab(part) || opensText(page, part));
}

export const pageForm = definePass({
  name: 'page-form',
  why: 'Buttons and forms of a page (search, login, orders, votes) do something; they say nothing of the article.',
  run: ({ page, prose, says, shown }) => {
    for (const part of page.parts) {
      if (part.name === 'button' && !part.unseen && !isControl(page, part)) shown.add(part.node);
    }
    page.cutWhere(
      (part) => isControl(page, part) || isForm(part, says),
      w.FORM_MOST * prose,
      ({ name }) => ({ rule: 'page-form', why: name === 'button' ? 'button' : 'form' }),
    );
  },
  examples: [
    {
      title: 'a form and a button',
      before:
        '<html><body><form>Search: <input name="q"></form><p>The ferry is late.</p><button>Share</button></body></html>',
      after: '<html><body><p>The ferry is late.</p></body></html>',
    },
  ],
  keeps: [
    {
      title: 'a page that stands in a form, as ASP.NET writes it',
      html: '<html><body><form><p>The ferry is late. It was late yesterday, too.</p></form></body></html>',
    },
    {
      title: 'tabs that name their panels',
      html: '<html><body><div class="tabs"><button>Summer</button><button>Winter</button></div><p>The ferry is late. It was late yesterday, too.</p></body></html>',
    },
    {
      title: 'a heading that opens its section',
      html: '<html><body><button><h3>When does it go?</h3></button><p>It goes at nine.</p><button aria-expanded="false">Why is the ferry late every day?</button><p>The pier is being mended.</p><h2><button>Why is it late?</button></h2><p>The ferry is late since the pier is being mended.</p></body></html>',
    },
  ],
});
