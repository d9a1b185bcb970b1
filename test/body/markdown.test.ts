import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMarkdown } from '../../src/body/markdown/parse.js';
import { descendants, ELEMENT, type Node, TEXT } from '../../src/body/tree.js';
import { writeMarkdownBody } from '../../src/write/source/write.js';
import { growth, tooSteep } from '../growth.js';

/**
 * `div("a" code("b"))`, elements that only mark code with a `+`, Markdown's own paragraphs and marks of emphasis left
 * out: the shape of a tree in one line.
 */
function shape(node: Node): string {
  const parts: string[] = [];
  for (let child = node.first; child; child = child.next) {
    if (child.name === '#syntax') continue;
    if (child.added && /^(?:p|h\d)$/.test(child.name)) parts.push(shape(child));
    else if (child.type === TEXT) {
      if (child.data.trim() !== '') parts.push(JSON.stringify(child.data.trim()));
    } else parts.push(`${child.added ? '+' : ''}${child.name}${child.first ? `(${shape(child)})` : ''}`);
  }
  return parts.join(' ');
}

const shapes: [title: string, markdown: string, expected: string][] = [
  ['Markdown is raw text', 'A *b* &amp; [c]', '"A *b* &amp; [c]"'],
  ['inline HTML is elements', 'a <b class="x">*b*</b> c', '"a" b("*b*") "c"'],
  ['text of HTML blocks is decoded', '<div>a &amp; b</div>', 'div("a & b")'],
  ['code spans are code', 'a `<b>` c', '"a" +code("`<b>`") "c"'],
  ['fences are code', '```\n<b>\n```', '+pre("```\\n<b>\\n```")'],
  ['indented code is code', 'a\n\n    <b>\n', '"a" +pre("<b>")'],
  ['an element opens in one block and closes in a later one', '<div>\n\n*a*\n\n</div>\n\nb', 'div("a") "b"'],
  ['an unclosed p ends with its block', '<p><img src=a>\n\nb', 'p(img) "b"'],
  ['placeholders are text', 'Type <your-name> in.', '"Type" "<your-name>" "in."'],
  ['a title tag in prose is text', 'The <title> tag.', '"The" "<title>" "tag."'],
  [
    'autolinks are no tags',
    'See <https://example.org> and <a@b.c>.',
    '"See" +code(a("https://example.org")) "and" +code(a("a@b.c")) "."',
  ],
  ['a link holds no link', '[a [b](c) d](e)', '"[a" a("b") "d](e)"'],
  ['escapes', '\\<b> \\`<i>x</i>`', '"\\\\<b> \\\\`" i("x") "`"'],
  ['targets are code', '[a](<b> "c <i>") d', 'a("a") "d"'],
  ['math is code', '$a<b>c$ and $$x<i>$$', '+code("$a<b>c$") "and" +code("$$x<i>$$")'],
  ['LaTeX braces', 'So {{\\perp}} and $a_b$', '"So" +code("{{\\\\perp}}") "and" +code("$a_b$")'],
  [
    'template code over blocks',
    '{% highlight x %}\n\n<b>\n\n{% endhighlight %}\n\n<i>x</i>',
    '+pre("{% highlight x %}\\n\\n<b>\\n\\n{% endhighlight %}") i("x")',
  ],
  [
    'a template tag in a fence is code',
    '```\n{% raw %}\n```\n\n<i>x</i>\n\n{% endraw %}',
    '+pre("```\\n{% raw %}\\n```") i("x") +code("{% endraw %}")',
  ],
  ['cells', '| a | <b>`x</b> |\n|---|---|\n| `c | d` |', '"| a |" b("`x") "|\\n|---|---|\\n| `c | d` |"'],
  [
    'a definition list over HTML blocks',
    '<dl>\n<dt>One\n\n<dd>Two</dd>\n\n<dt>Three\n</dl>',
    'dl(dt("One") dd("Two") dt("Three"))',
  ],
  [
    'indented cells are no code',
    '<table>\n\n    <tr>\n\n        <td>a</td>\n\n    </tr>\n\n</table>',
    'table(tr(td("a")))',
  ],
  ['a quote over a blank line', 'x\n\n<blockquote>\na\n\nb\n</blockquote>\n\ny', '"x" blockquote("a" "b") "y"'],
  [
    'text under a closed block is Markdown',
    '<figure>\n<img src=a>\n</figure>\nSee [x](y).',
    'figure(img) "See" a("x") "."',
  ],
  ['comments', 'a <!-- b --> c', '"a" #comment "c"'],
  ['a tag in a title', '![a](b "x <br /> y")', 'img'],
  ['a link without quotes', '<a href=https://a.example/b>c</a>', 'a("c")'],
];
for (const [title, markdown, expected] of shapes) {
  test(`markdown: ${title}`, () => assert.equal(shape(parseMarkdown(markdown, 0).root), expected));
}

test('markdown: its own paragraphs and headings are elements, where no HTML goes over their ends', () => {
  const body = '# T\n\none *two* `c`\nthree\n- item\n\nfour <b>five\n\nsix</b> seven\n\neight &amp; <i>nine</i>\n';
  const base = 4;
  const { root } = parseMarkdown(body, base);
  const marked = root.children.filter(({ added }) => added);
  assert.deepEqual(
    marked.map((node) => [node.name, body.slice(node.start - base, node.end - base), node.textContent]),
    [
      ['h1', '# T', 'T'],
      ['p', 'one *two* `c`\nthree', 'one *two* `c`\nthree'],
      ['ul', '- item', 'item'],
      ['p', 'eight &amp; <i>nine</i>', 'eight &amp; nine'],
    ],
  );
});

/** Text, tags and comments of a tree put together again must be the source. */
function together(root: Node, source: string, base: number): string {
  const places: [number, number][] = [];
  for (const node of descendants(root)) {
    if (node.added && node.type === ELEMENT) continue;
    places.push([node.start, node.type === ELEMENT ? node.openEnd : node.end]);
    if (node.type === ELEMENT && node.closeStart < node.end) places.push([node.closeStart, node.end]);
  }
  places.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return places.map(([start, end]) => source.slice(start - base, end - base)).join('');
}

const piece = fc.constantFrom(
  ...[
    'word',
    'two words',
    '中文',
    '\n',
    '\n\n',
    ' ',
    '    ',
    '# ',
    '- ',
    '> ',
    '1. ',
    '**',
    '*',
    '_',
    '`',
    '```\n',
    '~~~\n',
  ],
  ...[
    '<b>',
    '</b>',
    '<div>',
    '</div>\n',
    '<p>',
    '</p>',
    '<!-- c -->',
    '<br>',
    '<your-name>',
    '<https://a.example>',
    '<img src="a">',
  ],
  ...[
    '[',
    ']',
    '](',
    '(',
    ')',
    '[x]: y\n',
    '$',
    '$$',
    '{{',
    '}}',
    '{% raw %}',
    '{% endraw %}',
    '|',
    '|---|\n',
    '&amp;',
    '\\',
    '<',
  ],
  ...[
    '<script>',
    '</script>',
    '<title>',
    '<table>\n',
    '<tr><td>',
    '</table>',
    '[^1]',
    '[^1]: ',
    '---\n',
    '===\n',
    '\t',
    '<?',
    '?>',
    '<![CDATA[',
    '\0',
  ],
);
const bodies = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

test('markdown: the tree holds every character of the source, raw text as it stands', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const base = 11;
      const { root } = parseMarkdown(body, base);
      for (const node of descendants(root)) {
        if (node.type === TEXT && node.raw) assert.equal(node.data, body.slice(node.start - base, node.end - base));
      }
      const stray = (text: string) => text.replace(/<\/[a-z]+>/g, '');
      assert.equal(stray(together(root, body, base)), stray(body));
    }),
    { seed: 3, numRuns: 3000 },
  );
});

/** With nothing that has a form, only the final newline may differ. */
const withoutForms = bodies.filter((body) => !/<(?:b|div|p|br|img|script|title|table|tr|td|\/)/.test(body));

test('markdown: without an edit a body is written byte for byte', () => {
  fc.assert(
    fc.property(withoutForms, (body) => {
      const source = `front matter\n${body}`;
      const { markdown, warnings } = writeMarkdownBody(parseMarkdown(body, 13), source);
      assert.equal(markdown, /^\n*$/.test(body) ? '' : body.replace(/\n*$/, '\n'));
      assert.deepEqual(warnings, []);
    }),
    { seed: 5, numRuns: 2000 },
  );
});

test('markdown: marks of all kinds stay as they were typed', () => {
  const body =
    'Setext\n======\n\n* a\n+ b\n- c\n\n__x__ and *y* [^1] ^[inline] ~~z~~ $a_b$ {{ x }} {% include y %} {{< z >}}\n\n' +
    '| a | b |\n|:--|--:|\n| `x` | <your-name> |\n\nHard  \nbreak\\\nhere\n\n```html\n<p>a</p> <- b\n```\n\n[^1]: note\n[r]: <u> "t"\n';
  assert.equal(writeMarkdownBody(parseMarkdown(body, 0), body).markdown, body);
});

test('markdown: hostile bodies parse in linear time', () => {
  const pieces = [
    '[',
    '`',
    '<',
    '*',
    '$',
    '{{',
    '](',
    '![',
    '<a b="',
    "<a b='",
    '<!--',
    '<?',
    '`` ` ',
    '> ',
    '- ',
    '<title>',
    '{% raw %}\n',
    '[a](b "',
    '|',
    '<b>',
    '<x>',
    '(',
    '[x](<',
    '$$\n',
    '<a\n',
    '\\',
    '<a"',
    '字\\\n',
    '**a**\n',
  ];
  for (const one of pieces) {
    const ratio = growth((count) => parseMarkdown(one.repeat(count), 0), 40_000);
    assert.ok(ratio < tooSteep, `${one}: ${ratio}`);
  }
  const nested = growth((count) => parseMarkdown(`${'['.repeat(count)}x${'](u)'.repeat(count)}`, 0), 40_000);
  assert.ok(nested < tooSteep, `links in links: ${nested}`);
});

const corpus = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');

test('markdown: posts of the corpus keep every byte that is no HTML', {
  skip: existsSync(corpus) ? false : 'no ../shared/corpus',
}, () => {
  let seen = 0;
  for (const entry of readdirSync(corpus, { recursive: true })) {
    const name = String(entry);
    if (!/\.(?:md|markdown)$/.test(name) || name.includes('rsshub')) continue;
    const body = readFileSync(join(corpus, name), 'utf8')
      .replace(/\r\n?/g, '\n')
      .replace(/^---\n[\s\S]*?\n---\n/, '');
    const parsed = parseMarkdown(body, 0);
    const stray = (text: string) => text.replace(/<\/[a-z]+>/gi, '');
    assert.equal(stray(together(parsed.root, body, 0)), stray(body), name);
    const { markdown } = writeMarkdownBody(parsed, body);
    assert.equal(writeMarkdownBody(parseMarkdown(markdown, 0), markdown).markdown, markdown, `${name} twice`);
    if (!/<[a-z!/]/i.test(body)) assert.equal(markdown, body.replace(/\n*$/, '\n'), name);
    seen++;
  }
  assert.ok(seen >= 20, `${seen} posts`);
});
