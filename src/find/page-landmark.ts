import { isOfText } from './names.js';
import type { Part } from './part.js';
import { definePass, withLinks } from './pass.js';
import * as w from './weights.js';

/** Roles of ARIA that are no text of a page, with what a reader calls them. */
const roles: ReadonlyMap<string, string> = new Map([
  ['banner', 'head of the page'],
  ['contentinfo', 'foot of the page'],
  ['complementary', 'side bar'],
  ['search', 'search form'],
  ['dialog', 'dialog'],
  ['alertdialog', 'dialog'],
  ['menu', 'menu'],
  ['menubar', 'menu'],
  ['toolbar', 'toolbar'],
  ['listbox', 'list to choose from'],
  ['alert', 'message of the page'],
  ['status', 'message of the page'],
  ['tooltip', 'tooltip'],
]);

const elements: ReadonlyMap<string, string> = new Map([
  ['aside', 'side bar'],
  ['footer', 'foot of the page'],
  ['header', 'head of the page'],
  ['dialog', 'dialog'],
]);

/** What a part is by its element or role; null where it is no landmark. */
export function landmarkOf({ name, node, inArticle }: Part): string | null {
  // The header of an article holds its title.
  const byElement = name === 'header' && inArticle ? undefined : elements.get(name);
  return byElement ?? roles.get(node.get('role') ?? '') ?? null;
}

/** A pull quote or a note in the article stands in an `<aside>`, too. */
function isPartOfText({ name, node, inArticle }: Part): boolean {
  return name === 'aside' && inArticle && isOfText(node);
}

export const pageLandmark = definePass({
  name: 'page-landmark',
  why: "A page's own marks (header, footer, aside and their roles) say what stands around the article.",
  run: ({ page, prose }) => {
    const most = ({ name }: Part) => (name === 'footer' ? w.FOOT_MOST : w.LANDMARK_MOST) * prose;
    page.cutWhere(
      (part) => !part.guarded && landmarkOf(part) !== null && part.prose <= most(part) && !isPartOfText(part),
      prose,
      (part) => ({ rule: 'page-landmark', why: withLinks(landmarkOf(part) ?? '', part) }),
    );
  },
  examples: [
    {
      title: 'side bar and foot',
      before:
        '<html><body><p>The ferry is late. It was late yesterday, too.</p><aside>Buy boats here.</aside><footer>About us</footer></body></html>',
      after: '<html><body><p>The ferry is late. It was late yesterday, too.</p></body></html>',
    },
  ],
  keeps: [
    {
      title: "the article's own header",
      html: '<html><body><article><header><h1>Late</h1></header><p>The ferry is late. It was late yesterday, too.</p></article></body></html>',
    },
    {
      title: 'a quotation pulled out of the text',
      html: '<html><body><article><p>The ferry is late. It was late yesterday, too.</p><aside class="pull-quote">Late, again.</aside></article></body></html>',
    },
    {
      title: 'a page whose article stands in it',
      html: '<html><body><aside><p>The ferry is late. It was late yesterday, too.</p></aside><p>No ferry.</p></body></html>',
    },
  ],
});
