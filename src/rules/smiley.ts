import type { Node } from '../body/tree.js';
import { type Act, defineRule } from '../clean/rule.js';

/** Example: `wp-smiley`, `emoji`, `emoticon`. */
const smileyClass = /(?:^|[\s_-])(?:wp-smiley|smiley|smilie|smilies|emoji|emojione|emoticon|twemoji)(?:$|[\s_-])/i;
/** Example: `/smilies/icon_smile.gif`, `//s.w.org/images/core/emoji/72x72/1f600.png`. */
const smileyPath =
  /\/(?:smil(?:ies|eys?)|emoticons?|emojis?|twemoji|face)\/(?:[\w.-]+\/){0,4}([\w%-]+)\.(?:gif|png|svg)(?:$|[?#])/i;
/** Code points that emoji images are named after. Example: `1f468-200d-1f469`. */
const codePoints = /^(?:u)?([0-9a-f]{4,6}(?:-[0-9a-f]{4,6}){0,9})$/i;

/** What Chinese services call the pictures in their editors. Example: `/expression/ext/normal/0b/tootha_thumb.gif`. */
const facePath = /\/(?:expression|emotions?|emot|qqface|faces?)\//i;
const faceName = /^\[[\u3400-\u9fffA-Za-z]{1,8}\]$/;

function isFace(node: Node): boolean {
  if (node.get('type') === 'face') return true;
  return faceName.test(node.get('alt') ?? node.get('title') ?? '') && facePath.test(node.get('src') ?? '');
}

function isSmiley(node: Node): boolean {
  const size = Number.parseInt(node.get('width') ?? node.get('height') ?? '16', 10);
  if (size > 48) return false;
  if (isFace(node)) return true;
  return smileyClass.test(node.get('class') ?? '') || smileyPath.test((node.get('src') ?? '').slice(-200));
}

/** What the picture says: its alternative text, else its name. */
function textOfSmiley(node: Node): string | null {
  const alt = (node.get('alt') ?? '').trim() || (node.get('title') ?? '').trim();
  if (alt) return alt.length <= 24 ? alt : null;
  const name = smileyPath.exec((node.get('src') ?? '').slice(-200))?.[1];
  if (!name) return null;
  const codes = codePoints
    .exec(name)?.[1]
    ?.split('-')
    .map((code) => Number.parseInt(code, 16));
  if (codes?.every((code) => code > 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff))) {
    return String.fromCodePoint(...codes);
  }
  return `:${name.replace(/^icon[_-]/, '')}:`;
}

const spell: Act = (node, edits) => {
  const text = textOfSmiley(node);
  if (!text) return;
  edits.addText(text, node, 'before');
  edits.remove(node);
};

export const smiley = defineRule({
  name: 'smiley',
  group: 'images',
  why: 'A smiley that a site shows as a small image is a character of the text: the text gets the character.',
  match: { names: ['img'], test: isSmiley },
  action: { edit: spell },
  examples: [
    {
      title: "WordPress' smiley",
      before: '<p>Fine <img src="/wp-includes/images/smilies/icon_smile.gif" alt=":)" class="wp-smiley"></p>',
      after: '<p>Fine :)</p>',
    },
    {
      title: 'a face of a microblog',
      before: '<p>好<img src="http://i.example/expression/0b/tootha_thumb.gif" alt="[嘻嘻]" type="face"></p>',
      after: '<p>好[嘻嘻]</p>',
    },
    {
      title: 'an emoji that is named by its code',
      before: '<p>Fine <img src="https://s.w.org/images/core/emoji/72x72/1f600.png"></p>',
      after: '<p>Fine 😀</p>',
    },
  ],
  keeps: [
    { title: 'a big picture of one', html: '<img src="/emoji/1f600.png" width="512" alt="😀">' },
    { title: 'a study of expressions', html: '<img src="/expression/joy.png" alt="joy">' },
    { title: 'a photo with such a name', html: '<img src="/photos/smiley-ham.jpg" alt="ham">' },
  ],
});
