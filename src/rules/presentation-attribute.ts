import { following } from '../body/tree.js';
import { type Context, once } from '../clean/context.js';
import { type Act, defineRule } from '../clean/rule.js';

/** What says something to a reader, or to a writer that looks for notes, formulas and embedded things. */
const meaning: ReadonlySet<string> = new Set(
  'href src alt title lang dir cite datetime open name type value label display alttext encoding language data-lang data-language lang-name hidden'.split(
    ' ',
  ),
);

/** Elements whose look is never read again. Those of tables, code, media, notes and lists keep what they have. */
const plain = (
  'p div span font section article main header footer aside center h1 h2 h3 h4 h5 h6 blockquote a strong em b i u ' +
  'figure figcaption hr br big small'
).split(' ');

/** Classes that carry a language, line numbers, notes, formulas or an embedded thing. Example: `language-js`. */
const carrier =
  /(?:^|[\s_-])(?:language|lang|highlight\w*|hljs|brush|prettyprint|source(?:-?code)?|src|syntaxhighlighter|crayon|codecolorer|codehilite|geshi|shiki|coderay|rouge|listing|blob|code|dp|gutter|lines?|linenos?|linenums|math\w*|mwe|katex|latex|tex|equation|footnotes?|fn|fnref|footnote-ref|sidenote|tasks?|todo|checkbox|msolistparagraph\w*|gist|video|embed|player|tweet)(?:$|[\s_:-])/i;

/** Styles that a later look at emphasis, lines, code or lists may need. Example: `font-weight: normal`. */
const carriedStyle = /font-weight|font-style|white-space|-en-|mso-list/i;

/** Office's and browsers' own classes: noise in a Markdown body too. Example: `MsoNormal`. */
const clutter = /^(?:Mso\w*|Apple-[\w-]+)$/;

/** Places inside the article that a link leads to. */
function fragments({ root }: Context): Set<string> {
  const found = new Set<string>();
  for (let node = root.first; node; node = following(node, root)) {
    const href = node.name === 'a' ? node.get('href') : null;
    if (href?.startsWith('#')) found.add(href.slice(1));
  }
  return found;
}

function says(name: string, value: string, context: Context): boolean {
  if (name === 'style') return carriedStyle.test(value.slice(0, 2000));
  if (context.markdown) return name !== 'class' || !clutter.test(value);
  if (name === 'class') return carrier.test(value.slice(0, 500));
  if (name === 'id') return once(context, fragments).has(value) || carrier.test(value.slice(0, 500));
  return meaning.has(name);
}

const strip: Act = (node, edits, context) => {
  const names: string[] = [];
  for (const [name, value] of node.attributes as Map<string, string>) if (!says(name, value, context)) names.push(name);
  edits.attributes(node, names);
};

export const presentationAttribute = defineRule({
  name: 'presentation-attribute',
  group: 'code',
  why: 'Attributes that say how something looks or that only scripts read (`style`, `class`, `align`, `data-…`) say nothing to a reader of text.',
  match: { names: plain, test: ({ attributes }) => attributes !== null },
  action: { edit: strip },
  last: true,
  examples: [
    {
      title: 'looks',
      before: '<p class="x" style="color: red" align="center">One. <a href="b" target="_blank" data-id="1">b</a></p>',
      after: '<p>One. <a href="b">b</a></p>',
    },
    { title: 'Word', before: '<p class="MsoNormal">One.</p>', after: '<p>One.</p>' },
  ],
  keeps: [
    { title: 'a language', html: '<div class="language-js highlighter-rouge"><pre><code>let a</code></pre></div>' },
    { title: 'a place that a link leads to', html: '<p><a href="#b">b</a></p><h2 id="b">B</h2>' },
    { title: 'sides of a table', html: '<table><tr><td align="right" style="text-align:right">1</td></tr></table>' },
  ],
});
