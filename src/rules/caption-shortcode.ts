import { isEmpty } from '../body/traverse.js';
import { descendants, isElement, isText, type Node } from '../body/tree.js';
import { type Act, defineRule } from '../clean/rule.js';
import { attributesOf, enclose, findClosing } from './lib/shortcodes.js';

/** Example: `[caption id="attachment_1" width="300"]`. */
const opening = /\[(?:wp_)?caption\b([^\][]*)\]/i;
const closing = /\[\/(?:wp_)?caption\]/i;
const name = 'caption-shortcode';

const holdsImage = (node: Node): boolean =>
  node.name === 'img' || (isElement(node) && [...descendants(node)].some((inner) => inner.name === 'img'));

const build: Act = (node, edits) => {
  const match = opening.exec(node.data);
  if (!match) return;
  const open = { node, from: match.index, to: match.index + match[0].length };
  const close = findClosing(open, closing);
  const range = close && enclose(edits, open, close);
  if (!range) return;
  const figure = edits.wrap('figure', [], range[0], range[1]);
  let image = figure.first;
  while (image && !holdsImage(image)) image = image.next;
  const text = image?.next;
  if (text && figure.last) {
    let rest = false;
    for (let at: Node | null = text; at; at = at.next) if (!isEmpty(at)) rest = true;
    if (rest) edits.wrap('figcaption', [], text, figure.last);
  }
  const caption = attributesOf(match[1] ?? '').get('caption');
  if (!caption) return;
  const holder = edits.addElement('figcaption', [], figure, 'append');
  edits.addText(caption, holder, 'append');
};

export const captionShortcode = defineRule({
  name,
  group: 'leftovers',
  why: 'WordPress writes a picture with its caption as a `[caption]` shortcode; without WordPress it is a figure.',
  match: { names: ['#text'], needs: ['['], test: ({ data }) => data.includes('[') && opening.test(data) },
  unless: (node, { markdown }) => markdown || !isText(node),
  action: { edit: build },
  examples: [
    {
      title: 'a caption behind the image',
      before: '<div>[caption id="a_1" width="300"]<img src="a.jpg"> A cat[/caption]</div>',
      after: '<div><figure><img src="a.jpg"><figcaption> A cat</figcaption></figure></div>',
    },
    {
      title: 'a caption in the shortcode',
      before: '<div>[caption caption="A cat"]<img src="a.jpg">[/caption] Text.</div>',
      after: '<div><figure><img src="a.jpg"><figcaption>A cat</figcaption></figure> Text.</div>',
    },
  ],
  keeps: [
    { title: 'the word in brackets', html: '<p>[caption missing]</p>' },
    { title: 'a shortcode that the article shows', html: '<pre>[caption]x[/caption]</pre>' },
  ],
});
