import { isBlockElement, isEmpty, shortText, step } from '../body/traverse.js';
import { isText, type Node } from '../body/tree.js';
import { type Act, defineRule } from '../clean/rule.js';
import { playerAddress, playerMarks } from './lib/addresses/players.js';

/** Elements that show something of their own under these attributes. */
const others: ReadonlySet<string> = new Set('a img iframe video audio script article main body html button'.split(' '));
/** Elements of players, whose words stand in for a film until it is there. Example: `lite-youtube`. */
const own = /-|^oembed$/;
const LONGEST = 300;
const STEPS = 200;

/** A link in it leads to the same place: quotes of posts have one. */
function isLinked(node: Node, address: string): boolean {
  const place = address.replace(/^https?:\/\/(?:www\.)?/, '');
  let left = STEPS;
  for (let at: Node | null = node; at && left > 0; at = step(at, node), left--) {
    if (at.name === 'iframe' || (at.name === 'a' && at.get('href')?.includes(place))) return true;
  }
  return false;
}

function isPlayer(node: Node): boolean {
  const address = others.has(node.name) ? null : playerAddress(node);
  if (address === null || isLinked(node, address)) return false;
  const text = shortText(node, LONGEST, STEPS);
  return text === '' || (text !== null && own.test(node.name));
}

function standsInText({ prev, next }: Node): boolean {
  return [prev, next].some((side) => side?.name === 'a' || (isText(side) && side.data.trim() !== ''));
}

const link: Act = (node, edits) => {
  const address = playerAddress(node) as string;
  const words = ['title', 'data-title', 'data-param-title', 'playlabel', 'aria-label'].map((name) => node.get(name));
  const text = words.find((word) => word?.trim()) ?? address;
  const isBox = isBlockElement(node) && node.name !== 'p';
  const isReplaced = !isBox && node.children.length === 0 && isEmpty(node);
  let place = node;
  if (isReplaced && !standsInText(node) && node.parent?.name !== 'p')
    place = edits.addElement('div', [], node, 'before');
  else if (!isReplaced && own.test(node.name)) place = edits.addElement('div', [], node, 'append');
  const where = isReplaced && place === node ? 'before' : 'append';
  edits.addText(text, edits.addElement('a', [['href', address]], place, where), 'append');
  if (isReplaced) edits.remove(node);
};

export const playerElement = defineRule({
  name: 'player-element',
  group: 'links',
  why: 'A script would have put a film, a post or code into an element that only names it; a link to it is what is left.',
  match: { names: ['#attributed'], needs: playerMarks, test: isPlayer },
  action: { edit: link },
  examples: [
    {
      title: 'a film of AMP',
      before: '<p>One.</p><amp-youtube data-videoid="x1_y" layout="responsive"></amp-youtube>',
      after:
        '<p>One.</p><div><a href="https://www.youtube.com/watch?v=x1_y">https://www.youtube.com/watch?v=x1_y</a></div>',
    },
    {
      title: 'one that is named, in a sentence',
      before: '<p>See <lite-youtube videoid="x1" title="The ferry"></lite-youtube> too.</p>',
      after: '<p>See <a href="https://www.youtube.com/watch?v=x1">The ferry</a> too.</p>',
    },
    {
      title: 'code',
      before: '<div data-gist-id="0123abcd"></div>',
      after:
        '<div data-gist-id="0123abcd"><a href="https://gist.github.com/0123abcd">https://gist.github.com/0123abcd</a></div>',
    },
    {
      title: "an editor's film",
      before: '<figure class="media"><oembed url="https://film.example/1"></oembed></figure>',
      after: '<figure class="media"><div><a href="https://film.example/1">https://film.example/1</a></div></figure>',
    },
  ],
  keeps: [
    {
      title: 'a post that has its link',
      html: '<blockquote data-instgrm-permalink="https://www.instagram.com/p/x1/"><a href="https://www.instagram.com/p/x1/?utm=1">A photo</a></blockquote>',
    },
    { title: 'a link', html: '<a href="https://a.example/" data-youtube-id="x1">film</a>' },
    { title: 'what is no name', html: '<div data-gist-id="{{ id }}"></div>' },
    {
      title: 'words in a box that an editor copied',
      html: '<div class="fb-post" data-href="https://social.example/posts/1">Notes on the debate.</div>',
    },
    { title: 'another id', html: '<div data-id="123" class="post"></div>' },
  ],
});
