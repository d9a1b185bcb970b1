import type { Node } from '../body/tree.js';
import type { Context } from '../clean/context.js';
import type { Edits } from '../clean/edits.js';
import { type Act, defineRule } from '../clean/rule.js';
import { attributesOf, enclose, findClosing, type Tag } from './lib/shortcodes.js';

const languages =
  'actionscript3|as3|bash|shell|coldfusion|cpp|csharp|css|delphi|diff|erlang|fsharp|go|groovy|html|java|javafx|javascript|js|latex|matlab|objc|perl|php|plain|powershell|python|py|rails|ruby|scala|sql|swift|vb|xml';

/** Example: `[sourcecode language="js"]`, `[php]`, `{% highlight go %}`, `{{< highlight go >}}`. */
const opening = new RegExp(
  `\\[(code|sourcecode|source|cc|cci|ccn|crayon|${languages})((?:\\s[^\\][]*)?)\\]|\\{%-?\\s*(highlight|codeblock)\\s([^%{}]*)%\\}|\\{\\{[<%]\\s*(highlight)\\s([^{}]*)[>%]\\}\\}`,
  'i',
);
const name = 'code-shortcode';
/** The rest of the opening tag's line. */
const firstLineEnd = /^[ \t]*\n/;

interface Shortcode {
  open: Tag;
  close: Tag;
  language: string;
}

function find(node: Node): Shortcode | null {
  const match = opening.exec(node.data);
  if (!match) return null;
  const [whole, bracket, rest = '', liquid, liquidRest = '', hugo, hugoRest = ''] = match;
  const open = { node, from: match.index, to: match.index + whole.length };
  const word = bracket ?? liquid ?? hugo ?? '';
  const closing = bracket
    ? new RegExp(`\\[\\/${word}\\]`, 'i')
    : liquid
      ? new RegExp(`\\{%-?\\s*end${word}\\s*-?%\\}`, 'i')
      : new RegExp(`\\{\\{[<%]\\s*\\/\\s*${word}\\s*[>%]\\}\\}`, 'i');
  const close = findClosing(open, closing);
  if (!close) return null;
  const attributes = attributesOf(rest);
  const named = attributes.get('language') ?? attributes.get('lang') ?? rest.split('=')[1]?.replace(/["'\s]/g, '');
  const isLanguage = bracket && !/^(?:code|sourcecode|source|cc|cci|ccn|crayon)$/i.test(bracket);
  const bare = /^\s*(?:lang:)?"?([\w+#-]+)/.exec(liquidRest || hugoRest)?.[1];
  return { open, close, language: (named ?? (isLanguage ? bracket : bare) ?? '').toLowerCase() };
}

/** A mark of code whose other end stands in another block; the words between keep their blocks. Example: `[cc lang="sql"]`. */
const loneMark =
  /\[(?:cc[a-z]{0,3}|sourcecode|crayon)(?:_\w{1,16})?(?:\s+[\w-]{1,20}=(?:"[^"\]]{0,40}"|'[^'\]]{0,40}'|“[^”\]]{0,40}”))+\s?\]|\[\/(?:cc[a-z]{0,3}|sourcecode|crayon)\]/i;

function hasOther({ source }: Context, mark: string): boolean {
  const name = /[a-z]+/i.exec(mark)?.[0] ?? '';
  return source.includes(mark[1] === '/' ? `[${name}` : `[/${name}`);
}

const build: Act = (node, edits, context) => {
  const found = find(node);
  if (!found) {
    const mark = loneMark.exec(node.data);
    if (mark && hasOther(context, mark[0])) edits.removeText(node, mark.index, mark.index + mark[0].length);
    return;
  }
  const range = found && enclose(edits, found.open, found.close);
  if (!range) return;
  const [first, last] = range;
  // One line inside a sentence is a word of code, not a block.
  const isWord =
    first === last &&
    !first.data.includes('\n') &&
    first.data.length < 80 &&
    (!!first.prev?.data.trim() || !!last.next?.data.trim());
  const language =
    found.language && found.language !== 'plain' ? [['class', `language-${found.language}`] as const] : [];
  const code = edits.wrap('code', language, first, last);
  if (isWord) return;
  edits.wrap('pre', [], code, code);
  removeLineEnd(first, edits);
};

/** The line end behind the opening tag is no line of the code. Where lines are breaks it is both. */
function removeLineEnd(first: Node, edits: Edits): void {
  const text = first.name === 'br' ? first.next : first;
  if (first.name === 'br') edits.remove(first);
  const length = firstLineEnd.exec(text?.data ?? '')?.[0].length ?? 0;
  if (text && length > 0 && length < text.data.length) edits.removeText(text, 0, length);
}

export const codeShortcode = defineRule({
  name,
  group: 'leftovers',
  why: 'Blog engines write code between tags of their own (`[code]`, `{% highlight %}`); without the engine it is a code block.',
  match: {
    names: ['#text'],
    needs: ['[', '{'],
    test: ({ data }) => (data.includes('[') || data.includes('{')) && (opening.test(data) || loneMark.test(data)),
  },
  unless: (_, { markdown, options }) => markdown || options.target !== undefined,
  action: { edit: build },
  examples: [
    {
      title: 'WordPress',
      before: '<div>[sourcecode language="js"]\nlet a = 1;\n[/sourcecode]</div>',
      after: '<div><pre><code class="language-js">let a = 1;\n</code></pre></div>',
    },
    {
      title: 'Jekyll',
      before: '<div>{% highlight ruby %}\nputs 1<br>\n{% endhighlight %}</div>',
      after: '<div><pre><code class="language-ruby">puts 1<br>\n</code></pre></div>',
    },
    {
      title: 'inside a sentence',
      before: '<p>Call [code]run()[/code] now.</p>',
      after: '<p>Call <code>run()</code> now.</p>',
    },
    {
      title: 'marks in two blocks',
      before: '<p>One:<br>[cc lang="sql"]select 1</p><p>from t;[/cc]</p>',
      after: '<p>One:<br>select 1</p><p>from t;</p>',
    },
  ],
  keeps: [
    { title: 'a mark without its other end', html: '<p>Begin with [cc lang="sql"] there.</p>' },
    { title: 'no end', html: '<p>The [code] is secret.</p>' },
    { title: 'a note in brackets', html: '<p>[php] is a tag.</p>' },
  ],
});
