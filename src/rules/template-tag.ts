import { blockOf, isBlockElement, shortText } from '../body/traverse.js';
import { type Node, TEXT } from '../body/tree.js';
import { oneLine, showsNothing } from '../body/white-space.js';
import type { Context } from '../clean/context.js';
import { type Act, defineRule } from '../clean/rule.js';
import { attributesOf } from './lib/shortcodes.js';

/** Example: `{{< figure src="a.png" >}}`, `{% asset_img a.png %}`, `{{ site.title }}`. */
const tag = /\{%-?\s*([\w/-]+)([^{}%]*)%\}|\{\{[<%]\s*(\/?\s*[\w/.-]+)([^{}]*)[>%]\}\}|\{\{[^{}<%][^{}]*\}\}/;
const all = new RegExp(tag, 'g');

/** Marks around text that the engine must not read: they go wherever they stand. */
const raw = /^\/?\s*(?:raw|endraw|verbatim|endverbatim)$/;
const imageTag = /^(?:figure|img|image|asset_img|asset_image|picture|photo)$/i;
const videoTag = /^(?:youtube|vimeo|bilibili|gist|tweet|twitter|instagram|asciinema|asset_link|link)$/i;
const addresses: Record<string, string> = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  bilibili: 'https://www.bilibili.com/video/',
};
const name = 'template-tag';

interface Said {
  tag: string;
  rest: string;
}

function read(text: string): Said {
  const match = tag.exec(text);
  return { tag: (match?.[1] ?? match?.[3] ?? '').trim(), rest: (match?.[2] ?? match?.[4] ?? '').trim() };
}

/** Words of a tag without names: `asset_img a.png "A cat"`. */
function words(rest: string): string[] {
  return [...rest.slice(0, 2000).matchAll(/"([^"]*)"|'([^']*)'|([^\s"']+)/g)].map(
    (word) => word[1] ?? word[2] ?? word[3] ?? '',
  );
}

function replace(node: Node, from: number, text: string, edits: Parameters<Act>[1], alone: boolean): void {
  const said = read(text);
  const attributes = attributesOf(said.rest);
  const plain = words(said.rest).filter((word) => !word.includes('='));
  const place = (): Node => {
    edits.split(node, from + text.length);
    return from > 0 ? (edits.split(node, from) ?? node) : node;
  };
  if (imageTag.test(said.tag)) {
    const src = attributes.get('src') ?? attributes.get('link') ?? plain.find((word) => /[./]/.test(word));
    if (!src) return;
    const at = place();
    const alt = attributes.get('alt') ?? '';
    const caption = attributes.get('caption') ?? attributes.get('title') ?? '';
    const holder = caption ? edits.addElement('figure', [], at, 'before') : at;
    edits.addElement(
      'img',
      [['src', src], ...(alt ? [['alt', alt] as const] : [])],
      holder,
      caption ? 'append' : 'before',
    );
    if (caption) edits.addText(caption, edits.addElement('figcaption', [], holder, 'append'), 'append');
    edits.remove(at);
    return;
  }
  const id = attributes.get('id') ?? attributes.get('src') ?? attributes.get('url') ?? plain[0];
  if (videoTag.test(said.tag) && id) {
    const url = /^https?:/.test(id)
      ? id
      : addresses[said.tag.toLowerCase()] && `${addresses[said.tag.toLowerCase()]}${id}`;
    if (url) {
      const at = place();
      edits.addText(url, edits.addElement('a', [['href', url]], at, 'before'), 'append');
      edits.remove(at);
      return;
    }
  }
  if (alone || raw.test(said.tag)) edits.remove(place());
}

/** A tag in an item or a cell may be what a table of tags speaks of. Example: `<td>{{ site.title }}</td>`. */
const items: ReadonlySet<string> = new Set(['li', 'td', 'th', 'dt', 'dd']);
const value = /^\{\{(?![<%])/;

/** Words stand in the item or cell beside this one. */
function hasCompany(item: Node): boolean {
  return [item.prev, item.next].some((side) => {
    const near = side?.type === TEXT && showsNothing(side.data) ? (side === item.prev ? side.prev : side.next) : side;
    return items.has(near?.name ?? '') && shortText(near as Node, 2000) !== '';
  });
}

/** Blank texts that are passed over. */
const REACH = 8;

/** A line ends beside the node: a block or a line break is next, blank texts apart. */
function isLineEnd(node: Node, side: 'prev' | 'next'): boolean {
  let near = node[side];
  for (let left = REACH; left > 0 && near?.type === TEXT && showsNothing(near.data); left--) near = near[side];
  return near === null || near.name === 'br' || isBlockElement(near);
}

/** Alone in its block, or on a line of its own between blocks; in an element of a sentence it is a word of it. */
function standsAlone(node: Node, text: string): boolean {
  const block = blockOf(node);
  if (items.has(block.name) && (value.test(text) || hasCompany(block))) return false;
  if (shortText(block, 2000) === text) return true;
  return node.parent === block && isLineEnd(node, 'prev') && isLineEnd(node, 'next');
}

const take: Act = (node, edits) => {
  const found = [...node.data.matchAll(all)].reverse();
  const rest = node.data.replace(all, '').trim();
  const text = oneLine(node.data);
  const alone = rest === '' && text.length < 2000 && standsAlone(node, text);
  for (const match of found) replace(node, match.index, match[0], edits, alone);
};

export const templateTag = defineRule({
  name,
  group: 'leftovers',
  why: 'Tags of Jekyll, hugo and hexo are commands to the engine that built the site: images and videos become what they name, tags that stand alone go, those inside a sentence stay as they were typed.',
  match: { names: ['#text'], needs: ['{'], test: ({ data }: Node) => data.includes('{') && tag.test(data) },
  unless: (_: Node, { markdown, options }: Context) => markdown || options.target !== undefined,
  action: { edit: take },
  examples: [
    { title: 'an include', before: '<p>One.</p><div>{% include ad.html %}</div>', after: '<p>One.</p><div></div>' },
    {
      title: 'a figure of hugo',
      before: '<div>{{&lt; figure src="/a.png" alt="A" caption="A cat" &gt;}}</div>',
      after: '<div><figure><img src="/a.png" alt="A"><figcaption>A cat</figcaption></figure></div>',
    },
    { title: 'an image of hexo', before: '<div>{% asset_img a.png %}</div>', after: '<div><img src="a.png"></div>' },
    {
      title: 'marks around text',
      before: '<p>Use {% raw %}{{ x }}{% endraw %} here.</p>',
      after: '<p>Use {{ x }} here.</p>',
    },
    {
      title: 'a video',
      before: '<p>{% youtube x1 %}</p>',
      after: '<p><a href="https://www.youtube.com/watch?v=x1">https://www.youtube.com/watch?v=x1</a></p>',
    },
  ],
  keeps: [
    {
      title: 'in an element of a sentence',
      html: '<p>The template <b>{{nota}}</b> stands below, <span>{{cita}}</span> above.</p><ul><li><a href="#b"><span>28</span> <span>{{Infobox}}</span></a></li></ul>',
    },
    {
      title: 'in a table of tags',
      html: '<table><tr><td>{{ site.title }}</td><td>its title</td></tr><tr><td>{% if x %}</td> <td>a condition</td></tr></table>',
    },
    { title: 'inside a sentence', html: '<p>Write {{ page.title }} in the head.</p>' },
    { title: 'in code', html: '<pre>{% if x %}</pre>' },
  ],
});
