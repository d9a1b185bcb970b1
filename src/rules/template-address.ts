import type { Node } from '../body/tree.js';
import { type Act, defineRule } from '../clean/rule.js';

/** Example: `{{< relref "a.md" >}}`, `{% post_url 2012-01-02-a %}`, `{{ "/a.css" | relative_url }}`. */
const quoted = /\{\{[<%]?\s*(?:(?:relref|ref)\s+(?:\.\s+)?)?["']([^"']*)["'][^{}]*\}\}/g;
const bare = /\{%-?\s*(?:post_url|link|asset_path|post_path)\s+([^\s{}%]+)\s*-?%\}/g;
/** The address of the site itself: what follows starts at its root. Example: `{{ site.baseurl }}`. */
const site =
  /\{\{\s*(?:site\.(?:baseurl|url)|\.?Site\.BaseURL|\.?Site\.BaseUrl|baseurl|site_url|site\.github\.url)\s*\}\}|\{\{[<%]\s*(?:blogdown\/postref|siteurl|baseurl)\s*[>%]\}\}/gi;
const name = 'template-address';

/** What an address is without its template tags, as far as they name it. */
function named(url: string): string {
  return url.slice(0, 4000).replace(site, '').replace(quoted, '$1').replace(bare, '$1').trim();
}

const target = (node: Node): 'href' | 'src' => (node.name === 'img' ? 'src' : 'href');

const resolve: Act = (node, edits) => {
  const before = node.get(target(node)) as string;
  const after = named(before);
  if (after !== before && after !== '') edits.attribute(node, target(node), after);
};

export const templateAddress = defineRule({
  name,
  group: 'links',
  why: 'Addresses that a site engine would have filled in name the page or the file that they lead to; the link gets that name.',
  match: { names: ['a', 'img'], test: (node) => node.get(target(node))?.includes('{') ?? false },
  unless: (_, { options, markdown }) => options.target !== undefined || markdown,
  action: { edit: resolve },
  examples: [
    { title: 'hugo', before: `<a href='{{< relref "a.md" >}}'>a</a>`, after: '<a href="a.md">a</a>' },
    { title: 'Jekyll', before: '<img src="{{ site.baseurl }}/i/a.png">', after: '<img src="/i/a.png">' },
    {
      title: 'a post of Jekyll',
      before: '<a href="{% post_url 2012-01-02-a %}">a</a>',
      after: '<a href="2012-01-02-a">a</a>',
    },
  ],
  keeps: [{ title: 'what nobody can fill in', html: '<a href="{{ page.next.url }}">next</a>' }],
});
