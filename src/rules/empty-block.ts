import { drawingName, unseenInDrawings } from '../body/drawing.js';
import { following, type Node, TEXT } from '../body/tree.js';
import { showsNothing } from '../body/white-space.js';
import { partsLine } from '../clean/borders.js';
import { type Context, once } from '../clean/context.js';
import { type Act, defineRule } from '../clean/rule.js';

/** Elements that show nothing when they hold nothing. Cells stay: the table would move. */
const hollow = (
  'p div span font strong b em i u s a h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote section article aside header ' +
  'footer nav main figure figcaption center big small sub sup ins del label address details pre button picture caption'
).split(' ');
const hollowNames: ReadonlySet<string> = new Set(hollow);

/** Elements that hold nothing and mean nothing where they are alone. */
const silent: ReadonlySet<string> = new Set(['br', 'wbr', 'source', '#comment', '#doctype', '#syntax']);

/** Drawings have no form in any output; words in them have, and the name of one that stands for itself. */
const drawings: ReadonlySet<string> = new Set(['svg', 'canvas']);

/** The box of a to-do, which a style draws. Example: `checkbox checkbox-on`. */
const drawnBox = /(?:^|\s)(?:to-?do-)?checkbox-(?:on|off)(?:\s|$)/i;

/** Phrases leave their blank behind: it may part two words. */
const phrases: ReadonlySet<string> = new Set(
  'span font strong b em i u s a big small sub sup ins del label button picture'.split(' '),
);

/** Whether a node shows by itself, whatever it holds. @param isDrawn it stands in a drawing */
function shows(node: Node, isDrawn: boolean): boolean {
  if (node.type === TEXT) {
    return !(isDrawn && unseenInDrawings.has(node.parent?.name ?? '')) && !showsNothing(node.data);
  }
  const isThing = !isDrawn && !hollowNames.has(node.name) && !silent.has(node.name);
  if (isThing && (!drawings.has(node.name) || (node.name === 'svg' && drawingName(node) !== null))) return true;
  return node.attributes !== null && drawnBox.test(node.get('class') ?? '');
}

/** The hollow elements, and the links, in which nothing shows: no word, no image, no other thing, no place that a link leads to. */
function unfilled(root: Node): Set<Node> {
  const unfilled = new Set<Node>();
  /** What the walk stands in and has seen nothing of yet. Where something shows, all of it is filled at once. */
  const open: Node[] = [];
  const links: Node[] = [];
  const places: Node[] = [];
  /** Behind the drawing that the walk is in. */
  let drawingEnd: Node | null | undefined;
  const leave = (node: Node): void => {
    if (hollowNames.has(node.name) || node.has('href')) unfilled.add(node);
  };
  for (let node = root.first; node; node = following(node, root)) {
    for (let last = open.at(-1); last && last !== node.parent; last = open.at(-1)) leave(open.pop() as Node);
    if (node === drawingEnd) drawingEnd = undefined;
    const { attributes } = node;
    if (shows(node, drawingEnd !== undefined)) open.length = 0;
    else if (node.type !== TEXT) open.push(node);
    if (drawingEnd === undefined && drawings.has(node.name)) drawingEnd = following(node, root, true);
    if (attributes === null) continue;
    if (attributes.has('href')) links.push(node);
    if (attributes.has('id') || attributes.has('name')) places.push(node);
  }
  for (const node of open) leave(node);
  fillPlaces(unfilled, links, places);
  return unfilled;
}

/** A place that a link which shows leads to is not empty, nor is what it stands in. */
function fillPlaces(unfilled: Set<Node>, links: readonly Node[], places: readonly Node[]): void {
  if (unfilled.size === 0) return;
  const fragments = new Set<string>();
  for (const link of links) {
    const href = link.get('href') as string;
    if (href.startsWith('#') && href.length > 1 && !unfilled.has(link)) fragments.add(href.slice(1));
  }
  const filled = new Set<Node>();
  for (const place of places) {
    if (!fragments.has(place.get('id') ?? '') && !fragments.has(place.get('name') ?? '')) continue;
    for (let at: Node | null = place; at && !filled.has(at); at = at.parent) {
      filled.add(at);
      unfilled.delete(at);
    }
  }
}

/**
 * The outermost nodes that show nothing; of phrases also the inner ones, since a phrase leaves its content behind, and
 * the icons: alone, the name of one would be a word.
 */
function emptyNodes({ root, markdown }: Context): Set<Node> {
  const empty = new Set<Node>();
  const hollows = unfilled(root);
  if (hollows.size === 0) return empty;
  /** Behind the outermost empty phrase that the walk is in. */
  let phraseEnd: Node | null | undefined;
  for (let node = root.first; node; ) {
    if (node === phraseEnd) phraseEnd = undefined;
    if (phraseEnd !== undefined && node.name === 'svg') empty.add(node);
    // What was added empty is a border, and nothing of the article's.
    const isHollow = hollows.has(node) && hollowNames.has(node.name) && !(node.added && !node.first);
    const hole =
      isHollow &&
      !(node.name === 'li' && node.parent?.name === 'ol') &&
      (markdown || phrases.has(node.name) || !partsLine(node));
    const isPhrase = phrases.has(node.name);
    if (hole) {
      empty.add(node);
      if (isPhrase && phraseEnd === undefined) phraseEnd = following(node, root, true);
    }
    node = following(node, root, hole && !isPhrase);
  }
  return empty;
}

const take: Act = (node, edits) => {
  if (phrases.has(node.name) && node.first) edits.unwrap(node);
  else edits.remove(node);
};

export const emptyBlock = defineRule({
  name: 'empty-block',
  group: 'leftovers',
  why: 'Paragraphs, spans and lists without a word or an image in them only made room on the page.',
  match: { names: ['svg', ...hollow], test: (node, context) => once(context, emptyNodes).has(node) },
  action: { edit: take },
  last: true,
  examples: [
    { title: 'a blank paragraph', before: '<p>One.</p><p>&nbsp;</p><p><br></p>', after: '<p>One.</p>' },
    { title: 'nothing in nothing', before: '<div><div><span></span></div></div><p>One.</p>', after: '<p>One.</p>' },
    {
      title: 'a link around a drawing',
      before: '<p>One.</p><a href="/"><svg viewBox="0 0 9 9"><title>Home</title><path d="M0 0"/></svg></a>',
      after: '<p>One.</p>',
    },
    { title: 'a blank between words stays', before: '<p>One<b> </b>two</p>', after: '<p>One two</p>' },
  ],
  keeps: [
    { title: 'an image', html: '<p><img src="a.png"></p>' },
    { title: 'words in a drawing', html: '<figure><svg><text>Rain</text></svg></figure>' },
    { title: 'a drawing with a name', html: '<p><svg role="img" aria-label="Rain in May"><path d="M0 0"/></svg></p>' },
    { title: 'what parts two lines', html: '<section>three<div></div>four</section>' },
    { title: 'a cell', html: '<table><tr><td></td><td>1</td></tr></table>' },
    {
      title: 'the box of a to-do',
      html: '<ul><li><div class="checkbox checkbox-on"></div> measured</li></ul>',
    },
    { title: 'an anchor that a link leads to', html: '<p><a href="#end">down</a></p><p id="end"></p>' },
  ],
});
