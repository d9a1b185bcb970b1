/** The language of a code block, from the classes that highlighters and site generators write. */
import type { Node } from '../../body/tree.js';

/** `language-js`, `lang-js`, `highlight-source-js` (GitHub), `src-js` (Org mode) */
const PREFIXED = /(?:^|\s)(?:language|lang|highlight-source|highlight-text|src)-([^\s`]+)/i;
/** `highlight-python notranslate` (Sphinx) */
const SPHINX = /(?:^|\s)highlight-([\w+#-]+)\s+notranslate/;
/** `brush: js` (SyntaxHighlighter) */
const BRUSH = /(?:^|[\s;])brush:\s*([\w+#.-]+)/i;
/** `sourceCode haskell`, `hljs ruby`, `highlight python` (Pandoc, highlight.js, Hexo) */
const BESIDE = /(?:^|\s)(?:sourceCode|hljs|highlight|prettyprint|src|syntaxhighlighter)\s+([A-Za-z][\w+#-]*)/;
/** `lang:python decode:true` (Crayon) */
const CRAYON = /(?:^|\s)lang:([\w+#-]+)/;
/** What a name may be wrapped in: `{.python}`, `js{1,3}` */
const NAME = /[\w+#.-]+/;
/** Classes that are a language's name, as many generators write them. */
const KNOWN = new Set(
  (
    'apache asm awk bash batch c c# c++ clojure cmake coffeescript cpp cs csharp css dart diff dockerfile elixir elm ' +
    'erlang f# fortran fsharp go golang graphql groovy haskell html http ini java javascript js json jsx julia kotlin ' +
    'latex less lisp lua makefile markdown matlab nginx objc objectivec ocaml pascal perl php powershell prolog python ' +
    'r ruby rust scala scheme scss sh shell sql swift tcl tex toml ts tsx typescript vb vim xml yaml yml zsh'
  ).split(' '),
);

/** Words beside these that name no language */
const NO_LANGUAGE =
  /^(?:highlight|hljs|plain|none|default|text|plaintext|line-numbers|linenums|nohighlight|auto|copyable|code|pre|toolbar|collapse|literal-block|numberlines?|wrap|undefined|fallback|has-numbering|prettyprinted)$/i;

/** Elements around the code whose class is asked (`figure > table > tbody > tr > td > pre`), and how many. */
const AROUND_CODE = new Set(['figure', 'div', 'table', 'tbody', 'tr', 'td', 'span']);
const ANCESTORS = 7;

/** What stands behind the fence, or an empty string. */
export function languageOf(pre: Node): string {
  const code = pre.firstElementChild;
  const candidates: (Node | null)[] = [code?.name === 'code' ? code : null, pre];
  let node: Node | null = pre.parent;
  for (let level = 0; node && level < ANCESTORS && AROUND_CODE.has(node.name); level++) {
    candidates.push(node);
    node = node.parent;
  }
  for (const candidate of candidates) {
    const language = candidate && ownLanguage(candidate);
    if (language) return language;
  }
  return '';
}

function ownLanguage(node: Node): string {
  if (!node.attributes) return '';
  const named = namedLanguage(node);
  const name = node.get('class') ?? '';
  for (const found of [
    named,
    PREFIXED.exec(name)?.[1],
    SPHINX.exec(name)?.[1],
    BRUSH.exec(name)?.[1],
    CRAYON.exec(name)?.[1],
    BESIDE.exec(name)?.[1],
    // `<pre name="code" class="java:nogutter">` (SyntaxHighlighter 1)
    node.get('name') === 'code' ? name.split(/[\s:]/, 1)[0] : null,
    node.name === 'pre' || node.name === 'code' ? knownIn(name) : null,
  ]) {
    const language = found ? NAME.exec(found)?.[0].replace(/^\.+/, '') : null;
    if (language && !NO_LANGUAGE.test(language)) return language === 'html-basic' ? 'html' : language;
  }
  return '';
}

function knownIn(classes: string): string | null {
  // Few classes are asked: one attribute must not cost a long look.
  for (const word of classes.slice(0, 200).split(/\s+/)) if (KNOWN.has(word.toLowerCase())) return word;
  return null;
}

const NAMING_ATTRIBUTES = ['data-lang', 'data-language', 'data-enlighter-language', 'lang-name'];
/** `<pre lang="ruby">` (GitHub); `lang="en"` and `lang="pt-br"` are languages of people. */
const LANG_OF_CODE = /^(?:[a-z][a-z\d+#]{2,}|c|cs|go|js|kt|md|ps|py|r|rb|rs|sh|ts|vb)$/i;

function namedLanguage(node: Node): string {
  for (const attribute of NAMING_ATTRIBUTES) {
    const value = node.get(attribute);
    if (value) return value;
  }
  const lang = node.name === 'pre' || node.name === 'code' ? node.get('lang') : null;
  return lang && LANG_OF_CODE.test(lang) ? lang : '';
}
