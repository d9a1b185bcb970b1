import { blockOf, shortText } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import { oneLine } from '../body/white-space.js';
import type { Edits } from '../clean/edits.js';
import { type Act, defineRule } from '../clean/rule.js';
import { namedBy } from './lib/addresses/shortcode-address.js';

/** Shortcodes of WordPress and its common plugins that stand without an attribute too. */
const known =
  'gallery|playlist|embed|audio|video|youtube|vimeo|slideshare|googlemaps|contact-form(?:-7)?|gravityform|ngg_images|nggallery|toc|more|ad|adsense|adrotate|sharethis|social|follow|subscribe|newsletter|divider|hr|clear|spacer|column|columns|row|one_half|one_third|two_third|one_fourth|button|box|vc_\\w+|et_pb_\\w+|fusion_\\w+|tabs?|accordion|toggle';

/** Example: `[gallery ids="1,2"]`, `[/vc_row]`. */
const alone = new RegExp(
  `^(?:\\[\\/?(?:(?:${known})(?:\\s[^\\][]*)?|[a-z][\\w-]*(?:\\s+[\\w-]+=(?:"[^"\\]]*"|'[^'\\]]*'|[^\\s\\]"']+))+)\\s*\\/?\\]\\s*)+$`,
  'i',
);

function isAlone(node: Node): boolean {
  const text = node.data.trim();
  if (text.length > 600 || !(alone.test(text) || tweet.test(text) || namedBy(text))) return false;
  return shortText(blockOf(node), 700) === oneLine(text) || standsBetween(node);
}

/** A line of its own between blocks or line breaks. */
function standsBetween({ prev, next }: Node): boolean {
  const edge = (side: Node | null): boolean =>
    side === null || side.name === 'br' || side.name === 'p' || side.name === 'div';
  return edge(prev) && edge(next);
}

/** A sentence that a plugin offers to be sent on: its words stay. Example: `[Tweet "The sea is a road"]`. */
const tweet = /^(\[(?:Tweet|bctt tweet=|clicktotweet)\s?["“])([^"”\][]{4,300})["”][^\][]{0,80}\]$/i;

function bareWords(node: Node, edits: Edits): boolean {
  const found = tweet.exec(node.data.trim());
  if (!found) return false;
  const start = node.data.indexOf('[') + (found[1] as string).length;
  const end = start + (found[2] as string).length;
  edits.removeText(node, end, node.data.length);
  edits.removeText(node, 0, start);
  return true;
}

const take: Act = (node, edits) => {
  if (bareWords(node, edits)) return;
  const named = namedBy(node.data.trim());
  if (named?.isImage) {
    const { address, words } = named;
    edits.addElement(
      'img',
      words
        ? [
            ['src', address],
            ['alt', words],
          ]
        : [['src', address]],
      node,
      'before',
    );
  } else if (named) {
    const link = edits.addElement('a', [['href', named.address]], node, 'before');
    edits.addText(named.words ?? named.address, link, 'append');
  }
  edits.remove(node);
};

export const shortcode = defineRule({
  name: 'shortcode',
  group: 'leftovers',
  why: 'A shortcode that stands alone is a command to a blog engine; no engine is there to obey. One that names a film, a sound, an image or code becomes a link or that image.',
  match: { names: ['#text'], needs: ['['], test: (node) => node.data.includes('[') && isAlone(node) },
  unless: (_, { markdown }) => markdown,
  action: { edit: take },
  examples: [
    {
      title: 'a sentence to be sent on',
      before: '<p>[Tweet "The sea is a road"]</p>',
      after: '<p>The sea is a road</p>',
    },
    { title: 'a gallery', before: '<p>One.</p><p>[gallery ids="1,2,3"]</p>', after: '<p>One.</p><p></p>' },
    {
      title: 'a video',
      before: '<p>[youtube=http://youtu.be/x1]</p>',
      after: '<p><a href="http://youtu.be/x1">http://youtu.be/x1</a></p>',
    },
    {
      title: 'a file in an attribute',
      before: '<p>[video width="640" mp4="https://a.example/f.mp4"][/video]</p>',
      after: '<p><a href="https://a.example/f.mp4">https://a.example/f.mp4</a></p>',
    },
    {
      title: 'the name of a film, of code',
      before: '<p>[youtube id="a1b2c3d4e5F"]</p><p>[gist]0123abcd[/gist]</p>',
      after:
        '<p><a href="https://www.youtube.com/watch?v=a1b2c3d4e5F">https://www.youtube.com/watch?v=a1b2c3d4e5F</a></p><p><a href="https://gist.github.com/0123abcd">https://gist.github.com/0123abcd</a></p>',
    },
    {
      title: 'an image',
      before: '<p>[img]http://a.example/b.png[/img]</p>',
      after: '<p><img src="http://a.example/b.png"></p>',
    },
    {
      title: 'an address between two tags',
      before: '<p>[embed]http://youtu.be/x1[/embed]</p>',
      after: '<p><a href="http://youtu.be/x1">http://youtu.be/x1</a></p>',
    },
  ],
  keeps: [
    { title: 'a note in brackets', html: '<p>[sic]</p><p>[1]</p><p>[Translated by A. B.]</p>' },
    { title: 'words between two tags', html: '<p>[su_note]Bring a rope.[/su_note]</p>' },
    { title: 'in a sentence', html: '<p>Type [gallery ids="1"] to get one.</p>' },
  ],
});
