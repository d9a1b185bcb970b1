/** Articles that try to run code where their outputs are shown, and a look at outputs that shares no code with ours. */
import { HtmlRenderer, Parser } from 'commonmark';
import MarkdownIt from 'markdown-it';
import { micromark } from 'micromark';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { gfm } from './gfm.js';

type Html = DefaultTreeAdapterMap['node'];

const parser = new Parser();
const renderer = new HtmlRenderer();
const markdownIt = new MarkdownIt({ html: true });
markdownIt.validateLink = () => true;
markdownIt.normalizeLink = (url) => url;

const readers: Record<string, (markdown: string) => string> = {
  commonmark: (markdown) => renderer.render(parser.parse(markdown)),
  'markdown-it': (markdown) => markdownIt.render(markdown),
  micromark: (markdown) => micromark(markdown, { allowDangerousHtml: true, allowDangerousProtocol: true, ...gfm }),
};

const pictures = new Set('srcset poster background'.split(' '));
const words = new Set('alt title class id style name width height type encoding label'.split(' '));

/** The address as a browser takes it runs code. */
export function isLiveUrl(address: string, asImage: boolean): boolean {
  if (!URL.canParse(address, 'https://site.example/post/')) return false;
  const { protocol, pathname } = new URL(address, 'https://site.example/post/');
  if (protocol === 'data:') return !(asImage && /^image\//i.test(pathname));
  return protocol === 'javascript:' || protocol === 'vbscript:';
}

function* below(node: Html): Generator<Html> {
  const open: Html[] = [node];
  for (let at = open.pop(); at; at = open.pop()) {
    yield at;
    if ('content' in at) open.push(at.content);
    if ('childNodes' in at) open.push(...at.childNodes);
  }
}

/** What in a page would run, or null. */
function liveInHtml(html: string): string | null {
  for (const node of below(parse(html))) {
    if (!('attrs' in node)) continue;
    const { tagName, attrs } = node;
    const type = attrs.find(({ name }) => name === 'type')?.value ?? '';
    if (tagName === 'script' && !type.startsWith('math/')) return '<script>';
    for (const { name, value } of attrs) {
      if (/^on[a-z]{3,}$/.test(name) || name === 'srcdoc') return `<${tagName} ${name}>`;
      const asImage = pictures.has(name) || (tagName === 'img' && name === 'src');
      if (!words.has(name) && (tagName === 'param' || name !== 'value') && isLiveUrl(value, asImage)) {
        return `<${tagName} ${name}=${JSON.stringify(value.slice(0, 60))}>`;
      }
    }
  }
  return null;
}

/** What in a Markdown text would run for one of three readers, or null. */
export function liveInMarkdown(markdown: string): string | null {
  for (const [name, read] of Object.entries(readers)) {
    const live = liveInHtml(read(markdown));
    if (live) return `${name}: ${live}`;
  }
  return null;
}

/** Every character as a reference, or only what would end an attribute. */
const references = (text: string): string => Array.from(text, (one) => `&#${one.codePointAt(0)};`).join('');
const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const htmlAddresses: ((url: string) => string)[] = [
  (url) => `<p>Read <a href="${url}">this page</a> now.</p>`,
  (url) => `<p>Map: <map name="m"><area href="${url}" alt="North"></map></p>`,
  (url) => `<p>One <img src="${url}" alt="a cat"> two.</p>`,
  (url) => `<p>One <img data-src="${url}" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="a cat"> two.</p>`,
  (url) => `<picture><source srcset="${url} 2x"><img alt="a cat"></picture>`,
  (url) => `<iframe src="${url}"></iframe>`,
  (url) => `<iframe data-src="${url}"></iframe>`,
  (url) => `<frameset><frame src="${url}"></frameset>`,
  (url) => `<object data="${url}">Words</object>`,
  (url) => `<object><param name="movie" value="${url}">Words</object>`,
  (url) => `<object type="image/svg+xml" data="${url}">Words</object>`,
  (url) => `<embed src="${url}">`,
  (url) => `<video src="${url}">Words</video>`,
  (url) => `<audio><source src="${url}">Words</audio>`,
  (url) =>
    `<form action="${url}"><button formaction="${url}">Go</button><input type="submit" formaction="${url}"></form>`,
  (url) => `<math><mtext href="${url}">y</mtext></math>`,
  (url) => `<math><maction xlink:href="${url}"><mi>y</mi></maction></math>`,
  (url) => `<svg width="9" height="9"><a xlink:href="${url}"><text>Hi</text></a></svg>`,
  (url) => `<svg><a href="${url}"><text>Hi</text></a><use href="${url}"/></svg>`,
  (url) => `<svg><a><animate attributeName="href" to="${url}" values="#;${url}"/><text>Hi</text></a></svg>`,
  (url) => `<blockquote cite="${url}"><p>Words</p></blockquote>`,
  (url) => `<a href="#a" ping="${url}">words</a>`,
  (url) => `<x-card href="${url}" data-src="${url}">Words</x-card>`,
  (url) => `<meta http-equiv="refresh" content="0;url=${url}">`,
  (url) => `<base href="${url}"><a href="">words</a>`,
  (url) => `<table><tr><td background="${url}"><a href="${url}">x</a></td><td>y</td></tr></table>`,
  (url) => `<a href="${url}"><img src="a.png" alt="b"></a>`,
  (url) => `<pre><code>a <a href="${url}">b</a></code></pre>`,
];

const markdownAddresses: ((url: string) => string)[] = [
  (url) => `Read [this page](<${url}>) now.`,
  (url) => `Read [this page](${url.replace(/[\s()]/g, '')}) now.`,
  (url) => `Read ![a cat](<${url}> "t") now.`,
  (url) => `Read [this page][1] and [1] now.\n\n[1]: <${url}>`,
  (url) => `Read [this page][one] now.\n\n> - [One]: <${url}>\n>   "title"`,
  (url) => `Read [this page][a\\]b] now.\n\n[a\\]b]:\n  <${url}>`,
  (url) => `> Read [this\n> page](\n> <${url}>) now.`,
  (url) => `- a\n\n  1. [b *c*](<${url}>\n     "t") d`,
  (url) => `| a | b |\n| - | - |\n| [x](<${url.replaceAll('|', '')}>) | y |`,
  (url) => `[![a](b.png)](<${url}>)`,
  (url) => `$x [y](<${url}>) z$ and {{ [y](<${url}>) }}`,
];

const scripts: string[] = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC="//e.example/x.js"></SCRIPT >',
  '<script\ntype="module">alert(1)</script\n>',
  '<script>\n\nif (a < b) {\n\n    alert(1)\n}\n</script>',
  '<script>document.write("<img src=x onerror=alert(1)>")',
  '<svg><script>alert(1)</script></svg>',
  '<svg onload=alert(1)><circle r="9"/></svg>',
  '<svg><title><img src=x onerror=alert(1)></title></svg>',
  '<svg><desc><p onclick="x()">words</p></desc></svg>',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=alert(1)></annotation-xml></math>',
  '<img src=x onerror=alert(1)>',
  '<img src=x onerror="alert(1)" alt="a &quot;b&quot;">',
  '<img src="x"onerror="alert(1)">',
  '<img/src=x/onerror=alert(1)>',
  '<img src=x\nonerror=alert(1)\n>',
  '<img src=x\n\nonerror=alert(1)>',
  '<div>\n<img src=x onerror=alert(1)\n\nfoo *b*',
  '<div>\n<a title="\n\n[x](onmouseover=alert(1)//) and "b"',
  '<div><p title=\'\n\n> <img alt="\' onclick=alert(1) ">\n',
  '<x-card onclick="go()">Words</x-card>',
  '<your-name ONMOUSEOVER=go()>',
  '<details open ontoggle=alert(1)><summary>a</summary>b</details>',
  '<body onload=alert(1)>words</body>',
  '<!-- a --!> <img src=x onerror=alert(1)> -->',
  '<!--> <img src=x onerror=alert(1)> -->',
  '<!-- a\n\n<img src=x onerror=alert(1)> -->',
  '<? a > <img src=x onerror=alert(1)> ?>',
  '<!X a > <img src=x onerror=alert(1)>',
  '<![CDATA[ a > <img src=x onerror=alert(1)> ]]>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><img src=x onerror=alert(1)></template>',
  '<textarea><img src=x onerror=alert(1)></textarea>',
  '<title><img src=x onerror=alert(1)></title>',
  '<style><img src=x onerror=alert(1)></style>',
  '<pre><img src=x onerror=alert(1)></pre>',
  '<table><tr><td onclick=alert(1)>a</td></tr></table>',
  '<<b"c onclick=x>img src=x onerror=y>',
  '<a href="x"class=b onclick=alert(1)>words</a>',
  '<form onsubmit=x><input onfocus=alert(1) autofocus></form>',
  '<p>a\n<b onclick="x()">b</b>\n</p>',
  '<video><source onerror="alert(1)"></video>',
  '<marquee onstart=alert(1)>words</marquee>',
  'a `b <img src=x onerror=alert(1)> c',
  '\\`<img src=x onerror=alert(1)>`',
];

const around: ((body: string) => string)[] = [
  (body) => body,
  (body) => `Words ${body} and *more*.`,
  (body) => `# ${body.replace(/\s+/g, ' ')}`,
  (body) => `- one\n- ${body.replaceAll('\n', '\n  ')}\n- two`,
  (body) => `> ${body.replaceAll('\n', '\n> ')}\n\nwords`,
  (body) => `1. a\n\n   > - ${body.replaceAll('\n', '\n   >   ')}\n`,
  (body) => `| a | b |\n| - | - |\n| ${body.replace(/[\n|]+/g, ' ')} | c |`,
  (body) => `<div>\n\n${body}\n\n</div>`,
  (body) => `<div>\n${body}\n</div>\nwords *here*`,
  (body) => `{% raw %}${body}{% endraw %}`,
  (body) => `$a ${body} b$`,
  (body) => `**${body}**\n${body}`,
  (body) => `[^1] words\n\n[^1]: ${body.replaceAll('\n', '\n    ')}`,
];

export interface Attack {
  kind: 'address' | 'script';
  name: 'a.html' | 'a.md';
  body: string;
}

/** Every place with every spelling of an address; then every script in every surrounding of Markdown. */
export function* attacks(addresses: readonly string[]): Generator<Attack> {
  for (const address of addresses) {
    for (const [index, spelled] of [attribute(address), references(address)].entries()) {
      const markdown = index === 0 ? address.replace(/[<>\n]/g, '') : spelled;
      for (const place of htmlAddresses) {
        yield { kind: 'address', name: 'a.html', body: `<p>Before.</p>${place(spelled)}<p>After.</p>` };
        yield {
          kind: 'address',
          name: 'a.md',
          body: `# T *x*\n\n- a\n- ${place(spelled)}\n\n${place(spelled)} b *c*\n`,
        };
      }
      for (const place of markdownAddresses)
        yield { kind: 'address', name: 'a.md', body: `# T *x*\n\n${place(markdown)}\n` };
    }
  }
  for (const script of scripts) {
    yield { kind: 'script', name: 'a.html', body: `<p>Before.</p>${script}<p>After.</p>` };
    for (const place of around)
      yield { kind: 'script', name: 'a.md', body: `# T *x*\n\n${place(script)}\n\nThe *end*.\n` };
  }
}
