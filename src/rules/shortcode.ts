import { blockOf, shortText } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import { type Act, defineRule } from '../clean/rule.js';

/** Shortcodes of WordPress and its common plugins that stand without an attribute too. */
const known =
  'gallery|playlist|embed|audio|video|youtube|vimeo|slideshare|googlemaps|contact-form(?:-7)?|gravityform|ngg_images|nggallery|toc|more|ad|adsense|adrotate|sharethis|social|follow|subscribe|newsletter|divider|hr|clear|spacer|column|columns|row|one_half|one_third|two_third|one_fourth|button|box|vc_\\w+|et_pb_\\w+|fusion_\\w+|tabs?|accordion|toggle';

/** Example: `[gallery ids="1,2"]`, `[/vc_row]`. */
const alone = new RegExp(
  `^(?:\\[\\/?(?:(?:${known})(?:\\s[^\\][]*)?|[a-z][\\w-]*(?:\\s+[\\w-]+=(?:"[^"\\]]*"|'[^'\\]]*'|[^\\s\\]"']+))+)\\s*\\/?\\]\\s*)+$`,
  'i',
);

/** Example: `[youtube=http://youtu.be/x]`, `[youtube http://youtu.be/x]`. */
const withAddress =
  /^\[(?:youtube|vimeo|embed|video|audio|slideshare|googlemaps|tweet|twitter|instagram|facebook|soundcloud|gist|dailymotion|ted|flickr)[=\s](?:src=|url=)?["']?(https?:\/\/[^\s"'\]]+)["']?[^\][]*\]$/i;

/** Example: `[embed width="400"]https://youtu.be/x[/embed]`. */
const enclosed =
  /^\[(embed|video|audio|youtube|vimeo|soundcloud)(?:\s[^\][]{0,200})?\]\s{0,9}(https?:\/\/[^\s"'\][]+)\s{0,9}\[\/\1\]$/i;

const name = 'shortcode';

function isAlone(node: Node): boolean {
  const text = node.data.trim();
  if (text.length > 600 || !(alone.test(text) || withAddress.test(text) || enclosed.test(text))) return false;
  return shortText(blockOf(node), 700) === text.replace(/\s+/g, ' ') || standsBetween(node);
}

/** A line of its own between blocks or line breaks. */
function standsBetween({ prev, next }: Node): boolean {
  const edge = (side: Node | null): boolean =>
    side === null || side.name === 'br' || side.name === 'p' || side.name === 'div';
  return edge(prev) && edge(next);
}

const take: Act = (node, edits) => {
  const text = node.data.trim();
  const address = withAddress.exec(text)?.[1] ?? enclosed.exec(text)?.[2];
  if (address) {
    const link = edits.addElement('a', [['href', address]], node, 'before');
    edits.addText(address, link, 'append');
  }
  edits.remove(node);
};

export const shortcode = defineRule({
  name,
  group: 'leftovers',
  why: 'A shortcode that stands alone is a command to a blog engine; no engine is there to obey. One that holds an address becomes a link.',
  match: { names: ['#text'], needs: ['['], test: (node) => node.data.includes('[') && isAlone(node) },
  unless: (_, { markdown }) => markdown,
  action: { edit: take },
  examples: [
    { title: 'a gallery', before: '<p>One.</p><p>[gallery ids="1,2,3"]</p>', after: '<p>One.</p><p></p>' },
    {
      title: 'a video',
      before: '<p>[youtube=http://youtu.be/x1]</p>',
      after: '<p><a href="http://youtu.be/x1">http://youtu.be/x1</a></p>',
    },
    {
      title: 'an address between two tags',
      before: '<p>[embed]http://youtu.be/x1[/embed]</p>',
      after: '<p><a href="http://youtu.be/x1">http://youtu.be/x1</a></p>',
    },
  ],
  keeps: [
    { title: 'a note in brackets', html: '<p>[sic]</p><p>[1]</p><p>[Translated by A. B.]</p>' },
    { title: 'in a sentence', html: '<p>Type [gallery ids="1"] to get one.</p>' },
  ],
});
