import { targetAttribute } from '../body/target.js';
import type { Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';

/** A host in front of a path: `//www.example.com/a`; not `//images/a`, a path with one stroke too many. */
const schemeless = /^\s*\/\/(?=(?:[\p{L}\d_-]{1,63}\.){1,8}[\p{L}\d-]{2,63}(?:[:/?#]|\s*$))/u;
const plain = /^\s*http:/i;
/** Where elements keep addresses, known ones and those of other languages. */
const names = ['href', 'src', 'data-src', 'url'];

/** Two strokes that no scheme stands before, in HTML and in Markdown (`[a]://host`): `https://` is in every article. */
const starts = /(?:^|[^:]|\]:)\/\//;

const begins = /^\s*\/\//;

function mayBeSchemeless({ attributes }: Node): boolean {
  for (const value of attributes?.values() ?? []) if (begins.test(value)) return true;
  return false;
}

function attributesOf(node: Node): string[] {
  const target = targetAttribute(node);
  const held = target === null || names.includes(target) ? names : [...names, target];
  return held.filter((name) => schemeless.test(node.get(name) ?? ''));
}

export const schemelessAddress = defineRule({
  name: 'schemeless-address',
  group: 'links',
  why: 'An address without a scheme has that of the page it stands on; in a file it leads to the local disk, so it gets https, or the scheme of its article.',
  match: {
    names: ['#attributed'],
    needs: [starts],
    test: (node) => node.name !== 'img' && mayBeSchemeless(node) && attributesOf(node).length > 0,
  },
  action: {
    edit: (node, edits, { url }) => {
      const scheme = url !== null && plain.test(url) ? 'http://' : 'https://';
      for (const name of attributesOf(node)) {
        edits.attribute(node, name, (node.get(name) as string).replace(schemeless, scheme).trimEnd());
      }
    },
  },
  examples: [
    { title: 'a link', before: '<a href="//example.org/a">a</a>', after: '<a href="https://example.org/a">a</a>' },
    {
      title: 'a film',
      before: '<iframe src="//film.example/embed/x1"></iframe>',
      after: '<iframe src="https://film.example/embed/x1"></iframe>',
    },
  ],
  keeps: [
    { title: 'a path', html: '<a href="//images/a.png">a</a><a href="/a//b.example/c">c</a>' },
    { title: 'an image, which a page that shows the text finds as before', html: '<img src="//example.org/a.png">' },
    { title: 'in the text', html: '<p>//example.org/a</p>' },
  ],
});
